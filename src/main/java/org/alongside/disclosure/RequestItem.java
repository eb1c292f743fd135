package org.alongside.disclosure;

import java.util.UUID;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** One thing found for a request. @param what which paper, note or entry it is */
public record RequestItem(UUID id, UUID request, Field field, Source source, String what, ItemDecision decision, String why, @Nullable WorkerId decidedBy) {
    public boolean leaves() {
        return decision == ItemDecision.LEAVES || decision == ItemDecision.PART;
    }
}
