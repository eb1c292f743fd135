package org.alongside.selfassessment.web;

import java.util.Optional;
import org.alongside.selfassessment.Answer;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.selfassessment.Said;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What is said of one statement, as typed. */
record AnswerForm(@Nullable String revision, @Nullable String answer, @Nullable String why) {
    record Read(int revision, @Nullable Answer answer, String why) {}

    static AnswerForm of(Said said) {
        return new AnswerForm(String.valueOf(said.revision()), said.answer() == null ? null : said.answer().name(), said.why());
    }

    /** The same words, upon what a colleague saved meanwhile. */
    AnswerForm upon(Said theirs) {
        return new AnswerForm(String.valueOf(theirs.revision()), answer, why);
    }

    Optional<Read> read(Problems problems) {
        String words = why == null ? "" : why.strip();
        if (words.length() > SelfAssessments.LONGEST) problems.add("why", "Write no more than 20,000 characters. What you wrote is still here.");
        return problems.isEmpty() ? Optional.of(new Read(Typed.version(revision), Typed.one(Answer.class, answer), words)) : Optional.empty();
    }
}
