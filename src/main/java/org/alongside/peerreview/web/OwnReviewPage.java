package org.alongside.peerreview.web;

import java.util.List;
import org.alongside.peerreview.Finding;
import org.alongside.peerreview.Review;
import org.alongside.peerreview.ReviewState;
import org.alongside.peerreview.Reviews.Offer;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.shared.Problems;
import org.alongside.standards.Standard.Statement;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param refused the statement whose reply was refused; null for any other form @param typed what was typed into the form that was refused */
record OwnReviewPage(SelfAssessment assessment, List<Review> all, List<Offer> offers, boolean leads, String once, @Nullable String refused, @Nullable String typed, Problems problems) {
    String path() {
        return "/desk/self-assessments/" + assessment.id().id() + "/review";
    }

    @Nullable Review current() {
        return all.stream().filter(one -> one.state().isUnderWay()).findFirst().orElse(null);
    }

    List<Review> ended() {
        return all.stream().filter(one -> !one.state().isUnderWay()).toList();
    }

    List<Statement> found() {
        Review review = current();
        return review == null ? List.of() : assessment.statements().stream().filter(one -> review.findings().containsKey(one.id())).toList();
    }

    List<Option> whom() {
        return offers.stream().map(one -> new Option(one.organisation().id().toString(), one.name())).toList();
    }

    boolean mayReply() {
        Review review = current();
        return leads && review != null && review.state() == ReviewState.SHOWN;
    }

    String reply(Finding found) {
        return found.statement().equals(refused) && typed != null ? typed : found.reply();
    }
}
