package org.alongside.referral;

import static org.alongside.referral.Question.AREA;
import static org.alongside.referral.Question.BORN;
import static org.alongside.referral.Question.CHANNELS;
import static org.alongside.referral.Question.CONDITIONS;
import static org.alongside.referral.Question.CONSENT;
import static org.alongside.referral.Question.CONSENT_WHY;
import static org.alongside.referral.Question.EMAIL;
import static org.alongside.referral.Question.PHONE;
import static org.alongside.referral.Question.REFERRER_EMAIL;
import static org.alongside.referral.Question.REFERRER_PHONE;
import static org.alongside.referral.Question.SAFE_DAYS;
import static org.alongside.referral.Question.SAFE_HOURS;
import static org.alongside.referral.Question.SAFE_TIMES;
import static org.alongside.referral.Question.SAFE_WHEN;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.alongside.shared.EmailAddress;
import org.alongside.shared.Phone;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;

/** What an answer must be. Everything may be skipped, save how contact is safe; what is given must be readable. */
enum AnswerRule {
    // Safety: nothing about a person is kept before they said how, or that they do not want, to be contacted.
    SOMEBODY_SAYS_HOW_CONTACT_IS_SAFE(CHANNELS, (answers, today) -> answers.has(CHANNELS)),
    NO_CONTACT_STANDS_ALONE(CHANNELS, (answers, today) -> !answers.areWithoutContact() || answers.all(CHANNELS).size() == 1),
    // Safety: ringing or texting needs an answer to "when".
    WHOEVER_MAY_BE_RUNG_SAYS_WHEN(SAFE_WHEN, (answers, today) -> !answers.allowRinging() || answers.has(SAFE_WHEN)),
    ONLY_THEN_SAYS_WHEN(SAFE_DAYS, (answers, today) -> !answers.is(SAFE_WHEN, "ONLY_THEN") || answers.areWithoutContact()
            || answers.has(SAFE_DAYS) || answers.has(SAFE_HOURS) || answers.has(SAFE_TIMES)),
    A_WAY_THAT_WAS_CHOSEN_HAS_A_NUMBER(PHONE, (answers, today) -> !answers.allowRinging() || answers.has(PHONE)),
    A_PHONE_CAN_RING(PHONE, (answers, today) -> canRing(answers.of(PHONE))),
    A_WAY_THAT_WAS_CHOSEN_HAS_AN_ADDRESS(EMAIL, (answers, today) -> !answers.is(CHANNELS, "EMAIL") || answers.has(EMAIL)),
    AN_EMAIL_CAN_ARRIVE(EMAIL, (answers, today) -> canArrive(answers.of(EMAIL))),
    A_WORK_PHONE_CAN_RING(REFERRER_PHONE, (answers, today) -> canRing(answers.of(REFERRER_PHONE))),
    A_WORK_EMAIL_CAN_ARRIVE(REFERRER_EMAIL, (answers, today) -> canArrive(answers.of(REFERRER_EMAIL))),
    A_BIRTH_DATE_IS_A_DATE(BORN, (answers, today) -> isADate(answers.date(BORN))),
    A_BIRTH_DATE_IS_IN_A_LIFETIME(BORN, (answers, today) -> answers.born().filter(born -> born.isAfter(today) || born.isBefore(today.minusYears(120))).isEmpty()),
    A_POSTCODE_IS_A_POSTCODE(AREA, (answers, today) -> canBeAPlace(answers.of(AREA))),
    NO_CONDITIONS_STANDS_ALONE(CONDITIONS, (answers, today) -> !answers.is(CONDITIONS, "NONE") && !answers.is(CONDITIONS, "NOT_KNOWN") || answers.all(CONDITIONS).size() == 1),
    WITHOUT_AGREEMENT_THERE_IS_A_REASON(CONSENT_WHY, (answers, today) -> !answers.is(CONSENT, "NO") || answers.has(CONSENT_WHY));

    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?([0-9][A-Z]{2})?");

    private final Question question;
    private final BiPredicate<Answers, LocalDate> holds;

    AnswerRule(Question question, BiPredicate<Answers, LocalDate> holds) {
        this.question = question;
        this.holds = holds;
    }

    Question question() {
        return question;
    }

    boolean holds(Answers answers, LocalDate today) {
        return holds.test(answers, today);
    }

    /** Its words in the bundles. */
    String key() {
        return "referral.rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean canRing(String typed) {
        return typed.isBlank() || Phone.read(typed).isPresent();
    }

    private static boolean canArrive(String typed) {
        return typed.isBlank() || EmailAddress.canArrive(typed);
    }

    private static boolean isADate(TypedDate typed) {
        return typed.isBlank() || typed.read(BORN.field(), new Problems()).isPresent();
    }

    /** A place without a digit is a town; with one it must be a postcode, whole or its first half. */
    private static boolean canBeAPlace(String typed) {
        return typed.chars().noneMatch(Character::isDigit) || POSTCODE.matcher(typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT)).matches();
    }
}
