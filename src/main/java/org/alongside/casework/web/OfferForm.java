package org.alongside.casework.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.casework.OfferAnswer;
import org.alongside.casework.Offers;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

record OfferForm(@Nullable String once, @Nullable String version, @Nullable String goal, @Nullable String words, @Nullable String answer) {
    static OfferForm empty(@Nullable String goal) {
        return new OfferForm(UUID.randomUUID().toString(), null, goal, null, OfferAnswer.THINKING.name());
    }

    static OfferForm of(NeedsPage.Offer offer) {
        return new OfferForm(offer.id().toString(), "" + offer.version(), null, offer.words(), offer.answer().name());
    }

    Optional<Offers.NewOffer> read(Problems problems) {
        String said = Typed.wordsNeeded(words, "words", "Write what was offered", problems);
        OfferAnswer answered = Typed.oneNeeded(OfferAnswer.class, answer, "answer", "Say what they decided, or that they are thinking", problems);
        UUID serves = goal == null || goal.isBlank() ? null : Typed.id(goal);
        return said == null || answered == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Offers.NewOffer(Typed.id(once), serves, said, answered));
    }
}
