package org.alongside.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.referral.ReferralId;
import org.alongside.referral.Referrals;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases of somebody who was written down on the wrong side of the wall: closed and locked all together, and opened again as they were. Source: docs/adr/0024. */
@Service
@Transactional
public class WrongSide {
    public static final Role[] ROLES = {Role.MANAGER, Role.SAFEGUARDING_LEAD};
    private final People people;
    private final Referrals referrals;
    private final Apart apart;
    private final Moments moments;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    WrongSide(People people, Referrals referrals, Apart apart, Moments moments, ApplicationEventPublisher events, JdbcClient sql, Clock clock) {
        this.people = people;
        this.referrals = referrals;
        this.apart = apart;
        this.moments = moments;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    /** A case of a person, with what of it would stop. @param worker who has it @param actions that are still to be done @param workerBefore who had it before it was locked */
    public record Held(CaseId id, String reference, CaseStatus status, @Nullable WorkerId worker, int actions, boolean locked, @Nullable WorkerId workerBefore) {
        public boolean isOpen() {
            return status != CaseStatus.CLOSED;
        }
    }

    /** Every case of this person on one's own side, closed ones too. NotFound where a lead keeps whoever asks apart from one of them. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Held> of(PersonId person) {
        List<Held> all = sql.sql("""
                select c.id, c.reference, c.status, c.worker_id, c.locked_at is not null as locked, c.worker_before, (select count(*) from casework.action a where a.case_id = c.id and a.done_on is null) as actions
                  from casework.client_case c where c.organisation_id = access.organisation() and c.person_id = :person order by c.opened_at desc, c.id
                """).param("person", person.id()).query((row, number) -> new Held(new CaseId(row.getObject("id", UUID.class)), row.getString("reference"), CaseStatus.valueOf(row.getString("status")), worker(row.getObject("worker_id", UUID.class)),
                row.getInt("actions"), row.getBoolean("locked"), worker(row.getObject("worker_before", UUID.class)))).list();
        mustNotBeKept(all.stream().map(one -> one.id().id()).toList(), person);
        return all;
    }

    private void mustNotBeKept(List<UUID> ids, PersonId person) {
        // Safety: whoever a lead keeps apart from one of a client's cases decides about none of them.
        if (!apart.kept(ids).isEmpty()) throw new NotFound("person", person.id());
    }

    private record Row(UUID id, UUID organisationId, Side side, UUID personId, CaseStatus status, @Nullable UUID pairId, @Nullable UUID referralId, boolean locked, @Nullable UUID workerBefore) {}

    private List<Row> rows(String which, UUID key) {
        return sql.sql("select id, organisation_id, side, person_id, status, pair_id, referral_id, locked_at is not null as locked, worker_before from casework.client_case where organisation_id = access.organisation() and " + which + " = :key order by id for update")
                .param("key", key).query(Row.class).list();
    }

    /**
     * Closes and locks every case of this person on one's own side, and keeps whoever worked with them from their case of the other side. RuleBroken when they have none, or are locked already.
     *
     * @param words why, on the timeline @param byHand whether whoever asks decides it: then they, too, are kept from the other side
     * @return the id that stands on the cases of both sides
     */
    public UUID freeze(PersonId person, String words, boolean byHand, Actor.Worker me) {
        me.mustBe(ROLES);
        List<Row> rows = rows("person_id", person.id());
        mustNotBeKept(rows.stream().map(Row::id).toList(), person);
        if (rows.isEmpty()) throw new RuleBroken("casework.no-case", "They have no case here, so there is nothing to move.");
        if (rows.stream().anyMatch(Row::locked)) throw new RuleBroken("casework.locked", "Somebody has moved them already. See Moved across.");
        UUID pair = rows.stream().map(Row::pairId).filter(Objects::nonNull).findFirst().orElseGet(UUID::randomUUID);
        Instant now = clock.instant();
        people.move(person, true);
        rows.forEach(row -> freeze(row, pair, words, me, now));
        String theOther = rows.get(0).side.other().name();
        sql.sql("""
                insert into casework.kept_from (pair_id, worker_id, side)
                select :pair, worker, :side from (
                  select to_id as worker from casework.allocation where case_id = any (:cases)
                  union select worker_id from casework.moment where case_id = any (:cases) and kind <> 'CASE') those
                """).param("pair", pair).param("side", theOther).param("cases", rows.stream().map(Row::id).toArray(UUID[]::new)).update();
        if (byHand) keepFrom(pair, me.worker(), rows.get(0).side.other());
        return pair;
    }

    private void freeze(Row row, UUID pair, String words, Actor.Worker me, Instant now) {
        CaseId id = new CaseId(row.id);
        boolean open = row.status != CaseStatus.CLOSED;
        sql.sql("""
                update casework.client_case set pair_id = :pair, locked_at = :now, status_before = status, status = 'CLOSED', closed_at = case when status = 'CLOSED' then closed_at else :now end,
                       worker_before = case when status = 'CLOSED' then worker_before else worker_id end, worker_id = case when status = 'CLOSED' then worker_id end, version = version + 1 where id = :id
                """).param("pair", pair).param("now", Times.at(now)).param("id", row.id).update();
        if (row.referralId != null) referrals.lock(new ReferralId(row.referralId), true, me);
        moments.now(id, MomentKind.CASE, me, open ? "Case closed and locked: who harms whom was corrected" : "Case locked: who harms whom was corrected", words.isBlank() ? null : words, null);
        if (open) {
            UUID closure = UUID.randomUUID();
            sql.sql("insert into casework.closure (id, case_id, reason, closed_at, closed_by) values (:id, :case, 'CORRECTED', :now, :me)").param("id", closure).param("case", row.id).param("now", Times.at(now)).param("me", me.worker().id()).update();
            events.publishEvent(new CaseEvent.Closed(id, me.organisation(), row.side, ClosureReason.CORRECTED, now));
        }
        events.publishEvent(new CaseEvent.Corrected(id, me.organisation(), row.side, now));
    }

    /** Opens the locked cases of this pair on one's own side again, as they were, with no worker. @return the newest of them; empty when none is locked here */
    public Optional<CaseId> thaw(UUID pair, String headline, Actor.Worker me) {
        me.mustBe(ROLES);
        List<Row> rows = rows("pair_id", pair).stream().filter(Row::locked).toList();
        rows.stream().map(Row::personId).distinct().forEach(person -> people.move(new PersonId(person), false));
        rows.forEach(row -> thaw(row, headline, me));
        return sql.sql("select id from casework.client_case where id = any (:ids) order by status = 'CLOSED', opened_at desc limit 1").param("ids", rows.stream().map(Row::id).toArray(UUID[]::new)).query(UUID.class).optional().map(CaseId::new);
    }

    private void thaw(Row row, String headline, Actor.Worker me) {
        CaseId id = new CaseId(row.id);
        Instant now = clock.instant();
        boolean open = sql.sql("""
                update casework.client_case set status = status_before, closed_at = case when status_before = 'CLOSED' then closed_at end, locked_at = null, status_before = null, version = version + 1 where id = :id returning status <> 'CLOSED'
                """).param("id", row.id).query(Boolean.class).single();
        if (row.referralId != null) referrals.lock(new ReferralId(row.referralId), false, me);
        moments.now(id, MomentKind.CASE, me, headline, null, null);
        if (open) events.publishEvent(new CaseEvent.Reopened(id, me.organisation(), row.side, now));
        events.publishEvent(new CaseEvent.Restored(id, me.organisation(), row.side, now));
    }

    /** A case for somebody who comes from the other side. @param words what came with them */
    public CaseId arrive(PersonId person, UUID pair, String words, Cases cases, Actor.Worker me) {
        me.mustBe(ROLES);
        CaseId id = cases.open(person, null, me);
        sql.sql("update casework.client_case set pair_id = :pair where id = :id").param("pair", pair).param("id", id.id()).update();
        cases.accept(id, me);
        note(id, words, me);
        return id;
    }

    /** What came with somebody, as a note. */
    public void note(CaseId id, String words, Actor.Worker me) {
        if (!words.isBlank()) moments.now(id, MomentKind.NOTE, me, "What came with them from the other side", words, null);
    }

    /** Safety: from now on this worker finds nothing of this pair on that side, whatever becomes of them here. */
    public void keepFrom(UUID pair, WorkerId worker, Side side) {
        sql.sql("insert into casework.kept_from (pair_id, worker_id, side) values (:pair, :worker, :side)").param("pair", pair).param("worker", worker.id()).param("side", side.name()).update();
    }

    /** The pairs that whoever asks worked with on the other side. */
    @Transactional(readOnly = true)
    public Set<UUID> keptFrom(Actor.Worker me) {
        return sql.sql("select distinct pair_id from casework.kept_from where worker_id = :me and side = access.side()").param("me", me.worker().id()).query(UUID.class).set();
    }

    boolean isKeptFrom(CaseId id, WorkerId worker) {
        return sql.sql("select exists (select from casework.kept_from k join casework.client_case c on c.pair_id = k.pair_id and c.side = k.side where c.id = :case and k.worker_id = :worker)").param("case", id.id()).param("worker", worker.id()).query(Boolean.class).single();
    }

    void keepFromTheOtherSide(CaseId id, WorkerId worker) {
        sql.sql("insert into casework.kept_from (pair_id, worker_id, side) select pair_id, :worker, case side when 'SUPPORT' then 'CHANGE' else 'SUPPORT' end from casework.client_case where id = :case and pair_id is not null")
                .param("worker", worker.id()).param("case", id.id()).update();
    }

    private static @Nullable WorkerId worker(@Nullable UUID id) {
        return id == null ? null : new WorkerId(id);
    }
}
