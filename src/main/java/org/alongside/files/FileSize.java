package org.alongside.files;

import java.util.Locale;

/** How large a file is, as a person reads it. */
public final class FileSize {
    private static final int KILO = 1024, MEGA = KILO * KILO;

    private FileSize() {
    }

    /** "340 KB", "2.1 MB" */
    public static String words(int bytes) {
        return bytes < MEGA ? Math.max(1, bytes / KILO) + " KB" : String.format(Locale.UK, "%.1f MB", bytes / (double) MEGA);
    }
}
