package org.alongside.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks axe whether anything on the page as it stands keeps somebody out, on a small screen and on a large one. */
final class Accessible {
    private static final List<ViewportSize> SIZES = List.of(new ViewportSize(320, 640), Chromium.PHONE, Chromium.DESKTOP);
    // Asked in the page itself, for violations only: the builder's own way carries every rule that passed back to us, and takes three times as long.
    private static final String FOUND = """
            axe.run(document, {
              runOnly: %s,
              resultTypes: ["violations"],
              rules: { "color-contrast": { enabled: %s } }
            }).then(results => results.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.help}) in ${node.html}`)))""";

    private static final String EVERYTHING = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
    /** What another size of the same page can break: what is shown or hidden there, how large it is to the finger, and what scrolls. */
    private static final String OF_THE_SIZE = "{ type: 'rule', values: ['target-size', 'scrollable-region-focusable', 'region', 'bypass', 'heading-order', 'page-has-heading-one', 'landmark-one-main', 'link-name', 'button-name', 'label', 'aria-hidden-focus', 'meta-viewport'] }";
    /** Kinds of pages whose colours were looked at: which page, with or without errors on it, on paper or not. */
    private static final Set<String> COLOURED = ConcurrentHashMap.newKeySet();

    private Accessible() {
    }

    /** What is wrong with the page, one line each. */
    static List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        page.evaluate(AxeBuilder.getAxeScript());
        int came = page.viewportSize().width;
        String path = page.url().replaceFirst("https?://[^/]*", "");
        // Colours take two thirds of the time: once for each kind and state of a page, in the size the visitor came with.
        boolean colours = COLOURED.add(path.replaceAll("/([0-9a-f-]{36}|[0-9a-f]{40}|\\d+)(?=[/?]|$)", "/*") + page.evaluate("[...document.querySelectorAll('[class]')].flatMap(one => [...one.classList]).filter((one, at, all) => all.indexOf(one) === at).sort().join()"));
        for (ViewportSize size : SIZES) {
            page.setViewportSize(size.width, size.height);
            String here = path + " at " + size.width + ": ";
            int sideways = ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
            if (sideways > 0) problems.add(here + "scrolls sideways by " + sideways);
            boolean asItCame = size.width < Chromium.DESKTOP.width == came < Chromium.DESKTOP.width;
            if (size != Chromium.PHONE) ((List<?>) page.evaluate(FOUND.formatted(asItCame ? EVERYTHING : OF_THE_SIZE, asItCame && colours))).forEach(rule -> problems.add(here + rule));
        }
        page.setViewportSize(came, SIZES.stream().filter(size -> size.width == came).map(size -> size.height).findFirst().orElse(Chromium.PHONE.height));
        return problems;
    }
}
