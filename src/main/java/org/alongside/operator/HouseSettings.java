package org.alongside.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
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
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean practice = environment.getProperty("alongside.practice", Boolean.class, false);
        Path data = Path.of(environment.getProperty("ALONGSIDE_DATA", ".data")).toAbsolutePath().normalize();
        String realDatabase = environment.getProperty("DATABASE_URL");
        checkDisk(data);
        KeyFile keys = keys(environment, data, realDatabase != null);
        Seal seal = new Seal(keys);
        context.getBeanFactory().registerSingleton("seal", seal);
        DatabaseUrl app;
        DatabaseUrl owner;
        if (realDatabase == null) {
            EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("postgres"), seal, Map.of());
            SpringApplication.getShutdownHandlers().add(database::close);
            String name = practice ? "alongside_practice" : "alongside";
            app = database.app(name);
            owner = database.owner(name);
        } else {
            app = DatabaseUrl.read("DATABASE_URL", realDatabase);
            owner = DatabaseUrl.read("DATABASE_OWNER_URL", required(environment, "DATABASE_OWNER_URL"));
        }
        use(environment, app, owner);
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
        settings.put("spring.flyway.placeholders.app", app.user());
        environment.getPropertySources().addFirst(new MapPropertySource("database", settings));
    }

    private static KeyFile keys(ConfigurableEnvironment environment, Path data, boolean realDatabase) {
        Path file = Path.of(environment.getProperty("ALONGSIDE_KEY_FILE", data + ".key")).toAbsolutePath();
        try {
            if (Files.exists(file)) return KeyFile.read(file);
            // Safety: new keys beside old data would make every sealed address and note unreadable without a word.
            if (!realDatabase && Files.exists(data.resolve("postgres/PG_VERSION"))) {
                throw new CannotStart("There is data in " + data + " but its key file " + file + " is missing: put it back");
            }
            Files.createDirectories(file.getParent());
            return KeyFile.create(file);
        } catch (IOException unreadable) {
            throw new CannotStart("The key file " + file + " cannot be used: " + unreadable.getMessage());
        }
    }

    private static void checkDisk(Path data) {
        try {
            Files.createDirectories(data);
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CannotStart("The disk holding " + data + " has only " + free / (1024 * 1024) + " MB free: make room, at least 200 MB");
            }
        } catch (IOException denied) {
            throw new CannotStart("The folder " + data + " cannot be used: " + denied.getMessage());
        }
    }

    private static String required(ConfigurableEnvironment environment, String name) {
        @Nullable String value = environment.getProperty(name);
        if (value == null) throw new CannotStart("DATABASE_URL is set, so " + name + " must be too: the role that owns the tables (docs/running.md)");
        return value;
    }
}
