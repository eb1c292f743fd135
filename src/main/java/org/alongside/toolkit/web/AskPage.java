package org.alongside.toolkit.web;

import static org.alongside.referral.Question.*;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.referral.Asking;
import org.alongside.referral.Question;
import org.alongside.referral.Wording;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** The guided enquiry. It holds no answer: what is ticked stays in the browser until somebody refers. */
record AskPage(Numbers numbers, String standing) {
    private static final List<String> SAFE = List.of("ALONE", "PHONE", "SOMEBODY", "LANGUAGE");
    private static final List<String> HEARD = List.of("NOTHING", "HARMED", "USING", "BOTH");
    private static final List<Question> OF_BEHAVIOUR = List.of(HOW_KNOWN, WILLING, WILLING_WORDS);

    List<Option> safe(Frame frame) {
        return SAFE.stream().map(option -> new Option(option, frame.say("toolkit.ask.safe." + option))).toList();
    }

    List<Option> heard(Frame frame) {
        return HEARD.stream().map(option -> new Option(option, frame.say("toolkit.ask.heard." + option))).toList();
    }

    /** The referral's own questions, so that nothing is asked again. */
    static List<Question> questions(Asking asking) {
        return Stream.of(SAFE_NOW, RISKS, HOW_KNOWN, RISK_WORDS, Question.CHILDREN, CHILDREN_WORDS, CONSENT, CONSENT_WHY, CONSENT_BASIS, WILLING, WILLING_WORDS)
                .filter(question -> asking == Asking.FOR_THEIR_BEHAVIOUR || !OF_BEHAVIOUR.contains(question)).toList();
    }

    static String label(Frame frame, Asking asking, Question question) {
        return Wording.of(frame, asking, words(question));
    }

    static @Nullable String hint(Frame frame, Asking asking, Question question) {
        return Wording.orNull(frame, asking, words(question) + ".hint");
    }

    static List<Option> options(Frame frame, Asking asking, Question question) {
        return question.options().stream().map(option -> new Option(option, Wording.of(frame, asking, words(question) + "." + option), Wording.orNull(frame, asking, words(question) + "." + option + ".hint"))).toList();
    }

    private static String words(Question question) {
        return "referral.q." + question.field();
    }
}
