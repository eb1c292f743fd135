package org.alongside.programme.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseLooks;
import org.alongside.programme.Cohort;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Enrolment;
import org.alongside.programme.Enrolments;
import org.alongside.programme.Register;
import org.alongside.programme.Status;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ParticipantPages {
    private final CaseLooks looks;
    private final Enrolments enrolments;
    private final Cohorts cohorts;
    private final Register register;

    ParticipantPages(CaseLooks looks, Enrolments enrolments, Cohorts cohorts, Register register) {
        this.looks = looks;
        this.enrolments = enrolments;
        this.cohorts = cohorts;
        this.register = register;
    }

    /** @param now where they are; null when they are in no programme @param group whose place they have @param missing what about partners has to happen before a start @param earlier ways that have ended */
    record One(UUID caseId, String who, boolean closed, @Nullable Enrolment now, @Nullable Cohort group, String missing, List<Register.Past> past, List<Enrolment> earlier, Map<String, String> typed, TypedDate agreed, Problems problems) {
        String path() {
            return "/desk/cases/" + caseId + "/programme";
        }

        boolean may(Status next) {
            return now != null && now.status().next().contains(next);
        }

        /** The steps that need a reason. */
        List<Option> steps() {
            return Stream.of(new Option("not-ready", "They are not ready yet"), new Option("suspend", "They are suspended"), new Option("return", "They come back"), new Option("complete", "They finished the programme"),
                    new Option("leave", "They leave, or we end it")).filter(step -> switch (step.value()) {
                case "not-ready" -> may(Status.NOT_READY);
                case "suspend" -> may(Status.SUSPENDED);
                case "return" -> now != null && now.status() == Status.SUSPENDED;
                case "complete" -> may(Status.COMPLETED);
                default -> may(Status.LEFT);
            }).toList();
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    One one(UUID caseId, Map<String, String> typed, TypedDate agreed, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.look(caseId);
        if (look.facts().side() != Side.CHANGE) throw new NotFound("case", caseId);
        List<Enrolment> all = enrolments.of(look.id());
        Enrolment now = all.stream().filter(one -> !one.status().ended()).findFirst().orElse(null);
        Cohort group = now == null || now.cohort() == null ? null : cohorts.one(now.cohort(), me);
        String missing = now != null && now.status() == Status.PLACED ? enrolments.missing(look.id()) : "";
        return new One(caseId, look.who(), look.facts().isClosed(), now, group, missing, now == null ? List.of() : register.past(now.id()), all.stream().filter(one -> one.status().ended()).toList(), typed, agreed, problems);
    }
}
