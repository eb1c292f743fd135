package org.alongside.casework;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.shared.Worded;

/** How a contact ended. */
public enum ContactOutcome implements Worded {
    SPOKE("We spoke"),
    MET("We met"),
    SENT("Sent"),
    /** A text of ours: the gate is asked once more when it leaves. */
    WRITTEN("Written: under Texts stands whether it left"),
    NO_ANSWER("Tried, no answer"),
    VOICEMAIL("Left a voicemail"),
    STOPPED("Someone else answered, so we stopped"),
    NOT_THERE("They were not there");

    /** Those a worker chooses from. */
    public static final List<ContactOutcome> CHOICES = Stream.of(values()).filter(one -> one != WRITTEN).toList();

    private final String words;

    ContactOutcome(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
