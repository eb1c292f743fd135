package org.alongside.casework;

import org.alongside.shared.Worded;

/** With whom an action is. */
public enum ActionAgency implements Worded {
    OURS("Our service"),
    CLIENT("The client"),
    POLICE("Police"),
    LEGAL("Solicitor or legal advice"),
    HOUSING("Housing"),
    HEALTH("GP or health"),
    MENTAL_HEALTH("Mental health"),
    CHILDREN("Children’s services"),
    ADULTS("Adult social care"),
    SCHOOL("School or nursery"),
    MONEY("Benefits or bank"),
    IMMIGRATION("Immigration advice"),
    PROBATION("Probation"),
    SUBSTANCES("Alcohol and drug service"),
    OTHER("Another agency");

    private final String words;

    ActionAgency(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
