package org.alongside.casework;

import org.alongside.shared.Worded;

/** Who was called about a crisis. */
public enum Called implements Worded {
    POLICE_999("999 police"),
    AMBULANCE("999 ambulance"),
    POLICE_101("101 police"),
    MANAGER("Duty manager"),
    CHILDRENS_SERVICES("Children’s services"),
    ADULT_SERVICES("Adult safeguarding"),
    CRISIS_TEAM("Mental health crisis team"),
    REFUGE("Refuge or housing"),
    NOBODY("Nobody yet");

    private final String words;

    Called(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
