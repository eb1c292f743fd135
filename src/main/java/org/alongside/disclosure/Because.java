package org.alongside.disclosure;

import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** Why something may be shared: the basis, why it was needed, and whether the person was told, or why not. */
public record Because(Basis basis, String necessity, boolean told, String whyNotTold) {
    public static final Because THEY_AGREED = new Because(Basis.AGREED, "", true, "");

    public Because {
        necessity = necessity.strip();
        whyNotTold = whyNotTold.strip();
        // Safety: sharing without agreement is for somebody to answer for, in their own words.
        if (basis != Basis.AGREED && necessity.isEmpty()) throw new RuleBroken("disclosure.no-necessity", "Say why it has to be shared without agreement.");
        if (!told && whyNotTold.isEmpty()) throw new RuleBroken("disclosure.not-told", "Say why they were not told.");
    }

    /** As typed into the fields basis, necessity, told and whyNot; problems stand beside those. */
    public static Optional<Because> read(@Nullable String basis, @Nullable String necessity, @Nullable String told, @Nullable String whyNot, Problems problems) {
        Basis ground = Typed.oneNeeded(Basis.class, basis, "basis", "Choose on what ground it is told", problems);
        if (!"YES".equals(told) && !"NO".equals(told)) problems.add("told", "Say whether they know of this");
        if (ground == null) return Optional.empty();
        try {
            return Optional.of(new Because(ground, necessity == null ? "" : necessity, !"NO".equals(told), whyNot == null ? "" : whyNot));
        } catch (RuleBroken refused) {
            problems.add(refused.rule().equals("disclosure.not-told") ? "whyNot" : "necessity", String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }
}
