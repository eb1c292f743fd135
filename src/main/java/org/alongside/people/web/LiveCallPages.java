package org.alongside.people.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.people.CallResult;
import org.alongside.people.Channel;
import org.alongside.people.People;
import org.alongside.people.PersonFacts;
import org.alongside.people.PersonId;
import org.alongside.people.SafeContact;
import org.alongside.shared.NotFound;
import org.alongside.shared.Phone;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class LiveCallPages {
    private final JdbcClient sql;
    private final People people;
    private final AuditTrail trail;

    LiveCallPages(JdbcClient sql, People people, AuditTrail trail) {
        this.sql = sql;
        this.people = people;
        this.trail = trail;
    }

    CallPage call(PersonId id, Problems problems, Actor.Worker me) {
        PersonFacts facts = looked(id);
        // Safety: the number shows only to the worker who took the one call, and only until its result is recorded.
        boolean mine = sql.sql("select exists (select from people.live_call where person_id = :id and started_by = :me and result is null)")
                .param("id", id.id()).param("me", me.worker().id()).query(Boolean.class).single();
        SafeContact contact = people.safeContact(id);
        if (!mine || contact.phone() == null) throw new NotFound("person", id.id());
        return new CallPage(id.id(), facts.displayName(), new Phone(contact.phone()).written(), Stream.of(CallResult.values()).map(one -> new Option(one.name(), one.words())).toList(), problems);
    }

    RiskPage risk(PersonId id, RiskForm form, Problems problems, Actor.Worker me) {
        looked(id);
        boolean manager = me.is(Role.MANAGER);
        Stream<Option> police = Stream.of(new Option("POLICE", "The police were asked to check on them", "We do not call or write ourselves"));
        Stream<Option> ways = manager ? Stream.of(Channel.values()).map(one -> new Option(one.name(), one.words() + ", for the next 24 hours")) : Stream.empty();
        List<Option> choices = Stream.concat(police, ways).toList();
        return new RiskPage(id.id(), choices, manager, form, problems);
    }

    private PersonFacts looked(PersonId id) {
        PersonFacts facts = people.find(id).orElseThrow(() -> new NotFound("person", id.id()));
        trail.looked("person", id.id());
        return facts;
    }
}
