package org.alongside.ui;

import org.springframework.web.servlet.ViewResolver;

/** Lets the tests of ui.web frame and render pages without a server. */
public final class FramesForTests {
    private FramesForTests() {}

    public static Frames frames() {
        return Rendered.frames();
    }

    public static ViewResolver pages() {
        return Rendered.pages();
    }
}
