package org.alongside.peerreview.web;

import org.alongside.access.WorkerId;
import org.alongside.peerreview.Review;
import org.alongside.peerreview.ReviewState;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.shared.Problems;
import org.alongside.standards.Standard.Statement;
import org.jspecify.annotations.Nullable;

/** @param assessment null while nobody looks at it any more @param conflict as typed @param why as typed @param summary as typed */
record ReviewPage(Review review, @Nullable SelfAssessment assessment, WorkerId me, @Nullable String conflicted, @Nullable String conflict, @Nullable String why, @Nullable String summary, Problems problems) {
    String path() {
        return "/desk/peer-reviews/" + review.id();
    }

    String path(Statement statement) {
        return path() + "/statements/" + statement.id();
    }

    boolean isMine() {
        return review.isBy(me);
    }

    boolean writes() {
        return isMine() && review.state() == ReviewState.TAKEN;
    }
}
