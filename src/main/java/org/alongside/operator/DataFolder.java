package org.alongside.operator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The folder that holds what this installation keeps. One running application per folder, and room left on its disk. */
record DataFolder(Path path) {
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;
    /** Kept for as long as this process lives: a lock let go by the collector would let a second application in. */
    private static final List<FileLock> HELD = new ArrayList<>();

    static DataFolder at(Path path) {
        try {
            Files.createDirectories(path);
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CannotStart("The disk holding " + path + " has only " + free / (1024 * 1024) + " MB free: make room, at least 200 MB");
            }
            return new DataFolder(path);
        } catch (IOException denied) {
            throw new CannotStart("The folder " + path + " cannot be used: " + Reasons.of(denied));
        }
    }

    /** Takes the folder for this process, unless another has it: a second application would stop the first one's database on leaving. */
    boolean take() {
        try {
            FileLock lock = FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
            if (lock != null) HELD.add(lock);
            return lock != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        } catch (IOException denied) {
            throw new CannotStart("The folder " + path + " cannot be used: " + Reasons.of(denied));
        }
    }

    Path database() {
        return path.resolve("postgres");
    }

    boolean holdsDatabase() {
        return Files.exists(database().resolve("PG_VERSION"));
    }

    /** Beside the folder, not in it, so that a copy of the data is not also a copy of the keys. */
    Path keyFile() {
        return path.resolveSibling(path.getFileName() + ".key");
    }
}
