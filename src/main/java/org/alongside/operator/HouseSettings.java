package org.alongside.operator;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Reads the operator's settings before anything else starts, and opens the installation: its keys and its database. */
public class HouseSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Ports.mustBeFree(environment);
        checkNow(environment.getProperty("ALONGSIDE_NOW", ""));
        TrustedProxies.from(environment.getProperty("TRUSTED_PROXIES", "")).ifPresent(proxies -> proxies.use(environment));
        Installation installation = Installation.toRun(environment, environment.getProperty("alongside.practice", Boolean.class, false));
        SpringApplication.getShutdownHandlers().add(installation::close);
        context.getBeanFactory().registerSingleton("seal", installation.seal());
        use(environment, installation.app(), installation.owner());
    }

    /** Points the application at a database: as the role that owns nothing, and as the owner for migrations only. */
    public static void use(ConfigurableEnvironment environment, DatabaseUrl app, DatabaseUrl owner) {
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

    private static void checkNow(String now) {
        try {
            if (!now.isBlank()) Instant.parse(now.strip());
        } catch (DateTimeParseException odd) {
            throw new CannotStart("ALONGSIDE_NOW must look like 2026-11-20T10:00:00Z, not " + now);
        }
    }
}
