package org.alongside.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alongside.shared.RuleBroken;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** What in a text looks as if it could point to one person. Names cannot be known: that none are found says nothing. */
public enum Detail {
    PHONE("telephone number", "telephone numbers", "(?<![\\d+])(?:\\+44[ -]?(?:\\(0\\))?|0)(?:\\d[ -]?){8,9}\\d(?!\\d)"),
    EMAIL("e-mail address", "e-mail addresses", "(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}"),
    POSTCODE("postcode", "postcodes", "(?i)\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b"),
    NHS_NUMBER("NHS number", "NHS numbers", "(?<!\\d)\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)"),
    NATIONAL_INSURANCE("National Insurance number", "National Insurance numbers", "(?i)\\b[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b"),
    BIRTHDAY("date of birth", "dates of birth", "(?i)\\b(?:d\\.?o\\.?b\\b\\.?|born|date of birth|birthday|geni)[^\\n\\d]{0,15}\\d{1,4}[./ -](?:\\d{1,2}|[a-z]{3,9})[./ -]\\d{1,4}");

    private static final int MOST_UNPACKED = 10_000_000, MOST_PARTS = 2000, MOST_LOOKED_AT = 2_000_000;
    private static final Set<FileType> PACKED = Set.of(FileType.WORD, FileType.EXCEL, FileType.ODT);
    private final String one, several;
    private final Pattern pattern;

    Detail(String one, String several, String pattern) {
        this.one = one;
        this.several = several;
        this.pattern = Pattern.compile(pattern);
    }

    /** How often each stands in a text, as far as about a thousand pages go; those that do not are not there. */
    public static Map<Detail, Integer> in(String words) {
        String text = words.length() > MOST_LOOKED_AT ? words.substring(0, MOST_LOOKED_AT) : words;
        Map<Detail, Integer> found = new EnumMap<>(Detail.class);
        for (Detail detail : values()) {
            int times = (int) detail.hits(text).count();
            if (times > 0) found.put(detail, times);
        }
        return found;
    }

    /** A stretch of a text that looks like a detail. @param from inclusive @param to exclusive, in characters */
    public record Place(Detail detail, int from, int to) {}

    /** Where each stands in a text, the first first; what two of them claim belongs to the one that begins sooner. */
    public static List<Place> where(String words) {
        List<Place> all = new ArrayList<>(), apart = new ArrayList<>();
        for (Detail detail : values()) detail.hits(words).forEach(hit -> all.add(new Place(detail, hit.start(), hit.end())));
        all.sort(Comparator.comparingInt(Place::from).thenComparing(Comparator.comparingInt(Place::to).reversed()));
        for (Place place : all) if (apart.isEmpty() || place.from >= apart.get(apart.size() - 1).to) apart.add(place);
        return List.copyOf(apart);
    }

    private Stream<MatchResult> hits(String text) {
        return pattern.matcher(text).results().filter(hit -> this != NHS_NUMBER || isNhsNumber(hit.group()));
    }

    /** "telephone number" */
    public String words() {
        return one;
    }

    /** The same for a file, as far as its words can be read; nothing is found in a picture or in what is locked. */
    public static Map<Detail, Integer> in(FileType type, byte[] content) {
        try {
            if (type == FileType.PDF) return in(pdf(content));
            if (PACKED.contains(type)) return in(packed(content));
            return type == FileType.TEXT ? in(new String(content, StandardCharsets.UTF_8)) : Map.of();
        } catch (IOException | RuntimeException unreadable) {
            return Map.of();
        }
    }

    /** For words that other organisations or everybody will read. RuleBroken where they seem to point to one person. */
    public static void mustBeNone(String words, String rule) {
        Map<Detail, Integer> found = in(words);
        if (!found.isEmpty()) throw new RuleBroken(rule, "This seems to hold " + words(found) + ". Take it out: others will read it.");
    }

    /** "2 telephone numbers and 1 postcode" */
    public static String words(Map<Detail, Integer> found) {
        String all = found.entrySet().stream().map(one -> one.getValue() + " " + (one.getValue() == 1 ? one.getKey().one : one.getKey().several)).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
    }

    /** Ten digits of which the last checks the others. Source: NHS Data Model and Dictionary, NHS NUMBER. */
    private static boolean isNhsNumber(String written) {
        String digits = written.replaceAll("\\D", "");
        int rest = 11 - IntStream.range(0, 9).map(at -> (10 - at) * Character.digit(digits.charAt(at), 10)).sum() % 11;
        return rest != 10 && rest % 11 == Character.digit(digits.charAt(9), 10);
    }

    private static String pdf(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The paragraphs and cells of an office file, one a line. */
    private static String packed(byte[] content) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content))) {
            int left = MOST_UNPACKED, parts = 0;
            for (ZipEntry part = in.getNextEntry(); part != null && left > 0 && parts++ < MOST_PARTS; part = in.getNextEntry()) {
                if (!part.getName().endsWith(".xml")) continue;
                // Safety: a small file can unfold into more than there is memory for.
                byte[] words = in.readNBytes(left);
                left -= words.length;
                Jsoup.parse(new String(words, StandardCharsets.UTF_8), Parser.xmlParser()).select("w|p, text|p, si, v").forEach(piece -> text.append(piece.wholeText()).append('\n'));
            }
        }
        return text.toString();
    }
}
