package org.alongside.letters;

import org.alongside.disclosure.Field;
import org.alongside.shared.Worded;

/** What a client may agree to be told in a letter. Where they are is not among it. */
public enum Told implements Worded {
    NAME("Their name", Field.NAME),
    BIRTH_DATE("Their date of birth", Field.BIRTH_DATE),
    SERVICE("That we support them, and since when", Field.SERVICE),
    RISK_LEVEL("The level of danger", Field.RISK_LEVEL),
    NEEDS("What they need help with", Field.NEEDS),
    LANGUAGE("Their language, and whether they need an interpreter", Field.LANGUAGE),
    ACCESS_NEEDS("What they need to take part", Field.ACCESS_NEEDS),
    PROGRAMME("Whether they take part in a programme, and how often they came", Field.PROGRAMME),
    CONCERN("What happened, as you write it", Field.CONCERN);

    private final String words;
    private final Field field;

    Told(String words, Field field) {
        this.words = words;
        this.field = field;
    }

    @Override
    public String words() {
        return words;
    }

    public Field field() {
        return field;
    }
}
