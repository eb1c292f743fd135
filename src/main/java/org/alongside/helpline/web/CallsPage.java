package org.alongside.helpline.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.helpline.HelplineContact.Caller;
import org.alongside.helpline.HelplineContact.Channel;
import org.alongside.helpline.HelplineContact.Done;
import org.alongside.helpline.HelplineContact.Issue;
import org.alongside.helpline.HelplineContact.SafeNow;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;

/** One day of the helpline log. */
record CallsPage(LocalDate day, List<Row> rows, Map<Caller, Integer> counts, @Nullable Cursor next) {
    record Row(UUID id, Instant startedAt, int minutes, Channel channel, Caller caller, String area, Issue issue, SafeNow safeNow, List<Done> done, String signpost, boolean referred, String worker) {
        String time() {
            return Times.say(Times.london(startedAt).toLocalTime());
        }
    }

    int count(Caller caller) {
        return counts.getOrDefault(caller, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    String title() {
        return Times.sayWeekday(day);
    }

    @Nullable String older() {
        return next == null ? null : "/desk/calls?day=" + day + "&after=" + next.written();
    }
}
