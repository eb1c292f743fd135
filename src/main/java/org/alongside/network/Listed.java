package org.alongside.network;

import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/** Which part of what is shown one looks at. */
public enum Listed implements Worded {
    EVERYTHING("Everything", null),
    NOTICES("Notices", PostKind.NOTICE),
    RESOURCES("Resources", PostKind.RESOURCE),
    QUESTIONS("Questions", PostKind.QUESTION),
    UNANSWERED("Questions nobody has answered", PostKind.QUESTION);

    private final String words;
    private final @Nullable PostKind kind;

    Listed(String words, @Nullable PostKind kind) {
        this.words = words;
        this.kind = kind;
    }

    @Override
    public String words() {
        return words;
    }

    @Nullable PostKind kind() {
        return kind;
    }
}
