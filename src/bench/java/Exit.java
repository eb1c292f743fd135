import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitUntilState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.alongside.browser.Chromium;
import org.alongside.browser.Weather;

/**
 * "Exit this page" in a real browser with its profile on the disk: how soon nothing is left to read, what Back and Forward show, what the history, the profile, cookies and storage
 * still hold, and who else was asked. The same eyes look at a typical site in the same run, which must fail: where it leaves nothing, nothing is proved. Run by bin/bench exit.
 */
class Exit {
    private static final String BEFORE = "https://www.bbc.co.uk/", NEUTRAL = "https://www.bbc.co.uk/weather";
    private static final String WORD = "zqwordmarker", PLACE = "zqplacemarker";
    private static final double LIMIT = 50;
    private static final int SLOWER = 4;
    private static final Duration LINE = Duration.ofMillis(600);
    private static final Pattern TELLING = Pattern.compile("(?i)zq|abuse|violen|refuge|victim|survivor|safety|behaviour|[?&][a-z]+=");

    /** Tells by the console, on one clock for all pages, when a key or the mouse was let go, when nothing was left to read and that had been drawn, and when the next page began. */
    private static final String EYES = """
            (() => {
              const tell = (what, at) => console.debug(`exit-bench ${what} ${performance.timeOrigin + at}`);
              if (self === top) tell("began", performance.now());
              let pressed = false;
              const press = event => { if (event.isTrusted && (event.type === "click" || event.key === "Shift")) { pressed = true; tell("pressed", event.timeStamp); } };
              addEventListener("click", press, true);
              addEventListener("keyup", press, true);
              const drawn = new MessageChannel();
              drawn.port1.onmessage = () => tell("blank", performance.now());
              new MutationObserver((changes, eyes) => {
                if (!pressed || document.body?.innerText.trim() !== "") return;
                eyes.disconnect();
                tell("emptied", performance.now());
                requestAnimationFrame(() => drawn.port2.postMessage(0));
              }).observe(document, { childList: true, subtree: true, attributes: true });
            })()""";

    /** @param goes the journey to the moment of leaving, in an open tab; gives the words that must not be found afterwards */
    private record Way(String name, String site, boolean script, boolean phone, boolean shift, Function<Page, List<String>> goes) {}

    /** What was seen of one way in all its rounds. */
    private static class Seen {
        final List<Double> millis = new ArrayList<>();
        final Set<String> words = new LinkedHashSet<>(), behind = new TreeSet<>(), shown = new TreeSet<>(), hosts = new TreeSet<>(), visited = new TreeSet<>(), lines = new LinkedHashSet<>();
        int looks, blank, entries, cookies, lasting;
        ProfileFolder disk;

        double percentile(double part) {
            List<Double> sorted = millis.stream().sorted().toList();
            return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
        }

        long telling() {
            return lines.stream().filter(line -> TELLING.matcher(line).find() || words.stream().anyMatch(line::contains)).count();
        }
    }

    /** One line of the table. @param holds for which ways its limit is judged; @param keeps whether it is kept, or null without a limit */
    private record Line(String what, String limit, Function<Way, Boolean> holds, Function<Seen, String> says, Function<Seen, Boolean> keeps) {}

    private final Path folder;
    private final Weather weather;
    private final int rounds;
    private final Map<String, Double> told = new HashMap<>();

    private Exit(Path folder, int rounds) throws Exception {
        this.folder = folder;
        this.rounds = rounds;
        this.weather = new Weather(folder, LINE);
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        List<String> flags = List.of(arguments).subList(2, arguments.length);
        Running house = new Running(arguments[0], flags, Map.of());
        String before = load();
        boolean kept;
        try (TypicalSite typical = new TypicalSite(NEUTRAL)) {
            Exit exit = new Exit(house.folder, rounds);
            String ours = house.address();
            Function<Page, List<String>> finds = page -> finds(page, ours);
            List<Way> ways = List.of(new Way("click", ours, true, false, false, finds), new Way("Shift x 3", ours, true, false, true, finds), new Way("slow phone", ours, true, true, false, finds),
                    new Way("no script", ours, false, false, false, finds), new Way("typical site", typical.address(), true, false, false, page -> looksAround(page, typical.address())));
            List<Seen> seen = new ArrayList<>();
            for (Way way : ways) {
                System.out.printf("%s: %d rounds ...%n", way.name, rounds);
                seen.add(exit.walked(way));
            }
            System.out.printf(Locale.ROOT, "%n%s, %d rounds each way, a neutral page that answers after %d ms, a phone %d times slower than this machine, load before: %s, after: %s%n%n", Chromium.version(), rounds, LINE.toMillis(), SLOWER, before, load());
            kept = says(ways, seen);
        }
        System.exit(kept ? 0 : 1);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    /** Home, find (a place nobody knows, a word nobody offers, then a search), a service, back to what was found. */
    private static List<String> finds(Page page, String site) {
        page.navigate(site + "/");
        page.locator("main a[href$='/find']").first().click();
        types(page, "#words", WORD);
        types(page, "#where", PLACE);
        page.getByText("Show me who can help").click();
        page.waitForSelector("text=We do not know that place");
        types(page, "#where", "");
        page.getByText("Show me who can help").click();
        page.waitForSelector("main >> text=" + WORD);
        page.getByText("Change my answers").click();
        page.waitForURL("**/find/answers");
        types(page, "#words", "someone to talk to");
        types(page, "#where", "Westermouth");
        page.getByText("Show me who can help").click();
        // An invented service is named on no page but its own and those that find it.
        String name = page.locator("article.found:has(.govuk-tag--purple) h2 a").first().innerText().strip();
        page.getByText(name).first().click();
        page.waitForURL("**/services/**");
        page.locator(".govuk-back-link").click();
        page.waitForSelector("article.found");
        return List.of(WORD, PLACE, name);
    }

    private static List<String> looksAround(Page page, String site) {
        page.navigate(site + "/");
        types(page, "input", WORD);
        page.getByText("Search").click();
        page.locator("#service").click();
        page.locator("#back").click();
        page.waitForSelector("#service");
        return List.of(WORD, TypicalSite.NAME, TypicalSite.PRESSED);
    }

    /** Key by key: what a browser learns from typing, it learns from keys. */
    private static void types(Page page, String field, String words) {
        page.locator(field).clear();
        page.locator(field).pressSequentially(words);
    }

    private Seen walked(Way way) throws Exception {
        Seen seen = new Seen();
        Path profile = folder.resolve("profile of " + way.name);
        try (BrowserContext browser = Chromium.withProfile(profile, way.script, weather.port())) {
            browser.addInitScript(EYES);
            browser.onConsoleMessage(message -> hears(message.text()));
            browser.onRequest(request -> seen.hosts.add(URI.create(request.url()).getHost()));
            for (int round = 0; round < rounds; round++) {
                Page page = browser.newPage();
                page.onFrameNavigated(frame -> {
                    if (frame.url().startsWith(way.site)) seen.visited.add(frame.url());
                });
                round(way, browser, page, seen);
                if (round < rounds - 1) page.close();
            }
            seen.cookies = (int) browser.cookies().stream().filter(cookie -> cookie.domain.equals("localhost")).count();
        }
        seen.hosts.removeAll(Set.of("localhost", "www.bbc.co.uk"));
        seen.disk = new ProfileFolder(profile, way.site, seen.words, seen.visited);
        // Somebody takes the device afterwards, opens the browser and looks at its list.
        try (BrowserContext again = Chromium.withProfile(profile, true, weather.port())) {
            seen.lasting = (int) again.cookies().stream().filter(cookie -> cookie.domain.equals("localhost")).count();
            seen.lines.addAll(history(again, way.site));
        }
        return seen;
    }

    private void round(Way way, BrowserContext browser, Page page, Seen seen) throws IOException {
        CDPSession tools = browser.newCDPSession(page);
        if (way.phone) {
            page.setViewportSize(390, 844);
            JsonObject rate = new JsonObject();
            rate.addProperty("rate", SLOWER);
            tools.send("Emulation.setCPUThrottlingRate", rate);
        }
        page.navigate(BEFORE);
        seen.words.addAll(way.goes.apply(page));
        page.waitForTimeout(200);
        told.clear();
        long from = System.nanoTime();
        leaves(page, way.shift);
        if (way.script) looks(page, tools, seen);
        page.waitForURL(NEUTRAL, new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
        double gone = (System.nanoTime() - from) / 1e6;
        page.waitForTimeout(300);
        seen.millis.add(way.script ? told.getOrDefault("blank", told.get("began")) - told.get("pressed") : gone);
        goesThroughTheHistory(tools, page, way.site, seen);
    }

    private static void leaves(Page page, boolean shift) {
        if (shift) {
            for (int press = 0; press < 3; press++) page.keyboard().press("Shift");
        } else {
            BoundingBox exit = page.locator("#exit").boundingBox();
            page.mouse().click(exit.x + exit.width / 2, exit.y + exit.height / 2);
        }
    }

    /** What stands on the screen while the line is slow: one colour, or something to read. */
    private void looks(Page page, CDPSession tools, Seen seen) throws IOException {
        for (int waited = 0; waited < 10 && !told.containsKey("blank"); waited++) page.waitForTimeout(10);
        BufferedImage screen = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(tools.send("Page.captureScreenshot").get("data").getAsString())));
        // A picture of the next page says nothing of ours.
        if (told.containsKey("began")) return;
        seen.looks++;
        if (isOneColour(screen)) seen.blank++;
    }

    private static boolean isOneColour(BufferedImage screen) {
        int first = screen.getRGB(0, 0);
        for (int y = 0; y < screen.getHeight(); y++) for (int x = 0; x < screen.getWidth(); x++) if (screen.getRGB(x, y) != first) return false;
        return true;
    }

    private void hears(String said) {
        String[] words = said.split(" ");
        if (words.length == 3 && words[0].equals("exit-bench")) told.put(words[1], Double.parseDouble(words[2]));
    }

    /** Every step back and every step forward again. The browser's own buttons leave out steps that were made without a press; here none is left out. */
    private static void goesThroughTheHistory(CDPSession tools, Page page, String site, Seen seen) {
        JsonObject history = tools.send("Page.getNavigationHistory");
        List<JsonObject> entries = new ArrayList<>();
        history.getAsJsonArray("entries").forEach(entry -> entries.add(entry.getAsJsonObject()));
        seen.entries = Math.max(seen.entries, (int) entries.stream().filter(entry -> entry.get("url").getAsString().startsWith(site)).count());
        List<JsonObject> steps = new ArrayList<>(entries.subList(0, entries.size() - 1));
        Collections.reverse(steps);
        steps.addAll(entries.subList(1, entries.size()));
        for (JsonObject step : steps) {
            JsonObject to = new JsonObject();
            to.add("entryId", step.get("id"));
            tools.send("Page.navigateToHistoryEntry", to);
            String content = settled(page);
            if (page.url().startsWith(site)) seen.behind.add(page.url().substring(site.length()));
            seen.words.stream().filter(content::contains).forEach(word -> seen.shown.add(word + " at " + page.url().replace(site, "")));
        }
    }

    /** A page brought back whole from memory loads nothing, so there is no event to wait for. */
    private static String settled(Page page) {
        for (int tries = 0; tries < 50; tries++) {
            page.waitForTimeout(250);
            try {
                if (page.evaluate("document.readyState").equals("complete")) return page.content();
            } catch (PlaywrightException onItsWay) {
                // Asked again.
            }
        }
        throw new IllegalStateException("does not come to rest: " + page.url());
    }

    /** The lines of the browser's own list of visited pages, "title  address", as it shows them. */
    private static List<String> history(BrowserContext browser, String site) {
        Page page = browser.newPage();
        page.navigate("chrome://history/");
        page.waitForSelector("history-item");
        page.waitForTimeout(500);
        List<String> lines = new ArrayList<>();
        for (Object line : (List<?>) page.locator("history-item").evaluateAll("items => items.map(one => `${one.item.title}  ${one.item.url}`)")) if (line.toString().contains(site)) lines.add(line.toString().replace(site, ""));
        return lines;
    }

    private static final List<Line> LINES = List.of(
            new Line("to blank, median ms", "", way -> true, seen -> millis(seen.percentile(0.5)), null),
            new Line("to blank, p99 ms", "", way -> true, seen -> millis(seen.percentile(0.99)), null),
            new Line("to blank, longest ms", millis(LIMIT), way -> way.script && !way.phone, seen -> millis(seen.percentile(1)), seen -> seen.percentile(1) <= LIMIT),
            new Line("screens of one colour meanwhile", "all", way -> way.script, seen -> seen.blank + "/" + seen.looks, seen -> seen.looks > 0 && seen.blank == seen.looks),
            new Line("pages behind Back and Forward", "0", way -> way.script, seen -> number(seen.behind), seen -> seen.behind.isEmpty()),
            new Line("  words of the visit on them", "0", way -> true, seen -> number(seen.shown), seen -> seen.shown.isEmpty()),
            new Line("entries left in the tab", "0", way -> way.script, seen -> String.valueOf(seen.entries), seen -> seen.entries == 0),
            new Line("lines in the list of history", "1", way -> way.script, seen -> number(seen.lines), seen -> seen.lines.size() <= 1),
            new Line("  that tell", "0", way -> true, seen -> String.valueOf(seen.telling()), seen -> seen.telling() == 0),
            new Line("words of the visit in files", "0", way -> true, seen -> number(seen.disk.markers), seen -> seen.disk.markers.isEmpty()),
            new Line("addresses in files", "", way -> true, seen -> number(seen.disk.addresses), null),
            new Line("cookies left", "0", way -> true, seen -> String.valueOf(seen.cookies), seen -> seen.cookies == 0),
            new Line("cookies on the disk", "0", way -> true, seen -> String.valueOf(seen.lasting), seen -> seen.lasting == 0),
            new Line("files of stored values", "0", way -> true, seen -> number(seen.disk.stores), seen -> seen.disk.stores.isEmpty()),
            new Line("hosts of others asked", "0", way -> true, seen -> number(seen.hosts), seen -> seen.hosts.isEmpty()));

    private static String number(Set<String> all) {
        return String.valueOf(all.size());
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    /** The table, ours beside the control, which stands last. A limit that is not kept has a star; one that the control keeps as well proves nothing. */
    private static boolean says(List<Way> ways, List<Seen> seen) {
        int control = ways.size() - 1;
        List<String> broken = new ArrayList<>(), unproved = new ArrayList<>();
        System.out.printf("%-34s%8s", "", "limit");
        for (Way way : ways) System.out.printf("%15s", way.name);
        System.out.println();
        for (Line line : LINES) {
            System.out.printf("%-34s%8s", line.what, line.limit);
            for (int i = 0; i < ways.size(); i++) {
                boolean seenToHold = line.keeps == null || line.keeps.apply(seen.get(i));
                boolean judged = i < control && line.holds.apply(ways.get(i));
                if (judged && !seenToHold) broken.add(ways.get(i).name + ": " + line.what.strip());
                if (i == control && line.keeps != null && seenToHold) unproved.add(line.what.strip());
                System.out.printf("%15s", line.says.apply(seen.get(i)) + (judged && !seenToHold ? " *" : ""));
            }
            System.out.println();
        }
        System.out.println();
        for (int i = 0; i < ways.size(); i++) {
            Seen one = seen.get(i);
            System.out.printf("%s%n  in the list of history: %s%n  addresses in its %d files: %s%n", ways.get(i).name, said(one.lines), one.disk.files, said(one.disk.addresses));
            if (!one.behind.isEmpty()) System.out.printf("  behind Back and Forward: %s%n", said(one.behind));
            if (!one.shown.isEmpty()) System.out.printf("  to read there: %s%n", said(one.shown));
            if (!one.disk.markers.isEmpty()) System.out.printf("  words in files: %s%n", said(one.disk.markers));
        }
        System.out.printf("%nWithout a script nothing can blank before the line answers: that time, pages behind Back and lines of history are told, not judged; so is the phone's time.%n");
        if (!unproved.isEmpty()) System.out.println("PROVED NOTHING: the typical site leaves none of these either: " + String.join(", ", unproved));
        if (!broken.isEmpty()) System.out.println("NOT KEPT: " + String.join("; ", broken));
        if (broken.isEmpty() && unproved.isEmpty()) System.out.println("Every limit is kept, and the typical site breaks every one.");
        return broken.isEmpty() && unproved.isEmpty();
    }

    private static String said(Set<String> all) {
        return all.isEmpty() ? "nothing" : String.join(", ", all);
    }
}
