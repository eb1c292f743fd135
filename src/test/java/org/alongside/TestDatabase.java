package org.alongside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("seal", SEAL);
        HouseSettings.use(context.getEnvironment(), started().app("alongside"), started().owner("alongside"));
    }
}
