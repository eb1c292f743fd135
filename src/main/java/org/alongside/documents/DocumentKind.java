package org.alongside.documents;

import org.alongside.shared.Worded;

/** What a document is for. */
public enum DocumentKind implements Worded {
    IDENTITY("Who somebody is: passport, birth certificate, visa"),
    COURT("From a court or a solicitor"),
    EVIDENCE("Evidence: a photo, a message, a recording"),
    HEALTH("From a doctor or a hospital"),
    HOUSING("About housing, money or benefits"),
    LETTER("Another letter"),
    CONSENT("Something they signed"),
    OTHER("Something else");

    private final String words;

    DocumentKind(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** The part of the words before what it may be, for a line of a list. */
    public String shortly() {
        return words.replaceFirst(":.*", "");
    }
}
