package org.alongside.retention;

import org.alongside.shared.Worded;

/** Why a file must stay although its time is up. */
public enum HoldReason implements Worded {
    COURT("A court case goes on or is likely"),
    POLICE("The police look into it"),
    INQUIRY("A review or an inquiry, such as after a death or serious harm"),
    COMPLAINT("A complaint or a claim"),
    THEIR_WISH("The person asks us to keep it");

    private final String words;

    HoldReason(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
