package org.alongside.organisations;

import java.time.Instant;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.Side;

/** What happened to a worker's place in an organisation. Told in the transaction in which it happens. */
public sealed interface WorkerEvent {
    WorkerId worker();

    OrganisationId organisation();

    Instant at();

    record Joined(WorkerId worker, OrganisationId organisation, Instant at) implements WorkerEvent {}

    /** Roles or side are others from now on. */
    record Changed(WorkerId worker, OrganisationId organisation, Instant at) implements WorkerEvent {}

    /** From one side of the wall to the other, or to none. */
    record Moved(WorkerId worker, OrganisationId organisation, Side from, Instant at) implements WorkerEvent {}

    /** Gone, and signed out everywhere: their open work needs somebody else. */
    record Left(WorkerId worker, OrganisationId organisation, Instant at) implements WorkerEvent {}
}
