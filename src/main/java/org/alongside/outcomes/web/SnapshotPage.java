package org.alongside.outcomes.web;

import java.util.UUID;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument.By;
import org.alongside.outcomes.Snapshot;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot, being written or finished.
 *
 * @param by who wrote it down
 * @param before the same set the time before and {@code beforeSaid} its day
 * @param theirs what a colleague saved while this was being written
 */
record SnapshotPage(UUID caseId, String who, Snapshot snapshot, String by, AnswerSheet sheet, int revision, @Nullable AnswerSheet before, @Nullable String beforeSaid, @Nullable AnswerSheet theirs, Problems problems) {
    String all() {
        return "/desk/cases/" + caseId + "/outcomes";
    }

    /** Safety: what a participant says of danger leads to whoever stands beside their partners. */
    boolean tellsOfDanger() {
        return snapshot.view() == By.PARTICIPANT && !sheet.signals().isEmpty();
    }

    String path() {
        return all() + "/" + snapshot.id();
    }
}
