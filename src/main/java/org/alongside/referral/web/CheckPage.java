package org.alongside.referral.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.alongside.organisations.Receiving;
import org.alongside.referral.Asking;
import org.alongside.referral.Draft;
import org.alongside.referral.QualityGate;
import org.alongside.referral.GateRule;
import org.alongside.referral.Question;
import org.alongside.referral.Wording;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.alongside.ui.Row;

/** All answers once more before they are sent. */
record CheckPage(Draft draft, LocalDate today, String back, List<Receiving> receiving) {
    List<Row> rows(Frame frame) {
        List<Row> rows = new ArrayList<>();
        for (Step step : Step.asked(draft, today)) {
            QuestionPage page = ReferPages.page(step, draft, today, receiving);
            step.questions(draft).forEach(question -> rows.add(new Row(page.label(frame, question), answer(frame, page, question), step.path())));
        }
        return rows;
    }

    /** What a worker will miss; whoever refers may add it now, or be asked. */
    List<GateRule> missing() {
        return draft.asking() == Asking.FOR_THEIR_BEHAVIOUR ? QualityGate.of(draft.answers(), false).missing() : List.of();
    }

    String said(Frame frame, String key) {
        return Wording.of(frame, draft.asking(), key);
    }

    private String answer(Frame frame, QuestionPage page, Question question) {
        return switch (question.shape()) {
            case CHOICE, SEVERAL -> page.options(frame, question).stream().filter(option -> draft.answers().is(question, option.value())).map(Option::text).collect(Collectors.joining(", "));
            case DATE -> written(frame, draft.answers().date(question));
            default -> draft.answers().of(question);
        };
    }

    private static String written(Frame frame, TypedDate typed) {
        return typed.read("", new Problems()).map(frame::day).orElse("");
    }
}
