package org.alongside.comments;

import java.util.Arrays;
import java.util.List;
import org.alongside.shared.RuleBroken;

/** Words with parts of them left out. A moderator takes out and never puts in. */
public final class Redaction {
    private Redaction() {
    }

    /** A stretch of the words. @param from inclusive @param to exclusive, in characters */
    public record Cut(int from, int to) {}

    /** What stands where something was left out. */
    public static String mark(boolean welsh) {
        return welsh ? "[tynnwyd]" : "[removed]";
    }

    /** @param cuts of the original, in any order @param phrases to be left out wherever they stand. RuleBroken for a phrase that does not stand there, or when nothing would be left. */
    public static String of(String words, List<Cut> cuts, List<String> phrases, boolean welsh) {
        boolean[] out = new boolean[words.length()];
        for (Cut cut : cuts) {
            if (cut.from < 0 || cut.to > words.length() || cut.from >= cut.to) throw new RuleBroken("comments.cut", "The words changed meanwhile. Look at them again.");
            Arrays.fill(out, cut.from, cut.to, true);
        }
        for (String phrase : phrases) {
            int at = words.indexOf(phrase);
            if (at < 0) throw new RuleBroken("comments.phrase", "“" + phrase + "” does not stand in it. Copy the words as they stand.");
            for (; at >= 0; at = words.indexOf(phrase, at + phrase.length())) Arrays.fill(out, at, at + phrase.length(), true);
        }
        StringBuilder left = new StringBuilder();
        boolean any = false;
        for (int at = 0; at < words.length(); at++) {
            if (!out[at]) {
                left.append(words.charAt(at));
                any |= Character.isLetterOrDigit(words.charAt(at));
            } else if (at == 0 || !out[at - 1]) {
                left.append(mark(welsh));
            }
        }
        if (!any) throw new RuleBroken("comments.nothing-left", "Nothing would be left of it. Send it back instead.");
        return left.toString();
    }
}
