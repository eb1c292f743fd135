package org.alongside.ui;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Renders a page or a fragment without a server. */
final class Rendered {
    static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
    static final SignedIn WORKER = new SignedIn("Sam Okafor", "Harbour Support", "SUPPORT", Set.of("SUPPORT_WORKER"));
    private static final Words WORDS = new Words();

    private Rendered() {}

    static Operator operator(boolean practice, boolean demo) {
        return new Operator("Local support", "https://www.bbc.co.uk/weather", practice, demo);
    }

    static Frame english() {
        return new Frame(WORDS, operator(false, true), NOW, "/helplines", false, null, null, List.of());
    }

    static Frame welsh() {
        return new Frame(WORDS, operator(false, true), NOW, "/helplines", true, null, null, List.of());
    }

    static Frame desk(String notice) {
        return new Frame(WORDS, operator(true, false), NOW, "/desk/inbox", false, WORKER, notice,
                List.of(new DeskLink(10, "/desk/inbox", "Inbox"), new DeskLink(20, "/desk/audit", "Audit", "PRIVACY_LEAD")));
    }

    static Document page(String template, Frame frame, Map<String, ?> facts) {
        return Jsoup.parse(html(template, frame, facts));
    }

    static String html(String template, Frame frame, Map<String, ?> facts) {
        Map<String, Object> given = new HashMap<>(facts);
        return new String(pages().render(template + ".jte", given, frame).toByteArray(), StandardCharsets.UTF_8);
    }

    static Content text(String text) {
        return output -> output.writeContent(text);
    }

    static Pages pages() {
        return new Pages(frames());
    }

    static Frames frames() {
        StaticListableBeanFactory none = new StaticListableBeanFactory();
        return new Frames(WORDS, operator(false, true), Clock.fixed(NOW, ZoneOffset.UTC), none.getBeanProvider(WhoIsSignedIn.class), none.getBeanProvider(DeskLink.class));
    }
}
