package org.alongside.ui;

import java.time.Instant;
import org.alongside.shared.Problems.Problem;
import org.jspecify.annotations.Nullable;

/** The frame of the page being rendered, so that a field can say "There is a problem" in the reader's language without being handed the frame. */
final class Said {
    private static final ThreadLocal<Frame> NOW = new ThreadLocal<>();

    private Said() {}

    static void in(Frame frame, Runnable render) {
        Frame before = NOW.get();
        NOW.set(frame);
        try {
            render.run();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    static String say(String key, Object... details) {
        return NOW.get().say(key, details);
    }

    static String of(Problem problem) {
        return NOW.get().sayOrKeep(problem.words(), problem.details().toArray());
    }

    static String href(String path) {
        return NOW.get().href(path);
    }

    static String asset(String file) {
        return NOW.get().asset(file);
    }

    static String time(Instant at) {
        return NOW.get().time(at);
    }

    /** The ids that describe a field: its hint and its problem, or null when it has neither. */
    static @Nullable String describedBy(String id, @Nullable String hint, @Nullable Problem problem) {
        String ids = (hint == null ? "" : id + "-hint ") + (problem == null ? "" : id + "-error");
        return ids.isEmpty() ? null : ids.trim();
    }
}
