package org.alongside.helpline;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Side;

/** What the helpline tells the rooms below: codes only. */
public sealed interface HelplineEvent {
    record Recorded(UUID contact, OrganisationId organisation, Side side, HelplineContact.Channel channel, HelplineContact.Caller caller, HelplineContact.Issue issue,
            HelplineContact.SafeNow safeNow, int minutes, boolean referred, Instant at) implements HelplineEvent {}
}
