package org.alongside.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.alongside.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** What an operator can get wrong, and the one line each gets. */
class InstallationTests {
    @TempDir Path folder;

    @Test
    void a_key_file_is_made_beside_the_data_for_this_user_only() throws Exception {
        Installation.toRun(named(Map.of()), false).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data.key")))).isEqualTo("rw-------");
        assertThat(folder.resolve("data")).isEmptyDirectory();
    }

    @Test
    void new_keys_are_never_made_beside_old_data() throws Exception {
        Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(folder.resolve("data/postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> Installation.toRun(settings(Map.of()), false)).isInstanceOf(CannotStart.class).hasMessageContaining("key file").hasMessageContaining("missing");
        assertThat(folder.resolve("data.key")).doesNotExist();
    }

    @Test
    void a_damaged_key_file_is_not_replaced() throws Exception {
        Files.writeString(folder.resolve("data.key"), "scribble\n");

        assertThatThrownBy(() -> Installation.toRun(named(Map.of()), false)).isInstanceOf(CannotStart.class).hasMessageContaining("damaged");
        assertThat(folder.resolve("data.key")).hasContent("scribble\n");
    }

    @Test
    void a_command_never_makes_keys() {
        assertThatThrownBy(() -> Installation.atHand(named(Map.of()), false)).isInstanceOf(CannotStart.class).hasMessageContaining("missing");
    }

    @Test
    void one_folder_serves_one_application() {
        DataFolder data = DataFolder.at(folder.resolve("data"));

        assertThat(data.take()).isTrue();
        assertThatThrownBy(() -> Installation.toRun(settings(Map.of()), false)).isInstanceOf(CannotStart.class).hasMessageContaining("Another Alongside is running");
    }

    @Test
    void the_owner_must_be_named_and_must_not_be_the_application() {
        String app = url(TestDatabase.started().app("alongside"));

        assertThatThrownBy(() -> Installation.toRun(settings(Map.of("DATABASE_URL", app)), false)).hasMessageContaining("DATABASE_OWNER_URL must be too");
        assertThatThrownBy(() -> Installation.toRun(settings(Map.of("DATABASE_URL", app, "DATABASE_OWNER_URL", app)), false)).hasMessageContaining("same role");
    }

    @Test
    void a_superuser_is_refused_before_it_has_touched_a_table() {
        assertThatThrownBy(() -> Installation.toRun(named(Map.of("DATABASE_URL", url(TestDatabase.started().superuser("alongside")))), false))
                .isInstanceOf(CannotStart.class).hasMessageContaining("row security does not bind");
    }

    @Test
    void a_database_that_is_away_unknown_or_closed_is_one_line_without_the_password() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        DatabaseUrl app = TestDatabase.started().app("alongside");

        assertThatThrownBy(() -> Installation.toRun(named(Map.of("DATABASE_URL", "postgres://a:hidden@127.0.0.1:" + nobody + "/x")), false))
                .isInstanceOf(CannotStart.class).hasMessageContaining("does not answer").hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> Installation.toRun(named(Map.of("DATABASE_URL", url(app).replace("/alongside", "/nowhere"))), false)).hasMessageContaining("no such database");
        assertThatThrownBy(() -> Installation.toRun(named(Map.of("DATABASE_URL", url(new DatabaseUrl(app.jdbc(), app.user(), "wrong")))), false)).hasMessageContaining("does not let alongside_app in");
    }

    @Test
    void a_taken_port_is_named_with_the_setting_that_changes_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            MockEnvironment settings = settings(Map.of("PORT", String.valueOf(taken.getLocalPort()), "MANAGEMENT_PORT", "0"));

            assertThatThrownBy(() -> Ports.mustBeFree(settings)).isInstanceOf(CannotStart.class).hasMessageContaining("Port " + taken.getLocalPort() + " is in use").hasMessageContaining("PORT");
        }
        assertThatThrownBy(() -> Ports.mustBeFree(settings(Map.of("PORT", "eighty")))).hasMessageContaining("must be a number");
        assertThatThrownBy(() -> Ports.mustBeFree(settings(Map.of("PORT", "9", "MANAGEMENT_PORT", "9")))).hasMessageContaining("must differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/99", "10.0.0.1,,", "*", "0x7f.1.2.3/8.8"})
    void only_written_out_addresses_are_trusted_as_proxies(String list) {
        assertThatThrownBy(() -> TrustedProxies.from(list)).isInstanceOf(CannotStart.class).hasMessageContaining("TRUSTED_PROXIES");
    }

    @Test
    void forwarded_headers_are_believed_only_when_a_proxy_is_named() {
        MockEnvironment settings = new MockEnvironment();
        assertThat(TrustedProxies.from(" ")).isEmpty();

        TrustedProxies.from("10.0.0.0/8, 2001:db8::7").orElseThrow().use(settings);
        assertThat(settings.getProperty("server.forward-headers-strategy")).isEqualTo("native");
        assertThat(settings.getProperty("server.tomcat.remoteip.internal-proxies")).isEqualTo("10.0.0.0/8,2001:db8::7");
    }

    /** A named database that is right, with these settings instead. */
    private MockEnvironment named(Map<String, String> instead) {
        TestDatabase.started().recreate("blank");
        Map<String, String> all = new HashMap<>(Map.of("DATABASE_URL", url(TestDatabase.started().app("blank")), "DATABASE_OWNER_URL", url(TestDatabase.started().owner("blank"))));
        all.putAll(instead);
        return settings(all);
    }

    private MockEnvironment settings(Map<String, String> all) {
        MockEnvironment settings = new MockEnvironment().withProperty("ALONGSIDE_DATA", folder.resolve("data").toString());
        all.forEach(settings::setProperty);
        return settings;
    }

    private static String url(DatabaseUrl url) {
        return url.jdbc() + "?user=" + url.user() + "&password=" + url.password();
    }
}
