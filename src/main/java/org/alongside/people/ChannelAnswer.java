package org.alongside.people;

import java.util.List;
import java.util.stream.Collectors;

/** The answer for one way of contact. No windows means at any time. {@code words} are the person's own. */
public record ChannelAnswer(Safe safe, List<Window> windows, String words) {
    public static final ChannelAnswer UNKNOWN = new ChannelAnswer(Safe.UNKNOWN, List.of(), "");

    public ChannelAnswer {
        windows = List.copyOf(windows);
    }

    public static ChannelAnswer of(Safe safe) {
        return new ChannelAnswer(safe, List.of(), "");
    }

    /** When, in words; empty when at any time. */
    public String times() {
        return windows.stream().map(Window::words).collect(Collectors.joining("; "));
    }
}
