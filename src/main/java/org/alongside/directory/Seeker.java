package org.alongside.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody said about themselves and what they look for. Everything may be left out. Never stored. */
public record Seeker(Set<Audience> is, Set<Need> needs, @Nullable Place place, boolean onlyOpenNow) {

    public Seeker {
        is = Set.copyOf(is);
        needs = Set.copyOf(needs);
    }

    boolean wants(Part part) {
        return needs.isEmpty() || needs.stream().anyMatch(need -> need.isMetBy(part));
    }

    public Seeker anyNeed() {
        return new Seeker(is, Set.of(), place, onlyOpenNow);
    }

    public Seeker anywhere() {
        return new Seeker(is, needs, null, onlyOpenNow);
    }

    public Seeker atAnyTime() {
        return new Seeker(is, needs, place, false);
    }
}
