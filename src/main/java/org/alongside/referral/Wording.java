package org.alongside.referral;

import java.util.List;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;

/** The words for whoever asks: "you" for oneself, "they" for a professional; for how somebody behaves where that differs. */
public final class Wording {
    private Wording() {
    }

    public static String of(Frame frame, Asking asking, String key) {
        String words = orNull(frame, asking, key);
        return words == null ? frame.say(key) : words;
    }

    public static @Nullable String orNull(Frame frame, Asking asking, String key) {
        for (String variant : variants(asking)) {
            String words = frame.sayOrKeep(key + variant);
            if (!words.equals(key + variant)) return words;
        }
        return null;
    }

    private static List<String> variants(Asking asking) {
        return switch (asking) {
            case MYSELF -> List.of("");
            case CHILD -> List.of("@child", "");
            case MY_BEHAVIOUR -> List.of("@change", "");
            case FOR_SOMEONE -> List.of("@theirs", "");
            case FOR_THEIR_BEHAVIOUR -> List.of("@theirs-change", "@theirs", "");
        };
    }
}
