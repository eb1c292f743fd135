package org.alongside.network;

import org.alongside.shared.Worded;

/** What words are about, so that they are found again. */
public enum Subject implements Worded {
    MEN("Men who are hurt"),
    EVERYONE("Gay, bisexual and trans people"),
    CULTURE("Language, culture and immigration"),
    CHILDREN("Children and parents"),
    SAFE_PLACES("Safe places and housing"),
    HEALTH("Health, drink and drugs"),
    JUSTICE("Police, courts and orders"),
    DISABILITY("Disability, age and care"),
    BEHAVIOUR("People who use abuse"),
    TEAMS("Running a team, training and funding"),
    OTHER("Something else");

    private final String words;

    Subject(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
