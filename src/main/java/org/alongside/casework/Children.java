package org.alongside.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Children of a client with a case of their own: their own worker, plan and timeline, and a link to each parent's case. */
@Service
@Transactional
public class Children {
    private final Cases cases;
    private final Apart apart;
    private final Relations relations;
    private final Moments moments;
    private final JdbcClient sql;

    Children(Cases cases, Apart apart, Relations relations, Moments moments, JdbcClient sql) {
        this.cases = cases;
        this.apart = apart;
        this.relations = relations;
        this.moments = moments;
        this.sql = sql;
    }

    /** A case that somebody has now. */
    public record Own(UUID id, UUID personId, String reference) {}

    /** The cases of these people that are not closed; one that a lead keeps whoever asks apart from is left out. */
    public Map<PersonId, Own> casesOf(Collection<PersonId> people) {
        if (people.isEmpty()) return Map.of();
        Map<UUID, Own> open = sql.sql("select id, person_id, reference from casework.client_case where person_id = any (:people) and status <> 'CLOSED' order by opened_at")
                .param("people", people.stream().map(PersonId::id).toArray(UUID[]::new)).query(Own.class).list().stream().collect(Collectors.toMap(Own::id, own -> own));
        apart.kept(open.keySet()).forEach(open::remove);
        return open.values().stream().collect(Collectors.toMap(own -> new PersonId(own.personId), own -> own, (one, another) -> one));
    }

    /** Opens a case for a child of this client, or finds the one they have. NotFound when this is no child of theirs. */
    public CaseId open(CaseId parent, PersonId child, Actor.Worker me) {
        CaseRoles.mustBeHeldBy(me);
        CaseFacts facts = cases.mustBeOpenFor(parent, me);
        if (relations.of(facts.person()).stream().filter(Relation::isChild).noneMatch(one -> one.other().equals(child))) throw new NotFound("person", child.id());
        // Two presses of one button open one case.
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:child, 3))").param("child", child.id().toString()).query((row, number) -> 0).list();
        Own already = casesOf(List.of(child)).get(child);
        if (already != null) return new CaseId(already.id);
        CaseId id = cases.open(child, null, me);
        cases.accept(id, me);
        moments.now(parent, MomentKind.CASE, me, "A case was opened for a child", null, "/desk/cases/" + id.id());
        return id;
    }
}
