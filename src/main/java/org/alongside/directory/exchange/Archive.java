package org.alongside.directory.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a zip, as long as they stay small. Nothing is ever written to a disk, so names with dots lead nowhere. */
final class Archive {
    private static final int MOST_FILES = 400;
    private static final long MOST_BYTES = 80L * 1024 * 1024;

    private Archive() {
    }

    // Safety: a zip of a few kilobytes may hold gigabytes; what comes out is counted, not what it says of itself.
    static Map<String, byte[]> read(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long bytes = 0;
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.isDirectory()) continue;
                byte[] content = entries.readNBytes((int) (MOST_BYTES - bytes + 1));
                bytes += content.length;
                if (bytes > MOST_BYTES || files.size() >= MOST_FILES) throw new CannotRead("The zip holds more than we unpack (80 MB, 400 files)");
                files.putIfAbsent(entry.getName().replace('\\', '/'), content);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new CannotRead("The zip is broken or locked");
        }
        if (files.isEmpty()) throw new CannotRead("There is nothing in this zip");
        return files;
    }
}
