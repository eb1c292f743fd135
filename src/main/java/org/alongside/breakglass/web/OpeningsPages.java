package org.alongside.breakglass.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.breakglass.Opening;
import org.alongside.breakglass.Openings;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class OpeningsPages {
    private final Openings openings;
    private final Cases cases;
    private final People people;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningsPages(Openings openings, Cases cases, People people, Organisations organisations, AuditTrail audit, Clock clock) {
        this.openings = openings;
        this.cases = cases;
        this.people = people;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    OpeningsPage all(@Nullable UUID refused, @Nullable String finding, @Nullable String words, Problems problems, Actor.Worker me) {
        if (me.side() == null) throw new NotFound();
        List<Opening> all = openings.all(me);
        // Safety: a case that is kept from whoever looks is not here either; somebody else looks at its openings.
        Map<CaseId, CaseFacts> facts = all.isEmpty() ? Map.of() : cases.facts(all.stream().map(Opening::caseId).collect(Collectors.toSet()));
        Map<PersonId, String> names = facts.isEmpty() ? Map.of() : people.names(facts.values().stream().map(CaseFacts::person).collect(Collectors.toSet()));
        audit.listed("case", "openings", facts.keySet().stream().map(CaseId::id).toList());
        Predicate<Opening> mine = openings.mayReview(me);
        Instant now = clock.instant();
        return new OpeningsPage(all.stream().filter(one -> facts.containsKey(one.caseId())).map(one -> {
            CaseFacts its = facts.get(one.caseId());
            return new OpeningsPage.Row(one, names.getOrDefault(its.person(), ""), its.reference(), organisations.nameOf(one.worker()), one.reviewed() == null ? null : organisations.nameOf(one.reviewed().by()), one.isRunning(now),
                    one.reviewed() == null && !now.isBefore(one.openedAt().plus(Openings.LOOKED_AT_WITHIN)), mine.test(one));
        }).toList(), refused, finding, words, problems);
    }
}
