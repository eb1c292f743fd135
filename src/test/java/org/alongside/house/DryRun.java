package org.alongside.house;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whatever workers do meanwhile is done, answered, and taken back at the moment of committing: so that every role can try the same act on the same record. */
final class DryRun implements TransactionExecutionListener, AutoCloseable {
    private final ThreadLocal<Boolean> on = ThreadLocal.withInitial(() -> false);
    private final DataSource source;

    DryRun(ConfigurableTransactionManager transactions, DataSource source) {
        this.source = source;
        transactions.addListener(this);
    }

    DryRun begin() {
        on.set(true);
        return this;
    }

    @Override
    public void close() {
        on.set(false);
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!on.get() || Acting.current().filter(Actor.Worker.class::isInstance).isEmpty()) return;
        try {
            if (TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder held) held.getConnection().rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
