package org.alongside.disclosure;

import java.util.Locale;

/** The kinds of fact that may or may not leave. */
public enum Field {
    NAME, KNOWN_AS, BIRTH_DATE, PRONOUNS, LANGUAGE, ACCESS_NEEDS,
    PHONE, EMAIL, SAFE_CONTACT,
    /** Where they live, stay, or which refuge: the compartment. */
    HOME_ADDRESS, STAYING_AT, REFUGE,
    /** Town or area, no closer. */
    AREA,
    CONCERN, RISK_LEVEL, NEEDS, GOALS,
    /** Their plan in their own words. */
    PLAN,
    /** People they chose to turn to, with numbers. */
    EMERGENCY_CONTACTS,
    CODE_WORD,
    /** Whether they take part in a programme, how often they came, and whether they kept to what they agreed. Never how anybody else is. */
    PROGRAMME,
    /** A file of the case, as a copy. */
    DOCUMENT,
    /** Who helps them: the service's name and number, the worker's first name. */
    SERVICE;

    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isAddress() {
        return this == HOME_ADDRESS || this == STAYING_AT || this == REFUGE;
    }
}
