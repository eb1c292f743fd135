package org.alongside.peerreview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.selfassessment.Counts;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.shared.RuleBroken;
import org.alongside.standards.Standard.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One organisation looks at what another has handed in.
 *
 * @param owner whose work it is
 * @param conflict what connects the reviewer with them, in the reviewer's words; null until it was taken
 */
public record Review(UUID id, SelfAssessmentId assessment, OrganisationId owner, String ownerName, OrganisationId organisation, String organisationName, ReviewState state, Instant askedAt, @Nullable WorkerId reviewer, @Nullable String reviewerName, @Nullable String conflict,
        @Nullable Instant takenAt, @Nullable String endedWhy, @Nullable Instant endedAt, String summary, @Nullable Instant shownAt, String reply, @Nullable Instant repliedAt, Map<String, Finding> findings) {
    /** For how long whoever was looked at may answer before it is decided without them. */
    public static final Duration TIME_TO_REPLY = Duration.ofDays(14);

    public Review {
        findings = Map.copyOf(findings);
    }

    public @Nullable Finding of(Statement statement) {
        return findings.get(statement.id());
    }

    /** What was found, by section. */
    public List<Counts> counts(SelfAssessment assessment) {
        return assessment.sections().stream().map(section -> Counts.of(section, one -> findings.containsKey(one.id()) ? findings.get(one.id()).verdict() : null)).toList();
    }

    public boolean isBy(WorkerId worker) {
        return worker.equals(reviewer);
    }

    /** The musts that nobody has looked at yet. */
    public List<Statement> musts(SelfAssessment assessment) {
        return assessment.statements().stream().filter(one -> one.isMust() && !findings.containsKey(one.id())).toList();
    }

    /** The musts that were found to be met only in part, or not yet. */
    public List<Statement> unmet(SelfAssessment assessment) {
        return assessment.statements().stream().filter(one -> one.isMust() && findings.containsKey(one.id()) && findings.get(one.id()).isUnmet()).toList();
    }

    public Instant mayReplyUntil() {
        return shownAt == null ? Instant.MAX : shownAt.plus(TIME_TO_REPLY);
    }

    /** Whether those who were looked at have answered, or had their time to. */
    public boolean isHeard(Instant now) {
        return state == ReviewState.REPLIED || state == ReviewState.SHOWN && !now.isBefore(mayReplyUntil());
    }

    void mustBe(ReviewState one) {
        if (state != one) throw new RuleBroken("peerreview.state", "This is no longer possible: it is " + state.words().toLowerCase(Locale.ROOT) + ".");
    }
}
