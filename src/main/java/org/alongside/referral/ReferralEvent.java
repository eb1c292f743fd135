package org.alongside.referral;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.Side;

/** What happened to a referral: ids and codes only, told in the transaction it happened in. */
public sealed interface ReferralEvent {
    ReferralId referral();

    OrganisationId organisation();

    Side side();

    Instant at();

    record Received(ReferralId referral, OrganisationId organisation, Side side, Source source, Danger danger, boolean child, Instant at) implements ReferralEvent {}

    /** A worker took it: the person now exists, and their case begins in screening. */
    record ScreeningStarted(ReferralId referral, OrganisationId organisation, Side side, UUID person, WorkerId by, Instant at) implements ReferralEvent {}

    record Accepted(ReferralId referral, OrganisationId organisation, Side side, UUID person, WorkerId by, Instant at) implements ReferralEvent {}

    record Declined(ReferralId referral, OrganisationId organisation, Side side, DeclineReason reason, WorkerId by, Instant at) implements ReferralEvent {}

    record PassedOn(ReferralId referral, OrganisationId organisation, Side side, OrganisationId to, ReferralId copy, WorkerId by, Instant at) implements ReferralEvent {}

    record Withdrawn(ReferralId referral, OrganisationId organisation, Side side, WorkerId by, Instant at) implements ReferralEvent {}

    /** A refusal or withdrawal was a mistake: it stands again where it stood before. */
    record Reopened(ReferralId referral, OrganisationId organisation, Side side, ReferralStatus status, WorkerId by, Instant at) implements ReferralEvent {}
}
