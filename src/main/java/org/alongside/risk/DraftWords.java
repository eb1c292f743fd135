package org.alongside.risk;

/** The worker's and the person's own words in a draft, exactly as typed; a level and a date may still be missing or unreadable. */
public record DraftWords(String level, String reason, String fearsMost, String reviewDay, String reviewMonth, String reviewYear, String second) {
    public static final DraftWords NONE = new DraftWords("", "", "", "", "", "", "");
}
