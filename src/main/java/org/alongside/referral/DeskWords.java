package org.alongside.referral;

import java.util.Locale;
import java.util.Map;

/** How the desk says a chosen answer. */
public final class DeskWords {
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("CHANNELS.PHONE", "Phone call"), Map.entry("CHANNELS.TEXT", "Text message"), Map.entry("CHANNELS.EMAIL", "E-mail"),
            Map.entry("CHANNELS.ASK_FIRST", "Not known: ask first"), Map.entry("CHANNELS.NONE", "No contact. They ring us with their number"),
            Map.entry("SAFE_WHEN.ONLY_THEN", "Only at the times below"),
            Map.entry("SAFE_HOURS.MORNING", "Morning, 9 to 12"), Map.entry("SAFE_HOURS.AFTERNOON", "Afternoon, 12 to 5"), Map.entry("SAFE_HOURS.EVENING", "Evening, 5 to 8"),
            Map.entry("SAFE_NOW.YES", "Yes, for now"), Map.entry("SAFE_NOW.NO", "No, danger now"),
            Map.entry("RISKS.WEAPON", "A weapon, used or threatened"), Map.entry("RISKS.CHOKING", "Choking or strangling"), Map.entry("RISKS.STALKING", "Following, watching, tracking"),
            Map.entry("RISKS.GETTING_WORSE", "More often or worse"), Map.entry("RISKS.LEAVING", "Leaving or just left"), Map.entry("RISKS.PREGNANT", "Pregnant or new baby"),
            Map.entry("RISKS.CHILDREN", "Harm or threats to children"), Map.entry("RISKS.SELF_HARM", "Self-harm or thoughts of suicide"),
            Map.entry("GENDER.OWN_WORDS", "In their own words"), Map.entry("GENDER.NOT_SAYING", "Would rather not say"), Map.entry("GENDER.NON_BINARY", "Non-binary"),
            Map.entry("INTERPRETER.BSL", "British Sign Language"), Map.entry("WORKER_WISH.NO_WISH", "Either is fine"),
            Map.entry("CONSENT.YES", "Yes, they agree"), Map.entry("CONSENT.NO", "No, they do not agree"), Map.entry("CONSENT.NOT_ASKED", "Not asked: it was not safe"),
            Map.entry("CONSENT_BASIS.VITAL", "To protect somebody’s life"),
            Map.entry("CONTACT_DANGER.YES", "Yes: do not make contact yet"), Map.entry("HOW_KNOWN.THEY_SAID", "They said so themselves"), Map.entry("HOW_KNOWN.PARTNER_SAID", "A partner or ex-partner said so"),
            Map.entry("HOW_KNOWN.CHILD_SAID", "A child said so"), Map.entry("HOW_KNOWN.SEEN", "The referrer saw it"), Map.entry("HOW_KNOWN.POLICE", "From the police"), Map.entry("HOW_KNOWN.OTHER_SERVICE", "From another service"),
            Map.entry("CONDITIONS.PROTECTIVE_ORDER", "A protective order or notice"), Map.entry("CONDITIONS.PROBATION", "Probation or prison licence"), Map.entry("CONDITIONS.FAMILY_COURT", "Family court"), Map.entry("CONDITIONS.CHILD_PROTECTION", "Child protection plan or social services"),
            Map.entry("PARTNERS.MORE", "Three or more"), Map.entry("WILLING.UNSURE", "Not sure yet"), Map.entry("WILLING.NOT_ASKED", "Not asked"),
            Map.entry("CALL_CHANNEL.EMAIL", "E-mail"), Map.entry("CALLER.SELF", "For themselves"), Map.entry("CALLER.OWN_BEHAVIOUR", "About their own behaviour"), Map.entry("CALLER.UNKNOWN", "Not known"),
            Map.entry("ISSUE.LAW", "Law and orders"), Map.entry("ISSUE.EMOTIONAL_SUPPORT", "Someone to talk to"), Map.entry("DONE.EMERGENCY_CALLED", "Called 999"),
            Map.entry("DONE.SIGNPOSTED", "Pointed to another service"), Map.entry("DONE.INFORMATION", "Gave information"), Map.entry("DONE.REFERRED", "Made a referral"));

    private DeskWords() {
    }

    /** Its own words, or the option's name as a word: NOT_SURE is said “Not sure”. */
    public static String of(Question question, String option) {
        String plain = option.toLowerCase(Locale.ROOT).replace('_', ' ');
        return SAID.getOrDefault(question.name() + "." + option, plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
    }
}
