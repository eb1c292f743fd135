package org.alongside.casework;

import org.alongside.shared.Worded;

/** The parts of life in which a client may want help. Source: domains common to UK outcome frameworks. */
public enum NeedDomain implements Worded {
    SAFETY("Safety"),
    HOME("Somewhere to live"),
    CHILDREN("Children and parenting"),
    HEALTH("Health"),
    MENTAL_HEALTH("Mental health and feelings"),
    SUBSTANCES("Alcohol and drugs"),
    MONEY("Money, benefits and debt"),
    IMMIGRATION("Immigration and no recourse to public funds"),
    CRIMINAL_JUSTICE("Police and criminal court"),
    FAMILY_COURT("Family and civil court"),
    WORK("Work and learning"),
    ISOLATION("People around them");

    private final String words;

    NeedDomain(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
