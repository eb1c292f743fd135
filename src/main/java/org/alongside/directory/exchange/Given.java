package org.alongside.directory.exchange;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.directory.Conditions;
import org.alongside.directory.Entry;
import org.alongside.directory.Offerer;
import org.alongside.directory.Welcome;
import org.jspecify.annotations.Nullable;

/**
 * What one record of a source says, understood and clean.
 *
 * @param externalId its id over there
 * @param offererId its organisation's; null when it has none
 * @param entry with the ids over there where they are ids at all; with empty places where there are grave doubts
 * @param hasRefuge whether its parts or its words say so
 * @param exact whether another Alongside wrote it
 */
record Given(String externalId, @Nullable String offererId, Entry entry, Offerer offeredBy, List<Doubt> doubts, boolean hasRefuge, boolean exact) {
    Given {
        doubts = List.copyOf(doubts);
    }

    static Given unreadable(String id, String why) {
        UUID none = new UUID(0, 0);
        return new Given(id, null, new Entry(none, none, "", "", List.of(), List.of(), Set.of(), List.of(), List.of(), Welcome.NOT_STATED, Conditions.NOT_STATED, ""), Offerer.named(none, ""), List.of(new Doubt("service", why, true)), false, false);
    }

    boolean isHeld() {
        return doubts.stream().anyMatch(Doubt::grave);
    }
}
