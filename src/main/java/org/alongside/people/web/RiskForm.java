package org.alongside.people.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.people.Channel;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param what POLICE, or the way of contact a manager opens */
record RiskForm(@Nullable String what, @Nullable String reason) {
    static final RiskForm EMPTY = new RiskForm("", "");

    void check(boolean manager, Problems problems) {
        if (!isPolice() && (!manager || channel().isEmpty())) problems.add("what", "Choose what was decided");
        if (words().isBlank()) problems.add("reason", "Say why you think a life is at risk");
        if (words().length() > 4000) problems.add("reason", "Write no more than 4,000 characters");
    }

    boolean isPolice() {
        return "POLICE".equals(what);
    }

    Optional<Channel> channel() {
        return Stream.of(Channel.values()).filter(one -> one.name().equals(what)).findFirst();
    }

    String words() {
        return reason == null ? "" : reason;
    }
}
