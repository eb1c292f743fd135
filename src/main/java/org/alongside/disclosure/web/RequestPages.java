package org.alongside.disclosure.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.disclosure.InformationRequest;
import org.alongside.disclosure.InformationRequests;
import org.alongside.disclosure.RequestStatus;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class RequestPages {
    private final InformationRequests requests;
    private final People people;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final Clock clock;

    RequestPages(InformationRequests requests, People people, Organisations organisations, AuditTrail trail, Clock clock) {
        this.requests = requests;
        this.people = people;
        this.organisations = organisations;
        this.trail = trail;
        this.clock = clock;
    }

    RequestsPage all(Actor.Worker me) {
        me.mustBe(InformationRequests.ROLES);
        List<InformationRequest> all = requests.all();
        Map<PersonId, String> names = people.names(all.stream().map(InformationRequest::person).distinct().toList());
        List<RequestsPage.Row> rows = all.stream().filter(one -> names.containsKey(one.person())).map(one -> new RequestsPage.Row(one, names.get(one.person()))).toList();
        trail.listed("person", "information requests", rows.stream().map(row -> row.request().person().id()).distinct().toList());
        return new RequestsPage(Times.day(clock.instant()), rows.stream().filter(row -> !row.request().status().hasEnded()).toList(), rows.stream().filter(row -> row.request().status().hasEnded()).toList());
    }

    NewRequestPage add(UUID person, RequestForm form, Problems problems, Actor.Worker me) {
        me.mustBe(InformationRequests.ROLES);
        return new NewRequestPage(person, look(new PersonId(person)), form, problems);
    }

    /** @param typed what was typed and refused; empty otherwise */
    RequestPage one(UUID id, Map<String, String> typed, Problems problems, Actor.Worker me) {
        InformationRequest request = requests.one(id, me);
        String name = look(request.person());
        LocalDate today = Times.day(clock.instant());
        return new RequestPage(request, name, today, requests.items(id).stream().map(item -> new RequestPage.Row(item, name(item.decidedBy()))).toList(),
                request.status() == RequestStatus.READY && !me.worker().equals(request.readyBy()), name(request.readyBy()), name(request.endedBy()), typed, UUID.randomUUID().toString(), problems);
    }

    private @Nullable String name(@Nullable WorkerId worker) {
        return worker == null ? null : organisations.nameOf(worker);
    }

    private String look(PersonId person) {
        String name = people.find(person).orElseThrow(() -> new NotFound("person", person.id())).displayName();
        trail.looked("person", person.id());
        return name;
    }
}
