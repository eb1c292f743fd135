package org.alongside.programme.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseLooks;
import org.alongside.organisations.Colleague;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Enrolment;
import org.alongside.programme.Enrolments;
import org.alongside.programme.MakeUps;
import org.alongside.programme.Register;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class MakeUpPages {
    private final CaseLooks looks;
    private final Enrolments enrolments;
    private final Register register;
    private final MakeUps makeUps;
    private final Cohorts cohorts;

    MakeUpPages(CaseLooks looks, Enrolments enrolments, Register register, MakeUps makeUps, Cohorts cohorts) {
        this.looks = looks;
        this.enrolments = enrolments;
        this.register = register;
        this.makeUps = makeUps;
        this.cohorts = cohorts;
    }

    /** @param missed every session they missed, made up or not */
    record One(UUID caseId, String who, boolean closed, List<Register.Past> missed, List<MakeUps.Chance> chances, List<Colleague> facilitators, Map<String, String> typed, TypedDate on, Problems problems) {
        String path() {
            return "/desk/cases/" + caseId + "/programme/making-up";
        }

        List<Option> open(Function<Instant, String> day) {
            return missed.stream().filter(one -> one.madeUpOn() == null).map(one -> new Option(one.session().id().toString(), one.session().title() + ", " + day.apply(one.session().startsAt()))).toList();
        }

        List<Option> ways(Function<Instant, String> time) {
            return Stream.concat(chances.stream().map(one -> new Option(one.session().toString(), one.group() + ": " + one.title(), time.apply(one.startsAt()))), Stream.of(new Option(MakeUpController.ONE_TO_ONE, "One to one, it has happened"))).toList();
        }

        List<Option> with() {
            return facilitators.stream().map(one -> new Option(one.id().id().toString(), one.name())).toList();
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    One one(UUID caseId, Map<String, String> typed, TypedDate on, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        Enrolment now = enrolments.current(look.id()).orElse(null);
        List<Register.Past> missed = now == null ? List.of() : register.past(now.id()).stream().filter(one -> one.mark().missed()).toList();
        List<UUID> open = missed.stream().filter(one -> one.madeUpOn() == null).map(one -> one.session().id()).toList();
        return new One(caseId, look.who(), look.facts().isClosed(), missed, makeUps.chances(open, me), open.isEmpty() ? List.of() : cohorts.facilitators(me), typed, on, problems);
    }
}
