package org.alongside.appointments.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.appointments.Appointment;
import org.alongside.appointments.AppointmentStatus;
import org.alongside.appointments.Appointments;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonFacts;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class AppointmentPages {
    private static final Duration AHEAD = Duration.ofDays(14);
    private final Cases cases;
    private final Appointments appointments;
    private final People people;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    AppointmentPages(Cases cases, Appointments appointments, People people, Organisations organisations, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.appointments = appointments;
        this.people = people;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    AppointmentsPage all(UUID caseId) {
        CaseFacts facts = look(caseId);
        List<AppointmentsPage.Row> rows = appointments.of(facts.id()).stream().map(one -> new AppointmentsPage.Row(one, organisations.nameOf(one.plan().worker()))).toList();
        return new AppointmentsPage(caseId, who(client(facts), facts), facts.isClosed(), clock.instant(),
                rows.stream().filter(row -> isPlanned(row.appointment())).sorted(Comparator.comparing(row -> row.appointment().plan().startsAt())).toList(), rows.stream().filter(row -> !isPlanned(row.appointment())).toList());
    }

    AppointmentPage add(UUID caseId, @Nullable AppointmentForm typed, Problems problems, Actor.Worker me) {
        CaseFacts facts = look(caseId);
        PersonFacts client = client(facts);
        return page(facts, client, null, typed == null ? AppointmentForm.empty(facts.worker() == null ? me.worker() : facts.worker(), client.about().interpreterNeeded()) : typed, problems);
    }

    /** @param typed the form to show over the appointment as it stands */
    AppointmentPage one(UUID caseId, UUID id, Function<Appointment, AppointmentForm> typed, Problems problems) {
        CaseFacts facts = look(caseId);
        Appointment appointment = appointments.one(facts.id(), id);
        return page(facts, client(facts), appointment, typed.apply(appointment), problems);
    }

    OutPage out(Actor.Worker me) {
        me.mustBe(Appointments.ROLES);
        Instant now = clock.instant();
        List<Appointment> out = appointments.out(), mine = appointments.planned(now.plus(AHEAD), me);
        Map<CaseId, CaseFacts> known = cases.facts(Stream.concat(out.stream(), mine.stream()).map(Appointment::caseId).distinct().toList());
        audit.listed("case", "appointments", known.keySet().stream().map(CaseId::id).sorted().toList());
        return new OutPage(now, rows(out, known), rows(mine, known));
    }

    private List<OutPage.Row> rows(List<Appointment> all, Map<CaseId, CaseFacts> known) {
        return all.stream().filter(one -> known.containsKey(one.caseId())).map(one -> new OutPage.Row(one, known.get(one.caseId()).reference(), organisations.nameOf(one.plan().worker()))).toList();
    }

    private AppointmentPage page(CaseFacts facts, PersonFacts client, @Nullable Appointment now, AppointmentForm form, Problems problems) {
        List<Option> colleagues = organisations.colleagues().stream().filter(colleague -> colleague.side() == facts.side()).map(colleague -> new Option(colleague.id().id().toString(), colleague.name())).toList();
        return new AppointmentPage(facts.id().id(), who(client, facts), client.about().languages(), now, form, colleagues, problems);
    }

    private static boolean isPlanned(Appointment appointment) {
        return appointment.status() == AppointmentStatus.PLANNED;
    }

    private CaseFacts look(UUID caseId) {
        CaseFacts facts = cases.facts(new CaseId(caseId));
        audit.looked("case", caseId);
        return facts;
    }

    private PersonFacts client(CaseFacts facts) {
        return people.find(facts.person()).orElseThrow(() -> new NotFound("person", facts.person().id()));
    }

    private static String who(PersonFacts client, CaseFacts facts) {
        return client.displayName() + ", case " + facts.reference();
    }
}
