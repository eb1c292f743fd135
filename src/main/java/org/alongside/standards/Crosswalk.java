package org.alongside.standards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which statements of two standards ask for the same. By ids, which stay the same through all versions.
 *
 * @param from the key of the standard whose it is
 * @param to the key of the other one
 */
public record Crosswalk(String from, String to, List<Line> lines) {
    private static final int LONGEST = 1000;

    /** @param relation of the statement {@code from} to the statement {@code to} @param why in a sentence, for whoever doubts it */
    public record Line(String from, String to, Relation relation, String why) {
        Line turned() {
            return new Line(to, from, relation.turned(), why);
        }
    }

    /** Throws {@link BadStandard} with all that is wrong. */
    public Crosswalk {
        lines = List.copyOf(lines);
        List<String> wrong = new ArrayList<>();
        String called = "what stands beside “" + to + "”";
        if (from.equals(to)) wrong.add(called + ": a standard does not stand beside itself");
        if (from.isBlank() || to.isBlank()) wrong.add(called + ": it is not said which two standards are meant");
        if (lines.isEmpty()) wrong.add(called + ": there are no statements");
        Set<String> pairs = new HashSet<>();
        for (Line line : lines) {
            String pair = line.from + " and " + line.to;
            if (line.from.isBlank() || line.to.isBlank()) wrong.add(called + ": a statement is missing beside another");
            if (!pairs.add(pair)) wrong.add(called + ": " + pair + " stand beside each other twice");
            if (line.why.isBlank() || line.why.length() > LONGEST || !line.why.equals(line.why.strip())) wrong.add(called + ": why " + pair + " belong together must be 1 to " + LONGEST + " characters");
        }
        if (!wrong.isEmpty()) throw new BadStandard(wrong);
    }

    /** The same, from the other standard. */
    public Crosswalk turned() {
        return new Crosswalk(to, from, lines.stream().map(Line::turned).toList());
    }
}
