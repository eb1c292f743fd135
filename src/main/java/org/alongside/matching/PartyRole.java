package org.alongside.matching;

/** In what role a record names somebody. Roles are provisional: who harms whom is for assessment to say. */
public enum PartyRole {
    CLIENT("client"),
    PARTICIPANT("participant"),
    CAUSING_HARM("named as causing harm"),
    HARMED("named as harmed"),
    CHILD("child"),
    REFERRER("referrer"),
    OTHER("someone else named"),
    WORKER("worker"),
    KNOWN("somebody a worker knows");

    private final String words;

    PartyRole(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
