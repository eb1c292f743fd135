package org.alongside.organisations;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Names read once in a transaction, however many of them a page shows. */
final class NamesOnce {
    Names inThisTransaction(Supplier<Names> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return read.get();
        Names known = (Names) TransactionSynchronizationManager.getResource(this);
        if (known != null) return known;
        Names names = read.get();
        TransactionSynchronizationManager.bindResource(this, names);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            // Safety: the next transaction on this thread may be another organisation's. (Inside one, the actor cannot change.)
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(NamesOnce.this);
            }
        });
        return names;
    }
}
