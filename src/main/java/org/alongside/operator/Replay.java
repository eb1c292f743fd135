package org.alongside.operator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Runs the migrations of a backup again, in the order in which they once ran, so that its rows find the tables they came from. */
final class Replay {
    private final DatabaseUrl owner;
    private final DatabaseUrl app;
    private final Set<String> modules = new LinkedHashSet<>();

    Replay(DatabaseUrl owner, DatabaseUrl app) {
        this.owner = owner;
        this.app = app;
    }

    void run(List<BackupStory.Migration> migrations) {
        try {
            migrations.forEach(this::run);
        } catch (FlywayException failed) {
            throw new CannotStart("The tables of the backup cannot be made again: " + Reasons.of(failed));
        }
    }

    private void run(BackupStory.Migration migration) {
        modules.add(migration.module());
        Flyway flyway = flyway(migration.module(), migration.version());
        flyway.migrate();
        MigrationInfo ran = flyway.info().current();
        // A migration that is not the one of the backup would give its rows another meaning.
        if (ran == null || ran.getChecksum() == null || ran.getChecksum() != migration.checksum() || !ran.getVersion().getVersion().equals(migration.version())) {
            throw new CannotStart("The backup was made by a version of Alongside whose " + migration.module() + " " + migration.version() + " is not in this one: use the same version or a newer one");
        }
    }

    private Flyway flyway(String module, String target) {
        return Migrations.of(module, Flyway.configure().dataSource(owner.jdbc(), owner.user(), owner.password()).target(target).placeholders(Map.of("app", app.quotedUser())));
    }

    /** Takes away what was made in a database that was empty before. */
    void undo(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (String module : modules) {
                statement.execute("drop schema if exists " + module + " cascade");
                statement.execute("drop table if exists public.flyway_schema_history_" + module);
            }
        }
    }
}
