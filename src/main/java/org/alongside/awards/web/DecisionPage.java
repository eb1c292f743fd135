package org.alongside.awards.web;

import java.util.List;
import org.alongside.awards.Decision;
import org.alongside.peerreview.Review;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.shared.Problems;
import org.alongside.standards.Standard.Statement;
import org.jspecify.annotations.Nullable;

/** @param mayDecide whether this worker may, as far as can be said before @param holds whether all that they say to be met is shown by something valid */
record DecisionPage(Review review, SelfAssessment assessment, List<Decision> before, boolean mayDecide, boolean holds, String once, @Nullable String outcome, @Nullable String reason, Problems problems) {
    List<Statement> unmet() {
        return review.unmet(assessment);
    }

    String path() {
        return "/desk/awards/decisions/" + review.id();
    }
}
