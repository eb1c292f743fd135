package org.alongside.selfassessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.files.Detail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An organisation against one version of a standard. It is open until it is handed in; from then on it stands as it is, unless it is taken back.
 *
 * @param about which part of the organisation; empty for all of it
 * @param round how often it was handed in
 */
public record SelfAssessment(SelfAssessmentId id, OrganisationId organisation, String organisationName, Standard standard, Edition edition, String about, @Nullable SelfAssessmentId carriedFrom, WorkerId begunBy, Instant begunAt, int round, @Nullable Instant submittedAt, @Nullable Instant putAwayAt, Map<String, Said> said) {
    public SelfAssessment {
        said = Map.copyOf(said);
    }

    public boolean isOpen() {
        return submittedAt == null && putAwayAt == null;
    }

    public String title() {
        return about.isEmpty() ? standard.title() : standard.title() + ": " + about;
    }

    public List<Section> sections() {
        return standard.of(edition);
    }

    public List<Statement> statements() {
        return standard.statements(edition);
    }

    public Statement statement(String id) {
        return statements().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    public Section section(Statement statement) {
        return standard.section(statement).orElseThrow(NotFound::new);
    }

    public Said of(Statement statement) {
        return said.getOrDefault(statement.id(), Said.nothing(statement.id()));
    }

    /** The statement after this one, as they are read. */
    public Optional<Statement> after(Statement statement) {
        List<Statement> all = statements();
        return all.stream().skip(all.indexOf(statement) + 1L).findFirst();
    }

    public Optional<Statement> before(Statement statement) {
        int at = statements().indexOf(statement);
        return at <= 0 ? Optional.empty() : Optional.of(statements().get(at - 1));
    }

    /** How each section was answered. */
    public List<Counts> counts() {
        return sections().stream().map(this::counts).toList();
    }

    public Counts counts(Section section) {
        return Counts.of(section, one -> of(one).answer());
    }

    /** Whether this is a must that is not met, or only in part. */
    public boolean isUnmet(Statement statement) {
        return statement.isMust() && (of(statement).is(Answer.PARTLY) || of(statement).is(Answer.NOT_YET));
    }

    public List<Statement> unmetMusts() {
        return that(this::isUnmet);
    }

    public List<Statement> unanswered() {
        return that(one -> of(one).answer() == null);
    }

    public List<Statement> toConfirm() {
        return that(one -> of(one).answer() != null && of(one).toConfirm());
    }

    /** What is said to be so, and shown by nothing that is still valid. */
    public List<Statement> unshown() {
        return that(one -> of(one).isUnshown());
    }

    /** What does not apply, without a reason. */
    public List<Statement> unreasoned() {
        return that(one -> of(one).is(Answer.NOT_APPLICABLE) && of(one).why().isBlank());
    }

    private List<Statement> that(Predicate<Statement> which) {
        return statements().stream().filter(which).toList();
    }

    /** RuleBroken while anything is missing, with all of it. */
    public void mustBeReady() {
        List<String> missing = new ArrayList<>();
        add(missing, unanswered(), "not answered");
        add(missing, toConfirm(), "to be confirmed");
        add(missing, unshown(), "met, with nothing that shows it");
        add(missing, unreasoned(), "does not apply, without a reason");
        // Safety: reviewers and commissioners of other organisations read it.
        add(missing, that(one -> !Detail.in(of(one).why()).isEmpty()), "seems to hold a telephone number, an address or another detail of somebody");
        if (!missing.isEmpty()) throw new RuleBroken("selfassessment.not-ready", "It cannot be handed in yet. " + String.join(". ", missing) + ".");
    }

    private static void add(List<String> missing, List<Statement> which, String what) {
        if (!which.isEmpty()) missing.add(Character.toUpperCase(what.charAt(0)) + what.substring(1) + ": " + String.join(", ", which.stream().map(Statement::id).toList()));
    }
}
