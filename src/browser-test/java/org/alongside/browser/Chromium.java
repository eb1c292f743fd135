package org.alongside.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, started once for all browser tests and for bin/bench exit. */
public final class Chromium {
    static final ViewportSize PHONE = new ViewportSize(390, 844);
    static final ViewportSize DESKTOP = new ViewportSize(1280, 900);
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static Playwright playwright;
    private static Browser browser;

    private Chromium() {
    }

    private static synchronized Playwright playwright() {
        if (playwright == null) {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return playwright;
    }

    private static Path program() {
        return Stream.of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").filter(name -> !name.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not installed: bin/check installs it"));
    }

    /** A fresh visitor: no history, no cookies. */
    static synchronized Page visitor(ViewportSize size, boolean javaScript) {
        if (browser == null) browser = playwright().chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(size).setJavaScriptEnabled(javaScript).setLocale("en-GB"));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** What it calls itself. */
    public static String version() throws IOException {
        Process asked = new ProcessBuilder(program().toString(), "--version").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** A browser with its profile on disk, so that one can look at what it left there. It reaches this machine only: every other host is the neutral page on this port. */
    public static BrowserContext withProfile(Path profile, boolean javaScript, int neutralPort) {
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--host-resolver-rules=MAP www.bbc.co.uk:443 127.0.0.1:" + neutralPort + ", MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        BrowserContext context = playwright().chromium().launchPersistentContext(profile, new BrowserType.LaunchPersistentContextOptions().setExecutablePath(program()).setArgs(arguments)
                // A page kept whole in memory for Back is what people's browsers do, so it must be on here.
                .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")).setIgnoreHTTPSErrors(true).setJavaScriptEnabled(javaScript).setLocale("en-GB"));
        context.setDefaultTimeout(15_000);
        return context;
    }
}
