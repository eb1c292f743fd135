package org.alongside.operator;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Runs each module's migrations with a history of its own. Modules touch their own schema and the functions of access, so access goes first and
 * the others need no order. (Spring Modulith would work the same out by reading every class at each start: docs/adr/0010.)
 */
@Component
class Migrations implements FlywayMigrationStrategy {
    private static final String FOLDER = "db/migration/";

    @Override
    public void migrate(Flyway flyway) {
        modules().forEach(module -> of(module, flyway.getConfiguration()).migrate());
    }

    /** Flyway for one module, with these settings otherwise. */
    static Flyway of(String module, Configuration settings) {
        return Flyway.configure().configuration(settings).locations("classpath:" + FOLDER + module).table("flyway_schema_history_" + module)
                .baselineVersion("0").baselineOnMigrate(true).load();
    }

    static List<String> modules() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/V*.sql")).map(Migrations::folder).distinct()
                    .sorted(Comparator.comparing((String module) -> !module.equals("access")).thenComparing(module -> module)).toList();
        } catch (IOException unreadable) {
            throw new CannotStart("The migrations cannot be read: " + Reasons.of(unreadable));
        }
    }

    private static String folder(Resource migration) {
        try {
            String[] parts = migration.getURL().toString().split("/");
            return parts[parts.length - 2];
        } catch (IOException unreadable) {
            throw new CannotStart("The migrations cannot be read: " + Reasons.of(unreadable));
        }
    }
}
