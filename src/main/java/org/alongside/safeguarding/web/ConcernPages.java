package org.alongside.safeguarding.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks.Look;
import org.alongside.casework.CaseLooks;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.Relations;
import org.alongside.safeguarding.Concern;
import org.alongside.safeguarding.Concerns;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ConcernPages {
    private final CaseLooks looks;
    private final Cases cases;
    private final Concerns concerns;
    private final People people;
    private final Relations relations;
    private final Organisations organisations;
    private final AuditTrail audit;

    ConcernPages(CaseLooks looks, Cases cases, Concerns concerns, People people, Relations relations, Organisations organisations, AuditTrail audit) {
        this.looks = looks;
        this.cases = cases;
        this.concerns = concerns;
        this.people = people;
        this.relations = relations;
        this.organisations = organisations;
        this.audit = audit;
    }

    ConcernsPage all(UUID caseId) {
        Look look = looks.look(caseId);
        CaseFacts facts = look.facts();
        return new ConcernsPage(caseId, look.who(), concerns.of(facts.id()).stream().map(one -> new ConcernsPage.Row(one, organisations.nameOf(one.raisedBy()))).toList());
    }

    NewConcernPage add(UUID caseId, ConcernForm form, Problems problems) {
        Look look = looks.look(caseId);
        CaseFacts facts = look.facts();
        String client = look.client().displayName();
        List<Option> options = Stream.concat(Stream.of(new Option(facts.person().id().toString(), client + ", the client")),
                relations.of(facts.person()).stream().map(one -> new Option(one.other().id().toString(), one.name() + ", " + one.kind().words().toLowerCase(Locale.UK)))).toList();
        return new NewConcernPage(caseId, look.who(), form, options, problems);
    }

    /** @param typed what was typed and refused; empty otherwise */
    ConcernPage one(UUID caseId, UUID id, Map<String, String> typed, Problems problems, Actor.Worker me) {
        Look look = looks.look(caseId);
        CaseFacts facts = look.facts();
        Concern concern = concerns.one(facts.id(), id);
        String person = concern.person() == null ? null : people.names(List.of(concern.person())).get(concern.person());
        return new ConcernPage(caseId, look.who(), concern, person, organisations.nameOf(concern.raisedBy()), concern.decided() == null ? null : name(concern.decided().by()), concern.referred() == null ? null : name(concern.referred().by()),
                me.is(Role.SAFEGUARDING_LEAD) && concern.isOpen(), typed, problems);
    }

    OpenConcernsPage open(Actor.Worker me) {
        me.mustBe(CaseRoles.ANY);
        List<Concern> open = concerns.open();
        Map<CaseId, CaseFacts> known = cases.facts(open.stream().map(Concern::caseId).distinct().toList());
        // A closed case's concern stays until it has ended.
        List<OpenConcernsPage.Row> rows = open.stream().filter(one -> known.containsKey(one.caseId())).map(one -> new OpenConcernsPage.Row(one, known.get(one.caseId()).reference(), organisations.nameOf(one.raisedBy()))).toList();
        audit.listed("case", "safeguarding concerns", rows.stream().map(row -> row.concern().caseId().id()).distinct().toList());
        return new OpenConcernsPage(rows);
    }

    private String name(WorkerId worker) {
        return organisations.nameOf(worker);
    }

}
