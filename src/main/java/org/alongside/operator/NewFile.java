package org.alongside.operator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with everybody in it: written beside its place and moved there when whole, so that half of one never looks like one. */
record NewFile(Path path, String what) {
    void write(Content content) throws IOException {
        if (Files.exists(path)) throw new CannotStart(path + " exists already: " + what + " never overwrites another");
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(part);
        // Also when somebody presses Ctrl-C.
        part.toFile().deleteOnExit();
        try {
            // Safety: readable by this user alone from its first byte.
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
                content.writeTo(file);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
