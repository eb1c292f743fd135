package org.alongside.directory.exchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** Words of others as plain words: no HTML, no script, no signs that cannot be seen, and no address. */
final class PlainText {
    private static final Pattern MARKED_UP = Pattern.compile("<[a-zA-Z/!?]|&#?\\w{1,31};");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\n]]");
    private static final Pattern POSTCODE = Pattern.compile("(?i)\\b[a-z]{1,2}\\d[a-z\\d]?\\s{0,3}\\d[a-z]{2}\\b");
    private static final Pattern COORDINATES = Pattern.compile("-?\\d{1,3}\\.\\d{3,}\\s*[,;/ ]\\s*-?\\d{1,3}\\.\\d{3,}|(?i)what3words|///\\w+\\.\\w+\\.\\w+");
    private static final Pattern STREET = Pattern.compile("(?i)\\b\\d{1,4}[a-z]?,?\\s+(?:[\\p{L}'’.-]+\\s+){1,4}(?:street|st|road|rd|lane|ln|avenue|ave|drive|dr|close|crescent|terrace|place|way|court|gardens?|grove|hill|mews|park|row|square|walk|house|parade|rise|view|green|gate)\\b");
    /** Source: what refuges are called on public pages; a word too many costs an outward code, one too few a hiding place. */
    private static final Pattern REFUGE = Pattern.compile("(?i)\\b(refuges?|safe[ -]?houses?|(women|men)['’]?s['’]? (shelter|aid house)|(safe|emergency|crisis|dispersed|move[ -]on|supported|temporary|second[ -]stage) (accommodation|housing)|safe places? to (stay|live)|lloches(au)?|llety diogel)\\b");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\n+");

    private PlainText() {
    }

    /** The words alone; empty when there are none. What holds no mark-up comes back as it is. */
    static String of(@Nullable String text) {
        if (text == null) return "";
        String plain = text.length() > 200_000 ? text.substring(0, 200_000) : text;
        // What was escaped twice is mark-up once more.
        for (int round = 0; round < 4 && MARKED_UP.matcher(plain).find(); round++) plain = stripped(plain);
        return UNSEEN.matcher(plain.replace("\r\n", "\n").replace('\t', ' ').replace('\r', '\n')).replaceAll("").strip();
    }

    private static String stripped(String text) {
        Document document = Jsoup.parseBodyFragment(text);
        document.select("script, style, noscript, template, iframe, object, embed, title").remove();
        for (Element block : document.select("br, p, li, div, h1, h2, h3, h4, h5, h6, tr")) block.appendText(" ").prependText(" ");
        String words = Jsoup.clean(document.body().html(), "", Safelist.none(), new Document.OutputSettings().prettyPrint(false));
        return Parser.unescapeEntities(words, false).replaceAll("\\s+", " ").strip();
    }

    /** One line. */
    static String line(@Nullable String text) {
        return of(text).replaceAll("\\s*\\n\\s*", " ");
    }

    /** Letters and digits only, to tell whether two say the same. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isWeb(String address) {
        return address.matches("https://[^\\s/?#@\"<>]+\\.[^\\s/?#@\"<>.]{2,}([/?#][^\\s\"<>]*)?") && address.length() <= 300;
    }

    static boolean saysRefuge(String words) {
        return REFUGE.matcher(words).find();
    }

    static boolean tellsWhere(String words) {
        return POSTCODE.matcher(words).find() || COORDINATES.matcher(words).find();
    }

    /**
     * Without the sentences that say where: those with a postcode or coordinates, a line of an address that came along, and with {@code hidden} any street.
     *
     * @param known lines of addresses that came with the words
     */
    // Safety: the directory keeps no address, and a refuge's may stand anywhere in what others wrote about it.
    static String withoutAddresses(String words, boolean hidden, Collection<String> known) {
        List<String> lines = known.stream().map(line -> line.strip().toLowerCase(Locale.ROOT)).filter(line -> line.length() > 5).toList();
        if (!tells(words, hidden, lines)) return words;
        return Arrays.stream(SENTENCES.split(words)).filter(sentence -> !tells(sentence, hidden, lines)).collect(Collectors.joining(" ")).strip();
    }

    private static boolean tells(String words, boolean hidden, List<String> known) {
        String low = words.toLowerCase(Locale.ROOT);
        return tellsWhere(words) || hidden && STREET.matcher(words).find() || known.stream().anyMatch(low::contains);
    }

    /** At most so many characters, to the end of a sentence where there is one, else of a word. */
    static String cut(String words, int most) {
        if (words.length() <= most) return words;
        String head = words.substring(0, most);
        int end = Math.max(head.lastIndexOf(". "), Math.max(head.lastIndexOf("! "), head.lastIndexOf("? ")));
        if (".!?".indexOf(head.charAt(most - 1)) >= 0 && Character.isWhitespace(words.charAt(most))) end = most - 1;
        if (end >= most / 3) return head.substring(0, end + 1);
        int word = head.substring(0, most - 1).lastIndexOf(' ');
        return (word > most / 2 ? head.substring(0, word) : head.substring(0, Character.isHighSurrogate(head.charAt(most - 2)) ? most - 2 : most - 1)).strip() + "…";
    }
}
