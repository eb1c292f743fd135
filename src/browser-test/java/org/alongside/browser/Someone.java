package org.alongside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import org.alongside.organisations.DemoWorkers;

/** Somebody at a browser, who knows only what stands on the page: headings, questions, the words on buttons and links. */
final class Someone implements AutoCloseable {
    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    final Page page;
    private final String home;

    Someone(int port, ViewportSize size, boolean javaScript) {
        this(port, Chromium.visitor(size, javaScript));
    }

    Someone(int port, Page page) {
        this.home = "http://localhost:" + port;
        this.page = page;
    }

    Someone goes(String path) {
        page.navigate(home + path);
        return this;
    }

    /** Waits for the page with this heading, and for its scripts: no hand is as fast as a test. */
    Someone isOn(String heading) {
        assertThat(page.locator("h1")).containsText(heading);
        page.waitForLoadState();
        return this;
    }

    Someone reads(String... words) {
        for (String one : words) assertThat(page.locator("main")).containsText(one);
        return this;
    }

    /** What shows on the page, and not only stands in it. */
    Someone sees(String words) {
        assertThat(page.getByText(words, new Page.GetByTextOptions().setExact(true)).first()).isVisible();
        return this;
    }

    Someone doesNotRead(String words) {
        assertThat(page.locator("main")).not().containsText(words);
        return this;
    }

    /** Where they are, without the host. */
    String path() {
        return page.url().replaceFirst("https?://[^/]*", "");
    }

    /** The words of the first thing that matches. */
    String textOf(String selector) {
        return page.locator(selector).first().innerText().trim();
    }

    Someone follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
        return this;
    }

    Someone presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
        return this;
    }

    /** Gives these answers to the question with this wording. */
    Someone answers(String question, String... options) {
        Locator group = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question).setExact(true)).first();
        for (String option : options) group.getByLabel(option, new Locator.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    Someone ticks(String box) {
        page.getByLabel(box, new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    Someone types(String field, String words) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field).setExact(true)).fill(words);
        return this;
    }

    Someone typesIn(String part, String field, String words) {
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(part).setExact(true)).getByLabel(field, new Locator.GetByLabelOptions().setExact(true)).fill(words);
        return this;
    }

    Someone picks(String field, String option) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    Someone dates(String question, int day, int month, int year) {
        Locator group = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question).setExact(true)).first();
        group.getByLabel("Day").fill(Integer.toString(day));
        group.getByLabel("Month").fill(Integer.toString(month));
        group.getByLabel("Year").fill(Integer.toString(year));
        return this;
    }

    Someone signsIn(String name) {
        goes("/desk/sign-in").isOn("Sign in");
        types("E-mail address", name.contains("@") ? name : name + "@harbour.example");
        page.locator("#password").fill(DemoWorkers.PASSWORD);
        presses("Sign in");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    @Override
    public void close() {
        page.context().close();
    }
}
