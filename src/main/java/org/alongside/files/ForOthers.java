package org.alongside.files;

import org.alongside.shared.RuleBroken;

/** Files that other organisations may read: of a kind that can be drawn anew, or plain text, in which nothing can hide. */
public final class ForOthers {
    /** The kinds, for a field in which a file is chosen. */
    public static final String ACCEPT = ".pdf,.jpg,.jpeg,.png,.txt";

    private ForOthers() {
    }

    /** Throws RuleBroken for any other kind. @param name as it was called */
    public static FileType kind(byte[] content, String name) {
        return FileType.of(content, name).filter(type -> type == FileType.TEXT || Copies.canBeMade(type))
                .orElseThrow(() -> new RuleBroken("files.kind", "This kind of file is not taken here. Save it as PDF first. Photos and plain text are taken, too."));
    }

    /** With nothing in it but what can be seen. Throws RuleBroken when it cannot be read, or is too large to be drawn here. */
    public static byte[] copy(FileType type, byte[] original) {
        // Safety: where a photo was taken, who wrote a page and what lies under a black bar stays with its owner.
        return Copies.canBeMade(type) ? Copies.of(type, original) : original;
    }
}
