package org.alongside.incidents;

import org.alongside.shared.Worded;

/** Which agency was told. */
public enum ToldWhom implements Worded {
    POLICE("The police"),
    HEALTH("Health"),
    CHILDRENS_SERVICES("Children’s services"),
    ADULT_SERVICES("Adult services"),
    SCHOOL("School or nursery"),
    HOUSING("Housing"),
    OTHER("Another agency");

    private final String words;

    ToldWhom(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
