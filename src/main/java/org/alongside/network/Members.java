package org.alongside.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.WorkerEvent;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the network. A worker asks, somebody else in charge of the same organisation says that they are who they say, and a year later it is asked again. */
@Service
@Transactional
public class Members {
    /** Who may confirm a colleague. */
    public static final Role[] IN_CHARGE = {Role.MANAGER, Role.ADMINISTRATOR};
    static final Period HOLDS = Period.ofYears(1);
    /** So many days before the year ends, the member is told. */
    static final int SAID_BEFORE_DAYS = 30;
    static final String DAY = "network-day", LEAVING = "network-leaving";
    private static final String FACTS = "select m.*, p.name, p.does, p.knows from network.member m left join network.practitioner p on p.worker_id = m.worker_id ";
    private static final int MOST = 500;
    private final Organisations organisations;
    private final Messages messages;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Clock clock;

    Members(Organisations organisations, Messages messages, AuditTrail audit, Jobs jobs, JdbcClient sql, Clock clock) {
        this.organisations = organisations;
        this.messages = messages;
        this.audit = audit;
        this.jobs = jobs;
        this.sql = sql;
        this.clock = clock;
    }

    /** How one stands oneself; empty for whoever never asked. */
    @Transactional(readOnly = true)
    public Optional<Member> own(Actor.Worker me) {
        return sql.sql(FACTS + "where m.worker_id = :me").param("me", me.worker().id()).query(Members::member).optional();
    }

    /** Goes on for a member only; anyone else finds nothing here. */
    @Transactional(readOnly = true)
    public Member mustBeIn(Actor.Worker me) {
        // Safety: whoever is no member, or whose year is over, is answered as if there were nothing.
        return own(me).filter(one -> one.isConfirmed(today())).orElseThrow(NotFound::new);
    }

    /** Asks to be let in, with the rules of the network accepted; the ones in charge are told. RuleBroken for whoever is in or has asked. */
    public void ask(String does, String knows, Actor.Worker me) {
        Member before = own(me).orElse(null);
        if (before != null && before.isConfirmed(today())) throw new RuleBroken("network.in", "You are a member already.");
        if (before != null && before.state() == MemberState.ASKED) return;
        sql.sql("""
                insert into network.member (worker_id, state, asked_at, agreed_at, told_at) values (:me, 'ASKED', :now, :now, :now)
                on conflict (worker_id) do update set state = 'ASKED', asked_at = :now, agreed_at = :now, told_at = :now, decided_by = null, decided_at = null, until = null
                """).param("me", me.worker().id()).param("now", Times.at(now())).update();
        sql.sql("""
                insert into network.practitioner (worker_id, name, organisation_name, does, knows) values (:me, :name, :house, :does, :knows)
                on conflict (worker_id) do update set name = :name, organisation_name = :house, does = :does, knows = :knows, shown = false
                """).param("me", me.worker().id()).param("name", organisations.nameOf(me.worker())).param("house", organisations.nameOf(me.organisation()).orElse("")).param("does", does).param("knows", knows).update();
        audit.changed("network member", me.worker().id(), "asked");
        organisations.withRole(me.organisation(), null, IN_CHARGE).stream().filter(one -> !one.equals(me.worker())).forEach(one -> messages.notice(me.organisation(), null, one, "/desk/network/colleagues"));
    }

    /** Those of one's own organisation who asked or are in: who waits first. For those in charge. */
    @Transactional(readOnly = true)
    public List<Member> colleagues(Actor.Worker me) {
        me.mustBe(IN_CHARGE);
        return sql.sql(FACTS + "where m.organisation_id = access.organisation() and m.state in ('ASKED', 'CONFIRMED', 'LAPSED') order by m.state = 'ASKED' desc, m.until, m.asked_at, m.worker_id limit :most").param("most", MOST).query(Members::member).list();
    }

    /** They are who they say they are, and do this work: for a year from today. RuleBroken for oneself. */
    public void confirm(WorkerId worker, Actor.Worker me) {
        Member member = mine(worker, me);
        if (member.state() != MemberState.ASKED && member.state() != MemberState.CONFIRMED && member.state() != MemberState.LAPSED) throw new RuleBroken("network.not-asked", "They do not ask for it any more.");
        if (organisations.colleagues().stream().noneMatch(one -> one.id().equals(worker))) throw new NotFound("network member", worker.id());
        LocalDate until = today().plus(HOLDS);
        sql.sql("update network.member set state = 'CONFIRMED', decided_by = :me, decided_at = :now, until = :until, reason = '' where worker_id = :worker").param("me", me.worker().id()).param("now", Times.at(now())).param("until", until).param("worker", worker.id()).update();
        sql.sql("update network.practitioner set shown = true, name = :name where worker_id = :worker").param("name", organisations.nameOf(worker)).param("worker", worker.id()).update();
        audit.changed("network member", worker.id(), "confirmed");
        jobs.ask(DAY, me.organisation(), worker.id(), now());
        messages.notice(me.organisation(), null, worker, "/desk/network");
    }

    /** @param reason the worker reads it */
    public void refuse(WorkerId worker, String reason, Actor.Worker me) {
        if (mine(worker, me).state() != MemberState.ASKED) throw new RuleBroken("network.not-asked", "They do not ask for it any more.");
        sql.sql("update network.member set state = 'REFUSED', decided_by = :me, decided_at = :now, reason = :reason where worker_id = :worker").param("me", me.worker().id()).param("now", Times.at(now())).param("reason", reason).param("worker", worker.id()).update();
        audit.changed("network member", worker.id(), "refused");
        messages.notice(me.organisation(), null, worker, "/desk/network");
    }

    /** Somebody in charge ends it. @param reason the worker reads it */
    public void end(WorkerId worker, String reason, Actor.Worker me) {
        mine(worker, me);
        over(worker, me.organisation(), reason);
    }

    /** One goes oneself. @param takesAlong whether one's words go, too */
    public void leave(boolean takesAlong, Actor.Worker me) {
        mustBeIn(me);
        sql.sql("update network.member set takes_along = :along where worker_id = :me").param("along", takesAlong).param("me", me.worker().id()).update();
        over(me.worker(), me.organisation(), "");
    }

    /** What one says of oneself, and what one wants. */
    public void change(String does, String knows, boolean wantsNews, boolean takesAlong, Actor.Worker me) {
        mustBeIn(me);
        sql.sql("update network.practitioner set does = :does, knows = :knows, name = :name where worker_id = :me").param("does", does).param("knows", knows).param("name", organisations.nameOf(me.worker())).param("me", me.worker().id()).update();
        sql.sql("update network.member set wants_news = :news, takes_along = :along where worker_id = :me").param("news", wantsNews).param("along", takesAlong).param("me", me.worker().id()).update();
        audit.changed("network member", me.worker().id(), "changed");
    }

    /** A member as the others read them. */
    public record Practitioner(WorkerId worker, String name, String does, String knows, String organisation) {}

    /** Whom one can ask, by name. @param words in what they do or know; blank for all */
    @Transactional(readOnly = true)
    public List<Practitioner> practitioners(String words, Actor.Worker me) {
        mustBeIn(me);
        return sql.sql("""
                select worker_id, name, does, knows, organisation_name from network.practitioner
                 where shown and (:words = '' or to_tsvector('english', does || ' ' || knows || ' ' || organisation_name || ' ' || name) @@ websearch_to_tsquery('english', :words)) order by lower(name), worker_id limit :most
                """).param("words", words.strip()).param("most", MOST)
                .query((row, number) -> new Practitioner(new WorkerId(row.getObject("worker_id", UUID.class)), row.getString("name"), row.getString("does"), row.getString("knows"), row.getString("organisation_name"))).list();
    }

    /** Whoever leaves their organisation leaves the network in the same moment. */
    @EventListener
    void on(WorkerEvent.Left left) {
        sql.sql("select worker_id from network.member where worker_id = :worker").param("worker", left.worker().id()).query(UUID.class).optional().ifPresent(worker -> over(left.worker(), left.organisation(), ""));
    }

    private void over(WorkerId worker, OrganisationId organisation, String reason) {
        // Safety: the membership ends in this transaction; what is tidied up afterwards only removes.
        sql.sql("update network.practitioner set shown = false where worker_id = :worker").param("worker", worker.id()).update();
        sql.sql("update network.member set state = 'ENDED', reason = :reason, wants_news = false where worker_id = :worker").param("reason", reason).param("worker", worker.id()).update();
        audit.changed("network member", worker.id(), "ended");
        jobs.ask(LEAVING, organisation, worker.id(), now());
    }

    private Member mine(WorkerId worker, Actor.Worker me) {
        me.mustBe(IN_CHARGE);
        Member member = sql.sql(FACTS + "where m.worker_id = :worker and m.organisation_id = access.organisation()").param("worker", worker.id()).query(Members::member).optional().orElseThrow(() -> new NotFound("network member", worker.id()));
        // Safety: two people. The database refuses it, too.
        if (worker.equals(me.worker())) throw new RuleBroken("network.oneself", "Somebody else in charge has to do this for you.");
        return member;
    }

    LocalDate today() {
        return Times.day(now());
    }

    private Instant now() {
        return clock.instant();
    }

    static Member member(ResultSet row, int number) throws SQLException {
        return new Member(new WorkerId(row.getObject("worker_id", UUID.class)), MemberState.valueOf(row.getString("state")), words(row, "name"), words(row, "does"), words(row, "knows"), Times.instant(row, "asked_at"), row.getObject("until", LocalDate.class), row.getString("reason"),
                row.getBoolean("wants_news"), row.getBoolean("takes_along"));
    }

    static String words(ResultSet row, String column) throws SQLException {
        String words = row.getString(column);
        return words == null ? "" : words;
    }
}
