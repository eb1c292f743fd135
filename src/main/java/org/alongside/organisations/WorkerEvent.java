package org.alongside.organisations;

import java.time.Instant;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;

/** What happened to a worker's place in an organisation. Told in the transaction in which it happens. */
public sealed interface WorkerEvent {
    WorkerId worker();

    OrganisationId organisation();

    Instant at();

    record Joined(WorkerId worker, OrganisationId organisation, Instant at) implements WorkerEvent {}

    /** Roles or side are others from now on. */
    record Changed(WorkerId worker, OrganisationId organisation, Instant at) implements WorkerEvent {}

    /** Gone, and signed out everywhere: their open work needs somebody else. */
    record Left(WorkerId worker, OrganisationId organisation, Instant at) implements WorkerEvent {}
}
