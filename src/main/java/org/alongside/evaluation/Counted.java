package org.alongside.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.alongside.instruments.InstrumentKind;
import org.alongside.shared.Sector;
import org.jspecify.annotations.Nullable;

/**
 * All that the answers to one evaluation come to, as numbers of sheets and nothing else. Raw: small numbers are not hidden yet.
 *
 * @param questions each question that is picked, in the order asked
 * @param sheets how many sheets there are of each time; times that are not asked are absent
 * @param pairs how many people have a sheet at both times of each comparison
 * @param sectors by where people work, as they said first; {@code null} in the list's record for those who did not say
 */
public record Counted(List<Question> questions, Map<Wave, Integer> sheets, Map<Compared, Integer> pairs, List<InSector> sectors) {
    public Counted {
        questions = List.copyOf(questions);
        sheets = Map.copyOf(sheets);
        pairs = Map.copyOf(pairs);
        sectors = List.copyOf(sectors);
    }

    /** Two times whose answers are laid over each other, person by person. */
    public enum Compared {
        BEFORE_AFTER(Wave.BEFORE, Wave.AFTER),
        BEFORE_FOLLOW_UP(Wave.BEFORE, Wave.FOLLOW_UP),
        AFTER_FOLLOW_UP(Wave.AFTER, Wave.FOLLOW_UP),
        /** Kept apart from the true before, and never headlined alone. */
        LOOKING_BACK_AFTER(Wave.LOOKING_BACK, Wave.AFTER);

        private final Wave first;
        private final Wave second;

        Compared(Wave first, Wave second) {
            this.first = first;
            this.second = second;
        }

        public Wave first() {
            return first;
        }

        public Wave second() {
            return second;
        }
    }

    /**
     * One option. @param step its place on the scale from 1, lowest first; null outside the scale, such as "not my role"
     * @param counts whether it counts as confident, or as right: by the cut that was fixed before anybody answered
     */
    public record Choice(String key, String words, @Nullable Integer step, boolean counts) {}

    /**
     * One question. In every array place 0 is "left blank" and place n the nth choice, outside the scale or not.
     *
     * @param set the title of its set, {@code version} the version's label
     * @param counted whether a cut was set at all: otherwise only the answers are shown
     * @param all every sheet of a time at which it was asked
     * @param both people who were asked at both times: {@code [first][second]}
     * @param bySector as {@code both} for before and after, by where they work
     */
    public record Question(String set, String version, InstrumentKind kind, String key, String concept, String ask, List<Choice> choices, boolean counted, Map<Wave, int[]> all, Map<Compared, int[][]> both,
            Map<Sector, int[][]> bySector) {
        public Question {
            choices = List.copyOf(choices);
            all = Map.copyOf(all);
            both = Map.copyOf(both);
            bySector = Map.copyOf(bySector);
        }

        /** Whether the answer at this place of an array says anything on the scale: neither blank nor outside it. */
        public boolean isOnScale(int place) {
            return place > 0 && choices.get(place - 1).step() != null;
        }

        public boolean counts(int place) {
            return place > 0 && choices.get(place - 1).counts();
        }

        /** The answers at one time of a comparison of those who are missing at the other. Empty when it was not asked at both. */
        public Optional<int[]> unmatched(Compared two, Wave at) {
            int[] everybody = all.get(at);
            int[][] matched = both.get(two);
            if (everybody == null || matched == null) return Optional.empty();
            int[] rest = everybody.clone();
            for (int first = 0; first < matched.length; first++) {
                for (int second = 0; second < matched.length; second++) rest[at == two.first() ? first : second] -= matched[first][second];
            }
            return Optional.of(rest);
        }
    }

    /** @param sector null for those who did not say */
    public record InSector(@Nullable Sector sector, Map<Wave, Integer> sheets, Map<Compared, Integer> pairs) {
        public InSector {
            sheets = Map.copyOf(sheets);
            pairs = Map.copyOf(pairs);
        }
    }

    /** How many sheets of this time have no partner in this comparison. */
    public int unmatched(Compared two, Wave at) {
        return Objects.requireNonNullElse(sheets.get(at), 0) - Objects.requireNonNullElse(pairs.get(two), 0);
    }
}
