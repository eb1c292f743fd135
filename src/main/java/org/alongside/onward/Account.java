package org.alongside.onward;

import org.alongside.shared.Worded;

/** What a client says of how another service met them. */
public enum Account implements Worded {
    BELIEVED("They were believed and helped"),
    PARTLY("They were helped in part"),
    DISMISSED("They were dismissed, or not believed"),
    REFUSED_GENDER("They were refused for their gender"),
    REFUSED("They were refused for another reason"),
    NOT_REACHED("They could not reach it"),
    NOT_GONE("They chose not to go"),
    NOT_SAID("They would rather not say");

    private final String words;

    Account(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
