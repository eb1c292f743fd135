package org.alongside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.alongside.operator.DatabaseUrl;
import org.alongside.operator.EmbeddedDatabase;
import org.alongside.operator.HouseSettings;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL for the whole test run: fast because nothing in it has to survive. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final Seal SEAL = new Seal(KeyFile.inMemory());
    private static EmbeddedDatabase database;

    public static synchronized EmbeddedDatabase started() {
        if (database == null) {
            try {
                Path folder = Files.createTempDirectory("alongside-test");
                database = EmbeddedDatabase.start(folder.resolve("postgres"), SEAL, Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
                SpringApplication.getShutdownHandlers().add(() -> {
                    database.close();
                    FileSystemUtils.deleteRecursively(folder.toFile());
                });
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return database;
    }

    /** What only somebody with the owner's password could do. */
    public static void asOwner(String statement) {
        DatabaseUrl owner = started().owner("alongside");
        try (Connection connection = DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password()); Statement sql = connection.createStatement()) {
            sql.execute("set alongside.actor = 'INSTALLER'");
            sql.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("seal", SEAL);
        HouseSettings.use(context.getEnvironment(), started().app("alongside"), started().owner("alongside"));
    }
}
