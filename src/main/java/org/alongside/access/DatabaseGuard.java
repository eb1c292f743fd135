package org.alongside.access;

import java.util.Locale;
import org.alongside.shared.Seal;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refuses to run as a role that row security does not bind, on the wrong kind of database, or with another installation's keys. */
@Component
@DependsOn("flywayInitializer")
class DatabaseGuard implements InitializingBean {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final boolean practice;

    DatabaseGuard(JdbcClient sql, PlatformTransactionManager transactions, Seal seal, @Value("${alongside.practice}") boolean practice) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.seal = seal;
        this.practice = practice;
    }

    @Override
    public void afterPropertiesSet() {
        // Safety: a superuser, a role with BYPASSRLS or an owner would see every organisation's rows.
        if (isUnbound()) throw new WrongDatabase("DATABASE_URL names a role that row security does not bind (superuser, BYPASSRLS or owner of tables): use one that owns nothing (docs/running.md)");
        Acting.as(new Actor.Installer(), () -> transaction.executeWithoutResult(status -> checkInstance()));
    }

    private boolean isUnbound() {
        return sql.sql("""
                select exists (select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls))
                    or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where pg_has_role(current_user, c.relowner, 'usage') and c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_')
                """).query(Boolean.class).single();
    }

    private void checkInstance() {
        String kind = practice ? "PRACTICE" : "LIVE";
        String fingerprint = seal.fingerprint("instance", "key-check");
        sql.sql("insert into access.instance (kind, key_fingerprint) values (:kind, :fingerprint) on conflict do nothing")
                .param("kind", kind).param("fingerprint", fingerprint).update();
        record Instance(String kind, String keyFingerprint) {}
        Instance found = sql.sql("select kind, key_fingerprint from access.instance").query(Instance.class).single();
        // Safety: practice and real work never share a database, in either direction.
        if (!found.kind.equals(kind)) throw new WrongDatabase("This is a " + found.kind.toLowerCase(Locale.ROOT) + " database, and Alongside was started for " + kind.toLowerCase(Locale.ROOT));
        if (!found.keyFingerprint.equals(fingerprint)) throw new WrongDatabase("The key file does not belong to this database: put back the one it was started with");
    }
}
