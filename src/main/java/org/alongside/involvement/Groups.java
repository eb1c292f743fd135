package org.alongside.involvement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.WorkerEvent;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steering groups and the workers who run them. A manager makes a group and names who runs it; who is in it, nobody reads but those. */
@Service
@Transactional
public class Groups {
    private static final String FACTS = """
            select g.*, coalesce((select array_agg(r.worker_id order by r.named_at, r.worker_id) from involvement.runner r where r.group_id = g.id and r.ended_at is null), '{}') as runners from involvement.steering_group g
            """;
    private static final int MOST = 100;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Groups(Organisations organisations, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.organisations = organisations;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Those of one's organisation, by name. */
    @Transactional(readOnly = true)
    public List<SteeringGroup> all(Actor.Worker me) {
        mustBeOfTheSide(me);
        return sql.sql(FACTS + "where g.organisation_id = access.organisation() and g.side = access.side() order by lower(g.name), g.id limit :most").param("most", MOST).query(Groups::group).list();
    }

    @Transactional(readOnly = true)
    public SteeringGroup one(UUID id, Actor.Worker me) {
        mustBeOfTheSide(me);
        return sql.sql(FACTS + "where g.id = :id").param("id", id).query(Groups::group).optional().orElseThrow(() -> new NotFound("steering group", id));
    }

    /** Goes on for whoever runs this group; for anybody else there is none. */
    @Transactional(readOnly = true)
    public SteeringGroup mustRun(UUID id, Actor.Worker me) {
        SteeringGroup group = one(id, me);
        // Safety: no role opens a group, a manager's neither.
        if (!group.isRunBy(me.worker())) throw new NotFound("steering group", id);
        return group;
    }

    /** Whom a manager may name: everybody else of the side. */
    @Transactional(readOnly = true)
    public List<Colleague> able(Actor.Worker me) {
        return organisations.colleagues().stream().filter(one -> one.side() == Side.SUPPORT && !one.id().equals(me.worker())).toList();
    }

    /** @param id made with the form, so that a second press finds the first @param runner who runs it first */
    public void make(UUID id, SteeringGroup.Words words, WorkerId runner, Actor.Worker me) {
        mustManage(me);
        mustBeAble(runner, me);
        int made = sql.sql("insert into involvement.steering_group (id, name, purpose, decides, pays, made_by, made_at) values (:id, :name, :purpose, :decides, :pays, :me, :now) on conflict (id) do nothing").params(columns(id, words))
                .param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (made == 0) return;
        audit.changed("steering group", id, "made");
        name(id, runner, me);
    }

    /** For managers, and for whoever runs it and manages. */
    public void change(UUID id, SteeringGroup.Words words, Actor.Worker me) {
        mustManage(me);
        one(id, me);
        sql.sql("update involvement.steering_group set name = :name, purpose = :purpose, decides = :decides, pays = :pays where id = :id").params(columns(id, words)).update();
        audit.changed("steering group", id, "changed");
    }

    private static Map<String, Object> columns(UUID id, SteeringGroup.Words words) {
        return Map.of("id", id, "name", words.name(), "purpose", words.purpose(), "decides", words.decides(), "pays", words.pays());
    }

    /** From now on this worker runs it, too. RuleBroken for oneself. */
    public void name(UUID id, WorkerId worker, Actor.Worker me) {
        mustManage(me);
        one(id, me);
        mustBeAble(worker, me);
        sql.sql("""
                insert into involvement.runner (group_id, worker_id, named_by, named_at) values (:id, :worker, :me, :now)
                on conflict (group_id, worker_id) do update set named_by = :me, named_at = :now, ended_at = null where involvement.runner.ended_at is not null
                """).param("id", id).param("worker", worker.id()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        audit.changed("steering group", id, "worker named");
    }

    /** They run it no more. RuleBroken for the last: somebody has to answer those who are in it. */
    public void end(UUID id, WorkerId worker, Actor.Worker me) {
        mustManage(me);
        SteeringGroup group = one(id, me);
        if (!group.isRunBy(worker)) throw new NotFound("worker", worker.id());
        if (group.runners().size() == 1) throw new RuleBroken("involvement.last", "Name somebody else first: its members need somebody they can ask.");
        sql.sql("update involvement.runner set ended_at = :now where group_id = :id and worker_id = :worker").param("now", Times.at(clock.instant())).param("id", id).param("worker", worker.id()).update();
        audit.changed("steering group", id, "worker ended");
    }

    @EventListener
    void on(WorkerEvent.Left left) {
        over(left);
    }

    @EventListener
    void on(WorkerEvent.Moved moved) {
        over(moved);
    }

    private void over(WorkerEvent gone) {
        sql.sql("select involvement.worker_left(:organisation, :worker, :at)").param("organisation", gone.organisation().id()).param("worker", gone.worker().id()).param("at", Times.at(clock.instant())).query().singleRow();
    }

    private void mustBeAble(WorkerId worker, Actor.Worker me) {
        // Safety: two people; the database refuses it, too.
        if (worker.equals(me.worker())) throw new RuleBroken("involvement.oneself", "Another manager has to name you.");
        if (able(me).stream().noneMatch(one -> one.id().equals(worker))) throw new RuleBroken("involvement.worker", "Choose somebody of your side.");
    }

    private static void mustManage(Actor.Worker me) {
        mustBeOfTheSide(me);
        me.mustBe(Role.MANAGER);
    }

    static void mustBeOfTheSide(Actor.Worker me) {
        if (me.side() != Side.SUPPORT) throw new NotFound();
    }

    private static SteeringGroup group(ResultSet row, int number) throws SQLException {
        return new SteeringGroup(row.getObject("id", UUID.class), row.getString("name"), row.getString("purpose"), row.getString("decides"), row.getString("pays"),
                Stream.of((UUID[]) row.getArray("runners").getArray()).map(WorkerId::new).toList());
    }
}
