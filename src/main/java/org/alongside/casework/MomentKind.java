package org.alongside.casework;

/** What a line of the timeline is about. */
public enum MomentKind {
    CONTACT("Contacts", "blue"),
    CRISIS("Crises", "red"),
    INCIDENT("Incidents", "red"),
    NEED("Needs", "purple"),
    GOAL("Goals and options", "green"),
    ACTION("Actions", "yellow"),
    OUTCOME("Outcomes", "purple"),
    LETTER("Letters", "blue"),
    DOCUMENT("Documents", "blue"),
    SUPERVISION("Supervision", "grey"),
    ONWARD("Sent on", "green"),
    APPOINTMENT("Appointments", "blue"),
    SAFEGUARDING("Safeguarding", "red"),
    PARTNER("Partner support", "purple"),
    PROGRAMME("Programme", "blue"),
    ORDER("Orders", "blue"),
    ACCOMMODATION("Safe place", "purple"),
    ASSESSMENT("Assessments", "orange"),
    PLAN("Plans", "orange"),
    ALLOCATION("Allocation", "grey"),
    NOTE("Notes", "grey"),
    CASE("Opened and closed", "grey");

    private final String words;
    private final String colour;

    MomentKind(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    public String words() {
        return words;
    }

    public String colour() {
        return colour;
    }
}
