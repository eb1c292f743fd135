package org.alongside.moving;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a line of old cases may say. A mapping names the file's own heading for each. */
enum Column {
    REFERENCE("the old system’s own number of the case", true),
    GIVEN_NAME("first name", false),
    FAMILY_NAME("family name", false),
    KNOWN_AS("what they want to be called", false),
    BORN_ON("birth date", false),
    PRONOUNS("pronouns", false),
    GENDER("gender, in their own words", false),
    LANGUAGES("languages", false),
    INTERPRETER("interpreter needed: yes or no", false),
    ACCESS_NEEDS("what they need in order to take part", false),
    PERSON_NOTE("what every colleague must know", false),
    PHONE("phone number", false),
    EMAIL("e-mail address", false),
    CALL_SAFE("calling is safe: yes, no, never or unknown", false),
    TEXT_SAFE("texting is safe", false),
    VOICEMAIL_SAFE("leaving a voicemail is safe", false),
    EMAIL_SAFE("e-mail is safe", false),
    LETTER_SAFE("a letter is safe", false),
    SAFE_WORDS("about safe contact, in their words", false),
    SAFE_CHECKED_ON("the day they last said so", false),
    ADDRESS("home address", false),
    POSTCODE("its postcode", false),
    OPENED_ON("the day the case began", true),
    CLOSED_ON("the day it was closed; empty for one that goes on", false),
    CLOSED_BECAUSE("why it was closed", false),
    WORKER("the colleague who works with it, by the name they have here", false),
    CASE_NOTE("everything else worth keeping, as one note", false);

    private final String meaning;
    private final boolean needed;

    Column(String meaning, boolean needed) {
        this.meaning = meaning;
        this.needed = needed;
    }

    /** As it is written in a mapping: born-on. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }

    boolean isNeeded() {
        return needed;
    }

    static Optional<Column> of(String key) {
        return Stream.of(values()).filter(column -> column.key().equals(key)).findFirst();
    }
}
