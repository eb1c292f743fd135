package org.alongside.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;

/** Asks axe whether anything on the page as it stands keeps somebody out, on a small screen and on a large one. */
final class Accessible {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<ViewportSize> SIZES = List.of(new ViewportSize(320, 640), Chromium.PHONE, Chromium.DESKTOP);

    private Accessible() {
    }

    /** What is wrong with the page, one line each. */
    static List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        for (ViewportSize size : SIZES) {
            page.setViewportSize(size.width, size.height);
            String here = page.url().replaceFirst("https?://[^/]*", "") + " at " + size.width + ": ";
            Number sideways = (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (sideways.intValue() > 0) problems.add(here + "scrolls sideways by " + sideways);
            if (size != Chromium.PHONE) found(page).forEach(rule -> problems.add(here + rule));
        }
        return problems;
    }

    // One page without frames: the old way of asking is as thorough and much faster, since it opens no second window.
    @SuppressWarnings("deprecation")
    private static List<String> found(Page page) {
        return new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " (" + rule.getHelp() + ") in " + node.getHtml())).toList();
    }
}
