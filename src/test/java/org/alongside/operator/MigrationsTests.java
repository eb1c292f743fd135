package org.alongside.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.alongside.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A start does again only what has changed since the last one. */
class MigrationsTests {
    private final Migrations migrations = new Migrations();
    private DatabaseUrl owner;

    @BeforeEach
    void aNewDatabase() {
        TestDatabase.started().recreate("migrated");
        owner = TestDatabase.started().owner("migrated");
    }

    @Test
    void an_empty_database_gets_every_module() throws Exception {
        migrations.migrate(flyway());

        for (String module : Migrations.modules()) assertThat(text("select string_agg(script, ',') from flyway_schema_history_" + module + " where success")).as(module).contains("V1__");
    }

    @Test
    void a_start_that_finds_the_files_of_the_last_run_does_nothing() throws Exception {
        migrations.migrate(flyway());
        execute("drop table flyway_schema_history_helpline");

        migrations.migrate(flyway());

        assertThat(text("select to_regclass('flyway_schema_history_helpline')::text")).as("a run would have made a new history").isNull();
    }

    @Test
    void other_files_than_those_of_the_last_run_are_run() throws Exception {
        migrations.migrate(flyway());
        execute("drop schema helpline cascade; drop table flyway_schema_history_helpline; comment on schema access is 'migrations of another version'");

        migrations.migrate(flyway());

        assertThat(text("select string_agg(script, ',') from flyway_schema_history_helpline")).contains("V1__");
        assertThat(text("select obj_description(to_regnamespace('access'), 'pg_namespace')")).startsWith("migrations ").isNotEqualTo("migrations of another version");
    }

    private Flyway flyway() {
        return Flyway.configure().dataSource(owner.jdbc(), owner.user(), owner.password()).placeholders(Map.of("app", TestDatabase.started().app("migrated").quotedUser())).load();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password());
    }
}
