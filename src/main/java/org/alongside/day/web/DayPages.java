package org.alongside.day.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.appointments.Appointment;
import org.alongside.appointments.Appointments;
import org.alongside.appointments.Interpreter;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.OwnWork.Look;
import org.alongside.casework.OwnWork.OwnCase;
import org.alongside.casework.OwnWork;
import org.alongside.correction.Arrivals;
import org.alongside.correction.Corrections;
import org.alongside.correction.Move;
import org.alongside.correction.State;
import org.alongside.day.web.DayPage.Line;
import org.alongside.organisations.Organisations;
import org.alongside.people.Decision;
import org.alongside.people.PersonId;
import org.alongside.people.SafeContacts;
import org.alongside.risk.AssessmentRows;
import org.alongside.risk.RiskAssessments;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class DayPages {
    private static final Duration LONG = Duration.ofDays(7);
    private static final int FEW = 20;
    private final OwnWork work;
    private final AssessmentRows assessments;
    private final Cases cases;
    private final Appointments appointments;
    private final SafeContacts contacts;
    private final Corrections corrections;
    private final Arrivals arrivals;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    DayPages(OwnWork work, AssessmentRows assessments, Cases cases, Appointments appointments, SafeContacts contacts, Corrections corrections, Arrivals arrivals, Organisations organisations, AuditTrail audit, Clock clock) {
        this.work = work;
        this.assessments = assessments;
        this.cases = cases;
        this.appointments = appointments;
        this.contacts = contacts;
        this.corrections = corrections;
        this.arrivals = arrivals;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    DayPage day(Actor.Worker me) {
        me.mustBe(CaseRoles.ANY);
        Instant now = clock.instant();
        LocalDate today = Times.day(now), week = today.plusDays(7);
        OwnWork.Owed owed = work.until(week, me);
        List<OwnCase> own = owed.cases();
        List<OwnWork.OwedAction> actions = owed.actions();
        List<Line> first = new ArrayList<>(own.stream().flatMap(one -> one.crises().stream().map(crisis -> new Line(path(one.id()) + "/crises/" + crisis, "Write up the crisis", false, about(one), null, "Crisis"))).toList());
        Map<AssessmentRows.Due, CaseFacts> asked = secondLooks(me);
        asked.forEach((one, facts) -> first.add(new Line(RiskAssessments.path(one.caseId()) + "/" + one.id().id(), "Look at a level that went down", false, facts.reference(), one.secondLook() == null ? today : Times.day(one.secondLook().dueAt()), "Second look")));
        first.addAll(moved(me));
        List<Line> owing = Stream.concat(
                actions.stream().map(action -> new Line(path(action.caseId()) + "/actions/" + action.id(), action.words(), true, action.reference() + ", " + action.agency().words(), action.dueOn(), action.dueOn().isBefore(today) ? "Overdue" : null)),
                own.stream().flatMap(one -> one.looks().stream().map(look -> new Line(path(one.id()) + "/" + noun(look), words(look), false, about(one), look.on(), look.on().isBefore(today) ? "Overdue" : null)))).toList();
        List<OwnCase> quiet = own.stream().filter(one -> since(one).isBefore(now.minus(LONG))).limit(FEW).toList();
        Map<PersonId, Decision> calls = contacts.mayCall(quiet.stream().map(OwnCase::person).toList());
        List<Appointment> planned = appointments.planned(today.plusDays(8).atStartOfDay(Times.LONDON).toInstant(), me);
        Map<CaseId, CaseFacts> met = cases.facts(planned.stream().map(Appointment::caseId).distinct().toList());
        List<Appointment> meetings = planned.stream().filter(one -> met.containsKey(one.caseId())).toList();
        meetings.stream().filter(one -> one.isOut(now)).map(one -> new Line(Appointments.path(one.caseId()), "Say that you are back and safe", false, met.get(one.caseId()).reference(), today, one.isMissing(now) ? "You are asked for" : "Out alone")).forEach(first::add);
        audit.listed("case", "my day", Stream.of(own.stream().map(one -> one.id().id()), asked.keySet().stream().map(one -> one.caseId().id()), actions.stream().map(action -> action.caseId().id()), meetings.stream().map(one -> one.caseId().id())).flatMap(Function.identity()).distinct().toList());
        List<Line> days = Stream.concat(meetings.stream().map(one -> meeting(one, met.get(one.caseId()), today)), owing.stream()).sorted(Comparator.comparing(line -> on(line, today))).toList();
        List<DayPage.Given> given = own.stream().filter(one -> one.given() != null && one.given().at().isAfter(now.minus(LONG))).sorted(Comparator.comparing((OwnCase one) -> one.given().at()).reversed())
                .map(one -> new DayPage.Given(path(one.id()), about(one), organisations.nameOf(one.given().by()), one.given().at(), one.given().words())).toList();
        return new DayPage(today, first, given, days.stream().filter(line -> !on(line, today).isAfter(today)).toList(), days.stream().filter(line -> on(line, today).isAfter(today)).toList(),
                quiet.stream().filter(one -> calls.containsKey(one.person())).map(one -> new DayPage.Quiet(path(one.id()), one.client(), one.reference(), since(one), one.lastContactAt() == null, calls.get(one.person()))).toList(), own.size());
    }

    /** Those whom nobody works with, because they moved across the wall and nobody has taken them on. No name: the page behind it is the leads’. */
    private List<Line> moved(Actor.Worker me) {
        if (me.side() == null || Stream.of(Corrections.ROLES).noneMatch(me::is)) return List.of();
        return Stream.concat(
                arrivals.all(me).stream().filter(one -> one.state() == State.WAITING).map(one -> new Line("/desk/corrections/" + one.id(), "Take somebody on who comes from the other side, or say no", false, "Moved across", Times.day(one.at()), "With nobody")),
                corrections.away(me).stream().filter(Move::isOwed).map(one -> new Line("/desk/corrections/" + one.id(), "See to somebody whom the other side has not taken on", false, "Moved across", Times.day(one.at()), "With nobody"))).toList();
    }

    /** Lower levels that a colleague asked this worker to look at. */
    private Map<AssessmentRows.Due, CaseFacts> secondLooks(Actor.Worker me) {
        if (me.side() != Side.SUPPORT) return Map.of();
        List<AssessmentRows.Due> asked = assessments.owed().stream().filter(one -> one.secondLook() != null && one.secondLook().asked().equals(me.worker())).toList();
        Map<CaseId, CaseFacts> known = cases.facts(asked.stream().map(AssessmentRows.Due::caseId).distinct().toList());
        return asked.stream().filter(one -> known.containsKey(one.caseId())).collect(Collectors.toMap(Function.identity(), one -> known.get(one.caseId()), (first, second) -> first, LinkedHashMap::new));
    }

    private static Line meeting(Appointment one, CaseFacts facts, LocalDate today) {
        LocalDate on = Times.day(one.plan().startsAt());
        String tag = on.isBefore(today) ? "What became of it?" : one.plan().interpreter() == Interpreter.TO_BOOK ? "Interpreter to be booked" : null;
        return new Line(Appointments.path(one.caseId()), "Appointment at " + Times.say(Times.london(one.plan().startsAt()).toLocalTime()) + ", " + one.plan().venue().words().toLowerCase(Locale.UK), false, facts.reference(), on, tag);
    }

    private static LocalDate on(Line line, LocalDate today) {
        return line.on() == null ? today : line.on();
    }

    private static Instant since(OwnCase one) {
        return one.lastContactAt() == null ? one.openedAt() : one.lastContactAt();
    }

    private static String about(OwnCase one) {
        return one.client() + ", " + one.reference();
    }

    private static String path(CaseId id) {
        return "/desk/cases/" + id.id();
    }

    private static String noun(Look look) {
        return switch (look.kind()) {
            case ASSESSMENT -> "assessment";
            case PLAN -> "plan";
            case ORDER -> "orders";
            case ACCOMMODATION -> "accommodation";
            case OUTCOME -> "outcomes";
            case ONWARD -> "onward";
            default -> "timeline";
        };
    }

    private static String words(Look look) {
        return switch (look.kind()) {
            case ASSESSMENT -> "Look at the safety assessment again";
            case PLAN -> "Look at the safety plan again";
            case ORDER -> "A hearing, or the last day of an order";
            case OUTCOME -> "Ask how things are now";
            case ONWARD -> "Ask how it went where they were sent on";
            case ACCOMMODATION -> "The day from which a safe place is needed";
            default -> look.kind().words();
        };
    }
}
