package org.alongside.casework;

import org.alongside.shared.Worded;

/** What has happened, in the fewest words. */
public enum CrisisKind implements Worded {
    DANGER_NOW("In danger right now"),
    VIOLENCE("Hurt or attacked"),
    THREAT("Threatened or followed"),
    LEFT("Has just left"),
    SELF_HARM("Suicide or self-harm"),
    MISSING("Cannot be reached"),
    OTHER("Something else");

    private final String words;

    CrisisKind(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
