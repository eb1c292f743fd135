package org.alongside.correction.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.WrongSide;
import org.alongside.correction.Arrival;
import org.alongside.correction.Arrivals;
import org.alongside.correction.Corrections;
import org.alongside.correction.Move;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CorrectionPages {
    private final Corrections corrections;
    private final Arrivals arrivals;
    private final WrongSide wrongSide;
    private final People people;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectionPages(Corrections corrections, Arrivals arrivals, WrongSide wrongSide, People people, Organisations organisations, AuditTrail audit, Clock clock) {
        this.corrections = corrections;
        this.arrivals = arrivals;
        this.wrongSide = wrongSide;
        this.people = people;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    CorrectionsPage all(Actor.Worker me) {
        List<Move> away = corrections.away(me);
        List<Arrival> here = arrivals.all(me);
        Map<PersonId, String> names = people.names(Stream.concat(away.stream().map(Move::person), here.stream().map(Arrival::person).filter(Objects::nonNull)).distinct().toList());
        audit.listed("correction", "moved across", Stream.concat(away.stream().map(Move::id), here.stream().map(Arrival::id)).toList());
        return new CorrectionsPage(away.stream().map(one -> new CorrectionsPage.Away(one, names.getOrDefault(one.person(), "Somebody"), organisations.nameOf(one.by()))).toList(),
                here.stream().map(one -> new CorrectionsPage.Here(one, name(one, names), name(one.decidedBy()))).toList());
    }

    /** NotFound when there is no such move for whoever asks. */
    CorrectionPage one(UUID id, @Nullable String why, @Nullable String because, @Nullable String words, Problems problems, Actor.Worker me) {
        Optional<Move> away = corrections.away(id, me);
        CorrectionPage page = away.isPresent() ? away(away.get(), why, problems) : here(arrivals.one(id, me).orElseThrow(() -> new NotFound("correction", id)), because, words, problems, me);
        audit.looked("correction", id);
        return page;
    }

    private CorrectionPage away(Move move, @Nullable String why, Problems problems) {
        List<WrongSide.Held> held = wrongSide.of(move.person());
        audit.looked("person", move.person().id());
        WorkerId before = held.stream().filter(one -> one.worker() == null).map(WrongSide.Held::workerBefore).filter(Objects::nonNull).findFirst().orElse(null);
        return new CorrectionPage.Away(move, people.names(List.of(move.person())).getOrDefault(move.person(), "Somebody"), organisations.nameOf(move.by()), name(move.undoneBy()), move.mayBeUndone(clock.instant()), held, name(before), why, problems);
    }

    private CorrectionPage here(Arrival arrival, @Nullable String because, @Nullable String words, Problems problems, Actor.Worker me) {
        PersonId person = arrival.person();
        Map<PersonId, String> names = person == null ? Map.of() : people.names(List.of(person));
        List<Option> workers = organisations.colleagues().stream().filter(one -> one.side() == me.side() && CaseRoles.mayHoldCases(one.roles())).map(one -> new Option(one.id().id().toString(), one.name())).toList();
        return new CorrectionPage.Here(arrival, name(arrival, names), name(arrival.decidedBy()), workers, UUID.randomUUID().toString(), because, words, problems);
    }

    private static String name(Arrival arrival, Map<PersonId, String> names) {
        PersonId person = arrival.person();
        return arrival.facts() != null ? arrival.facts().about().displayName() : person == null ? "Somebody" : names.getOrDefault(person, "Somebody");
    }

    private @Nullable String name(@Nullable WorkerId worker) {
        return worker == null ? null : organisations.nameOf(worker);
    }
}
