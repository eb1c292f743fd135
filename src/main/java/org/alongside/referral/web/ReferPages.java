package org.alongside.referral.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.organisations.Receiving;
import org.alongside.referral.AnswerRules;
import org.alongside.referral.Draft;
import org.alongside.referral.Question;
import org.alongside.shared.Problems;

/** Makes the public pages from a draft. */
final class ReferPages {
    private ReferPages() {
    }

    static QuestionPage page(Step step, Draft draft, LocalDate today, List<Receiving> receiving) {
        List<Question> questions = step.questions(draft);
        boolean sentBack = questions.stream().anyMatch(draft.answers()::wereAsked);
        Problems problems = sentBack ? AnswerRules.problems(draft.answers(), questions, today) : new Problems();
        if (sentBack && step == Step.WHERE && receiving.stream().noneMatch(to -> to.id().id().toString().equals(draft.answers().of(Question.RECEIVER)))) {
            problems.add(Question.RECEIVER.field(), "referral.rule.receiver");
        }
        List<Step> asked = Step.asked(draft, today);
        String back = step.previous(draft, today).map(Step::path).orElse("/refer");
        return new QuestionPage(step, draft.asking(), draft.answers(), questions, problems, back, asked.indexOf(step) + 1, asked.size(), receiving);
    }
}
