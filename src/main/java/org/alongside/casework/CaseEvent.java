package org.alongside.casework;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.instruments.ResponseId;
import org.alongside.shared.Side;

/** What happened to a case: ids and codes only. */
public sealed interface CaseEvent {
    CaseId id();

    OrganisationId organisation();

    Side side();

    Instant at();

    record Opened(CaseId id, OrganisationId organisation, Side side, Instant at) implements CaseEvent {}

    record Accepted(CaseId id, OrganisationId organisation, Side side, Instant at) implements CaseEvent {}

    /** A crisis was written down; the case may be a closed one. */
    record Crisis(CaseId id, OrganisationId organisation, Side side, UUID crisis, CrisisKind what, Set<Called> called, Instant at) implements CaseEvent {}

    record Allocated(CaseId id, OrganisationId organisation, Side side, WorkerId to, Instant at) implements CaseEvent {}

    record Closed(CaseId id, OrganisationId organisation, Side side, ClosureReason reason, Instant at) implements CaseEvent {}

    /** At the end the client told what they think of us. */
    record Heard(CaseId id, OrganisationId organisation, Side side, ResponseId answers, Instant at) implements CaseEvent {}

    /** The client was written down on the wrong side of the wall: whatever is planned or waits for them stops, in the same transaction. A case that was open was closed just before. */
    record Corrected(CaseId id, OrganisationId organisation, Side side, Instant at) implements CaseEvent {}

    /** That was undone: what can go on goes on. */
    record Restored(CaseId id, OrganisationId organisation, Side side, Instant at) implements CaseEvent {}

    record Reopened(CaseId id, OrganisationId organisation, Side side, Instant at) implements CaseEvent {}

    /** The case is being erased: whoever holds anything of it erases that, in the same transaction. The case is still there while this is told. */
    record Erased(CaseId id, OrganisationId organisation, Side side, Instant at) implements CaseEvent {}
}
