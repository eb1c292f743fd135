package org.alongside.comments;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.alongside.directory.Places;
import org.alongside.files.Detail;
import org.alongside.files.Pointer;
import org.jspecify.annotations.Nullable;

/** A text with what was found in it. @param stretches in their order, none inside of another: of two the graver one stays */
public record Flagged(String text, List<Stretch> stretches, Set<Flag> flags) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’-]{2,}");
    /** Names of places that are common words, too. With a capital letter amid a sentence they are marked as a name. */
    private static final Set<String> COMMON = Set.of("ash", "ashley", "barking", "barry", "bath", "battle", "beer", "beverley", "bow", "bray", "bury", "castle", "chard", "chester", "church", "deal", "diss", "down", "eye", "flint", "ford", "hale", "ham", "hayes", "home", "hook", "hope", "hull", "kelly", "lancing", "lee", "looe", "march", "mold", "morley", "mould", "neath", "nelson", "new", "old", "over", "paisley", "percy", "poole", "reading", "ride", "rugby", "rye", "sale", "sandwich", "seal", "send", "settle", "shirley", "stanley", "stone", "street", "tring", "ware", "washington", "well", "wells", "wing", "yarm", "yate");

    /** @param from inclusive @param to exclusive, in characters */
    public record Stretch(Flag flag, int from, int to) {}

    /** A stretch, or what lies between two. @param flag null between them */
    public record Piece(String text, @Nullable Flag flag, int from, int to) {}

    /** @param marked words that the organisation wishes to have marked, in small letters */
    static Flagged of(String text, Collection<String> marked, Places places) {
        List<Stretch> all = new ArrayList<>();
        String folded = fold(text);
        for (Flag flag : Flag.values()) {
            if (flag.pattern() != null) flag.pattern().matcher(folded).results().forEach(hit -> all.add(new Stretch(flag, hit.start(), hit.end())));
        }
        Detail.where(text).forEach(one -> all.add(new Stretch(Flag.DETAIL, one.from(), one.to())));
        Pointer.where(text).forEach(one -> all.add(new Stretch(Flag.valueOf(one.pointer().name()), one.from(), one.to())));
        for (String words : marked) Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(fold(words)) + "(?![\\p{L}\\p{N}])").matcher(folded).results().forEach(hit -> all.add(new Stretch(Flag.RULE, hit.start(), hit.end())));
        towns(text, places, all);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        all.forEach(one -> flags.add(one.flag));
        return new Flagged(text, apart(all), flags);
    }

    private static void towns(String text, Places places, List<Stretch> all) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        for (int at = 0; at < words.size(); at++) {
            MatchResult one = words.get(at), next = at + 1 < words.size() ? words.get(at + 1) : null;
            if (!COMMON.contains(one.group().toLowerCase(Locale.ROOT)) && !places.find(one.group()).isEmpty()) all.add(new Stretch(Flag.PLACE, one.start(), one.end()));
            if (next != null && next.start() - one.end() == 1 && !places.find(one.group() + " " + next.group()).isEmpty()) all.add(new Stretch(Flag.PLACE, one.start(), next.end()));
        }
    }

    private static List<Stretch> apart(List<Stretch> all) {
        List<Stretch> kept = new ArrayList<>();
        all.stream().sorted(Comparator.comparing(Stretch::flag).thenComparing(one -> one.from - one.to)).forEach(one -> {
            if (kept.stream().allMatch(other -> one.to <= other.from || other.to <= one.from)) kept.add(one);
        });
        kept.sort(Comparator.comparingInt(Stretch::from));
        return List.copyOf(kept);
    }

    /** The same number of characters, small, without accents, and letters of other alphabets that look like Latin ones read as those: nobody slips past a rule by dressing a word up. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            int looks = LOOKALIKES.indexOf(letter);
            if (looks >= 0) letter = LATIN.charAt(looks);
            else if (letter > 127 && Character.isLetter(letter)) {
                String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
                letter = parts.isEmpty() ? letter : parts.charAt(0);
            }
            folded.append(letter == '’' || letter == '‘' ? '\'' : Character.toLowerCase(letter));
        }
        return folded.toString();
    }

    private static final String LOOKALIKES = "аеорсхуіјѕԁһАЕОРСХУІЈЅВНКМТαονιρ", LATIN = "aeopcxyijsdhAEOPCXYIJSBHKMTaovip";

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    public boolean isHard() {
        return flags.stream().anyMatch(Flag::isHard);
    }

    int links() {
        Pattern pattern = Flag.LINK.pattern();
        return pattern == null ? 0 : (int) pattern.matcher(fold(text)).results().count();
    }

    /** The whole text in its order. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Stretch stretch : stretches) {
            if (stretch.from > at) pieces.add(new Piece(text.substring(at, stretch.from), null, at, stretch.from));
            pieces.add(new Piece(text.substring(stretch.from, stretch.to), stretch.flag, stretch.from, stretch.to));
            at = stretch.to;
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), null, at, text.length()));
        return pieces;
    }
}
