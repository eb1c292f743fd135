package org.alongside.casework.web;

import java.util.Optional;
import org.alongside.people.Channel;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

record RiskToLifeForm(@Nullable String channel, @Nullable String reason) {
    static final RiskToLifeForm EMPTY = new RiskToLifeForm(null, null);

    record RiskToLife(Channel channel, String reason) {}

    Optional<RiskToLife> read(Problems problems) {
        Channel way = Typed.oneNeeded(Channel.class, channel, "channel", "Choose the one way of contact this is for", problems);
        String why = Typed.wordsNeeded(reason, "reason", "Say what makes you think that a life is at risk", problems);
        return way == null || why == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new RiskToLife(way, why));
    }
}
