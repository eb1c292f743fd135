package org.alongside.referral;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.people.CountedAs;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One referral and the rules of its life. Its answers lie beside it, sealed. */
@Table(schema = "referral", name = "referral")
class Referral {
    @Id private UUID id;
    @Version private @Nullable Integer version;
    private UUID organisationId;
    private Side side;
    private ReferralStatus status;
    private Source source;
    private Danger danger;
    private boolean child;
    private boolean noContact;
    private boolean ownWords;
    private @Nullable String codeKey;
    private Instant receivedAt;
    private Instant contactDueAt;
    private @Nullable UUID cameFromId;
    private @Nullable UUID personId;
    private @Nullable UUID screeningById;
    private @Nullable Instant screeningAt;
    private @Nullable UUID decidedById;
    private @Nullable Instant decidedAt;
    private @Nullable DeclineReason declinedBecause;
    private byte @Nullable [] note;
    private @Nullable UUID passedToId;
    private @Nullable UUID copyId;
    private @Nullable UUID referrerAddressId;
    private @Nullable RiskHolder riskHeldBy;
    private @Nullable UnmetReason unmetReason;
    private @Nullable CountedAs unmetCountedAs;
    private NoPlace.@Nullable ToldBy toldBy;
    private @Nullable Instant lockedAt;

    private Referral() {
    }

    /** A new referral for an organisation, as it arrives. */
    static Referral received(ReferralId id, OrganisationId organisation, Side side, Source source, Answers answers, boolean child, boolean ownWords, String codeKey, Instant at, Instant due) {
        Referral referral = new Referral();
        referral.id = id.id();
        referral.organisationId = organisation.id();
        referral.side = side;
        referral.status = ReferralStatus.RECEIVED;
        referral.source = source;
        referral.danger = answers.danger();
        referral.child = child;
        referral.noContact = answers.areWithoutContact();
        referral.ownWords = ownWords;
        referral.codeKey = codeKey;
        referral.receivedAt = at;
        referral.contactDueAt = due;
        return referral;
    }

    /** The copy another organisation receives. The code goes with it, so that whoever rings with it is found there too. */
    Referral copyFor(OrganisationId to, ReferralId copy, Instant at, Instant due) {
        Referral passed = new Referral();
        passed.id = copy.id();
        passed.organisationId = to.id();
        passed.side = side;
        passed.status = ReferralStatus.RECEIVED;
        passed.source = Source.PASSED_ON;
        passed.danger = danger;
        passed.child = child;
        passed.noContact = noContact;
        passed.ownWords = ownWords;
        passed.codeKey = codeKey;
        passed.receivedAt = at;
        passed.contactDueAt = due;
        passed.cameFromId = organisationId;
        return passed;
    }

    ReferralEvent.Received arrival() {
        return new ReferralEvent.Received(id(), organisation(), side, source, danger, child, receivedAt);
    }

    ReferralEvent.ScreeningStarted startScreening(UUID person, WorkerId by, Instant at) {
        status = status.to(ReferralStatus.SCREENING);
        personId = person;
        screeningById = by.id();
        screeningAt = at;
        return new ReferralEvent.ScreeningStarted(id(), organisation(), side, person, by, at);
    }

    /** @param sealedNote why, where the gate does not hold */
    ReferralEvent.Accepted accept(byte @Nullable [] sealedNote, WorkerId by, Instant at) {
        decide(ReferralStatus.ACCEPTED, by, at);
        note = sealedNote;
        UUID person = personId;
        if (person == null) throw new RuleBroken("referral.not-screened", "Start screening first.");
        return new ReferralEvent.Accepted(id(), organisation(), side, person, by, at);
    }

    /** @param heldBy on the side of those who use abusive behaviour never null */
    ReferralEvent.Declined decline(DeclineReason reason, byte @Nullable [] sealedNote, @Nullable RiskHolder heldBy, WorkerId by, Instant at) {
        putDown(ReferralStatus.DECLINED, heldBy, by, at);
        declinedBecause = reason;
        note = sealedNote;
        return new ReferralEvent.Declined(id(), organisation(), side, reason, by, at);
    }

    /** Declined because there is no place; counted as this. */
    ReferralEvent.Declined noPlace(NoPlace no, CountedAs countedAs, byte @Nullable [] sealedNote, WorkerId by, Instant at) {
        ReferralEvent.Declined declined = decline(no.why().declined(), sealedNote, no.heldBy(), by, at);
        unmetReason = no.why();
        unmetCountedAs = countedAs;
        toldBy = no.toldBy();
        return declined;
    }

    /** A need that nobody met. @param at when it was counted */
    record Unmet(UnmetReason reason, CountedAs countedAs, Instant at) {}

    /** What was counted when this was declined; null when nothing was. */
    @Nullable Unmet unmet() {
        return unmetReason == null || unmetCountedAs == null || decidedAt == null ? null : new Unmet(unmetReason, unmetCountedAs, decidedAt);
    }

    ReferralEvent.PassedOn passOn(OrganisationId to, ReferralId copy, WorkerId by, Instant at) {
        if (to.id().equals(organisationId)) throw new RuleBroken("referral.passed-to-self", "Choose another organisation.");
        decide(ReferralStatus.PASSED_ON, by, at);
        passedToId = to.id();
        copyId = copy.id();
        return new ReferralEvent.PassedOn(id(), organisation(), side, to, copy, by, at);
    }

    ReferralEvent.Withdrawn withdraw(byte @Nullable [] sealedNote, @Nullable RiskHolder heldBy, WorkerId by, Instant at) {
        putDown(ReferralStatus.WITHDRAWN, heldBy, by, at);
        note = sealedNote;
        return new ReferralEvent.Withdrawn(id(), organisation(), side, by, at);
    }

    /** Undoes a refusal or a withdrawal: back to where it stood. */
    ReferralEvent.Reopened reopen(WorkerId by, Instant at) {
        mustNotBeLocked();
        status = status.to(personId == null ? ReferralStatus.RECEIVED : ReferralStatus.SCREENING);
        decidedById = null;
        decidedAt = null;
        declinedBecause = null;
        note = null;
        riskHeldBy = null;
        unmetReason = null;
        unmetCountedAs = null;
        toldBy = null;
        return new ReferralEvent.Reopened(id(), organisation(), side, status, by, at);
    }

    private void putDown(ReferralStatus decision, @Nullable RiskHolder heldBy, WorkerId by, Instant at) {
        // Safety: somebody may be in danger from this person; putting the referral down without a word on who goes on watching would leave them alone with it.
        if (side == Side.CHANGE && heldBy == null) throw new RuleBroken("referral.risk-held-by-nobody", "Say who goes on holding the risk.");
        decide(decision, by, at);
        riskHeldBy = heldBy;
    }

    private void decide(ReferralStatus decision, WorkerId by, Instant at) {
        mustNotBeLocked();
        status = status.to(decision);
        decidedById = by.id();
        decidedAt = at;
    }

    // Safety: a referral to the wrong side is not decided here; its case would open again.
    private void mustNotBeLocked() {
        if (lockedAt != null) throw new RuleBroken("referral.locked", "Who harms whom was corrected: this is locked. See Moved across.");
    }

    /** Its columns on arrival. */
    Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id);
        row.put("organisation", organisationId);
        row.put("side", side.name());
        row.put("status", status.name());
        row.put("source", source.name());
        row.put("danger", danger.name());
        row.put("child", child);
        row.put("noContact", noContact);
        row.put("ownWords", ownWords);
        row.put("codeKey", codeKey);
        row.put("receivedAt", Times.at(receivedAt));
        row.put("due", Times.at(contactDueAt));
        row.put("cameFrom", cameFromId);
        return row;
    }

    Instant contactDueAt() {
        return contactDueAt;
    }

    ReferralId id() {
        return new ReferralId(id);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    Side side() {
        return side;
    }

    ReferralStatus status() {
        return status;
    }

    Source source() {
        return source;
    }

    Danger danger() {
        return danger;
    }

    boolean isAboutAChild() {
        return child;
    }

    /** Whether the person themself gave the answers. */
    boolean areTheirOwnWords() {
        return ownWords;
    }

    /** The referrer's own address, known to messages; null when they left none. */
    @Nullable UUID referrerAddress() {
        return referrerAddressId;
    }

    @Nullable UUID person() {
        return personId;
    }
}
