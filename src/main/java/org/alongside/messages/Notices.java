package org.alongside.messages;

import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.matching.MatchEvent;
import org.alongside.organisations.Organisations;
import org.alongside.people.PersonEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells safeguarding leads that something waits for them, and not a word of what. */
@Component
class Notices {
    private final Messages messages;
    private final Organisations organisations;

    Notices(Messages messages, Organisations organisations) {
        this.messages = messages;
        this.organisations = organisations;
    }

    @EventListener
    void on(MatchEvent.Found found) {
        tell(found.organisation(), found.forManagers() ? Role.MANAGER : Role.SAFEGUARDING_LEAD);
    }

    @EventListener
    void on(PersonEvent.AddressOpenedFromOutside opened) {
        tell(opened.organisation(), Role.SAFEGUARDING_LEAD);
    }

    @EventListener
    void on(PersonEvent.RiskToLifeDecided decided) {
        tell(decided.organisation(), Role.SAFEGUARDING_LEAD);
    }

    private void tell(OrganisationId organisation, Role role) {
        organisations.withRole(organisation, null, role).forEach(worker -> messages.notice(organisation, null, worker));
    }
}
