package org.alongside.directory;

import org.jspecify.annotations.Nullable;

/**
 * One way to reach a service.
 *
 * @param value a telephone number, a web address or an e-mail address
 * @param label which of several it is, such as a region; words or the key of words
 * @param free true or false as stated; null when it is not stated
 */
public record Contact(Way way, String value, @Nullable String label, OpeningHours hours, @Nullable Boolean free) {

    public enum Way {
        PHONE,
        TEXT,
        CHAT,
        EMAIL,
        BSL,
        WEBSITE
    }

    public boolean isDialled() {
        return way == Way.PHONE || way == Way.TEXT;
    }
}
