package org.alongside.involvement;

import org.alongside.shared.Worded;

/** How somebody stands to a steering group. */
public enum MemberState implements Worded {
    INVITED("Invited"),
    MEMBER("Member"),
    DECLINED("Said no"),
    LEFT("Left");

    private final String words;

    MemberState(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
