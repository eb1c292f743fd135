package org.alongside.operator;

import java.util.Optional;
import org.alongside.access.WrongDatabase;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells the operator in one line why Alongside does not start, when the reason is known; anything else keeps its trace. */
public class OneLine implements SpringBootExceptionReporter {

    /** Called by Spring Boot with the context that failed, null when it failed before there was one. */
    public OneLine(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = of(failure);
        line.ifPresent(words -> System.err.println("Alongside: " + words));
        return line.isPresent();
    }

    static Optional<String> of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart || cause instanceof WrongDatabase) return Optional.of(cause.getMessage());
            if (cause instanceof PortInUseException port) return Optional.of(Ports.inUse("PORT or MANAGEMENT_PORT", port.getPort()));
            if (cause instanceof FlywayValidateException) {
                return Optional.of("This database was made by another version of Alongside, or one of its migrations was changed: " + Reasons.of(cause));
            }
        }
        return Optional.empty();
    }
}
