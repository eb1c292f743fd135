package org.alongside.casework;

import org.alongside.shared.Worded;

/** What a contact was for. A contact may be several. */
public enum ContactPurpose implements Worded {
    EMOTIONAL_SUPPORT("Emotional support"),
    RIGHTS("Rights and choices explained"),
    SAFETY_PLANNING("Safety planning"),
    ASSESSMENT("Assessment"),
    ADVOCACY("Advocacy with another agency"),
    PRACTICAL("Practical help"),
    ARRANGEMENT("Arranging the next contact"),
    CHECK_IN("Check-in"),
    BEHAVIOUR("Work on behaviour");

    private final String words;

    ContactPurpose(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
