package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/**
 * S1, in a real browser with its profile on disk: what somebody who takes the device afterwards can find. The same eyes look at a naive site first.
 * One thing stays, and /about-this-site says so: the browser's own list of visited pages has our addresses, which tell neither what was read nor what was typed.
 */
@AlongsideTest
class NoTraceTests {
    private static final String NEUTRAL = "https://www.bbc.co.uk/weather";
    private static final int BACK = -1;
    private static final int FORWARD = 1;
    private static final Pattern TELLING = Pattern.compile("(?i)abuse|abusive|violen|believ|behaviour|danger|worried|support|refuge|\\bmen\\b|women|victim|survivor|child|young|safety");
    private static final String PLACE = "zqplacemarker";
    private static final String NAME = "Zqnamemarker";
    private static final String STORY = "zqstorymarker";

    @Value("${local.server.port}") int port;
    @TempDir Path folder;
    private Weather weather;
    /** The service that was looked at. */
    private String service;
    /** Every address any page asked for. */
    private final List<String> asked = new ArrayList<>();

    private record Left(List<String> markers, Set<String> addresses) {}

    @BeforeEach
    void neutralPage() throws Exception {
        weather = new Weather(folder);
    }

    @AfterEach
    void closeNeutralPage() {
        weather.close();
    }

    @Test
    void a_naive_site_leaves_what_was_typed_on_the_disk_and_behind_the_back_button() throws Exception {
        try (NaiveSite naive = new NaiveSite(NEUTRAL)) {
            Left left = visit(true, naive.address(), page -> {
                page.navigate(naive.address() + "/");
                int before = entries(page);
                page.fill("input", PLACE);
                page.click("button");
                page.click("text=Tell us");
                page.fill("textarea", STORY);
                page.click("button");
                assertThat(entries(page)).isGreaterThan(before);
                page.click("text=Exit");
                page.waitForURL(NEUTRAL);
                moves(page, BACK);
                page.waitForURL(naive.address() + "/sent");
                assertThat(page.content()).contains(STORY);
            });

            assertThat(left.markers()).isNotEmpty();
            assertThat(left.addresses()).anyMatch(address -> address.contains(PLACE)).anyMatch(address -> TELLING.matcher(address).find());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"click", "shift"})
    void with_a_script_a_visit_is_one_line_of_history_and_leaves_nothing_that_was_typed(String exit) throws Exception {
        Left left = visit(true, "http://localhost:" + port, page -> {
            page.navigate("http://localhost:" + port + "/");
            int before = entries(page);
            looksAroundAndAsksForHelp(page);
            // Keys pressed before the script is there reach nobody.
            page.waitForLoadState();
            assertThat(entries(page)).as("history entries").isEqualTo(before);
            if (exit.equals("click")) page.click("#exit");
            else for (int press = 0; press < 3; press++) page.keyboard().press("Shift");
            page.waitForURL(NEUTRAL);
            assertThat(entries(page)).as("history entries after leaving").isEqualTo(before);
            showsNothing(page, BACK);
            // One step back is where they were before.
            page.waitForCondition(() -> page.url().equals("https://www.bbc.co.uk/"));
            showsNothing(page, FORWARD);
            page.waitForCondition(() -> page.url().equals(NEUTRAL));
        });

        assertThat(left.markers()).isEmpty();
        assertThat(left.addresses()).as("addresses on the disk").isNotEmpty()
                .noneMatch(address -> address.matches(".*\\?[a-z-]+=.*")).noneMatch(address -> TELLING.matcher(address).find());
    }

    @Test
    void an_answer_that_comes_after_leaving_does_not_bring_the_visit_back() throws Exception {
        visit(true, "http://localhost:" + port, page -> {
            page.navigate("http://localhost:" + port + "/");
            AtomicReference<Route> asked = held(page, "**/helplines");
            AtomicReference<Route> neutral = held(page, NEUTRAL);
            page.click("main a[href$='/helplines']");
            page.waitForCondition(() -> asked.get() != null);
            page.evaluate("setTimeout(() => document.getElementById('exit').click())");
            page.waitForCondition(() -> neutral.get() != null);
            asked.get().resume();
            page.waitForTimeout(500);
            neutral.get().resume();
            page.waitForURL(NEUTRAL);
        });
    }

    @Test
    void when_nothing_answers_the_page_stays_and_says_so() throws Exception {
        visit(true, "http://localhost:" + port, page -> {
            page.navigate("http://localhost:" + port + "/");
            page.route("**/find", Route::abort);
            page.click("main a[href$='/find']");
            page.waitForSelector("#trouble");
            assertThat(page.url()).isEqualTo("http://localhost:" + port + "/");
            page.unroute("**/find");
            page.click("main a[href$='/find']");
            page.waitForURL("**/find");
        });
    }

    private static AtomicReference<Route> held(Page page, String address) {
        AtomicReference<Route> held = new AtomicReference<>();
        page.route(address, route -> {
            if (!held.compareAndSet(null, route)) route.resume();
        });
        return held;
    }

    @Test
    void without_a_script_leaving_forgets_what_was_typed() throws Exception {
        Left left = visit(false, "http://localhost:" + port, page -> {
            page.navigate("http://localhost:" + port + "/");
            looksAroundAndAsksForHelp(page);
            page.click("#exit");
            page.waitForURL(NEUTRAL);
            int steps = entries(page) - 2;
            assertThat(steps).as("steps to go back").isGreaterThan(10);
            for (int step = 0; step < steps; step++) showsNothing(page, BACK);
            for (int step = 0; step < steps; step++) showsNothing(page, FORWARD);
            assertThat(page.context().cookies()).isEmpty();
        });

        assertThat(left.markers()).isEmpty();
    }

    private void looksAroundAndAsksForHelp(Page page) {
        Someone them = new Someone(port, page);
        them.isOn("You are not on your own").follows("Is this abuse?").isOn("Is this abuse?").follows("Local support");
        them.isOn("You are not on your own").follows("Find help").isOn("Find help").types("Roughly where?", PLACE).presses("Show me who can help");
        them.reads("We do not know that place.").types("Roughly where?", "Westermouth").presses("Show me who can help").isOn("Who can help");
        // An invented service is named on no page but its own and those that find it.
        service = them.textOf("article.found:has(.govuk-tag--purple) h2 a");
        them.follows(service).isOn(service).follows("Back").isOn("Who can help").follows("Local support");
        them.isOn("You are not on your own").follows("Ask a service to contact me").isOn("Ask for help");
        them.answers("Who is this for?", "Me: someone hurts, frightens or controls me").presses("Continue");
        them.isOn("How may we contact you safely?").answers("How may we contact you safely?", "Do not contact me. I will ring you").presses("Continue");
        them.isOn("Are you safe right now?").presses("Skip this question").isOn("Your name").types("First name, or what to call you", NAME).presses("Continue");
        for (String skipped : List.of("When were you born?", "Town or postcode", "About you", "Talking with us", "Children")) {
            them.isOn(skipped).presses(skipped.equals("When were you born?") || skipped.equals("Town or postcode") ? "Skip this question" : "Skip these questions");
        }
        them.isOn("In your own words").types("What is happening?", STORY).presses("Continue");
        them.isOn("Who should read this?");
    }

    /** Moves through the history as the buttons do; a page brought back whole from memory loads nothing, so there is no event to wait for. */
    private void showsNothing(Page page, int step) {
        moves(page, step);
        page.waitForTimeout(400);
        page.waitForCondition(() -> isStill(page));
        assertThat(page.content()).as((step == BACK ? "Back" : "Forward") + " shows " + page.url()).doesNotContain(PLACE, NAME, STORY, service);
    }

    // By the browser itself: where scripts are off, a script that goes back does nothing, and every look is at the same page.
    private static void moves(Page page, int step) {
        CDPSession tools = page.context().newCDPSession(page);
        JsonObject history = tools.send("Page.getNavigationHistory"), to = new JsonObject();
        to.add("entryId", history.getAsJsonArray("entries").get(history.get("currentIndex").getAsInt() + step).getAsJsonObject().get("id"));
        tools.send("Page.navigateToHistoryEntry", to);
        tools.detach();
    }

    private static boolean isStill(Page page) {
        try {
            return page.evaluate("document.readyState").equals("complete");
        } catch (PlaywrightException onItsWay) {
            return false;
        }
    }

    private static int entries(Page page) {
        return ((Number) page.evaluate("history.length")).intValue();
    }

    /** Opens a browser on the neutral page, lets somebody visit, closes it and searches everything it wrote. */
    private Left visit(boolean javaScript, String site, Consumer<Page> visit) throws IOException {
        Path profile = folder.resolve("profile");
        try (BrowserContext browser = Chromium.withProfile(profile, javaScript, weather.port())) {
            browser.onRequest(request -> asked.add(request.url()));
            Page page = browser.pages().get(0);
            page.navigate("https://www.bbc.co.uk/");
            visit.accept(page);
            page.waitForTimeout(500);
        }
        Set<String> hosts = new TreeSet<>();
        asked.stream().map(URI::create).forEach(address -> hosts.add(address.getHost()));
        assertThat(hosts).as("hosts that were asked").isSubsetOf("localhost", "www.bbc.co.uk");
        return searched(profile, site);
    }

    private Left searched(Path profile, String site) throws IOException {
        List<String> markers = new ArrayList<>();
        Set<String> addresses = new TreeSet<>();
        Pattern ours = Pattern.compile(Pattern.quote(site) + "[a-zA-Z0-9/_?=&%.-]*");
        try (Stream<Path> files = Files.walk(profile).filter(Files::isRegularFile)) {
            files.forEach(file -> {
                String bytes = read(file);
                // Chromium keeps most words as UTF-8, some as UTF-16: without its zero bytes the one reads like the other.
                for (String text : List.of(bytes, bytes.replace("\0", ""))) {
                    for (String marker : markers()) if (text.toLowerCase().contains(marker.toLowerCase())) markers.add(profile.relativize(file) + ": " + marker);
                    for (Matcher match = ours.matcher(text); match.find(); ) addresses.add(match.group());
                }
            });
        }
        return new Left(markers, addresses);
    }

    private List<String> markers() {
        return service == null ? List.of(PLACE, NAME, STORY) : List.of(PLACE, NAME, STORY, service);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
