package org.alongside.risk;

import java.time.LocalDate;

/** How much danger the worker sees, lowest first. It is their judgement; no count leads to it. */
public enum RiskLevel {
    STANDARD("Standard", "There is harm or fear of it; nothing suggests serious harm soon.", "green", 90),
    RAISED("Raised", "Serious harm is possible if something changes, such as leaving or losing a protection.", "yellow", 28),
    HIGH("High", "Serious harm or death could happen at any time.", "red", 7);

    private final String words;
    private final String meaning;
    private final String colour;
    private final int daysToReview;

    RiskLevel(String words, String meaning, String colour, int daysToReview) {
        this.words = words;
        this.meaning = meaning;
        this.colour = colour;
        this.daysToReview = daysToReview;
    }

    public String words() {
        return words;
    }

    public String meaning() {
        return meaning;
    }

    public String colour() {
        return colour;
    }

    public int daysToReview() {
        return daysToReview;
    }

    /** When to look again, if nothing happens before. Our suggestion; the worker decides. */
    public LocalDate suggestedReview(LocalDate today) {
        return today.plusDays(daysToReview);
    }

    public boolean isBelow(RiskLevel other) {
        return ordinal() < other.ordinal();
    }
}
