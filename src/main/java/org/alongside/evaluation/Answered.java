package org.alongside.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import org.alongside.instruments.Item;
import org.alongside.shared.Sector;
import org.alongside.shared.Typed;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * What one person answered at one time. Nothing of it can be wrong: what is no option of a question is no answer to it.
 *
 * @param places one for each picked question of the evaluation: 0 left blank, n the nth option, null not asked at this time
 * @param comments what was written, by {@link #field} of its question
 */
public record Answered(Wave wave, @Nullable Sector sector, List<@Nullable Integer> places, Map<String, String> comments) {
    /** No comment is longer. */
    public static final int LONGEST = 4_000;

    /** The name of a question in forms and files: the set's key and the question's. */
    public static String field(QuestionSet set, Item item) {
        return set.instrument().key() + "." + item.key();
    }

    /** What somebody chose on a page. @param sent what a form sent for a name, or null @param prefix before the names of the fields */
    public static Answered read(Evaluation evaluation, Wave wave, String prefix, Function<String, @Nullable String> sent) {
        return read(evaluation, wave, prefix, sent, (item, chosen) -> item.options().stream().map(Option::value).toList().indexOf(chosen) + 1);
    }

    /** What somebody typed from paper or wrote in a file: the number of an answer, its key or its words. @param unreadable told the name of each field that is none of these; it counts as left blank */
    public static Answered typed(Evaluation evaluation, Wave wave, String prefix, Function<String, @Nullable String> sent, BiConsumer<String, Item> unreadable) {
        Map<String, Item> wrong = new LinkedHashMap<>();
        for (QuestionSet set : evaluation.asked(wave)) {
            for (Item item : set.picked()) if (place(item, words(sent.apply(prefix + field(set, item)))) < 0) wrong.put(prefix + field(set, item), item);
        }
        wrong.forEach(unreadable);
        return read(evaluation, wave, prefix, sent, (item, typed) -> Math.max(0, place(item, words(typed))));
    }

    private static Answered read(Evaluation evaluation, Wave wave, String prefix, Function<String, @Nullable String> sent, ToIntBiFunction<Item, String> place) {
        List<@Nullable Integer> places = new ArrayList<>();
        Map<String, String> comments = new LinkedHashMap<>();
        for (QuestionSet set : evaluation.sets()) {
            boolean asked = evaluation.asked(wave).contains(set);
            for (Item item : set.instrument().items()) {
                String typed = asked ? words(sent.apply(prefix + field(set, item))) : "";
                if (item.kind() != Item.Kind.TEXT) places.add(asked ? place.applyAsInt(item, typed) : null);
                else if (!typed.isEmpty() && wave != Wave.LOOKING_BACK) comments.put(field(set, item), typed.substring(0, Math.min(typed.length(), LONGEST)));
            }
        }
        return new Answered(wave, Typed.one(Sector.class, sent.apply("sector")), places, comments);
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** 0 for nothing, below for what is no answer to this question. */
    private static int place(Item item, String typed) {
        if (typed.isEmpty()) return 0;
        if (typed.matches("\\d{1,2}")) return Integer.parseInt(typed) <= item.options().size() ? Integer.parseInt(typed) : -1;
        for (int at = 0; at < item.options().size(); at++) {
            Option option = item.options().get(at);
            if (option.value().equalsIgnoreCase(typed) || option.text().equalsIgnoreCase(typed)) return at + 1;
        }
        return -1;
    }

    /** Whether anything was answered at all. */
    public boolean isEmpty() {
        return comments.isEmpty() && places.stream().allMatch(place -> place == null || place == 0);
    }
}
