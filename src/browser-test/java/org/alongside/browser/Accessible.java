package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** Asks axe whether anything on the page as it stands keeps somebody out. */
final class Accessible {
    private Accessible() {
    }

    static void check(Page page) {
        List<Rule> found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")).analyze().getViolations();

        assertThat(found).as(page.url()).allSatisfy(rule -> assertThat(rule.getNodes().stream().map(node -> node.getHtml()).toList()).as(rule.getId() + ": " + rule.getHelp()).isEmpty());
        Number sideways = (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(sideways.intValue()).as("scrolls sideways: " + page.url()).isZero();
    }
}
