package org.alongside.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.OrganisationId;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.alongside.people.CountedAs;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.retention.File;
import org.alongside.retention.Keeps;
import org.alongside.retention.KeptKind;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A file is needed while a case of its person is open; erased cases are counted. */
@Component
@Transactional
class CaseKeeping implements Keeps {
    /** What points at others first. */
    private static final List<String> PARTS = List.of("review", "allocation", "action", "offer", "goal", "need", "contact", "crisis", "moment", "closure");
    private static final String CASE = "select id, person_id, organisation_id, side, coalesce(closed_at, opened_at) as closed_at from casework.client_case where ";
    private final People people;
    private final Matching matching;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    CaseKeeping(People people, Matching matching, ApplicationEventPublisher events, JdbcClient sql, Clock clock) {
        this.people = people;
        this.matching = matching;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.CASE;
    }

    @Override
    public List<File> endedBefore(Instant moment, int skip, int limit) {
        return sql.sql("""
                select person_id, closed_at from casework.client_case c
                 where organisation_id = access.organisation() and status = 'CLOSED' and closed_at < :moment
                   and not exists (select from casework.client_case o where o.organisation_id = c.organisation_id and o.person_id = c.person_id and (o.status <> 'CLOSED' or (o.closed_at, o.id) > (c.closed_at, c.id)))
                 order by closed_at, id limit :limit offset :skip
                """).param("moment", Times.at(moment)).param("limit", limit).param("skip", skip)
                .query((row, number) -> new File(row.getObject("person_id", UUID.class), new PersonId(row.getObject("person_id", UUID.class)), row.getTimestamp("closed_at").toInstant())).list();
    }

    @Override
    public Map<PersonId, Instant> neededUntil(Collection<PersonId> persons) {
        return sql.sql("select person_id, bool_or(status <> 'CLOSED') as open, max(closed_at) as ended from casework.client_case where organisation_id = access.organisation() and person_id = any (:people) group by person_id")
                .param("people", persons.stream().map(PersonId::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(new PersonId(row.getObject("person_id", UUID.class)), row.getBoolean("open") ? Instant.MAX : row.getTimestamp("ended").toInstant()))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Case(UUID id, UUID personId, UUID organisationId, Side side, Instant closedAt) {}

    @Override
    public void erase(PersonId person, boolean counted) {
        sql.sql(CASE + "organisation_id = access.organisation() and person_id = :person").param("person", person.id()).query(Case.class).list()
                .forEach(one -> erase(one, counted));
    }

    /** Erases one case of somebody who stays. */
    void erase(CaseId id) {
        sql.sql(CASE + "id = :id").param("id", id.id()).query(Case.class).optional().ifPresent(one -> erase(one, false));
    }

    private void erase(Case one, boolean counted) {
        CaseId id = new CaseId(one.id());
        if (counted) count(one);
        events.publishEvent(new CaseEvent.Erased(id, new OrganisationId(one.organisationId()), one.side(), clock.instant()));
        matching.erase(RecordKind.CASE, one.id());
        sql.sql("delete from casework.closure_need where closure_id in (select id from casework.closure where case_id = :case)").param("case", one.id()).update();
        sql.sql("delete from casework.kept_from k using casework.client_case c where c.id = :case and k.pair_id = c.pair_id and not exists (select from casework.client_case o where o.pair_id = c.pair_id and o.id <> c.id)").param("case", one.id()).update();
        PARTS.forEach(part -> sql.sql("delete from casework." + part + " where case_id = :case").param("case", one.id()).update());
        sql.sql("delete from casework.client_case where id = :case").param("case", one.id()).update();
    }

    private void count(Case one) {
        String gender = people.find(new PersonId(one.personId())).map(facts -> facts.about().gender()).orElse("");
        sql.sql("""
                insert into casework.counted_case (organisation_id, side, closed_year, reason, counted_as, cases)
                values (:organisation, :side, :year, coalesce((select reason from casework.closure where case_id = :case order by closed_at desc limit 1), 'NOT_SAID'), :countedAs, 1)
                on conflict (organisation_id, side, closed_year, reason, counted_as) do update set cases = casework.counted_case.cases + 1
                """).param("organisation", one.organisationId()).param("side", one.side().name()).param("year", Times.day(one.closedAt()).getYear()).param("case", one.id())
                .param("countedAs", CountedAs.guessed(gender).name()).update();
    }

    @Override
    public void eraseRecord(UUID record) {
        throw new IllegalArgumentException("Each case belongs to a person");
    }
}
