package org.alongside.comments;

import java.text.Normalizer;

/**
 * What strangers typed, as plain text that stays inside its own lines: what cannot be seen, what turns the direction of other words and what piles up on one letter is left out.
 * It is escaped where it is shown; nothing in it is ever a link or a mark-up.
 */
final class Plain {
    private static final int MARKS_ON_A_LETTER = 3, ZERO_WIDTH_NON_JOINER = 0x200C, ZERO_WIDTH_JOINER = 0x200D;

    private Plain() {
    }

    static String of(String typed) {
        String lines = Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        StringBuilder plain = new StringBuilder(lines.length());
        int marks = 0;
        for (int at = 0; at < lines.length(); ) {
            int letter = lines.codePointAt(at);
            at += Character.charCount(letter);
            switch (Character.getType(letter)) {
                case Character.NON_SPACING_MARK -> {
                    if (marks++ < MARKS_ON_A_LETTER) plain.appendCodePoint(letter);
                    continue;
                }
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> plain.append('\n');
                case Character.SPACE_SEPARATOR -> plain.append(' ');
                case Character.CONTROL -> {
                    if (letter == '\n') plain.append('\n');
                    else if (letter == '\t') plain.append(' ');
                }
                // Safety: letters that nobody sees hide words from whoever moderates, and some turn the words of others around. Those that join letters stay: languages and pictures need them.
                case Character.FORMAT -> {
                    if ((letter == ZERO_WIDTH_JOINER || letter == ZERO_WIDTH_NON_JOINER) && joins(plain)) plain.appendCodePoint(letter);
                }
                case Character.ENCLOSING_MARK, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> { }
                default -> plain.appendCodePoint(letter);
            }
            marks = 0;
        }
        return plain.toString().replaceAll("[ ]*\n[ ]*", "\n").replaceAll("\n{3,}", "\n\n").replaceAll(" {3,}", "  ").strip();
    }

    /** After a letter of a language that joins them, or a picture; never among plain Latin letters, where they only hide. */
    private static boolean joins(StringBuilder before) {
        if (before.isEmpty()) return false;
        int last = before.codePointBefore(before.length());
        return last > 0x2FF && last != ZERO_WIDTH_JOINER && last != ZERO_WIDTH_NON_JOINER && Character.UnicodeScript.of(last) != Character.UnicodeScript.LATIN;
    }

    /** On one line. */
    static String line(String typed) {
        return of(typed).replace('\n', ' ').strip();
    }

    /** So many letters as a reader counts them. */
    static int length(String plain) {
        return plain.codePointCount(0, plain.length());
    }
}
