package org.alongside.house;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.TestDatabase;
import org.alongside.operator.DatabaseUrl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole database, seen by its owner: what only a test may do. */
public final class Everything {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    public Everything() {
        DatabaseUrl owner = TestDatabase.started().owner("alongside");
        SingleConnectionDataSource source = new SingleConnectionDataSource(owner.jdbc(), owner.user(), owner.password(), true);
        sql = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    public List<String> tables() {
        return sql.sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname !~ '^pg_' order by 1
                """).query(String.class).list();
    }

    public <T> T see(Function<JdbcClient, T> look) {
        return transaction.execute(status -> {
            sql.sql("select set_config('alongside.actor', 'INSTALLER', true)").query().singleRow();
            return look.apply(sql);
        });
    }

    /** One value for all rows of each table, sessions and refusals left out: they are meant to change when somebody asks. */
    Map<String, String> fingerprints() {
        String each = tables().stream().filter(table -> !table.startsWith("organisations.spring_session") && !table.equals("access.try_bucket"))
                .map(table -> "select '" + table + "' as table_name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as print from " + table + " t"
                        + (table.equals("audit.entry") ? " where act <> 'REFUSED'" : ""))
                .collect(Collectors.joining(" union all "));
        Map<String, String> prints = new TreeMap<>();
        see(all -> all.sql(each).query((row, number) -> prints.put(row.getString("table_name"), row.getString("print"))).list());
        return prints;
    }
}
