package org.alongside.letters;

import org.alongside.disclosure.Field;
import org.alongside.shared.Worded;

/** What a letter can fill in by itself, and which kind of fact that is. */
public enum Fact implements Worded {
    NAME("name", Field.NAME),
    AGREED("agreed", Field.NAME),
    BORN("born", Field.BIRTH_DATE),
    LANGUAGE("language", Field.LANGUAGE),
    ACCESS("access", Field.ACCESS_NEEDS),
    LEVEL("level", Field.RISK_LEVEL),
    NEEDS("needs", Field.NEEDS),
    SERVICE("service", Field.SERVICE),
    SINCE("since", Field.SERVICE),
    STANDING("standing", Field.PROGRAMME),
    CAME("came", Field.PROGRAMME),
    KEPT("kept", Field.PROGRAMME);

    private final String words;
    private final Field field;

    Fact(String words, Field field) {
        this.words = words;
        this.field = field;
    }

    @Override
    public String words() {
        return words;
    }

    Field field() {
        return field;
    }

    String place() {
        return "{" + words + "}";
    }
}
