package org.alongside.programme.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseNames;
import org.alongside.organisations.Names;
import org.alongside.organisations.Organisations;
import org.alongside.programme.Cohort;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Enrolment;
import org.alongside.programme.Enrolments;
import org.alongside.programme.Fits;
import org.alongside.programme.MakeUps;
import org.alongside.programme.Register;
import org.alongside.programme.Templates;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class GroupPages {
    private final Cohorts cohorts;
    private final Enrolments enrolments;
    private final Fits fits;
    private final Register register;
    private final MakeUps makeUps;
    private final Templates templates;
    private final CaseNames names;
    private final Organisations organisations;
    private final Clock clock;

    GroupPages(Cohorts cohorts, Enrolments enrolments, Fits fits, Register register, MakeUps makeUps, Templates templates, CaseNames names, Organisations organisations, Clock clock) {
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.fits = fits;
        this.register = register;
        this.makeUps = makeUps;
        this.templates = templates;
        this.names = names;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Somebody who waits for a place, or has one. */
    record Person(Enrolment enrolment, String name, String reference) {}

    record All(List<Cohort> groups, List<Person> waiting) {}

    All all(Actor.Worker me) {
        return new All(cohorts.all(me), people(enrolments.waiting(me), "waiting for a group"));
    }

    record New(List<Option> facilitators, List<Option> templates, GroupForm form, Problems problems) {}

    New make(GroupForm form, Problems problems, Actor.Worker me) {
        return new New(cohorts.facilitators(me).stream().map(one -> new Option(one.id().id().toString(), one.name())).toList(),
                templates.all(me).stream().filter(one -> !one.isDraft()).map(one -> new Option(one.id().toString(), one.called() + ", " + one.parts().size() + " sessions")).toList(), form, problems);
    }

    /** @param aside what was set aside for them to come into this group, by enrolment @param link by which one comes in, online */
    record One(Cohort group, String facilitators, List<Person> people, List<Cohorts.Session> sessions, Map<UUID, List<Fits.SetAside>> aside, Names workers, String link, Instant now, Problems problems) {
        String path() {
            return "/desk/groups/" + group.id();
        }

        List<Fits.SetAside> aside(Person person) {
            return aside.getOrDefault(person.enrolment().id(), List.of());
        }
    }

    One one(UUID id, Problems problems, Actor.Worker me) {
        Cohort group = cohorts.one(id, me);
        Names workers = organisations.names();
        List<Person> in = people(enrolments.in(id), "group");
        String led = Stream.of(group.facilitator(), group.coFacilitator()).filter(Objects::nonNull).map(workers::of).collect(Collectors.joining(" and "));
        return new One(group, led, in, cohorts.sessions(id), fits.setAside(id), workers, cohorts.link(group), clock.instant(), problems);
    }

    record Line(Register.Line line, String name) {
        String field(String what) {
            return what + "-" + line.enrolment();
        }
    }

    record Session(Cohort group, Cohorts.Session session, boolean ahead, List<Line> lines, List<Option> guests, List<String> came, Map<String, String> typed, Problems problems) {
        /** Whether it can still be moved or called off. */
        boolean unmarked() {
            return lines.stream().allMatch(line -> line.line.mark() == null);
        }

        String path() {
            return "/desk/groups/" + group.id() + "/sessions/" + session.id();
        }

        String typed(Line line, String what, @Nullable String kept) {
            String again = typed.get(line.field(what));
            return again != null ? again : kept == null ? "" : kept;
        }
    }

    Session session(UUID groupId, UUID sessionId, Map<String, String> typed, Problems problems, Actor.Worker me) {
        Cohort group = cohorts.one(groupId, me);
        Cohorts.Session session = register.session(group, sessionId);
        List<Register.Line> lines = register.of(session);
        List<MakeUps.Guest> guests = makeUps.guests(sessionId);
        Map<CaseId, CaseNames.Named> named = names.of(Stream.concat(lines.stream().map(Register.Line::caseId), guests.stream().map(MakeUps.Guest::caseId)).toList(), "register");
        List<Line> shown = lines.stream().filter(line -> named.containsKey(line.caseId())).map(line -> new Line(line, named.get(line.caseId()).name())).sorted(Comparator.comparing(Line::name)).toList();
        List<Option> visiting = guests.stream().filter(guest -> named.containsKey(guest.caseId())).map(guest -> new Option(guest.enrolment().toString(), named.get(guest.caseId()).name() + ", " + named.get(guest.caseId()).reference())).toList();
        return new Session(group, session, session.startsAt().isAfter(clock.instant()), shown, visiting, guests.stream().filter(MakeUps.Guest::came).map(guest -> guest.enrolment().toString()).toList(), typed, problems);
    }

    record Change(Cohort group, Cohorts.Session session, Map<String, String> typed, TypedDate on, Problems problems) {
        /** The session's own page. */
        String back() {
            return "/desk/groups/" + group.id() + "/sessions/" + session.id();
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    Change change(UUID groupId, UUID sessionId, Map<String, String> typed, TypedDate on, Problems problems, Actor.Worker me) {
        Cohort group = cohorts.one(groupId, me);
        return new Change(group, register.session(group, sessionId), typed, on, problems);
    }

    private List<Person> people(List<Enrolment> all, String list) {
        Map<CaseId, CaseNames.Named> named = names.of(all.stream().map(Enrolment::caseId).toList(), list);
        return all.stream().filter(one -> named.containsKey(one.caseId())).map(one -> new Person(one, named.get(one.caseId()).name(), named.get(one.caseId()).reference())).toList();
    }
}
