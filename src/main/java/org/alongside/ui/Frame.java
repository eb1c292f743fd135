package org.alongside.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What every page is given beside its own facts: the language, the address, who is signed in, and the words. */
public final class Frame {
    /** The flash attribute a controller sets before it redirects, shown once at the top of the next desk page. */
    public static final String NOTICE = "notice";

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final Map<Locale, DateTimeFormatter> DAY = Map.of(Words.ENGLISH, DateTimeFormatter.ofPattern("d MMMM uuuu", Words.ENGLISH), Words.WELSH, DateTimeFormatter.ofPattern("d MMMM uuuu", Words.WELSH));
    private final Words words;
    private final Operator operator;
    private final Instant now;
    private final String path;
    private final boolean welsh;
    private final @Nullable SignedIn worker;
    private final @Nullable String notice;
    private final List<DeskLink> links;

    Frame(Words words, Operator operator, Instant now, String path, boolean welsh, @Nullable SignedIn worker, @Nullable String notice, List<DeskLink> links) {
        this.words = words;
        this.operator = operator;
        this.now = now;
        this.path = path;
        this.welsh = welsh;
        this.worker = worker;
        this.notice = notice;
        this.links = links;
    }

    /** The words for this key in the reader's language. */
    public String say(String key, Object... details) {
        return words.say(language(), key, details);
    }

    /** Words as they are, or the words for them when they are a message key. */
    public String sayOrKeep(String keyOrWords, Object... details) {
        return words.has(keyOrWords) ? say(keyOrWords, details) : keyOrWords;
    }

    /** A link to a path of ours that keeps the reader's language. Links to the desk stay English. */
    public String href(String path) {
        return welsh && path.startsWith("/") && Welsh.hasIts(path) ? ("/cy" + path).replaceFirst("/$", "") : path;
    }

    /** This page's own path, without the language. */
    public String path() {
        return path;
    }

    /** This page in the other language. */
    public String inTheOtherLanguage() {
        return welsh ? path : ("/cy" + path).replaceFirst("/$", "");
    }

    public boolean welsh() {
        return welsh;
    }

    public Locale language() {
        return welsh ? Words.WELSH : Words.ENGLISH;
    }

    public @Nullable SignedIn worker() {
        return worker;
    }

    /** Whether the signed-in worker holds this role. */
    public boolean can(String role) {
        return worker != null && worker.roles().contains(role);
    }

    /** Whether the navigation leads the signed-in worker to this path. */
    public boolean canOpen(String path) {
        SignedIn reader = worker;
        return reader != null && links.stream().anyMatch(link -> link.path().equals(path) && link.isFor(reader));
    }

    /** Entries of the navigation that stand together. @param name of the drawer they lie in; null in front */
    public record Drawer(@Nullable String name, List<DeskLink> links) {}

    /** The navigation in its order. A drawer with one entry is no drawer. */
    public List<Drawer> drawers() {
        SignedIn reader = worker;
        if (reader == null) return List.of();
        Map<String, List<DeskLink>> drawers = new LinkedHashMap<>();
        links.stream().filter(link -> link.isFor(reader)).forEach(link -> drawers.computeIfAbsent(link.drawer() == null ? link.path() : link.drawer(), name -> new ArrayList<>()).add(link));
        return drawers.entrySet().stream().map(drawer -> new Drawer(drawer.getValue().size() == 1 ? null : drawer.getKey(), drawer.getValue())).toList();
    }

    /** Whether this page belongs to that entry of the navigation: to the one that says most exactly where it is. */
    public boolean isAt(DeskLink link) {
        SignedIn reader = worker;
        return link.leadsTo(path) && links.stream().noneMatch(other -> other.path().length() > link.path().length() && other.leadsTo(path) && (reader == null || other.isFor(reader)));
    }

    public boolean onDesk() {
        return Welsh.isDesk(path);
    }

    /** A file of ours under static/assets. */
    public String asset(String file) {
        return (onDesk() ? "/assets/desk/" : "/assets/") + file;
    }

    public boolean practice() {
        return operator.practice();
    }

    public boolean demo() {
        return operator.demo();
    }

    public String serviceName() {
        return operator.serviceName();
    }

    public String exitTo() {
        return operator.exitTo();
    }

    public @Nullable String notice() {
        return notice;
    }

    public Instant now() {
        return now;
    }

    /** 20 November 2026, in the reader's language. */
    public String day(LocalDate day) {
        return DAY.get(language()).format(day);
    }

    /** The same of a moment, UK time. */
    public String day(Instant at) {
        return day(at.atZone(UK).toLocalDate());
    }

    /** 20 Nov 2026, 14:05, UK time. */
    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", language()).format(at.atZone(UK));
    }
}
