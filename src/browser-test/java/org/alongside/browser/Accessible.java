package org.alongside.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;

/** Asks axe whether anything on the page as it stands keeps somebody out, on a small screen and on a large one. */
final class Accessible {
    private static final List<ViewportSize> SIZES = List.of(new ViewportSize(320, 640), Chromium.PHONE, Chromium.DESKTOP);
    // Asked in the page itself, for violations only: the builder's own way carries every rule that passed back to us, and takes three times as long.
    private static final String FOUND = """
            axe.run(document, {
              runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
              resultTypes: ["violations"],
              rules: { "color-contrast": { enabled: %s } }
            }).then(results => results.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.help}) in ${node.html}`)))""";

    private Accessible() {
    }

    /** What is wrong with the page, one line each. */
    static List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        page.evaluate(AxeBuilder.getAxeScript());
        int came = page.viewportSize().width;
        for (ViewportSize size : SIZES) {
            page.setViewportSize(size.width, size.height);
            String here = page.url().replaceFirst("https?://[^/]*", "") + " at " + size.width + ": ";
            int sideways = ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
            if (sideways > 0) problems.add(here + "scrolls sideways by " + sideways);
            // Colours take two thirds of the time and do not change with the size: they are looked at in the one nearer to that which the visitor came with.
            boolean colours = size.width < Chromium.DESKTOP.width == came < Chromium.DESKTOP.width;
            if (size != Chromium.PHONE) ((List<?>) page.evaluate(FOUND.formatted(colours))).forEach(rule -> problems.add(here + rule));
        }
        page.setViewportSize(came, SIZES.stream().filter(size -> size.width == came).map(size -> size.height).findFirst().orElse(Chromium.PHONE.height));
        return problems;
    }
}
