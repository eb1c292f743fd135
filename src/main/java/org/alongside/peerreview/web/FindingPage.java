package org.alongside.peerreview.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.peerreview.Finding;
import org.alongside.peerreview.Method;
import org.alongside.peerreview.Review;
import org.alongside.selfassessment.Answer;
import org.alongside.selfassessment.Evidence;
import org.alongside.selfassessment.Said;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.shared.Problems;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param theirs what was saved on another page meanwhile; else null */
record FindingPage(Review review, SelfAssessment assessment, Statement statement, FindingForm form, @Nullable Finding theirs, List<Evidence> beside, boolean writes, LocalDate today, Problems problems) {
    String whole() {
        return "/desk/peer-reviews/" + review.id();
    }

    String path() {
        return whole() + "/statements/" + statement.id();
    }

    Said said() {
        return assessment.of(statement);
    }

    @Nullable Finding found() {
        return review.of(statement);
    }

    Section section() {
        return assessment.section(statement);
    }

    Optional<Statement> after() {
        return assessment.after(statement);
    }

    List<Option> verdicts() {
        return Option.of(Answer.values());
    }

    List<Option> methods() {
        return Option.of(Method.values());
    }
}
