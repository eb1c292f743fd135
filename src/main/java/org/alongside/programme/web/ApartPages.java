package org.alongside.programme.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks;
import org.alongside.casework.CaseNames;
import org.alongside.casework.Cases;
import org.alongside.organisations.Names;
import org.alongside.organisations.Organisations;
import org.alongside.programme.NonAssociations;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ApartPages {
    private final CaseLooks looks;
    private final Cases cases;
    private final NonAssociations apart;
    private final CaseNames names;
    private final Organisations organisations;

    ApartPages(CaseLooks looks, Cases cases, NonAssociations apart, CaseNames names, Organisations organisations) {
        this.looks = looks;
        this.cases = cases;
        this.apart = apart;
        this.names = names;
        this.organisations = organisations;
    }

    /** One other participant: their name and number, and nothing else of them. */
    record Row(NonAssociations.Apart apart, String name, String reference, String by) {}

    record All(UUID caseId, String who, boolean closed, boolean mayEnd, List<Row> rows, UUID once, Map<String, String> typed, Problems problems) {
        String path() {
            return "/desk/cases/" + caseId + "/apart";
        }

        /** Those that hold; for whoever may end them. */
        List<Option> holding() {
            return !mayEnd || closed ? List.of() : rows.stream().filter(row -> row.apart.endedAt() == null).map(row -> new Option(row.apart.id().toString(), row.name + ", " + row.reference)).toList();
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    All all(UUID caseId, UUID once, Map<String, String> typed, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        List<NonAssociations.Apart> all = apart.of(look.id());
        // Safety: whoever may not open the other case does not learn that it is there.
        Map<CaseId, CaseNames.Named> named = all.isEmpty() ? Map.of() : names.of(all.stream().map(NonAssociations.Apart::other).toList(), "kept apart in groups");
        Names workers = named.isEmpty() ? Names.none() : organisations.names();
        List<Row> rows = all.stream().filter(one -> named.containsKey(one.other())).map(one -> new Row(one, named.get(one.other()).name(), named.get(one.other()).reference(), workers.amid(one.by()))).toList();
        return new All(caseId, look.who(), look.facts().isClosed(), me.is(Role.MANAGER) || me.is(Role.SAFEGUARDING_LEAD), rows, once, typed, problems);
    }

    boolean isHere(CaseId other, Actor.Worker me) {
        CaseFacts facts = cases.facts(List.of(other)).get(other);
        return facts != null && facts.side() == Side.CHANGE && me.side() == Side.CHANGE;
    }
}
