package org.alongside.selfassessment.web;

import java.util.ArrayList;
import java.util.List;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;

record SelfAssessmentsPage(List<SelfAssessment> all, List<Standard> standards, boolean leads, BeginForm form, Problems problems) {
    List<Option> editions(Frame frame) {
        List<Option> editions = new ArrayList<>();
        for (Standard standard : standards) {
            standard.editions().stream().filter(edition -> edition != Edition.SURVIVORS).forEach(edition ->
                    editions.add(new Option(standard.key() + "/" + edition.key(), standard.title() + " – " + frame.say("standards.edition." + edition.key()) + " (" + standard.statements(edition).size() + ")")));
        }
        return editions;
    }

    List<Option> earlier() {
        return all.stream().map(one -> new Option(one.id().id().toString(), one.title() + ", version " + one.standard().version() + ", begun " + Times.say(Times.day(one.begunAt())))).toList();
    }

    /** Whether the standard has a newer version than this one was begun with. */
    boolean isReplaced(SelfAssessment assessment) {
        return standards.stream().anyMatch(one -> one.key().equals(assessment.standard().key()) && !one.version().equals(assessment.standard().version()));
    }
}
