package org.alongside.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says for whom this thread works. Set at the door (web filter, job, command) and read only by {@link ActorTransactions}. */
public final class Acting {
    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

    private Acting() {
    }

    /** Does the work as this actor, then goes back to whoever it was before. Throws IllegalStateException inside a transaction. */
    public static <T> T as(Actor actor, Supplier<T> work) {
        // Safety: a transaction belongs to the actor it began with; changing it half-way would mix two people's rows.
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the actor cannot change inside a transaction");
        }
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return work.get();
        } finally {
            if (before == null) CURRENT.remove();
            else CURRENT.set(before);
        }
    }

    public static void as(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return null;
        });
    }

    public static Optional<Actor> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
