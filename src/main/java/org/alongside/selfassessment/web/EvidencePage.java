package org.alongside.selfassessment.web;

import java.time.LocalDate;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Names;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.Evidence;
import org.alongside.shared.Problems;

record EvidencePage(SelfAssessment assessment, Evidence evidence, Names names, String why, LocalDate today, Problems problems) {
    String path() {
        return "/desk/self-assessments/" + assessment.id().id();
    }

    String name(WorkerId worker) {
        return names.of(worker);
    }
}
