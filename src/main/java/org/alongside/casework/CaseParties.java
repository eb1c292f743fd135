package org.alongside.casework;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.OrganisationId;
import org.alongside.matching.Identity;
import org.alongside.matching.Matching;
import org.alongside.matching.Party;
import org.alongside.matching.PartyRole;
import org.alongside.matching.RecordKind;
import org.alongside.people.About;
import org.alongside.people.Addresses;
import org.alongside.people.HarmRole;
import org.alongside.people.OtherNames;
import org.alongside.people.People;
import org.alongside.people.PersonEvent;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.Side;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes each client and the people around them known to the intake check for as long as the case is not closed, with whoever works with them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseParties {
    private final ClientCaseRepository cases;
    private final People people;
    private final Relations relations;
    private final Addresses addresses;
    private final OtherNames otherNames;
    private final Matching matching;
    private final JdbcClient sql;

    CaseParties(ClientCaseRepository cases, People people, Relations relations, Addresses addresses, OtherNames otherNames, Matching matching, JdbcClient sql) {
        this.cases = cases;
        this.people = people;
        this.relations = relations;
        this.addresses = addresses;
        this.otherNames = otherNames;
        this.matching = matching;
        this.sql = sql;
    }

    // Safety: the two sides of one abuse relation are found by comparing everyone who has a case with everyone who asks.
    @EventListener
    void on(CaseEvent event) {
        if (event instanceof CaseEvent.Erased || event instanceof CaseEvent.Corrected || event instanceof CaseEvent.Restored) return;
        if (event instanceof CaseEvent.Closed closed) matching.forget(closed.organisation(), closed.side(), RecordKind.CASE, closed.id().id());
        else cases.findById(event.id()).ifPresent(known -> register(known, event.organisation()));
    }

    @EventListener
    void on(PersonEvent.Changed changed) {
        UUID[] them = Stream.concat(Stream.of(changed.person()), relations.of(changed.person()).stream().map(Relation::other)).map(PersonId::id).toArray(UUID[]::new);
        List<UUID> theirs = sql.sql("select id from casework.client_case where person_id = any (:them) and status <> 'CLOSED'").param("them", them).query(UUID.class).list();
        theirs.forEach(id -> cases.findById(new CaseId(id)).ifPresent(known -> register(known, changed.organisation())));
    }

    private void register(ClientCase known, OrganisationId organisation) {
        register(known, organisation, known.person(), known.side() == Side.SUPPORT ? PartyRole.CLIENT : PartyRole.PARTICIPANT);
        // Safety: whoever the client named is compared too. One taken back stays compared until the case closes: a lead decides, not a slip of the hand.
        relations.of(known.person()).forEach(one -> register(known, organisation, one.other(), role(one)));
    }

    private void register(ClientCase known, OrganisationId organisation, PersonId who, PartyRole role) {
        About about = people.find(who).orElseThrow().about();
        Identity identity = new Identity(about.givenName(), about.familyName(), about.knownAs(), about.bornOn(), people.safeContact(who).phone(), null, null, addresses.keys(who));
        Stream<Identity> also = otherNames.of(who).stream().map(name -> Identity.of(name.givenName(), name.familyName(), about.bornOn(), null, null, null));
        matching.register(new Party(organisation, known.side(), RecordKind.CASE, known.id().id(), role, who.id(), known.worker()), Stream.concat(Stream.of(identity), also).toList());
    }

    private static PartyRole role(Relation one) {
        if (one.judged().role() == HarmRole.CAUSING_HARM) return PartyRole.CAUSING_HARM;
        if (one.judged().role() == HarmRole.HARMED) return PartyRole.HARMED;
        return one.isChild() ? PartyRole.CHILD : PartyRole.OTHER;
    }
}
