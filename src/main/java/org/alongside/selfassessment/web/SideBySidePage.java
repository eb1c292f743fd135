package org.alongside.selfassessment.web;

import java.util.List;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;

/** What services gave to a commissioner to read, those of the same standard beside each other. */
record SideBySidePage(List<Group> groups) {
    record Group(Standard standard, Edition edition, List<SelfAssessment> services) {
        List<Section> sections() {
            return standard.of(edition);
        }

        /** What at least one of them does not meet yet. */
        List<Statement> unmet() {
            return standard.statements(edition).stream().filter(one -> services.stream().anyMatch(service -> service.isUnmet(one))).toList();
        }
    }

    static SideBySidePage of(List<SelfAssessment> given) {
        return new SideBySidePage(given.stream().map(one -> List.of(one.standard().key(), one.standard().version(), one.edition())).distinct().map(key -> {
            List<SelfAssessment> same = given.stream().filter(one -> List.of(one.standard().key(), one.standard().version(), one.edition()).equals(key)).toList();
            return new Group(same.get(0).standard(), same.get(0).edition(), same);
        }).toList());
    }
}
