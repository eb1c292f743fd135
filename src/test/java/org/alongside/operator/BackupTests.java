package org.alongside.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo town, taken to a file and back. Rows are compared by plain SELECT, not by the counting that backup itself uses. */
@AlongsideTest
class BackupTests {
    private static final Set<String> SESSIONS = Set.of("organisations.spring_session", "organisations.spring_session_attributes", "residents.session");
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void an_empty_database_waits() {
        file = folder.resolve("town.backup");
        TestDatabase.started().recreate("restored");
    }

    @AfterEach
    void it_is_given_back() {
        TestDatabase.started().recreate("restored");
    }

    @Test
    void every_row_of_every_table_comes_back() throws Exception {
        backup();
        restore(TestDatabase.SEAL);

        Map<String, List<String>> original = rows("alongside");
        Map<String, List<String>> restored = rows("restored");
        assertThat(restored.keySet()).isEqualTo(original.keySet()).contains("access.instance", "audit.entry", "organisations.worker");
        assertThat(original.get("organisations.worker")).isNotEmpty();
        original.forEach((table, rows) -> {
            if (!SESSIONS.contains(table)) assertThat(restored.get(table)).as(table).isEqualTo(rows);
        });
        assertThat(SESSIONS).allSatisfy(sessions -> assertThat(restored.getOrDefault(sessions, List.of())).isEmpty());
    }

    @Test
    void the_walls_stand_again_and_the_next_number_is_the_next() throws Exception {
        backup();
        restore(TestDatabase.SEAL);

        assertThat(ask("restored", "select c.oid::regclass::text from pg_class c join pg_policy p on p.polrelid = c.oid where not (c.relrowsecurity and c.relforcerowsecurity)")).isEmpty();
        String walls = "select c.oid::regclass::text || c.relrowsecurity || c.relforcerowsecurity || coalesce(c.relacl::text, '') from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information|public)' order by 1";
        assertThat(ask("restored", walls)).isEqualTo(ask("alongside", walls));
        String numbers = "select schemaname || sequencename || coalesce(last_value, 0) from pg_sequences order by 1";
        assertThat(ask("restored", numbers)).isEqualTo(ask("alongside", numbers));
    }

    @Test
    void no_table_can_be_forgotten() throws Exception {
        Set<String> tables = rows("alongside").keySet();

        try (Connection owner = OwnerSession.connect(TestDatabase.started().owner("alongside"))) {
            assertThat(new Catalogue(owner).tables()).extracting(BackupStory.Table::name).containsExactlyInAnyOrderElementsOf(tables.stream().filter(table -> !SESSIONS.contains(table)).toList());
        }
    }

    @Test
    void a_table_the_owner_cannot_read_stops_the_backup() throws Exception {
        backup();
        restore(TestDatabase.SEAL);
        change("restored", "drop policy installer on audit.entry");

        assertThatThrownBy(() -> backup("restored", folder.resolve("second"))).isInstanceOf(CannotStart.class).hasMessageContaining("audit.entry");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void another_key_file_does_not_open_it() throws Exception {
        backup();

        assertThatThrownBy(() -> restore(new Seal(KeyFile.inMemory()))).isInstanceOf(CannotStart.class).hasMessageContaining("another key file");
        assertThat(ask("restored", "select count(*)::text from pg_namespace where nspname = 'audit'")).containsExactly("0");
    }

    @Test
    void one_changed_byte_is_refused_wherever_it_is() throws Exception {
        backup();
        byte[] whole = Files.readAllBytes(file);

        for (int place : new int[] {3, 25, 80, whole.length / 2, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> restore(TestDatabase.SEAL)).as("byte " + place).isInstanceOf(CannotStart.class);
        }
        assertThat(ask("restored", "select count(*)::text from pg_namespace where nspname = 'audit'")).containsExactly("0");
    }

    @Test
    void a_file_cut_short_is_refused_wherever_it_ends() throws Exception {
        backup();
        byte[] whole = Files.readAllBytes(file);

        for (int length : new int[] {0, 10, 40, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> restore(TestDatabase.SEAL)).as(length + " bytes").isInstanceOf(CannotStart.class);
        }
    }

    @Test
    void a_database_with_anything_in_it_is_refused_and_left_alone() throws Exception {
        backup();
        change("restored", "create table public.something (id int); insert into public.something values (7)");

        assertThatThrownBy(() -> restore(TestDatabase.SEAL)).isInstanceOf(CannotStart.class).hasMessageContaining("not empty");
        assertThat(ask("restored", "select id::text from public.something")).containsExactly("7");
    }

    @Test
    void a_backup_is_for_one_user_only_and_never_overwrites_another() throws Exception {
        backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThatThrownBy(this::backup).isInstanceOf(CannotStart.class).hasMessageContaining("exists already");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void nothing_in_the_file_can_be_read_without_the_key() throws Exception {
        backup();

        String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("Alongside backup 1\n").doesNotContain("organisations", "Harbour", "Mina", "story.json");
    }

    private void backup() throws SQLException, IOException {
        backup("alongside", file);
    }

    private static void backup(String database, Path to) throws SQLException, IOException {
        try (Connection owner = OwnerSession.connect(TestDatabase.started().owner(database))) {
            new Backup(owner, line -> {}).to(to, TestDatabase.SEAL);
        }
    }

    private void restore(Seal seal) throws SQLException {
        new Restore(file, seal, line -> {}).into(TestDatabase.started().owner("restored"), TestDatabase.started().app("restored"));
    }

    private static Map<String, List<String>> rows(String database) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : ask(database, "select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'public')")) {
            rows.put(table, ask(database, "select t::text from " + table + " t order by 1"));
        }
        return rows;
    }

    private static List<String> ask(String database, String sql) throws SQLException {
        try (Connection owner = OwnerSession.connect(TestDatabase.started().owner(database)); Statement statement = owner.createStatement()) {
            statement.execute("select set_config('alongside.actor', 'INSTALLER', false)");
            List<String> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static void change(String database, String sql) throws SQLException {
        try (Connection owner = OwnerSession.connect(TestDatabase.started().owner(database)); Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
