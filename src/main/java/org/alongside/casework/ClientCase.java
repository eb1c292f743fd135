package org.alongside.casework;

import java.time.Instant;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;
import org.alongside.referral.ReferralId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** One client's case with one organisation, on one side of the wall, from screening to closure and, when life asks for it, open again. */
@Table(schema = "casework", name = "client_case")
class ClientCase {
    @Id private final CaseId id;
    @Embedded.Empty(prefix = "organisation_") private final OrganisationId organisation;
    @Embedded.Empty(prefix = "person_") private final PersonId person;
    @Embedded.Nullable(prefix = "referral_") private final @Nullable ReferralId referral;
    private final Side side;
    private final String clientName;
    private final String reference;
    private final Instant openedAt;
    private CaseStatus status;
    @Embedded.Nullable(prefix = "worker_") private @Nullable WorkerId worker;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant allocatedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant lockedAt;
    @Version private @Nullable Integer version;

    @PersistenceCreator
    ClientCase(CaseId id, OrganisationId organisation, PersonId person, @Nullable ReferralId referral, Side side, String clientName, String reference, Instant openedAt, CaseStatus status) {
        this.id = id;
        this.organisation = organisation;
        this.person = person;
        this.referral = referral;
        this.side = side;
        this.clientName = clientName;
        this.reference = reference;
        this.openedAt = openedAt;
        this.status = status;
    }

    static ClientCase screening(CaseId id, OrganisationId organisation, Side side, PersonId person, String clientName, @Nullable ReferralId referral, String reference, Instant at) {
        return new ClientCase(id, organisation, person, referral, side, clientName, reference, at, CaseStatus.SCREENING);
    }

    CaseEvent.Accepted accept(Instant at) {
        mustNotBeLocked();
        status = status.to(CaseStatus.OPEN);
        acceptedAt = at;
        return new CaseEvent.Accepted(id, organisation, side, at);
    }

    CaseEvent.Allocated allocate(WorkerId to, Instant at) {
        mustNotBeClosed();
        worker = to;
        allocatedAt = at;
        return new CaseEvent.Allocated(id, organisation, side, to, at);
    }

    CaseEvent.Closed close(ClosureReason reason, Instant at) {
        status = status.to(CaseStatus.CLOSED);
        closedAt = at;
        return new CaseEvent.Closed(id, organisation, side, reason, at);
    }

    CaseEvent.Reopened reopen(Instant at) {
        mustNotBeLocked();
        if (status != CaseStatus.CLOSED) throw new RuleBroken("casework.not-closed", "This case is not closed.");
        // Back to where it stood: a referral that was declined by mistake is screened again.
        status = status.to(acceptedAt == null ? CaseStatus.SCREENING : CaseStatus.OPEN);
        closedAt = null;
        return new CaseEvent.Reopened(id, organisation, side, at);
    }

    /** Records may be added while we screen and while we support, not after. */
    void mustNotBeClosed() {
        mustNotBeLocked();
        if (status == CaseStatus.CLOSED) throw new RuleBroken("casework.closed", "This case is closed. Reopen it before you add to it.");
    }

    // Safety: a case on the wrong side opens again in one way only, when the correction is undone.
    private void mustNotBeLocked() {
        if (lockedAt != null) throw new RuleBroken("casework.locked", "Who harms whom was corrected: this case is locked. See Moved across.");
    }

    CaseId id() {
        return id;
    }

    PersonId person() {
        return person;
    }

    Side side() {
        return side;
    }

    CaseStatus status() {
        return status;
    }

    @Nullable WorkerId worker() {
        return worker;
    }

    CaseFacts facts() {
        return new CaseFacts(id, person, side, status, reference, worker, referral);
    }
}
