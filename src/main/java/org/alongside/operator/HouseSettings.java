package org.alongside.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Reads the operator's settings before anything else starts: the key file, and which database. With DATABASE_URL it is that one
 * (and DATABASE_OWNER_URL for migrations); without, the one kept in the data folder.
 */
public class HouseSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** The two databases made in a data folder: one for real work, one for training. */
    static final String LIVE = "alongside", PRACTICE = "alongside_practice";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean practice = environment.getProperty("alongside.practice", Boolean.class, false);
        Ports.mustBeFree(environment);
        checkNow(environment.getProperty("ALONGSIDE_NOW", ""));
        TrustedProxies.from(environment.getProperty("TRUSTED_PROXIES", "")).ifPresent(proxies -> proxies.use(environment));
        DataFolder data = DataFolder.at(Path.of(environment.getProperty("ALONGSIDE_DATA", practice ? ".data-practice" : ".data")).toAbsolutePath().normalize());
        String named = environment.getProperty("DATABASE_URL", "");
        Seal seal = named.isBlank() ? bringDatabase(environment, data, practice ? PRACTICE : LIVE) : useNamed(environment, data, named);
        context.getBeanFactory().registerSingleton("seal", seal);
    }

    private static Seal bringDatabase(ConfigurableEnvironment environment, DataFolder data, String name) {
        data.take();
        Seal seal = new Seal(keys(environment, data, data.holdsDatabase()));
        EmbeddedDatabase database = EmbeddedDatabase.start(data.database(), seal, Map.of());
        SpringApplication.getShutdownHandlers().add(database::close);
        use(environment, database.app(name), database.owner(name));
        return seal;
    }

    private static Seal useNamed(ConfigurableEnvironment environment, DataFolder data, String named) {
        DatabaseUrl app = DatabaseUrl.read("DATABASE_URL", named);
        String ownerNamed = environment.getProperty("DATABASE_OWNER_URL", "");
        if (ownerNamed.isBlank()) throw new CannotStart("DATABASE_URL is set, so DATABASE_OWNER_URL must be too: the role that owns the tables (docs/running.md)");
        DatabaseUrl owner = DatabaseUrl.read("DATABASE_OWNER_URL", ownerNamed);
        use(environment, app, owner);
        DatabaseAnswers.check("DATABASE_URL", app, true);
        boolean begun = DatabaseAnswers.check("DATABASE_OWNER_URL", owner, false);
        return new Seal(keys(environment, data, begun));
    }

    /** Points the application at a database: as the role that owns nothing, and as the owner for migrations only. */
    public static void use(ConfigurableEnvironment environment, DatabaseUrl app, DatabaseUrl owner) {
        if (app.user().equals(owner.user())) {
            throw new CannotStart("DATABASE_URL and DATABASE_OWNER_URL name the same role: the application must not own its tables (docs/running.md)");
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", app.jdbc());
        settings.put("spring.datasource.username", app.user());
        settings.put("spring.datasource.password", app.password());
        settings.put("spring.flyway.url", owner.jdbc());
        settings.put("spring.flyway.user", owner.user());
        settings.put("spring.flyway.password", owner.password());
        settings.put("spring.flyway.placeholders.app", app.quotedUser());
        environment.getPropertySources().addFirst(new MapPropertySource("database", settings));
    }

    private static KeyFile keys(ConfigurableEnvironment environment, DataFolder data, boolean thereIsData) {
        String named = environment.getProperty("ALONGSIDE_KEY_FILE", "");
        Path file = named.isBlank() ? data.keyFile() : Path.of(named).toAbsolutePath();
        try {
            if (Files.exists(file)) return KeyFile.read(file);
            // Safety: new keys beside old data would make every sealed address and note unreadable without a word.
            if (thereIsData) throw new CannotStart("The database holds data, but its key file " + file + " is missing: put it back (docs/running.md)");
            Files.createDirectories(file.getParent());
            return KeyFile.create(file);
        } catch (IOException unreadable) {
            throw new CannotStart("The key file " + file + " cannot be used: " + Reasons.of(unreadable));
        }
    }

    private static void checkNow(String now) {
        try {
            if (!now.isBlank()) Instant.parse(now.strip());
        } catch (DateTimeParseException odd) {
            throw new CannotStart("ALONGSIDE_NOW must look like 2026-11-20T10:00:00Z, not " + now);
        }
    }
}
