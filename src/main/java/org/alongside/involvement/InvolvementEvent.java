package org.alongside.involvement;

import java.util.UUID;

/** What others hear of the groups. */
public sealed interface InvolvementEvent {
    /** What anybody may read of a change is other words now, or nothing any more. */
    record PublicWordsChanged(UUID change) implements InvolvementEvent {}
}
