package org.alongside.instruments;

import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/**
 * On what terms the words of a set of questions may be used.
 *
 * @param holder who owns the words; null when they are our own
 * @param notice what must stand beside them wherever they show, {@code evidence} where the permission is kept
 * @param numbersOnly whether only the numbers of the questions are here, because the words may not be
 */
public record Licence(Kind kind, @Nullable String holder, @Nullable String notice, @Nullable String evidence, boolean numbersOnly) {
    static final Licence OURS = new Licence(Kind.OWN, null, null, null, false);

    public enum Kind implements Worded {
        OWN("Own words"),
        OPEN("Open licence"),
        NO_DERIVATIVES("May be used unchanged"),
        PERMISSION_NEEDED("Used by permission");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** Whether wording and order belong to somebody else and stay as they are. */
    public boolean isLocked() {
        return kind == Kind.NO_DERIVATIVES || kind == Kind.PERMISSION_NEEDED;
    }

    /** Whether the words may leave with an export; otherwise only the numbers do. */
    public boolean mayExportText() {
        return !isLocked() && !numbersOnly;
    }
}
