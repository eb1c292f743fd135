package org.alongside.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about themselves and what they look for. Everything may be left out. Never stored.
 *
 * @param words as typed; null for none
 * @param within so many miles of the place, or of the area served by whoever hides where they are; null for anywhere that serves the place
 * @param language in which they must be understood, by BCP 47; null for any
 * @param asksThemselves only what one may ask for without an agency
 */
public record Seeker(Set<Audience> is, Set<Need> needs, @Nullable String words, @Nullable Place place, @Nullable Integer within, @Nullable String language, boolean asksThemselves, boolean onlyOpenNow) {

    public Seeker {
        is = Set.copyOf(is);
        needs = Set.copyOf(needs);
        words = words == null || words.isBlank() ? null : words.strip();
    }

    public Seeker(Set<Audience> is, Set<Need> needs, @Nullable String words, @Nullable Place place, @Nullable Integer within, boolean onlyOpenNow) {
        this(is, needs, words, place, within, null, false, onlyOpenNow);
    }

    public Seeker(Set<Audience> is, Set<Need> needs, @Nullable Place place, boolean onlyOpenNow) {
        this(is, needs, null, place, null, onlyOpenNow);
    }

    boolean wants(Part part) {
        return needs.isEmpty() || needs.stream().anyMatch(need -> need.isMetBy(part));
    }

    public Seeker anyNeed() {
        return new Seeker(is, Set.of(), words, place, within, language, asksThemselves, onlyOpenNow);
    }

    public Seeker withoutWords() {
        return new Seeker(is, needs, null, place, within, language, asksThemselves, onlyOpenNow);
    }

    public Seeker anywhere() {
        return new Seeker(is, needs, words, null, null, language, asksThemselves, onlyOpenNow);
    }

    public Seeker inAnyLanguage() {
        return new Seeker(is, needs, words, place, within, null, asksThemselves, onlyOpenNow);
    }

    public Seeker askedForByAnyone() {
        return new Seeker(is, needs, words, place, within, language, false, onlyOpenNow);
    }

    public Seeker atAnyTime() {
        return new Seeker(is, needs, words, place, within, language, asksThemselves, false);
    }
}
