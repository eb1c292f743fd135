package org.alongside.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks;
import org.alongside.casework.Cases;
import org.alongside.casework.OwnWork;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.shared.TypedDate;
import org.alongside.supervision.About;
import org.alongside.supervision.Approval;
import org.alongside.supervision.Meeting;
import org.alongside.supervision.Meetings;
import org.alongside.supervision.Oversight;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class SupervisionPages {
    private final Meetings meetings;
    private final Oversight oversight;
    private final OwnWork work;
    private final Cases cases;
    private final CaseLooks looks;
    private final People people;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    SupervisionPages(Meetings meetings, Oversight oversight, OwnWork work, Cases cases, CaseLooks looks, People people, Organisations organisations, AuditTrail audit, Clock clock) {
        this.meetings = meetings;
        this.oversight = oversight;
        this.work = work;
        this.cases = cases;
        this.looks = looks;
        this.people = people;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    MeetingsPage all(String once, @Nullable String worker, @Nullable TypedDate on, Problems problems, Actor.Worker me) {
        if (me.side() == null) throw new NotFound();
        LocalDate today = Times.day(clock.instant());
        Set<String> met = new HashSet<>();
        // The newest comes first, so only the last day two people agreed on can be overdue.
        List<MeetingsPage.Row> rows = meetings.own(me).stream().map(one -> {
            boolean newest = met.add(one.worker().id() + " " + one.supervisor().id());
            LocalDate next = one.words().nextOn();
            return new MeetingsPage.Row(one, organisations.nameOf(one.isHeldBy(me) ? one.worker() : one.supervisor()), !one.isHeldBy(me), newest && next != null && next.isBefore(today) ? next : null);
        }).toList();
        return new MeetingsPage(rows, decides(me) ? meetings.team(me).stream().map(one -> new Option(one.id().id().toString(), one.name())).toList() : List.of(), once, worker, on == null ? TypedDate.of(today) : on, problems);
    }

    /** @param form what was typed; null for what is kept */
    MeetingPage one(UUID id, @Nullable MeetingForm form, @Nullable String caseId, @Nullable String decided, @Nullable String answer, Problems problems, Actor.Worker me) {
        Meeting meeting = meetings.one(id);
        List<Oversight.Decision> decisions = oversight.decisionsIn(id);
        // Safety: a case that is kept from one of the two since is not named in their notes either.
        Map<CaseId, CaseFacts> facts = decisions.isEmpty() ? Map.of() : cases.facts(decisions.stream().map(Oversight.Decision::caseId).collect(Collectors.toSet()));
        boolean writes = meeting.isHeldBy(me) && meeting.isDraft();
        List<OwnWork.Carried> carried = writes ? work.carriedBy(meeting.worker(), me) : List.of();
        audit.looked("supervision", id);
        audit.listed("case", "supervision", Stream.concat(carried.stream().map(OwnWork.Carried::id), facts.keySet().stream()).map(CaseId::id).distinct().toList());
        return new MeetingPage(meeting, organisations.nameOf(meeting.worker()), organisations.nameOf(meeting.supervisor()), meeting.isHeldBy(me), !meeting.isHeldBy(me) && meeting.readAt() == null, form == null ? MeetingForm.of(meeting.words()) : form,
                decisions.stream().filter(one -> facts.containsKey(one.caseId())).map(one -> new MeetingPage.Decided(one.caseId().id(), facts.get(one.caseId()).reference(), one.words())).toList(), carried, UUID.randomUUID().toString(), caseId, decided, answer, problems);
    }

    OversightPage of(UUID caseId, String once, @Nullable String about, @Nullable String words, @Nullable String decided, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.look(caseId);
        List<OversightPage.Asked> asked = oversight.approvals(look.id()).stream()
                .map(one -> new OversightPage.Asked(one, organisations.nameOf(one.askedBy()), one.askedBy().equals(me.worker()), one.said() == null ? null : organisations.nameOf(one.said().by()))).toList();
        Set<About> abouts = EnumSet.allOf(About.class);
        if (look.facts().side() == Side.CHANGE) abouts.removeAll(EnumSet.of(About.PLAN, About.ASSESSMENT));
        return new OversightPage(caseId, look.who(), look.facts().isClosed(), decides(me), asked, oversight.decisions(look.id()).stream().map(one -> new OversightPage.Decided(one, organisations.nameOf(one.by()))).toList(), List.copyOf(abouts), once,
                about, words, decided, problems);
    }

    ApprovalsPage approvals(@Nullable UUID refused, @Nullable String words, Problems problems, Actor.Worker me) {
        me.mustBe(Meetings.ROLES);
        if (me.side() == null) throw new NotFound();
        List<Approval> open = oversight.open();
        Map<CaseId, CaseFacts> facts = open.isEmpty() ? Map.of() : cases.facts(open.stream().map(Approval::caseId).collect(Collectors.toSet()));
        Map<PersonId, String> names = facts.isEmpty() ? Map.of() : people.names(facts.values().stream().map(CaseFacts::person).collect(Collectors.toSet()));
        audit.listed("case", "approvals", facts.keySet().stream().map(CaseId::id).toList());
        LocalDate today = Times.day(clock.instant());
        return new ApprovalsPage(open.stream().filter(one -> facts.containsKey(one.caseId())).map(one -> {
            CaseFacts its = facts.get(one.caseId());
            return new ApprovalsPage.Row(one, names.getOrDefault(its.person(), ""), its.reference(), organisations.nameOf(one.askedBy()), one.askedBy().equals(me.worker()), ChronoUnit.DAYS.between(Times.day(one.askedAt()), today));
        }).toList(), refused, words, problems);
    }

    private static boolean decides(Actor.Worker me) {
        return me.is(Meetings.ROLES);
    }
}
