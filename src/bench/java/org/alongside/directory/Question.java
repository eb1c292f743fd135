package org.alongside.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one visitor asks: a place and how far from it, and most of the time words, who they are and that somebody answers now.
 *
 * @param term of the feed, as {@code da-need:legal}; only programs ask by it
 */
public record Question(@Nullable String words, Set<Audience> is, Set<Need> needs, @Nullable String outcode, @Nullable Integer within, boolean open, @Nullable String term, int page) {
    private static final List<String> WORDS = List.of("someone to talk to", "IDVA", "refuge", "counselling", "support worker", "legal advice", "housing", "stalking", "recovery group", "court", "help for my children", "police", "rape", "solicitor", "somewhere to stay", "injunctions", "adviser", "therapy",
            "domestic abuse support", "safety planning", "willow", "harbour counselling");

    /** Visitors' questions: always the same ones. */
    public static List<Question> ofVisitors(int number, Places places) {
        Random random = new Random(4);
        List<Place> everywhere = new Countryside(places).everywhere();
        return Stream.generate(() -> {
            Set<Audience> is = EnumSet.of(List.of(Audience.WOMEN, Audience.WOMEN, Audience.MEN, Audience.NON_BINARY).get(random.nextInt(4)));
            if (random.nextInt(10) < 8) is.add(random.nextInt(5) > 0 ? Audience.HARMED : Audience.OWN_BEHAVIOUR);
            if (random.nextInt(3) == 0) is.add(List.of(Audience.LGBT, Audience.DEAF, Audience.OLDER).get(random.nextInt(3)));
            boolean words = random.nextInt(3) > 0;
            Set<Need> needs = words || random.nextBoolean() ? Set.of() : Set.of(Need.values()[random.nextInt(6)]);
            return new Question(words ? WORDS.get(random.nextInt(WORDS.size())) : null, is, needs, everywhere.get(random.nextInt(everywhere.size())).name(), List.of(10, 20, 20, 50).get(random.nextInt(4)), random.nextInt(3) > 0, null, 1);
        }).limit(number).toList();
    }

    /** What other programs ask: services by words and term, by term alone, and places by all that and a distance. */
    public static List<Question> ofPrograms(int number, Places places) {
        Random random = new Random(5);
        List<Place> everywhere = new Countryside(places).everywhere();
        List<Part.Kind> kinds = List.of(Part.Kind.values());
        return Stream.generate(() -> {
            int kind = random.nextInt(3);
            boolean audience = random.nextBoolean();
            String term = audience ? "da-gender:" + key(List.copyOf(Audience.GENDERS).stream().sorted().toList().get(random.nextInt(3))) : "da-need:" + key(kinds.get(random.nextInt(kinds.size())));
            String words = kind == 1 ? null : WORDS.get(random.nextInt(WORDS.size()));
            return new Question(words, Set.of(), Set.of(), kind == 2 ? everywhere.get(random.nextInt(everywhere.size())).name() : null, kind == 2 ? (Integer) 30 : null, false, term, kind == 1 ? 1 + random.nextInt(20) : 1);
        }).limit(number).toList();
    }

    static String key(Enum<?> value) {
        return PartsInWords.key(value);
    }

    /** As the page's form sends it. */
    public String form() {
        List<String> sent = new ArrayList<>(List.of("where=" + outcode, "within=" + within));
        if (words != null) sent.add("words=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        is.forEach(one -> sent.add((Audience.WHY.contains(one) ? "why=" : Audience.GENDERS.contains(one) ? "gender=" : "also=") + one));
        needs.forEach(need -> sent.add("need=" + need));
        if (open) sent.add("open=yes");
        return String.join("&", sent);
    }

    Seeker seeker(Places places) {
        return new Seeker(is, needs, words, outcode == null ? null : places.ofOutcode(outcode), within, open);
    }
}
