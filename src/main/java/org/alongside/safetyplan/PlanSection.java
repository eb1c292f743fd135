package org.alongside.safetyplan;

import java.util.List;
import java.util.Locale;

/** The parts of a safety plan and, beside each, things to talk about. The words are in the bundle; the keys stay, also when words change. */
public enum PlanSection {
    SAFE_PLACES("rooms", "way-out", "outside", "stay", "known"),
    CONTACTS("emergency", "trusted", "near", "by-heart", "helpline"),
    SIGNALS("word", "sign", "children", "reply"),
    LEAVING("when", "how", "bag", "documents", "small-things", "after"),
    CHILDREN("safe-place", "call", "school", "contact", "tell"),
    HOME("locks", "hear", "weapons", "orders", "visitors"),
    TRAVEL("routes", "work", "photo", "followed", "car"),
    TECHNOLOGY("safer-device", "passwords", "location", "shared", "evidence"),
    MONEY("own", "letters", "benefits", "debts", "leaving-money"),
    PETS("who", "papers", "pack"),
    HEALTH("medicine", "injury", "care", "tell", "pregnancy"),
    FEELINGS("helps", "dark", "go-back", "proud"),
    NOT_TO_DO("contact", "people", "actions", "tried");

    private final List<String> prompts;

    PlanSection(String... prompts) {
        this.prompts = List.of(prompts);
    }

    public List<String> prompts() {
        return prompts;
    }

    /** As in addresses and form fields: safe-places. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its words: safetyplan.safe-places.title */
    public String words(String part) {
        return "safetyplan." + key() + "." + part;
    }
}
