package org.alongside.directory;

import java.time.LocalTime;
import java.util.List;
import org.alongside.directory.OpenNow.Reason;
import org.jspecify.annotations.Nullable;

/** What holds for one date. An unstated day keeps the usual spans only to know which night it might run into. */
record DayRule(Reason reason, boolean stated, List<Span> spans, @Nullable String note) {

    boolean coversOwnDay(LocalTime time) {
        return spans.stream().anyMatch(span -> span.coversOnItsOwnDay(time));
    }

    boolean coversNextDay(LocalTime time) {
        return spans.stream().anyMatch(span -> span.coversOnTheNextDay(time));
    }

    boolean mayRunInto(DayRule next) {
        return next.reason == Reason.USUAL_HOURS || next.equals(this);
    }
}
