package org.alongside.referral.web;

import java.util.List;
import java.util.Locale;
import org.alongside.organisations.Receiving;
import org.alongside.referral.Answers;
import org.alongside.referral.Asking;
import org.alongside.referral.Question;
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

    private String said(Frame frame, String key) {
        String words = saidOrNull(frame, key);
        return words == null ? frame.say(key) : words;
    }

    /** The words for whoever asks: "you" for oneself, "they" for a professional; for one's own behaviour where that differs. */
    private @Nullable String saidOrNull(Frame frame, String key) {
        for (String variant : variants()) {
            String words = frame.sayOrKeep(key + variant);
            if (!words.equals(key + variant)) return words;
        }
        return null;
    }

    private List<String> variants() {
        return switch (asking) {
            case MYSELF -> List.of("");
            case CHILD -> List.of("@child", "");
            case MY_BEHAVIOUR -> List.of("@change", "");
            case FOR_SOMEONE -> List.of("@theirs", "");
            case FOR_THEIR_BEHAVIOUR -> List.of("@theirs-change", "@theirs", "");
        };
    }
}
