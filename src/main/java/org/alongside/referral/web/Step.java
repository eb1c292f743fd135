package org.alongside.referral.web;

import static org.alongside.referral.Question.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alongside.referral.AnswerRules;
import org.alongside.referral.Answers;
import org.alongside.referral.Asking;
import org.alongside.referral.Draft;
import org.alongside.referral.Question;

/** The pages of a referral in the order they are shown. Steps without a question tell something and go on. */
enum Step {
    /** Help for somebody under sixteen, before anything is asked. */
    FIRST,
    // Safety: how contact is safe comes before anything else is asked.
    HOW(CHANNELS),
    WHEN(SAFE_WHEN, SAFE_DAYS, SAFE_HOURS, SAFE_TIMES, VOICEMAIL, WHO_ANSWERS, CODE_WORD, ASK_FIRST_WHO),
    REACH(PHONE, EMAIL),
    NOW(SAFE_NOW),
    /** What to do in danger, when they said they are in danger. */
    HELP,
    WORK(REFERRER_NAME, REFERRER_ORGANISATION, REFERRER_ROLE, REFERRER_PHONE, REFERRER_EMAIL),
    AGREED(CONSENT, CONSENT_WHY, CONSENT_BASIS, WILLING, WILLING_WORDS),
    SEEN(RISKS, HOW_KNOWN, RISK_WORDS),
    NAME(GIVEN_NAME, FAMILY_NAME),
    AGE(BORN),
    /** The same help, when a birth date says that they are under sixteen. */
    ALSO,
    PLACE(AREA, ADDRESS),
    ABOUT(GENDER, GENDER_WORDS, WORKER_WISH),
    NEEDS(LANGUAGE, INTERPRETER, ACCESS_NEEDS),
    FAMILY(CHILDREN, CHILDREN_WORDS),
    /** Whom it affects, and whether contact could put them in danger: only of professionals, and never of the person themself. */
    OTHERS(PARTNERS, PARTNERS_WORDS, PARTNERS_SUPPORT, CONTACT_DANGER, CONTACT_DANGER_WORDS),
    STORY(WORDS, OTHER_PERSON),
    TERMS(CONDITIONS, CONDITIONS_WORDS),
    WHERE(RECEIVER);

    private final List<Question> questions;

    Step(Question... questions) {
        this.questions = List.of(questions);
    }

    // Safety: addresses in the bar and in the history say nothing about what is asked.
    String path() {
        return "/refer/" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> at(String slug) {
        return Arrays.stream(values()).filter(step -> step.name().toLowerCase(Locale.ROOT).equals(slug)).findFirst();
    }

    boolean asks() {
        return !questions.isEmpty();
    }

    /** What this page asks in this referral. */
    List<Question> questions(Draft draft) {
        return questions.stream().filter(question -> isAsked(question, draft)).toList();
    }

    boolean applies(Draft draft, LocalDate today) {
        Asking asking = draft.asking();
        Answers answers = draft.answers();
        boolean child = asking == Asking.CHILD;
        return switch (this) {
            case FIRST -> child;
            case WHEN -> !answers.areWithoutContact();
            // Safety: a number or an address is asked for once it is known how it may be used.
            case REACH -> AnswerRules.allowContactDetails(answers, today);
            case HELP -> answers.is(SAFE_NOW, "NO");
            case WORK, AGREED, SEEN -> asking.isProfessional();
            case OTHERS, TERMS -> asking == Asking.FOR_THEIR_BEHAVIOUR;
            case ALSO -> !child && answers.areAboutAChild(asking, today);
            case AGE, PLACE, ABOUT, NEEDS, FAMILY -> !child;
            default -> true;
        };
    }

    private static boolean isAsked(Question question, Draft draft) {
        Answers answers = draft.answers();
        boolean professional = draft.asking().isProfessional();
        return switch (question) {
            case SAFE_WHEN, SAFE_DAYS, SAFE_HOURS, SAFE_TIMES -> answers.allowRinging() || answers.is(CHANNELS, "EMAIL");
            case VOICEMAIL, WHO_ANSWERS -> answers.is(CHANNELS, "PHONE");
            case CODE_WORD -> answers.allowRinging() && !professional;
            case ASK_FIRST_WHO -> professional;
            case PHONE -> answers.allowRinging() || answers.is(CHANNELS, "ASK_FIRST");
            case EMAIL -> answers.is(CHANNELS, "EMAIL") || answers.is(CHANNELS, "ASK_FIRST");
            case ADDRESS -> professional;
            case WILLING, WILLING_WORDS, HOW_KNOWN -> draft.asking() == Asking.FOR_THEIR_BEHAVIOUR;
            default -> true;
        };
    }

    /** Whether it was sent back before, if only blank. */
    boolean wasAnswered(Draft draft) {
        return questions(draft).stream().allMatch(draft.answers()::wereAsked);
    }

    /** Whether it may be left blank. */
    boolean mayBeSkipped() {
        return this != HOW && this != WHEN && this != REACH && this != WHERE;
    }

    /** The step that follows, or empty when everything was asked. */
    Optional<Step> next(Draft draft, LocalDate today) {
        List<Step> later = Arrays.stream(values()).filter(step -> step.ordinal() > ordinal() && step.applies(draft, today)).toList();
        if (!later.isEmpty() && !later.get(0).asks()) return Optional.of(later.get(0));
        return later.stream().filter(step -> step.asks() && !step.wasAnswered(draft)).findFirst();
    }

    /** The step before, or empty at the beginning. */
    Optional<Step> previous(Draft draft, LocalDate today) {
        return Arrays.stream(values()).filter(step -> step.ordinal() < ordinal() && step.applies(draft, today)).reduce((earlier, later) -> later);
    }

    static List<Step> asked(Draft draft, LocalDate today) {
        return Arrays.stream(values()).filter(step -> step.asks() && step.applies(draft, today)).toList();
    }

    /** The first step that was not answered yet, or not in a way that can be read. */
    static Optional<Step> unfinished(Draft draft, LocalDate today) {
        return asked(draft, today).stream().filter(step -> !step.wasAnswered(draft) || !AnswerRules.problems(draft.answers(), step.questions(draft), today).isEmpty()).findFirst();
    }
}
