package org.alongside.organisations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who joins, what they do here, and who leaves. For administrators, and for managers on their own side; each verb refuses anyone else with NotFound. */
@Service
@Transactional
public class Team {
    private final JdbcClient sql;
    private final Seal seal;
    private final Links links;
    private final OwnSessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Team(JdbcClient sql, Seal seal, Links links, OwnSessions sessions, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.links = links;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    public record Newcomer(String name, String email, @Nullable Side side, Set<Role> roles) {}

    /** Adds a colleague, or brings one back who had left, and returns the token of the link by which they set their password. */
    public String invite(Actor.Worker me, Newcomer newcomer) {
        mayPlace(me, newcomer.side, newcomer.roles);
        Email email = new Email(newcomer.email);
        if (!email.isPlausible()) throw new RuleBroken("team.email", "Enter an e-mail address, like name@example.org");
        record Known(UUID id, boolean here) {}
        Known known = sql.sql("""
                select w.id, m.left_on is null as here from organisations.worker w join organisations.membership m on m.worker_id = w.id
                 where w.organisation_id = access.organisation() and w.email_key = :key
                """).param("key", email.key(seal)).query(Known.class).optional().orElse(null);
        if (known != null && known.here) throw new RuleBroken("team.email", "Somebody with this e-mail address works here already");
        WorkerId worker = known == null ? add(me, newcomer, email) : bringBack(me, newcomer, new WorkerId(known.id));
        events.publishEvent(new WorkerEvent.Joined(worker, me.organisation(), clock.instant()));
        return links.of(known == null ? Links.Purpose.INVITATION : Links.Purpose.RESET, worker, me);
    }

    /** Changes what a colleague does. @param reason why the side changes; needed only when it does */
    public void change(Actor.Worker me, WorkerId worker, @Nullable Side side, Set<Role> roles, @Nullable String reason) {
        Colleague colleague = mayChange(me, worker);
        mayPlace(me, side, roles);
        if (colleague.is(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) mustNotBeTheLast(worker);
        if (side != colleague.side()) explain(me, colleague, side, reason);
        sql.sql("update organisations.membership set side = :side, roles = :roles where worker_id = :worker")
                .param("side", side == null ? null : side.name()).param("roles", names(roles)).param("worker", worker.id()).update();
        events.publishEvent(new WorkerEvent.Changed(worker, me.organisation(), clock.instant()));
        if (colleague.side() != null && side != colleague.side()) events.publishEvent(new WorkerEvent.Moved(worker, me.organisation(), colleague.side(), clock.instant()));
    }

    /** The colleague is gone: their next click is refused, their sessions are over, their links dead. */
    public void leave(Actor.Worker me, WorkerId worker) {
        Colleague colleague = mayChange(me, worker);
        if (colleague.is(Role.ADMINISTRATOR)) mustNotBeTheLast(worker);
        sql.sql("update organisations.membership set left_on = :today where worker_id = :worker").param("today", Times.day(clock.instant())).param("worker", worker.id()).update();
        sql.sql("update organisations.link set used_at = :now where worker_id = :worker and used_at is null").param("now", Times.at(Instant.now())).param("worker", worker.id()).update();
        // Safety: somebody who no longer works here is out of every record at once, on every device.
        sessions.endAll(worker);
        events.publishEvent(new WorkerEvent.Left(worker, me.organisation(), clock.instant()));
    }

    /** A link by which a colleague sets a new password and second factor. For administrators, who give it to the colleague in person. */
    public String newStart(Actor.Worker me, WorkerId worker) {
        me.mustBe(Role.ADMINISTRATOR);
        Colleague colleague = mayChange(me, worker);
        events.publishEvent(new SignInEvent.Changed(colleague.id(), "was given a link for a new password"));
        return links.of(Links.Purpose.RESET, worker, me);
    }

    /** Locks everyone's place while it decides, so that two administrators cannot remove each other at once. */
    private void mustNotBeTheLast(WorkerId administrator) {
        List<UUID> others = sql.sql("select worker_id from organisations.membership where left_on is null and 'ADMINISTRATOR' = any (roles) order by worker_id for update")
                .query(UUID.class).list().stream().filter(id -> !id.equals(administrator.id())).toList();
        if (others.isEmpty()) throw new RuleBroken("team.last-administrator.roles", "This is the last administrator. Make a colleague administrator first");
    }

    private Colleague mayChange(Actor.Worker me, WorkerId worker) {
        me.mustBe(Role.ADMINISTRATOR, Role.MANAGER);
        Colleague colleague = sql.sql("""
                select w.id, w.name, m.side, m.roles from organisations.worker w join organisations.membership m on m.worker_id = w.id where w.id = :id and m.left_on is null
                """).param("id", worker.id()).query(Organisations::colleague).optional().orElseThrow(() -> new NotFound("worker", worker.id()));
        if (!mayLookAfter(me, colleague)) throw new NotFound("worker", worker.id());
        return colleague;
    }

    /** Whether this is somebody whose place here the asker may change. */
    public static boolean mayLookAfter(Actor.Worker me, Colleague colleague) {
        // Safety: nobody gives themself a role or another side; a colleague does, and the trail says who.
        if (colleague.id().equals(me.worker())) return false;
        return me.is(Role.ADMINISTRATOR) || me.is(Role.MANAGER) && colleague.side() == me.side() && !colleague.is(Role.ADMINISTRATOR);
    }

    private static void mayPlace(Actor.Worker me, @Nullable Side side, Set<Role> roles) {
        me.mustBe(Role.ADMINISTRATOR, Role.MANAGER);
        if (roles.isEmpty()) throw new RuleBroken("team.roles", "Choose at least one role");
        if (me.is(Role.ADMINISTRATOR)) return;
        // Safety: a manager brings nobody over the wall. PostgreSQL refuses it too.
        if (side != me.side()) throw new RuleBroken("team.side", "Only an administrator can place somebody on another side");
        if (roles.contains(Role.ADMINISTRATOR)) throw new RuleBroken("team.roles", "Only an administrator can make somebody administrator");
    }

    private void explain(Actor.Worker me, Colleague colleague, @Nullable Side side, @Nullable String reason) {
        if (reason == null || reason.isBlank()) throw new RuleBroken("team.reason", "Say why the side changes");
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into organisations.side_change (id, organisation_id, worker_id, side_before, side_after, reason, changed_by, changed_at)
                values (:id, :organisation, :worker, :before, :after, :reason, :me, :now)
                """)
                .param("id", id).param("organisation", me.organisation().id()).param("worker", colleague.id().id())
                .param("before", colleague.side() == null ? null : colleague.side().name()).param("after", side == null ? null : side.name())
                .param("reason", seal.close(reason.strip(), "organisations.side_change.reason", id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
    }

    private WorkerId add(Actor.Worker me, Newcomer newcomer, Email email) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into organisations.worker (id, organisation_id, name, email, email_key, created_at) values (:id, :organisation, :name, :email, :key, :now)")
                .param("id", id).param("organisation", me.organisation().id()).param("name", newcomer.name.strip())
                .param("email", email.sealed(seal, id)).param("key", email.key(seal)).param("now", Times.at(clock.instant())).update();
        sql.sql("insert into organisations.membership (worker_id, organisation_id, side, roles, joined_on) values (:id, :organisation, :side, :roles, :today)")
                .param("id", id).param("organisation", me.organisation().id()).param("side", newcomer.side == null ? null : newcomer.side.name())
                .param("roles", names(newcomer.roles)).param("today", Times.day(clock.instant())).update();
        return new WorkerId(id);
    }

    private WorkerId bringBack(Actor.Worker me, Newcomer newcomer, WorkerId worker) {
        me.mustBe(Role.ADMINISTRATOR);
        sql.sql("update organisations.membership set side = :side, roles = :roles, joined_on = :today, left_on = null where worker_id = :worker")
                .param("side", newcomer.side == null ? null : newcomer.side.name()).param("roles", names(newcomer.roles))
                .param("today", Times.day(clock.instant())).param("worker", worker.id()).update();
        return worker;
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }
}
