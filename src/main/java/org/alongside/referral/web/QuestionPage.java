package org.alongside.referral.web;

import java.util.List;
import java.util.Locale;
import org.alongside.organisations.Receiving;
import org.alongside.referral.Answers;
import org.alongside.referral.Asking;
import org.alongside.referral.Question;
import org.alongside.referral.Wording;
import org.alongside.shared.Problems;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One step of a referral, with what was typed so far. */
record QuestionPage(Step step, Asking asking, Answers answers, List<Question> questions, Problems problems, String back, int number, int of, List<Receiving> receiving) {
    /** Whether the one question is the heading. */
    boolean isOneQuestion() {
        return questions.size() == 1;
    }

    String title(Frame frame) {
        return said(frame, "referral.step." + step.name().toLowerCase(Locale.ROOT));
    }

    @Nullable String intro(Frame frame) {
        return saidOrNull(frame, "referral.step." + step.name().toLowerCase(Locale.ROOT) + ".intro");
    }

    String label(Frame frame, Question question) {
        return said(frame, key(question));
    }

    @Nullable String hint(Frame frame, Question question) {
        return saidOrNull(frame, key(question) + ".hint");
    }

    List<Option> options(Frame frame, Question question) {
        if (question == Question.RECEIVER) {
            return receiving.stream().map(to -> new Option(to.id().id().toString(), to.publicName(), frame.say("referral.next-read", frame.time(to.nextRead())))).toList();
        }
        return question.options().stream().filter(option -> asking.isProfessional() || !option.equals("ASK_FIRST"))
                .map(option -> new Option(option, said(frame, key(question) + "." + option), saidOrNull(frame, key(question) + "." + option + ".hint"))).toList();
    }

    String typed(Question question) {
        return answers.of(question);
    }

    private static String key(Question question) {
        return "referral.q." + question.field();
    }

    String said(Frame frame, String key) {
        return Wording.of(frame, asking, key);
    }

    private @Nullable String saidOrNull(Frame frame, String key) {
        return Wording.orNull(frame, asking, key);
    }
}
