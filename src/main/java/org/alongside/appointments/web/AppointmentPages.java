package org.alongside.appointments.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.appointments.Appointment;
import org.alongside.appointments.AppointmentStatus;
import org.alongside.appointments.Appointments;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Apart;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks.Look;
import org.alongside.casework.CaseLooks;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.organisations.Organisations;
import org.alongside.people.PersonFacts;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class AppointmentPages {
    private static final Duration AHEAD = Duration.ofDays(14);
    private final CaseLooks looks;
    private final Cases cases;
    private final Apart apart;
    private final Appointments appointments;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    AppointmentPages(CaseLooks looks, Cases cases, Apart apart, Appointments appointments, Organisations organisations, AuditTrail audit, Clock clock) {
        this.looks = looks;
        this.cases = cases;
        this.apart = apart;
        this.appointments = appointments;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    AppointmentsPage all(UUID caseId) {
        Look look = looks.look(caseId);
        CaseFacts facts = look.facts();
        List<AppointmentsPage.Row> rows = appointments.of(facts.id()).stream().map(one -> new AppointmentsPage.Row(one, organisations.nameOf(one.plan().worker()))).toList();
        return new AppointmentsPage(caseId, look.who(), facts.isClosed(), clock.instant(),
                rows.stream().filter(row -> isPlanned(row.appointment())).sorted(Comparator.comparing(row -> row.appointment().plan().startsAt())).toList(), rows.stream().filter(row -> !isPlanned(row.appointment())).toList());
    }

    AppointmentPage add(UUID caseId, @Nullable AppointmentForm typed, Problems problems, Actor.Worker me) {
        Look look = looks.look(caseId);
        CaseFacts facts = look.facts();
        PersonFacts client = look.client();
        return page(look, null, typed == null ? AppointmentForm.empty(facts.worker() == null ? me.worker() : facts.worker(), client.about().interpreterNeeded()) : typed, problems);
    }

    /** @param typed the form to show over the appointment as it stands */
    AppointmentPage one(UUID caseId, UUID id, Function<Appointment, AppointmentForm> typed, Problems problems) {
        Look look = looks.look(caseId);
        CaseFacts facts = look.facts();
        Appointment appointment = appointments.one(facts.id(), id);
        return page(look, appointment, typed.apply(appointment), problems);
    }

    OutPage out(Actor.Worker me) {
        me.mustBe(CaseRoles.ANY);
        Instant now = clock.instant();
        List<Appointment> out = appointments.out(), mine = appointments.planned(now.plus(AHEAD), me);
        Map<CaseId, CaseFacts> known = cases.facts(Stream.concat(out.stream(), mine.stream()).map(Appointment::caseId).distinct().toList());
        audit.listed("case", "appointments", known.keySet().stream().map(CaseId::id).sorted().toList());
        return new OutPage(now, rows(out, known), rows(mine, known));
    }

    private List<OutPage.Row> rows(List<Appointment> all, Map<CaseId, CaseFacts> known) {
        return all.stream().filter(one -> known.containsKey(one.caseId())).map(one -> new OutPage.Row(one, known.get(one.caseId()).reference(), organisations.nameOf(one.plan().worker()))).toList();
    }

    private AppointmentPage page(Look look, @Nullable Appointment now, AppointmentForm form, Problems problems) {
        Set<WorkerId> kept = apart.fromWhom(look.id());
        List<Option> colleagues = organisations.colleagues().stream().filter(colleague -> colleague.side() == look.facts().side() && !kept.contains(colleague.id())).map(colleague -> new Option(colleague.id().id().toString(), colleague.name())).toList();
        return new AppointmentPage(look.id().id(), look.who(), look.client().about().languages(), now, form, colleagues, problems);
    }

    private static boolean isPlanned(Appointment appointment) {
        return appointment.status() == AppointmentStatus.PLANNED;
    }

}
