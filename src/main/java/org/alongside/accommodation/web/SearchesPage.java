package org.alongside.accommodation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.accommodation.Household;
import org.alongside.accommodation.TurnedAway;
import org.alongside.people.CountedAs;

/** The searches of the team that go on, and how often households were turned away, and why. */
record SearchesPage(LocalDate today, LocalDate since, List<Row> rows, List<Refused> refused) {
    record Row(UUID caseId, String reference, String worker, Household household) {
        String path() {
            return "/desk/cases/" + caseId + "/accommodation";
        }
    }

    /** @param times for each way of counting, in its order */
    record Refused(TurnedAway reason, List<Integer> times) {
        int all() {
            return times.stream().mapToInt(Integer::intValue).sum();
        }
    }

    List<CountedAs> counted() {
        return List.of(CountedAs.values());
    }
}
