package org.alongside.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What in somebody's words could point to them or to somebody else. It flags more than it must and finds not everything: a person reads the words all the same. */
public enum Pointer {
    NUMBER("A number, an address or a code that belongs to one person", "(?<!\\d)\\d{4,}(?!\\d)"),
    DATE("A day, a month, a year or a feast", "(?i)\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(?:january|february|march|april|june|july|august|september|october|november|december)\\b|\\b(?:christmas|easter|eid|diwali|hanukkah|ramadan)\\b|\\bin may\\b|\\bmay \\d|\\d ?may\\b|(?<!\\d)(?:19|20)\\d\\d(?!\\d)|(?<!\\d)\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?(?!\\d)"),
    AGE("An age", "(?i)\\b\\d{1,3}[- ]?years?(?:[- ]old)?\\b|\\baged? \\d{1,3}\\b|\\bI(?:['’]m| am| was) \\d{1,3}\\b"),
    PLACE("A place", "(?i)\\b(?:street|road|lane|avenue|close|village|school|college|university|hospital|surgery|prison|barracks|mosque|church|temple|synagogue|court|station|club|pub)\\b"),
    WORK("Work, a uniform or a part in public by which somebody is known", "(?i)\\b(?:army|navy|raf|soldier|police officer|firefighter|teacher|doctor|nurse|councillor|footballer|player|coach|vicar|imam|priest|rabbi|driver)\\b"),
    FAMILY("How many children, twins, a new partner: a family may be recognised by it", "(?i)\\b(?:twins?|triplets?|(?:two|three|four|five|six|seven|\\d) (?:kids|children|sons|daughters|boys|girls)|stepson|stepdaughter|adopted)\\b"),
    NAME("A word with a capital letter that could be a name or a place", "(?<![.!?…:“\"‘'] )(?<!^)(?<!\\n)\\b[A-ZÀ-Ý][\\p{L}’'-]+");

    /** Words with a capital letter that name nobody. */
    private static final Set<String> NOBODY = Set.of("I", "I’m", "I'm", "I’d", "I'd", "I’ve", "I've", "I’ll", "I'll", "English", "Welsh", "British", "Deaf", "GP", "OK", "TV", "Mum", "Dad", "God", "IDVA", "MARAC", "NHS", "CPS");
    private final String words;
    private final Pattern pattern;

    Pointer(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern);
    }

    public String words() {
        return words;
    }

    /** One thing that was found. @param said as it stands in the text @param mustGo whether the words cannot be shown with it: it belongs to one person and nobody else */
    public record Hint(Pointer pointer, String said, boolean mustGo) {}

    /** Each once, those that must go first. */
    public static List<Hint> in(String text) {
        Set<Hint> found = new LinkedHashSet<>();
        Map<Detail, Integer> details = Detail.in(text);
        if (!details.isEmpty()) found.add(new Hint(NUMBER, Detail.words(details), true));
        for (Pointer pointer : values()) pointer.pattern.matcher(text).results().map(hit -> hit.group().strip()).filter(said -> pointer != NAME || !NOBODY.contains(said) && found.stream().noneMatch(one -> one.said.contains(said))).forEach(said -> found.add(new Hint(pointer, said, false)));
        return new ArrayList<>(found);
    }

    /** A stretch of a text. @param from inclusive @param to exclusive, in characters */
    public record Stretch(Pointer pointer, int from, int to) {}

    /** Where each stands; one may lie inside of another. What belongs to one person alone is {@link Detail#where}. */
    public static List<Stretch> where(String text) {
        return Stream.of(values()).flatMap(pointer -> pointer.pattern.matcher(text).results().filter(hit -> pointer != NAME || !NOBODY.contains(hit.group())).map(hit -> new Stretch(pointer, hit.start(), hit.end()))).toList();
    }

    /** Safety: whether something in it belongs to one person and nobody else. */
    public static boolean mustGo(String text) {
        return in(text).stream().anyMatch(Hint::mustGo);
    }
}
