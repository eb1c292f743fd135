package org.alongside.referral;

import static org.alongside.referral.GateRule.Found.DOES_NOT_HOLD;
import static org.alongside.referral.GateRule.Found.HOLDS;
import static org.alongside.referral.GateRule.Found.MISSING;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What work with somebody about how they behave needs to begin well: each a sentence that holds, does not, or is not known. None of them decides. */
public enum GateRule {
    WHAT_HAPPENED_IS_TOLD("What happened is told", answers -> answers.has(Question.WORDS) || answers.has(Question.RISK_WORDS) ? HOLDS : MISSING),
    HOW_IT_IS_KNOWN_IS_TOLD("How it is known is told", answers -> answers.has(Question.HOW_KNOWN) ? HOLDS : MISSING),
    THEY_KNOW_OF_THE_REFERRAL("They know of the referral", answers -> switch (answers.of(Question.CONSENT)) {
        case "YES", "NO" -> HOLDS;
        case "NOT_ASKED" -> DOES_NOT_HOLD;
        default -> MISSING;
    }),
    THEY_ARE_WILLING("They are willing to talk about how they behave", answers -> switch (answers.of(Question.WILLING)) {
        case "YES" -> HOLDS;
        case "NO" -> DOES_NOT_HOLD;
        default -> MISSING;
    }),
    PARTNERS_ARE_KNOWN("Partners and ex-partners are known", answers -> answers.has(Question.OTHER_PERSON) || answers.has(Question.PARTNERS) && !answers.is(Question.PARTNERS, "NOT_KNOWN") ? HOLDS : MISSING),
    CHILDREN_ARE_KNOWN("It is known whether there are children", answers -> answers.has(Question.CHILDREN) ? HOLDS : MISSING),
    SUPPORT_FOR_PARTNERS_IS_KNOWN("It is known whether a service supports the partners", answers ->
            answers.is(Question.PARTNERS, "NONE") || answers.is(Question.PARTNERS_SUPPORT, "YES") || answers.is(Question.PARTNERS_SUPPORT, "NO") ? HOLDS : MISSING),
    THEY_CAN_BE_REACHED("There is a safe way to reach them", answers -> answers.allowRinging() || answers.is(Question.CHANNELS, "EMAIL") ? HOLDS : answers.areWithoutContact() ? DOES_NOT_HOLD : MISSING),
    // Safety: not being sure is not a no.
    CONTACT_PUTS_NOBODY_IN_DANGER("Contact with them puts nobody in danger", answers -> switch (answers.of(Question.CONTACT_DANGER)) {
        case "NO" -> HOLDS;
        case "YES" -> DOES_NOT_HOLD;
        default -> MISSING;
    }),
    COURT_AND_PROBATION_ARE_KNOWN("It is known what a court or probation has said", answers -> answers.has(Question.CONDITIONS) && !answers.is(Question.CONDITIONS, "NOT_KNOWN") ? HOLDS : MISSING);

    /** How a sentence stands. */
    public enum Found { HOLDS, DOES_NOT_HOLD, MISSING }

    /** All that the sentences ask about. */
    static final List<Question> QUESTIONS = List.of(Question.WORDS, Question.RISK_WORDS, Question.HOW_KNOWN, Question.CONSENT, Question.WILLING, Question.OTHER_PERSON, Question.PARTNERS, Question.CHILDREN,
            Question.PARTNERS_SUPPORT, Question.CHANNELS, Question.CONTACT_DANGER, Question.CONDITIONS);

    private final String words;
    private final Function<Answers, Found> ask;

    GateRule(String words, Function<Answers, Found> ask) {
        this.words = words;
        this.ask = ask;
    }

    public String words() {
        return words;
    }

    /** Its words in the bundles, for whoever refers. */
    public String key() {
        return "referral.gate." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param themselves whether the person gave the answers: who asks for themself knows of it, is willing, and says how they are reached */
    Found in(Answers answers, boolean themselves) {
        Found said = ask.apply(answers);
        if (!themselves) return said;
        return switch (this) {
            case WHAT_HAPPENED_IS_TOLD, PARTNERS_ARE_KNOWN, CHILDREN_ARE_KNOWN -> said;
            case THEY_CAN_BE_REACHED -> answers.has(Question.CHANNELS) ? HOLDS : MISSING;
            default -> HOLDS;
        };
    }
}
