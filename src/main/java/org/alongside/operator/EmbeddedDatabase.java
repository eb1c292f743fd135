package org.alongside.operator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that comes along when no other is named: kept in the data folder, reachable on loopback with passwords made from the key file.
 * A server left running by a killed application is taken over, not started twice.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String MAJOR = "17";
    // Safety: the library is made for tests and starts a server that forgets; here what was acknowledged is on the disk.
    private static final Map<String, String> KEEPS = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
    private final Path data;
    private final Seal seal;
    private final int port;
    private final AutoCloseable server;

    private EmbeddedDatabase(Path data, Seal seal, int port, AutoCloseable server) {
        this.data = data;
        this.seal = seal;
        this.port = port;
        this.server = server;
    }

    /** @param data the server's own folder, made when absent
     *  @param settings postgresql.conf settings instead of ours, for tests */
    public static EmbeddedDatabase start(Path data, Seal seal, Map<String, String> settings) {
        try {
            checkMajor(data);
            checkKeys(data, seal);
            Optional<EmbeddedDatabase> running = adopt(data, seal);
            if (running.isPresent()) return running.get();
            boolean first = !Files.exists(data.resolve("PG_VERSION"));
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(Files.createDirectories(data.resolveSibling("postgres-program")).toFile())
                    .setPGStartupWait(Duration.ofSeconds(60));
            if (!first) builder.setConnectConfig("password", password(seal, "postgres"));
            KEEPS.forEach(builder::setServerConfig);
            settings.forEach(builder::setServerConfig);
            EmbeddedPostgres server = builder.start();
            EmbeddedDatabase database = new EmbeddedDatabase(data, seal, server.getPort(), server);
            if (first) database.setUp(server);
            return database;
        } catch (IOException | SQLException | IllegalStateException failed) {
            stopWhatCameUp(data);
            throw new CannotStart("The database in " + data + " does not start: " + reason(failed));
        }
    }

    private static void checkMajor(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
            throw new CannotStart("The database in " + data + " was made by PostgreSQL " + Files.readString(version).strip()
                    + ", this version brings " + MAJOR + ": restore a backup into an empty folder");
        }
    }

    /** The passwords of the server come from the key file: with another one it would only ever answer "no". */
    private static void checkKeys(Path data, Seal seal) throws IOException {
        Path mark = keyMark(data);
        if (Files.exists(mark) && !Files.readString(mark).equals(keyCheck(seal))) {
            throw new CannotStart("The key file does not belong to the database in " + data + ": put back the one it was made with");
        }
    }

    private static Path keyMark(Path data) {
        return data.resolve("alongside-key-check");
    }

    private static String keyCheck(Seal seal) {
        return seal.fingerprint("database-password", "key-check");
    }

    /** The server that another program keeps running on this folder; closing it leaves it running. */
    static Optional<EmbeddedDatabase> runningElsewhere(Path data, Seal seal) {
        try {
            return adopt(data, seal).map(running -> new EmbeddedDatabase(data, seal, running.port, () -> {}));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<EmbeddedDatabase> adopt(Path data, Seal seal) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return Optional.empty();
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) return Optional.empty();
        Optional<ProcessHandle> postmaster = ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        if (postmaster.isEmpty()) return Optional.empty();
        int port = Integer.parseInt(lines.get(3).strip());
        EmbeddedDatabase running = new EmbeddedDatabase(data, seal, port, () -> stop(data, postmaster.get()));
        try (Connection connection = running.connect("postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Path.of(row.getString(1)).toRealPath().equals(data.toRealPath()) ? Optional.of(running) : Optional.empty();
        } catch (SQLException notThisOne) {
            return Optional.empty();
        }
    }

    /** A fast shutdown, as pg_ctl asks for it, of a server that this process did not start; over when its pid file is gone. */
    private static void stop(Path data, ProcessHandle postmaster) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + postmaster.pid()).start().waitFor();
        for (int i = 0; i < 300 && Files.exists(data.resolve("postmaster.pid")); i++) Thread.sleep(100);
    }

    /** A server that came up but did not let us in must not be left running. */
    private static void stopWhatCameUp(Path data) {
        try {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip())).ifPresent(ProcessHandle::destroy);
        } catch (IOException | RuntimeException nothingThere) {
            // none came up
        }
    }

    private void setUp(EmbeddedPostgres server) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            for (String role : List.of("alongside_owner", "alongside_app")) {
                statement.execute("create role " + role + " login nosuperuser nobypassrls password '" + password(seal, role) + "'");
            }
            statement.execute("alter role postgres password '" + password(seal, "postgres") + "'");
            for (String name : List.of("alongside", "alongside_practice")) createDatabase(statement, name);
            // Safety: from here on every connection needs its password; another user of this machine has none.
            Files.writeString(data.resolve("pg_hba.conf"), """
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            Files.writeString(keyMark(data), keyCheck(seal));
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void createDatabase(Statement statement, String name) throws SQLException {
        statement.execute("create database " + name + " owner alongside_owner encoding 'UTF8' template template0");
        statement.execute("revoke all on database " + name + " from public");
        statement.execute("grant connect on database " + name + " to alongside_app");
    }

    /** A new, empty database beside the others, replacing one of the same name. */
    public void recreate(String name) {
        try (Connection connection = connect("postgres", "postgres"); Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            createDatabase(statement, name);
        } catch (SQLException failed) {
            throw new CannotStart("The database " + name + " cannot be made: " + reason(failed));
        }
    }

    public DatabaseUrl app(String name) {
        return url(name, "alongside_app");
    }

    public DatabaseUrl owner(String name) {
        return url(name, "alongside_owner");
    }

    /** For tests and drills: the role that may do anything. */
    public DatabaseUrl superuser(String name) {
        return url(name, "postgres");
    }

    private DatabaseUrl url(String name, String user) {
        return new DatabaseUrl("jdbc:postgresql://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/" + name, user, password(seal, user));
    }

    private Connection connect(String name, String user) throws SQLException {
        DatabaseUrl url = url(name, user);
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    private static String password(Seal seal, String role) {
        return seal.fingerprint("database-password", role);
    }

    private static @Nullable String reason(Exception failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage().lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception alreadyGone) {
            // it is down: that is what was asked
        }
    }
}
