package org.alongside.casework.web;

import java.time.Instant;
import java.util.UUID;
import org.alongside.casework.CaseStatus;
import org.jspecify.annotations.Nullable;

/** @param of which of the lists this is @param older where the next page begins; null on the last */
record CasesPage(List of, java.util.List<Row> rows, Counts counts, boolean first, @Nullable String older, boolean change) {
    enum List {
        MINE("mine", "My cases", "You have no open cases", "When a case is given to you, it shows here. You can take one that is waiting for a worker."),
        TEAM("team", "All open cases", "No open cases", "A case begins when somebody screens a referral."),
        OVERDUE("overdue", "Something is overdue", "Nothing is overdue", "Reviews and actions past their day show here."),
        WAITING("waiting", "Waiting for a worker", "Every case has a worker", "Cases nobody has yet, and those of colleagues who left, show here."),
        CLOSED("closed", "Closed", "No closed cases", "Closed cases stay here until their time is up. Any of them can be opened again.");

        private final String code;
        private final String words;
        private final String none;
        private final String instead;

        List(String code, String words, String none, String instead) {
            this.code = code;
            this.words = words;
            this.none = none;
            this.instead = instead;
        }

        static List of(@Nullable String code) {
            for (List list : values()) if (list.code.equals(code)) return list;
            return MINE;
        }

        String code() {
            return code;
        }

        String words() {
            return words;
        }

        /** What an empty list says. */
        String none() {
            return none;
        }

        String instead() {
            return instead;
        }
    }

    /** How many stand in each list that asks for something to be done. */
    record Counts(int mine, int overdue, int waiting) {}

    record Row(UUID id, String reference, String client, CaseStatus status, @Nullable String worker, boolean workerLeft, Instant openedAt, @Nullable Instant lastContactAt,
            int actionsOverdue, int reviewsOverdue, boolean crisisOpen) {}

    @Nullable String newestPath() {
        return first ? null : "/desk/cases?list=" + of.code;
    }

    @Nullable String olderPath() {
        return older == null ? null : "/desk/cases?list=" + of.code + "&before=" + older;
    }
}
