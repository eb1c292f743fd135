package org.alongside.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {
    private static final Map<String, String> FAST = Map.of("fsync", "off");
    private final Seal seal = new Seal(KeyFile.inMemory());
    @TempDir Path folder;

    @Test
    void a_restart_keeps_rows_and_a_left_over_server_is_taken_over_not_started_twice() throws Exception {
        Path data = folder.resolve("postgres");
        EmbeddedDatabase first = EmbeddedDatabase.start(data, seal, FAST);
        run(first.owner("alongside"), "create table kept (word text); insert into kept values ('here')");
        first.close();

        // The second is never closed: the application was killed.
        EmbeddedDatabase killed = EmbeddedDatabase.start(data, seal, FAST);
        String postmaster = postmaster(data);
        try (EmbeddedDatabase next = EmbeddedDatabase.start(data, seal, FAST)) {
            assertThat(postmaster(data)).isEqualTo(postmaster);
            assertThat(next.owner("alongside").jdbc()).isEqualTo(killed.owner("alongside").jdbc());
            assertThat(ask(next.owner("alongside"), "select word from kept")).isEqualTo("here");
        }
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
        assertThatThrownBy(() -> ask(killed.owner("alongside"), "select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void every_door_needs_its_password_and_only_loopback_has_a_door() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgres"), seal, FAST)) {
            DatabaseUrl app = database.app("alongside");

            for (String role : new String[] {"postgres", "alongside_owner", "alongside_app"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(app.jdbc(), role, "")).as(role).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> DriverManager.getConnection(app.jdbc(), role, "postgres")).as(role).isInstanceOf(SQLException.class);
            }
            assertThat(ask(app, "show listen_addresses")).isIn("localhost", "127.0.0.1");
            assertThat(ask(app, "select (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)::text from pg_roles where rolname = current_user")).isEqualTo("false");
        }
    }

    @Test
    void what_was_acknowledged_is_on_the_disk() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgres"), seal, Map.of())) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) assertThat(ask(database.app("alongside"), "show " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void a_server_that_does_not_come_up_is_one_line() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(data.resolve("left-over"), "a folder that is not empty cannot become a database");

        assertThatThrownBy(() -> EmbeddedDatabase.start(data, seal, FAST)).isInstanceOf(CannotStart.class).hasMessageContaining("does not start");
    }

    @Test
    void data_of_another_major_version_is_refused_in_one_line() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "14\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(data, seal, FAST)).isInstanceOf(CannotStart.class).hasMessageContaining("PostgreSQL 14").hasMessageContaining("restore a backup");
    }

    @Test
    void another_installations_key_file_is_refused_in_one_line_and_at_once() {
        Path data = folder.resolve("postgres");
        EmbeddedDatabase.start(data, seal, FAST).close();

        assertThatThrownBy(() -> EmbeddedDatabase.start(data, new Seal(KeyFile.inMemory()), FAST)).isInstanceOf(CannotStart.class).hasMessageContaining("key file does not belong");
    }

    private static String postmaster(Path data) throws Exception {
        return Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    }

    private static void run(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password()); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password()); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
