package org.alongside.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** @param sent what a form sent for a name, or null @param prefix before the names of the fields */
    public static Answered read(Evaluation evaluation, Wave wave, String prefix, Function<String, @Nullable String> sent) {
        List<@Nullable Integer> places = new ArrayList<>();
        Map<String, String> comments = new LinkedHashMap<>();
        for (QuestionSet set : evaluation.sets()) {
            boolean asked = evaluation.asked(wave).contains(set);
            for (Item item : set.instrument().items()) {
                String typed = asked ? sent.apply(prefix + field(set, item)) : null;
                if (item.kind() == Item.Kind.TEXT) {
                    if (typed != null && !typed.isBlank() && wave != Wave.LOOKING_BACK) comments.put(field(set, item), typed.strip().substring(0, Math.min(typed.strip().length(), LONGEST)));
                } else {
                    places.add(asked ? place(item, typed) : null);
                }
            }
        }
        return new Answered(wave, Typed.one(Sector.class, sent.apply("sector")), places, comments);
    }

    private static int place(Item item, @Nullable String typed) {
        return item.options().stream().map(Option::value).toList().indexOf(typed == null ? "" : typed) + 1;
    }

    /** Whether anything was answered at all. */
    public boolean isEmpty() {
        return comments.isEmpty() && places.stream().allMatch(place -> place == null || place == 0);
    }
}
