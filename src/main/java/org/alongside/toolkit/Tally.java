package org.alongside.toolkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Worded;

/** How often one team asked. @param agency whose team it is @param weeks the numbers of each week in which something was counted, by its Monday, the latest first */
public record Tally(UUID id, OrganisationId organisation, UUID agency, UUID team, Instant openedAt, SortedMap<LocalDate, Map<Kind, Integer>> weeks) {
    /** What is counted: conversations, never people. */
    public enum Kind implements Worded {
        ASKED("Asked"),
        NOT_SAFE("Not safe to ask"),
        DISCLOSED("Disclosed"),
        SIGNPOSTED("Signposted");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** Of all the weeks that were read. */
    public int all(Kind kind) {
        return weeks.values().stream().mapToInt(week -> week.getOrDefault(kind, 0)).sum();
    }
}
