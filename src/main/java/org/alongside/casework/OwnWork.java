package org.alongside.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one worker owes: their open actions, whoever has the case, and their own open cases. Not audited: the page is. */
@Service
@Transactional
public class OwnWork {
    private static final int MOST = 200;
    private final Apart apart;
    private final JdbcClient sql;
    private final Seal seal;

    OwnWork(Apart apart, JdbcClient sql, Seal seal) {
        this.apart = apart;
        this.sql = sql;
        this.seal = seal;
    }

    public record OwedAction(UUID id, CaseId caseId, String reference, ActionAgency agency, String words, LocalDate dueOn) {}

    /** A day on which something about a case is to be looked at. */
    public record Look(MomentKind kind, LocalDate on) {}

    /** The case was given to this worker by a colleague. @param words what they said about it; empty for nothing */
    public record Given(Instant at, WorkerId by, String words) {}

    /** @param looks up to the day asked for, the soonest first @param crises not written up yet @param given null when this worker took it themself, or nobody was given it yet */
    public record OwnCase(CaseId id, String reference, String client, PersonId person, Instant openedAt, @Nullable Instant lastContactAt, List<Look> looks, List<UUID> crises, @Nullable Given given) {}

    /** @param actions of this worker in open cases, the most overdue first @param cases this worker has, those without contact for longest first */
    public record Owed(List<OwedAction> actions, List<OwnCase> cases) {}

    /** What this worker owes on or before this day. */
    public Owed until(LocalDate day, Actor.Worker me) {
        // Safety: a case that a lead keeps this worker apart from is not in their day either.
        Set<UUID> kept = apart.from(me);
        return new Owed(actions(day, me).stream().filter(action -> !kept.contains(action.caseId().id())).toList(), cases(day, me).stream().filter(one -> !kept.contains(one.id().id())).toList());
    }

    /** An open case that somebody has. @param danger in a word; empty when nobody judged it */
    public record Carried(CaseId id, String reference, String client, @Nullable Instant lastContactAt, String danger) {}

    /** The open cases of a colleague, those without contact for longest first. */
    public List<Carried> carriedBy(WorkerId worker, Actor.Worker me) {
        // Safety: a case that a lead keeps this worker apart from is not among a colleague's either.
        Set<UUID> kept = apart.from(me);
        return sql.sql("""
                select c.id, c.reference, c.client_name, (select max(m.happened_at) from casework.moment m where m.case_id = c.id and m.kind = 'CONTACT') as last_contact_at,
                       coalesce((select r.standing from casework.review r where r.case_id = c.id and r.kind = 'ASSESSMENT'), '') as danger
                  from casework.client_case c
                 where c.organisation_id = access.organisation() and c.side = access.side() and c.worker_id = :worker and c.status <> 'CLOSED'
                 order by last_contact_at nulls first, c.opened_at, c.id limit :most
                """).param("worker", worker.id()).param("most", MOST).query(OwnWork::carried).list().stream().filter(one -> !kept.contains(one.id().id())).toList();
    }

    private static Carried carried(ResultSet row, int number) throws SQLException {
        OffsetDateTime contact = row.getObject("last_contact_at", OffsetDateTime.class);
        return new Carried(new CaseId(row.getObject("id", UUID.class)), row.getString("reference"), row.getString("client_name"), contact == null ? null : contact.toInstant(), row.getString("danger"));
    }

    private List<OwedAction> actions(LocalDate until, Actor.Worker me) {
        return sql.sql("""
                select a.id, a.case_id, c.reference, a.agency, a.words, a.due_on
                  from casework.action a join casework.client_case c on c.id = a.case_id
                 where a.organisation_id = access.organisation() and a.side = access.side() and a.owner_id = :me and a.done_on is null and a.due_on <= :until and c.status <> 'CLOSED'
                 order by a.due_on, a.id limit :most
                """).param("me", me.worker().id()).param("until", until).param("most", MOST).query(this::action).list();
    }

    private List<OwnCase> cases(LocalDate until, Actor.Worker me) {
        return sql.sql("""
                select c.id, c.reference, c.client_name, c.person_id, c.opened_at,
                       (select max(m.happened_at) from casework.moment m where m.case_id = c.id and m.kind = 'CONTACT') as last_contact_at,
                       (select array_agg(r.kind || ' ' || r.review_on order by r.review_on, r.kind) from casework.review r where r.case_id = c.id and r.review_on <= :until) as looks,
                       (select array_agg(k.id order by k.id) from casework.crisis k where k.case_id = c.id and k.details_at is null) as crises,
                       a.id as given_id, a.at as given_at, a.by_id, a.words
                  from casework.client_case c
                  left join lateral (select * from casework.allocation g where g.case_id = c.id order by g.at desc limit 1) a on a.to_id = c.worker_id and a.by_id <> a.to_id
                 where c.organisation_id = access.organisation() and c.side = access.side() and c.worker_id = :me and c.status <> 'CLOSED'
                 order by last_contact_at nulls first, c.opened_at, c.id limit :most
                """).param("me", me.worker().id()).param("until", until).param("most", MOST).query(this::own).list();
    }

    private OwedAction action(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String words = seal.openWords(row.getBytes("words"), Actions.WORDS, id);
        return new OwedAction(id, new CaseId(row.getObject("case_id", UUID.class)), row.getString("reference"), ActionAgency.valueOf(row.getString("agency")), words, row.getObject("due_on", LocalDate.class));
    }

    private Given given(ResultSet row, UUID id) throws SQLException {
        String words = seal.openWords(row.getBytes("words"), Allocations.WORDS, id);
        return new Given(row.getObject("given_at", OffsetDateTime.class).toInstant(), new WorkerId(row.getObject("by_id", UUID.class)), words);
    }

    private OwnCase own(ResultSet row, int number) throws SQLException {
        OffsetDateTime contact = row.getObject("last_contact_at", OffsetDateTime.class);
        List<Look> looks = row.getArray("looks") == null ? List.of() : Stream.of((String[]) row.getArray("looks").getArray()).map(look -> look.split(" ")).map(look -> new Look(MomentKind.valueOf(look[0]), LocalDate.parse(look[1]))).toList();
        List<UUID> crises = row.getArray("crises") == null ? List.of() : List.of((UUID[]) row.getArray("crises").getArray());
        UUID given = row.getObject("given_id", UUID.class);
        return new OwnCase(new CaseId(row.getObject("id", UUID.class)), row.getString("reference"), row.getString("client_name"), new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(), contact == null ? null : contact.toInstant(), looks, crises, given == null ? null : given(row, given));
    }
}
