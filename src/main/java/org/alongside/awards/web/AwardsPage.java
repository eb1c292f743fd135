package org.alongside.awards.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.awards.Appeal;
import org.alongside.awards.Award;
import org.alongside.awards.Decision;
import org.alongside.peerreview.Review;

/** @param own what we have @param answers decisions on us @param waiting what we may decide on @param given what we gave @param appeals that nobody of us has heard */
record AwardsPage(List<Award> own, List<Decision> answers, List<Review> waiting, List<Award> given, List<Appeal> appeals, boolean decides, LocalDate today) {
    boolean isEmpty() {
        return own.isEmpty() && answers.isEmpty() && waiting.isEmpty() && given.isEmpty() && appeals.isEmpty();
    }

}
