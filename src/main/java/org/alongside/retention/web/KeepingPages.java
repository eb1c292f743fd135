package org.alongside.retention.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.retention.Erased;
import org.alongside.retention.Erasure;
import org.alongside.retention.Erasures;
import org.alongside.retention.Files;
import org.alongside.retention.Hold;
import org.alongside.retention.Holds;
import org.alongside.retention.KeptKind;
import org.alongside.retention.Rule;
import org.alongside.retention.Rules;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class KeepingPages {
    private static final int AHEAD_DAYS = 60, MOST = 100;
    private final Rules rules;
    private final Files files;
    private final Holds holds;
    private final Erasures erasures;
    private final Erased erased;
    private final People people;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final Clock clock;

    KeepingPages(Rules rules, Files files, Holds holds, Erasures erasures, Erased erased, People people, Organisations organisations, AuditTrail trail, Clock clock) {
        this.rules = rules;
        this.files = files;
        this.holds = holds;
        this.erasures = erasures;
        this.erased = erased;
        this.people = people;
        this.organisations = organisations;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param kind whose decision was refused just now, with what was typed */
    KeepingPage all(@Nullable KeptKind kind, Map<String, String> typed, Problems problems, Actor.Worker me) {
        me.mustBe(Rules.ROLES);
        LocalDate today = Times.day(clock.instant());
        Map<KeptKind, Rule> decided = rules.all();
        List<Files.Due> due = files.dueBy(today.plusDays(AHEAD_DAYS), MOST);
        List<Hold> held = holds.open();
        List<Erasure> asked = erasures.open();
        Set<PersonId> shown = new HashSet<>();
        Stream.of(due.stream().map(one -> one.file().person()).filter(Objects::nonNull), held.stream().map(Hold::person), asked.stream().map(Erasure::person)).forEach(some -> some.forEach(shown::add));
        Map<PersonId, String> names = people.names(shown);
        trail.listed("person", "keeping and erasing", names.keySet().stream().map(PersonId::id).sorted().toList());
        return new KeepingPage(today, Stream.of(KeptKind.values()).map(one -> rule(one, decided.get(one), one == kind ? typed : Map.of(), one == kind)).toList(),
                due.stream().map(one -> new KeepingPage.Due(one, one.file().person() == null ? null : names.get(one.file().person()))).filter(one -> one.due().file().person() == null || one.name() != null).toList(),
                held.stream().filter(one -> names.containsKey(one.person())).map(one -> new KeepingPage.Held(one, names.get(one.person()), one.secondBy() == null && one.placedAt().plus(Duration.ofDays(1)).isBefore(clock.instant()))).toList(),
                asked.stream().filter(one -> names.containsKey(one.person())).map(one -> new KeepingPage.Asked(one, names.get(one.person()))).toList(), erased.counts(), problems);
    }

    private KeepingPage.Clock rule(KeptKind kind, @Nullable Rule rule, Map<String, String> typed, boolean refused) {
        return new KeepingPage.Clock(kind, rule, rule == null ? null : organisations.nameOf(rule.decidedBy()), typed.getOrDefault("months", String.valueOf(rule == null ? kind.suggested() : rule.months())),
                typed.getOrDefault("why", rule == null ? "" : rule.why()), refused);
    }

    FilePage one(PersonId person, Map<String, String> typed, Problems problems, Actor.Worker me) {
        me.mustBe(Rules.ROLES);
        String name = people.find(person).orElseThrow(() -> new NotFound("person", person.id())).displayName();
        trail.looked("person", person.id());
        Erasure erasure = erasures.of(person).orElse(null);
        return new FilePage(person.id(), name, files.standing(person), holds.of(person).stream().map(hold -> new FilePage.Row(hold, organisations.nameOf(hold.placedBy()), name(hold.secondBy()), name(hold.liftAskedBy()), name(hold.liftedBy()),
                me.worker().equals(hold.placedBy()), me.worker().equals(hold.liftAskedBy()))).toList(),
                erasure, erasure == null ? "" : organisations.nameOf(erasure.askedBy()), erasure != null && me.worker().equals(erasure.askedBy()), typed, UUID.randomUUID().toString(), problems);
    }

    private String name(@Nullable WorkerId worker) {
        return worker == null ? "" : organisations.nameOf(worker);
    }
}
