package org.alongside.casework;

import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.matching.Identity;
import org.alongside.matching.Matching;
import org.alongside.matching.Party;
import org.alongside.matching.PartyRole;
import org.alongside.matching.RecordKind;
import org.alongside.people.About;
import org.alongside.people.Addresses;
import org.alongside.people.People;
import org.alongside.people.PersonEvent;
import org.alongside.people.PersonFacts;
import org.alongside.shared.Side;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes each client known to the intake check for as long as their case is not closed, with whoever works with them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseParties {
    private final ClientCaseRepository cases;
    private final People people;
    private final Addresses addresses;
    private final Matching matching;
    private final JdbcClient sql;

    CaseParties(ClientCaseRepository cases, People people, Addresses addresses, Matching matching, JdbcClient sql) {
        this.cases = cases;
        this.people = people;
        this.addresses = addresses;
        this.matching = matching;
        this.sql = sql;
    }

    // Safety: the two sides of one abuse relation are found by comparing everyone who has a case with everyone who asks.
    @EventListener
    void on(CaseEvent event) {
        if (event instanceof CaseEvent.Closed closed) matching.forget(closed.organisation(), closed.side(), RecordKind.CASE, closed.id().id());
        else cases.findById(event.id()).ifPresent(known -> register(known, event.organisation()));
    }

    @EventListener
    void on(PersonEvent.Changed changed) {
        List<UUID> theirs = sql.sql("select id from casework.client_case where person_id = :person and status <> 'CLOSED'").param("person", changed.person().id()).query(UUID.class).list();
        theirs.forEach(id -> cases.findById(new CaseId(id)).ifPresent(known -> register(known, changed.organisation())));
    }

    private void register(ClientCase known, OrganisationId organisation) {
        PersonFacts person = people.find(known.person()).orElseThrow();
        About about = person.about();
        PartyRole role = known.side() == Side.SUPPORT ? PartyRole.CLIENT : PartyRole.PARTICIPANT;
        matching.register(new Party(organisation, known.side(), RecordKind.CASE, known.id().id(), role, known.person().id(), known.worker()),
                new Identity(about.givenName(), about.familyName(), about.knownAs(), about.bornOn(), people.safeContact(known.person()).phone(), null, null, addresses.keys(known.person())));
    }
}
