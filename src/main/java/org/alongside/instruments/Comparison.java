package org.alongside.instruments;

import org.alongside.shared.Worded;

/** How answers to this version stand beside answers to an earlier one, as its authors say. @param with the label of the earlier version */
public record Comparison(String with, As as, String why) {
    public enum As implements Worded {
        SAME_SCORE("Answers and numbers may be compared"),
        SAME_ITEMS("Answers may be compared, numbers may not"),
        NOT_COMPARABLE("Not to be compared");

        private final String words;

        As(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }
}
