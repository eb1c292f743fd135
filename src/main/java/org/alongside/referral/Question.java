package org.alongside.referral;

import static org.alongside.referral.Part.ABOUT;
import static org.alongside.referral.Part.AGREEMENT;
import static org.alongside.referral.Part.CALL;
import static org.alongside.referral.Part.PERSON;
import static org.alongside.referral.Part.PLACE;
import static org.alongside.referral.Part.REFERRER;
import static org.alongside.referral.Part.SAFE_CONTACT;
import static org.alongside.referral.Part.SITUATION;

import java.util.List;
import java.util.Locale;
import org.alongside.disclosure.Field;
import org.jspecify.annotations.Nullable;

/** Everything a referral may hold: each question once, the part it belongs to, the shape of its answer and its name on the desk. */
public enum Question {
    CHANNELS(SAFE_CONTACT, Shape.SEVERAL, "Safe ways to make contact", "PHONE", "TEXT", "EMAIL", "ASK_FIRST", "NONE"),
    SAFE_WHEN(SAFE_CONTACT, "When contact is safe", "ANY_TIME", "ONLY_THEN"),
    SAFE_DAYS(SAFE_CONTACT, Shape.SEVERAL, "Safe days", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"),
    SAFE_HOURS(SAFE_CONTACT, Shape.SEVERAL, "Safe hours", "MORNING", "AFTERNOON", "EVENING"),
    SAFE_TIMES(SAFE_CONTACT, Shape.LINE, "Safe times, in their words"),
    VOICEMAIL(SAFE_CONTACT, "Voicemail", "YES", "NO"),
    WHO_ANSWERS(SAFE_CONTACT, Shape.LINE, "Who else may answer, and what to say then"),
    CODE_WORD(SAFE_CONTACT, Shape.LINE, "Code word"),
    ASK_FIRST_WHO(SAFE_CONTACT, Shape.LINE, "Whom to ask first"),
    PHONE(SAFE_CONTACT, Shape.PHONE, "Phone"),
    EMAIL(SAFE_CONTACT, Shape.EMAIL, "E-mail"),
    CONTACT_DANGER(SAFE_CONTACT, "Could contact put somebody in danger?", "YES", "NOT_SURE", "NO"),
    CONTACT_DANGER_WORDS(SAFE_CONTACT, Shape.TEXT, "Whom, and how"),

    SAFE_NOW(SITUATION, "Safe now?", "YES", "NOT_SURE", "NO"),
    WORDS(SITUATION, Shape.TEXT, "In their own words"),
    HOW_KNOWN(SITUATION, Shape.SEVERAL, "How it is known", "THEY_SAID", "PARTNER_SAID", "CHILD_SAID", "SEEN", "POLICE", "OTHER_SERVICE"),
    OTHER_PERSON(SITUATION, Shape.LINE, "The other person’s name"),
    CONDITIONS(SITUATION, Shape.SEVERAL, "Court and probation", "BAIL", "PROTECTIVE_ORDER", "PROBATION", "FAMILY_COURT", "CHILD_PROTECTION", "NONE", "NOT_KNOWN"),
    CONDITIONS_WORDS(SITUATION, Shape.TEXT, "What they forbid or ask for, and until when"),
    RISKS(SITUATION, Shape.SEVERAL, "Risk seen", "WEAPON", "CHOKING", "THREATS_TO_KILL", "STALKING", "GETTING_WORSE", "LEAVING", "PREGNANT", "CHILDREN", "SELF_HARM", "VERY_AFRAID"),
    RISK_WORDS(SITUATION, Shape.TEXT, "More about the risk"),

    GIVEN_NAME(PERSON, Shape.LINE, "First name, or what to call them"),
    FAMILY_NAME(PERSON, Shape.LINE, "Family name"),
    BORN(PERSON, Shape.DATE, "Birth date"),

    AREA(PLACE, Shape.POSTCODE, "Town or postcode"),
    ADDRESS(PLACE, Shape.LINE, "Home address"),

    GENDER(ABOUT, "Gender", "WOMAN", "MAN", "NON_BINARY", "OWN_WORDS", "NOT_SAYING"),
    GENDER_WORDS(ABOUT, Shape.LINE, "Gender, in their words"),
    WORKER_WISH(ABOUT, "Whom they would like to talk to", "WOMAN", "MAN", "NO_WISH"),
    LANGUAGE(ABOUT, Shape.LINE, "Language"),
    INTERPRETER(ABOUT, "Interpreter", "YES", "BSL", "NO"),
    ACCESS_NEEDS(ABOUT, Shape.TEXT, "What would make it easier to talk to us"),

    CHILDREN(Part.CHILDREN, "Children", "YES", "NO"),
    CHILDREN_WORDS(Part.CHILDREN, Shape.TEXT, "About the children"),

    PARTNERS(Part.PARTNERS, "Partners and ex-partners who may be affected", "NONE", "ONE", "TWO", "MORE", "NOT_KNOWN"),
    PARTNERS_WORDS(Part.PARTNERS, Shape.TEXT, "Who they are, as far as it is known"),
    PARTNERS_SUPPORT(Part.PARTNERS, "Does a service support them?", "YES", "NO", "NOT_KNOWN"),

    REFERRER_NAME(REFERRER, Shape.LINE, "Name"),
    REFERRER_ORGANISATION(REFERRER, Shape.LINE, "Organisation"),
    REFERRER_ROLE(REFERRER, Shape.LINE, "Job"),
    REFERRER_PHONE(REFERRER, Shape.PHONE, "Work phone"),
    REFERRER_EMAIL(REFERRER, Shape.EMAIL, "Work e-mail"),

    CONSENT(AGREEMENT, "Do they know and agree?", "YES", "NO", "NOT_ASKED"),
    CONSENT_WHY(AGREEMENT, Shape.TEXT, "Why it is sent without agreement"),
    CONSENT_BASIS(AGREEMENT, "Legal basis", "VITAL", "PUBLIC_TASK", "LEGAL_DUTY", "LEGITIMATE"),
    WILLING(AGREEMENT, "Are they willing to talk about how they behave?", "YES", "UNSURE", "NO", "NOT_ASKED"),
    WILLING_WORDS(AGREEMENT, Shape.TEXT, "What they say about it"),
    RECEIVER(AGREEMENT, Shape.CHOICE, "Sent to"),

    CALL_CHANNEL(CALL, "How they came to us", "PHONE", "CHAT", "EMAIL", "TEXT", "IN_PERSON"),
    CALLER(CALL, "Who is calling", "SELF", "FAMILY_OR_FRIEND", "PROFESSIONAL", "OWN_BEHAVIOUR", "UNKNOWN"),
    ISSUE(CALL, "What it is about", "FEAR_AND_CONTROL", "PHYSICAL_HARM", "SEXUAL_HARM", "STALKING", "MONEY", "CHILDREN", "HOUSING", "LEAVING", "LAW", "EMOTIONAL_SUPPORT", "OWN_BEHAVIOUR", "ADVICE_FOR_WORK", "OTHER"),
    DONE(CALL, Shape.SEVERAL, "What was done", "LISTENED", "INFORMATION", "SAFETY_TALKED_THROUGH", "EMERGENCY_CALLED", "SIGNPOSTED", "REFERRED", "CALL_ENDED_EARLY"),
    SIGNPOST(CALL, Shape.LINE, "Pointed to"),
    REPEAT(CALL, "Called before", "YES", "NO"),
    CALL_NOTE(CALL, Shape.TEXT, "Note");

    /** The shapes an answer can have. */
    public enum Shape { CHOICE, SEVERAL, LINE, TEXT, PHONE, EMAIL, POSTCODE, DATE }

    private final Part part;
    private final Shape shape;
    private final String desk;
    private final List<String> options;

    Question(Part part, String desk, String... options) {
        this(part, Shape.CHOICE, desk, options);
    }

    Question(Part part, Shape shape, String desk, String... options) {
        this.part = part;
        this.shape = shape;
        this.desk = desk;
        this.options = List.of(options);
    }

    public Part part() {
        return part;
    }

    public Shape shape() {
        return shape;
    }

    /** Its name on the desk. */
    public String desk() {
        return desk;
    }

    public List<String> options() {
        return options;
    }

    /** What kind of field the answer is when it is shared with another organisation; null for what is ours alone. */
    @Nullable Field shared() {
        return switch (this) {
            case RECEIVER -> null;
            case PHONE -> Field.PHONE;
            case EMAIL -> Field.EMAIL;
            case BORN -> Field.BIRTH_DATE;
            case ADDRESS -> Field.HOME_ADDRESS;
            case LANGUAGE, INTERPRETER -> Field.LANGUAGE;
            case ACCESS_NEEDS -> Field.ACCESS_NEEDS;
            default -> switch (part) {
                case SAFE_CONTACT -> Field.SAFE_CONTACT;
                case PERSON -> Field.NAME;
                case PLACE -> Field.AREA;
                case ABOUT -> Field.NEEDS;
                case REFERRER -> Field.SERVICE;
                case SITUATION, CHILDREN, PARTNERS, AGREEMENT, CALL -> Field.CONCERN;
            };
        };
    }

    /** The most characters an answer may have. */
    public int longest() {
        return shape == Shape.TEXT ? 4000 : 300;
    }

    /** Its name in a form and in the word bundles: given-name. */
    public String field() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
