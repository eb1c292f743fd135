package org.alongside.access;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does something as somebody, all of it or nothing. Throws IllegalStateException inside another transaction. */
@Component
public class ActingTransaction {
    private final TransactionTemplate transaction;

    ActingTransaction(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    public void as(Actor actor, Runnable work) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
