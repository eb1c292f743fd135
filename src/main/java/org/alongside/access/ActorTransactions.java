package org.alongside.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/** Tells PostgreSQL at the start of each transaction who is asking. The words are gone when the transaction ends. */
@Component("transactionManager")
class ActorTransactions extends JdbcTransactionManager {
    private static final String TELL = """
            select set_config('alongside.actor', ?, true), set_config('alongside.organisation', ?, true), set_config('alongside.worker', ?, true),
                   set_config('alongside.side', ?, true), set_config('alongside.roles', ?, true), set_config('alongside.holder', ?, true),
                   set_config('alongside.job', ?, true)""";
    // Safety: whom this worker is kept apart from is known before the first question is asked, whoever asks it and however. One answer holds for the whole transaction.
    private static final String TELL_WORKER = TELL + ", set_config('alongside.apart', access.find_apart()::text, true)";

    ActorTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Actor actor = Acting.current().orElse(null);
        // Safety: no actor, no words, no rows.
        if (actor == null) return;
        tell(connection, actor);
    }

    private static void tell(Connection connection, Actor actor) throws SQLException {
        String organisation = "", worker = "", side = "", roles = "", holder = "", job = "";
        if (actor instanceof Actor.Worker w) {
            organisation = w.organisation().id().toString();
            worker = w.worker().id().toString();
            side = w.side() == null ? "" : w.side().name();
            roles = w.roles().stream().map(Role::name).collect(Collectors.joining(","));
        } else if (actor instanceof Actor.Job j) {
            organisation = j.organisation().id().toString();
            job = j.job();
            side = j.side() == null ? "" : j.side().name();
        } else if (actor instanceof Actor.Holder h) {
            holder = h.fingerprint();
        }
        set(connection, actor instanceof Actor.Worker ? TELL_WORKER : TELL, actor.kind(), organisation, worker, side, roles, holder, job);
    }

    private static void set(Connection connection, String tell, @Nullable String... words) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(tell)) {
            for (int i = 0; i < words.length; i++) statement.setString(i + 1, words[i]);
            statement.execute();
        }
    }
}
