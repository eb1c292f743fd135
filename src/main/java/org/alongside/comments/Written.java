package org.alongside.comments;

/** What somebody wrote, as plain text. @param name as they wish to be called here; empty for nobody */
public record Written(String name, String words) {
    /** The longest, in letters as a reader counts them. */
    public static final int NAME = 40, WORDS = 2000;

    /** From what was typed, whatever that was. */
    public static Written typed(String name, String words) {
        return new Written(Plain.line(name), Plain.of(words));
    }

    public boolean isNameTooLong() {
        return Plain.length(name) > NAME;
    }

    public boolean isTooLong() {
        return Plain.length(words) > WORDS;
    }

    String kept() {
        return name + "\n" + words;
    }

    static Written of(String kept) {
        int line = kept.indexOf('\n');
        return new Written(kept.substring(0, line), kept.substring(line + 1));
    }
}
