package org.alongside.programme.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.programme.Cohort;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Fit;
import org.alongside.programme.Fits;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class OfferPages {
    private final Cohorts cohorts;
    private final Fits fits;

    OfferPages(Cohorts cohorts, Fits fits) {
        this.cohorts = cohorts;
        this.fits = fits;
    }

    record One(Cohort group, List<Fits.Candidate> waiting, Map<String, String> typed, TypedDate until, Problems problems) {
        String path() {
            return "/desk/groups/" + group.id() + "/offers";
        }

        /** Each with what fits and what does not, so that it is read before it is chosen. */
        List<Option> options(Function<Instant, String> day) {
            return waiting.stream().map(one -> new Option(one.caseId().id().toString(), one.name() + ", " + one.reference() + (one.priority() ? ", comes first" : ""),
                    "Waits since " + day.apply(one.waitingSince()) + ". " + (one.missing().isEmpty() ? "Could start. " : "Before a start: " + String.join(" ", one.missing()) + " ") + said(one.fits()))).toList();
        }

        private static String said(List<Fit> fits) {
            String against = fits.stream().filter(fit -> !fit.fits()).map(Fit::sentence).collect(Collectors.joining(" "));
            if (against.isEmpty()) return "Every rule of the group fits.";
            return "Does not fit: " + against + " Fits: " + fits.stream().filter(Fit::fits).map(fit -> fit.rule().words().toLowerCase(Locale.UK)).collect(Collectors.joining(", ")) + ".";
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    One one(UUID group, Map<String, String> typed, TypedDate until, Problems problems, Actor.Worker me) {
        Cohort cohort = cohorts.one(group, me);
        return new One(cohort, cohort.endedAt() == null ? fits.waiting(cohort, me) : List.of(), typed, until, problems);
    }
}
