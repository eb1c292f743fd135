package org.alongside.peerreview;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.selfassessment.Answer;
import org.jspecify.annotations.Nullable;

/** What a reviewer found of one statement, and what was answered. @param observation what it was seen by; never empty */
public record Finding(String statement, Answer verdict, String observation, Method method, LocalDate observedOn, int revision, Instant foundAt, String reply, @Nullable Instant repliedAt) {
    public boolean isUnmet() {
        return verdict == Answer.PARTLY || verdict == Answer.NOT_YET;
    }

    /** As it is written down. */
    public record Written(Answer verdict, String observation, Method method, LocalDate observedOn) {}
}
