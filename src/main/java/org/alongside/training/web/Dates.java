package org.alongside.training.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.alongside.shared.Times;
import org.alongside.training.Session;
import org.alongside.ui.Frame;

/** When a cohort meets, as it is said on public pages. */
final class Dates {
    private Dates() {
    }

    /** Friday 20 November 2026, 10:00 to 12:00, London time in the reader's language. */
    static String of(Frame frame, Session session) {
        ZonedDateTime from = Times.london(session.from()), until = Times.london(session.until());
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", frame.language());
        return frame.say("training.when", DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", frame.language()).format(from), time.format(from), time.format(until));
    }
}
