package org.alongside.operator;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;

/** The first line of what went wrong, in words an operator can use. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable failed) {
        if (failed instanceof AccessDeniedException) return "no permission for " + failed.getMessage();
        if (failed instanceof FileAlreadyExistsException) return failed.getMessage() + " is in the way";
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message.lines().findFirst().orElse("").strip();
    }
}
