package org.alongside.awards.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.awards.Award;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.shared.Problems;

record OfPage(SelfAssessment assessment, List<Award> awards, boolean leads, String once, LocalDate today, Problems problems) {
    List<Award> standing() {
        return awards.stream().filter(one -> !one.isOver(today)).toList();
    }

    boolean mayDeclare() {
        return leads && standing().isEmpty();
    }
}
