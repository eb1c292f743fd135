package org.alongside.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Runs each module's migrations with a history of its own. Modules touch their own schema and the functions of access, so access goes first and
 * the others need no order. (Spring Modulith would work the same out by reading every class at each start: docs/adr/0010.)
 * A start that finds the very files of the last run skips them all: their fingerprint is the comment on the schema of access.
 */
@Component
class Migrations implements FlywayMigrationStrategy {
    private static final String FOLDER = "db/migration/";

    @Override
    public void migrate(Flyway flyway) {
        Configuration settings = flyway.getConfiguration();
        String files = fingerprint();
        try (Connection connection = settings.getDataSource().getConnection(); Statement statement = connection.createStatement()) {
            if (files.equals(lastRun(statement))) return;
            modules().forEach(module -> of(module, settings).migrate());
            statement.execute("comment on schema access is '" + files + "'");
        } catch (SQLException away) {
            throw new CannotStart("The database cannot be asked what has been done to it: " + Reasons.of(away));
        }
    }

    /** Flyway for one module, with these settings otherwise. */
    static Flyway of(String module, Configuration settings) {
        return Flyway.configure().configuration(settings).locations("classpath:" + FOLDER + module).table("flyway_schema_history_" + module)
                .baselineVersion("0").baselineOnMigrate(true).load();
    }

    static List<String> modules() {
        return files().keySet().stream().map(file -> file.substring(0, file.indexOf('/'))).distinct()
                .sorted(Comparator.comparing((String module) -> !module.equals("access")).thenComparing(module -> module)).toList();
    }

    private static @Nullable String lastRun(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select obj_description(to_regnamespace('access'), 'pg_namespace')")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** SHA-256, in hex, over the names and the content of all migrations. */
    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Resource> file : files().entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(file.getValue().getContentAsByteArray());
            }
            return "migrations " + HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** Each migration by module and file name, "access/V1__access.sql", in that order. */
    private static SortedMap<String, Resource> files() {
        try {
            SortedMap<String, Resource> files = new TreeMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/V*.sql")) {
                String address = file.getURL().toString();
                files.put(address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()), file);
            }
            return files;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static CannotStart unreadable(Exception reason) {
        return new CannotStart("The migrations cannot be read: " + Reasons.of(reason));
    }
}
