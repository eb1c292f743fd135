package org.alongside.ui;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Pictures (SVG) that stand alone, made of a template as pages are. */
@Component
public class Drawings {
    private final Pages pages;

    Drawings(Pages pages) {
        this.pages = pages;
    }

    /** @param template its path under src/main/jte without its ending; it is given the frame too */
    public byte[] of(String template, Map<String, ?> facts, Frame frame) {
        return pages.render(template + ".jte", facts, frame).toByteArray();
    }
}
