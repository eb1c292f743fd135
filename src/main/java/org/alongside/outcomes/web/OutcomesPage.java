package org.alongside.outcomes.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.outcomes.Snapshot;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;

/**
 * How things are with a client, over time.
 *
 * @param compared what was answered, one line for each thing asked about; sources that are never mixed stand in tables of their own
 * @param sets what may be asked, {@code stages} when; {@code typed} what was typed to begin
 */
record OutcomesPage(UUID caseId, String who, boolean closed, List<Row> drafts, List<Row> done, List<Table> compared, List<Option> sets, List<Option> stages, Map<String, String> typed, TypedDate on, Problems problems) {
    record Row(Snapshot snapshot, String by) {}

    record Table(String title, List<Line> lines) {}

    /** One thing asked about. @param views each view's answers, oldest first */
    record Line(String about, List<View> views) {}

    record View(String whose, List<Said> said) {}

    /** @param changed whether it is not as it was the time before */
    record Said(String when, String words, boolean changed) {}

    String path() {
        return "/desk/cases/" + caseId + "/outcomes";
    }
}
