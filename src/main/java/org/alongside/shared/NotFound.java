package org.alongside.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nothing to show: there is no such record, or it is not this person's to see. Both give the same page.
 * The kind and id, when given, are what was asked for; the trail keeps them, the page never shows them.
 */
public class NotFound extends RuntimeException {
    private final @Nullable String kind;
    private final @Nullable UUID id;

    public NotFound() {
        this(null, null);
    }

    public NotFound(@Nullable String kind, @Nullable UUID id) {
        super("not found", null, false, false);
        this.kind = kind;
        this.id = id;
    }

    public @Nullable String kind() {
        return kind;
    }

    public @Nullable UUID id() {
        return id;
    }
}
