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
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.organisations.Organisations;
import org.alongside.programme.Cohort;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Enrolment;
import org.alongside.programme.Enrolments;
import org.alongside.programme.Register;
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
    private final Register register;
    private final Names names;
    private final Organisations organisations;
    private final Clock clock;

    GroupPages(Cohorts cohorts, Enrolments enrolments, Register register, Names names, Organisations organisations, Clock clock) {
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.register = register;
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

    record New(List<Option> facilitators, GroupForm form, Problems problems) {}

    New make(GroupForm form, Problems problems, Actor.Worker me) {
        return new New(cohorts.facilitators(me).stream().map(one -> new Option(one.id().id().toString(), one.name())).toList(), form, problems);
    }

    record One(Cohort group, String facilitators, List<Person> people, List<Person> waiting, List<Cohorts.Session> sessions, Instant now, Map<String, String> typed, TypedDate until, Problems problems) {
        String path() {
            return "/desk/groups/" + group.id();
        }

        List<Option> options() {
            return waiting.stream().map(one -> new Option(one.enrolment.caseId().id().toString(), one.name + ", " + one.reference + (one.enrolment.priority() ? ", first" : ""))).toList();
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    One one(UUID id, Map<String, String> typed, TypedDate until, Problems problems, Actor.Worker me) {
        Cohort group = cohorts.one(id, me);
        Map<WorkerId, String> workers = organisations.names();
        List<Enrolment> in = enrolments.in(id), waiting = group.endedAt() == null ? enrolments.waiting(me) : List.of();
        Map<CaseId, Names.Named> named = names.of(Stream.concat(in.stream(), waiting.stream()).map(Enrolment::caseId).toList(), "group");
        String led = Stream.of(group.facilitator(), group.coFacilitator()).map(workers::get).filter(Objects::nonNull).collect(Collectors.joining(" and "));
        return new One(group, led, people(in, named), people(waiting, named), cohorts.sessions(id), clock.instant(), typed, until, problems);
    }

    record Line(Register.Line line, String name) {
        String field(String what) {
            return what + "-" + line.enrolment();
        }
    }

    record Session(Cohort group, Cohorts.Session session, boolean ahead, List<Line> lines, Map<String, String> typed, Problems problems) {
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
        Map<CaseId, Names.Named> named = names.of(lines.stream().map(Register.Line::caseId).toList(), "register");
        List<Line> shown = lines.stream().filter(line -> named.containsKey(line.caseId())).map(line -> new Line(line, named.get(line.caseId()).name())).sorted(Comparator.comparing(Line::name)).toList();
        return new Session(group, session, session.startsAt().isAfter(clock.instant()), shown, typed, problems);
    }

    private List<Person> people(List<Enrolment> all, String list) {
        return people(all, names.of(all.stream().map(Enrolment::caseId).toList(), list));
    }

    private static List<Person> people(List<Enrolment> all, Map<CaseId, Names.Named> named) {
        return all.stream().filter(one -> named.containsKey(one.caseId())).map(one -> new Person(one, named.get(one.caseId()).name(), named.get(one.caseId()).reference())).toList();
    }
}
