package org.alongside.referral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.shared.Problems;

/** Asks the rules about some answers. */
public final class AnswerRules {
    private static final Set<Question> SAFE_CONTACT_FIRST = EnumSet.of(Question.CHANNELS, Question.SAFE_WHEN, Question.SAFE_DAYS);

    private AnswerRules() {
    }

    /** What is wrong with the answers to these questions, in the order they are asked; message keys. */
    public static Problems problems(Answers answers, Collection<Question> asked, LocalDate today) {
        Problems problems = new Problems();
        for (Question question : asked) {
            int length = answers.of(question).codePointCount(0, answers.of(question).length());
            if (length > question.longest()) problems.add(question.field(), "referral.rule.too-long", question.longest(), length);
            Arrays.stream(AnswerRule.values()).filter(rule -> rule.question() == question && !rule.holds(answers, today)).findFirst()
                    .ifPresent(rule -> problems.add(question.field(), rule.key()));
        }
        return problems;
    }

    /** On a call safe contact is asked once a number is given; somebody who stays anonymous need not say how to reach them. */
    public static List<Question> askedOnACall(Answers answers) {
        boolean anonymous = !answers.has(Question.CHANNELS) && !answers.has(Question.PHONE) && !answers.has(Question.EMAIL);
        return Arrays.stream(Question.values()).filter(question -> !anonymous || question != Question.CHANNELS).toList();
    }

    /** Whether it was said how contact is safe, so that a way to make contact may be kept. */
    public static boolean allowContactDetails(Answers answers, LocalDate today) {
        return !answers.areWithoutContact() && problems(answers, SAFE_CONTACT_FIRST, today).isEmpty();
    }
}
