package org.alongside.involvement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a steering group: invited, asked for each thing by itself, gone when they like. As little as can be is kept, and nothing joins them to a case. */
@Service
@Transactional
public class GroupMembers {
    /** Details go by themselves so long after somebody left, or was invited and never answered. */
    public static final Period FORGOTTEN_AFTER = Period.ofMonths(6);
    static final String FORGET = "involvement-forget";
    private static final String CALLED = "involvement.member.called", CONTACT = "involvement.member.contact";
    private static final int MOST = 200;
    private final Groups groups;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    GroupMembers(Groups groups, AuditTrail audit, Jobs jobs, JdbcClient sql, Seal seal, Clock clock) {
        this.groups = groups;
        this.audit = audit;
        this.jobs = jobs;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Everybody of a group, those who are in first; the trail says who looked. */
    public List<GroupMember> of(UUID group, Actor.Worker me) {
        List<GroupMember> all = all(group, me);
        audit.listed("steering group member", "members of " + group, all.stream().map(GroupMember::id).toList());
        return all;
    }

    private List<GroupMember> all(UUID group, Actor.Worker me) {
        groups.mustRun(group, me);
        return sql.sql("select * from involvement.member where group_id = :group order by array_position(array['MEMBER', 'INVITED', 'LEFT', 'DECLINED'], state), invited_on, id limit :most").param("group", group).param("most", MOST).query(this::member).list();
    }

    /** One of them; the trail says who looked. NotFound for whoever does not run the group. */
    public GroupMember look(UUID id, Actor.Worker me) {
        GroupMember member = one(id, me);
        audit.looked("steering group member", id);
        return member;
    }

    GroupMember one(UUID id, Actor.Worker me) {
        Groups.mustBeOfTheSide(me);
        return sql.sql("select * from involvement.member where id = :id").param("id", id).query(this::member).optional().orElseThrow(() -> new NotFound("steering group member", id));
    }

    /** @param id made with the form, so that a second press finds the first @param contact may be blank */
    public void invite(UUID id, UUID group, String called, String contact, LocalDate on, InvitedWay way, Actor.Worker me) {
        groups.mustRun(group, me);
        mustNotBeToCome(on);
        LocalDate forget = today().plus(FORGOTTEN_AFTER);
        int invited = sql.sql("""
                insert into involvement.member (id, group_id, called, contact, invited_on, invited_way, invited_by, state, forget_on) values (:id, :group, :called, :contact, :on, :way, :me, 'INVITED', :forget) on conflict (id) do nothing
                """).param("forget", forget).param("id", id).param("group", group).param("called", seal.close(called, CALLED, id)).param("contact", seal.closeWords(contact, CONTACT, id)).param("on", on).param("way", way.name()).param("me", me.worker().id()).update();
        if (invited == 0) return;
        audit.changed("steering group member", id, "invited");
        jobs.ask(FORGET, me.organisation(), id, forget.atStartOfDay(Times.LONDON).toInstant());
    }

    public void change(UUID id, String called, String contact, Actor.Worker me) {
        mustBeKnown(id, me);
        sql.sql("update involvement.member set called = :called, contact = :contact where id = :id").param("called", seal.close(called, CALLED, id)).param("contact", seal.closeWords(contact, CONTACT, id)).param("id", id).update();
        audit.changed("steering group member", id, "changed");
    }

    /** What they said to the invitation. Who says no is forgotten at once. */
    public void answer(UUID id, boolean yes, LocalDate on, Actor.Worker me) {
        GroupMember member = mustBeKnown(id, me);
        mustNotBeToCome(on);
        if (member.state() != MemberState.INVITED) throw new RuleBroken("involvement.answered", "They have answered already.");
        if (on.isBefore(member.invitedOn())) throw new RuleBroken("involvement.before", "Enter a day after they were invited.");
        if (yes) {
            sql.sql("update involvement.member set state = 'MEMBER', answered_on = :on, forget_on = null where id = :id").param("on", on).param("id", id).update();
            write(UUID.randomUUID(), member, Purpose.GROUP, Answer.GIVEN, on, me);
        } else {
            sql.sql("update involvement.member set state = 'DECLINED', answered_on = :on, called = null, contact = null, forgotten_at = :now where id = :id").param("on", on).param("now", Times.at(clock.instant())).param("id", id).update();
        }
        audit.changed("steering group member", id, yes ? "joined" : "declined");
    }

    /** What they said about one thing. Who says no to being in the group has left it. @param id made with the form, so that a second press finds the first */
    public void consent(UUID id, UUID member, Purpose purpose, Answer answer, LocalDate on, Actor.Worker me) {
        GroupMember one = mustBeKnown(member, me);
        if (!sql.sql("select 1 from involvement.consent where id = :id").param("id", id).query(Integer.class).list().isEmpty()) return;
        mustNotBeToCome(on);
        if (!one.isIn()) throw new RuleBroken("involvement.not-in", "They are not in the group.");
        Consent before = consents(member, me).get(purpose);
        if (answer == Answer.TAKEN_BACK && (before == null || before.answer() != Answer.GIVEN)) throw new RuleBroken("involvement.nothing-to-take-back", "They never said yes to this. Choose “No”.");
        if (before != null && on.isBefore(before.on())) throw new RuleBroken("involvement.order", "They said something about this on a later day.");
        write(id, one, purpose, answer, on, me);
        audit.changed("steering group member", member, "consent written down");
        if (purpose == Purpose.GROUP && answer != Answer.GIVEN) leave(member, on, false, me);
    }

    private void write(UUID id, GroupMember member, Purpose purpose, Answer answer, LocalDate on, Actor.Worker me) {
        sql.sql("insert into involvement.consent (id, group_id, member_id, purpose, answer, said_on, asked_by, written_at) values (:id, :group, :member, :purpose, :answer, :on, :me, :now) on conflict (id) do nothing").param("id", id).param("group", member.group())
                .param("member", member.id()).param("purpose", purpose.name()).param("answer", answer.name()).param("on", on).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
    }

    /** What they said last about each thing; nothing for what they were never asked. */
    @Transactional(readOnly = true)
    public Map<Purpose, Consent> consents(UUID member, Actor.Worker me) {
        Map<Purpose, Consent> last = new EnumMap<>(Purpose.class);
        history(member, me).forEach(one -> last.putIfAbsent(one.purpose(), one));
        return last;
    }

    /** Each time they were asked, the latest first. */
    @Transactional(readOnly = true)
    public List<Consent> history(UUID member, Actor.Worker me) {
        one(member, me);
        return sql.sql("select purpose, answer, said_on, asked_by from involvement.consent where member_id = :member order by said_on desc, entry desc limit :most").param("member", member).param("most", MOST)
                .query((row, number) -> new Consent(Purpose.valueOf(row.getString("purpose")), Answer.valueOf(row.getString("answer")), row.getObject("said_on", LocalDate.class), new WorkerId(row.getObject("asked_by", UUID.class)))).list();
    }

    /** The members of whom something has to be asked again, or was never asked. */
    @Transactional(readOnly = true)
    public List<UUID> toAsk(UUID group, Actor.Worker me) {
        groups.mustRun(group, me);
        return sql.sql("""
                select m.id from involvement.member m cross join unnest(array['GROUP', 'QUOTED', 'PHOTOGRAPHED', 'PAID']) p
                 where m.group_id = :group and m.state = 'MEMBER' and not exists (select from involvement.consent c where c.member_id = m.id and c.purpose = p and c.said_on > :yearAgo) group by m.id
                """).param("group", group).param("yearAgo", today().minusYears(1)).query(UUID.class).list();
    }

    /** They go. @param atOnce whether their details go today; else six months later. What was said in the group stays, as nobody's. */
    public void leave(UUID id, LocalDate on, boolean atOnce, Actor.Worker me) {
        GroupMember member = mustBeKnown(id, me);
        mustNotBeToCome(on);
        LocalDate forget = atOnce ? today() : on.plus(FORGOTTEN_AFTER);
        sql.sql("update involvement.member set state = 'LEFT', left_on = :on, forget_on = :forget where id = :id").param("on", member.leftOn() == null ? on : member.leftOn()).param("forget", forget).param("id", id).update();
        if (atOnce || !forget.isAfter(today())) forget(id);
        else jobs.ask(FORGET, me.organisation(), id, forget.atStartOfDay(Times.LONDON).toInstant());
        audit.changed("steering group member", id, atOnce ? "left, details erased" : "left");
    }

    /** They said yes again, or never meant to go; as long as they are not forgotten. */
    public void comeBack(UUID id, Actor.Worker me) {
        GroupMember member = mustBeKnown(id, me);
        if (member.state() != MemberState.LEFT) throw new RuleBroken("involvement.in", "They are in the group.");
        sql.sql("update involvement.member set state = 'MEMBER', left_on = null, forget_on = null where id = :id").param("id", id).update();
        // Safety: nobody is kept on a yes that they took back; whoever presses says that they said yes again.
        write(UUID.randomUUID(), member, Purpose.GROUP, Answer.GIVEN, today(), me);
        audit.changed("steering group member", id, "came back");
    }

    /** As the job "involvement-forget" of the organisation. @return when to look again; empty when it is done, or they came back */
    Optional<Instant> forgetByClock(UUID id) {
        LocalDate on = sql.sql("select forget_on from involvement.member where id = :id and state in ('INVITED', 'LEFT') and forgotten_at is null").param("id", id).query(LocalDate.class).optional().orElse(null);
        if (on == null) return Optional.empty();
        if (on.isAfter(today())) return Optional.of(on.atStartOfDay(Times.LONDON).toInstant());
        forget(id);
        audit.changed("steering group member", id, "forgotten");
        return Optional.empty();
    }

    private void forget(UUID id) {
        // Safety: nothing by which they could be found or named is left; that somebody was in the group is counted on.
        sql.sql("update involvement.member set called = null, contact = null, forgotten_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
    }

    private GroupMember mustBeKnown(UUID id, Actor.Worker me) {
        GroupMember member = one(id, me);
        if (member.forgotten()) throw new RuleBroken("involvement.forgotten", "Their details are erased, so nothing can be changed any more.");
        return member;
    }

    private void mustNotBeToCome(LocalDate day) {
        if (day.isAfter(today())) throw new RuleBroken("involvement.to-come", "Enter today or a day before.");
    }

    LocalDate today() {
        return Times.day(clock.instant());
    }

    private GroupMember member(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new GroupMember(id, row.getObject("group_id", UUID.class), seal.openWords(row.getBytes("called"), CALLED, id), seal.openWords(row.getBytes("contact"), CONTACT, id), row.getObject("invited_on", LocalDate.class),
                InvitedWay.valueOf(row.getString("invited_way")), MemberState.valueOf(row.getString("state")), row.getObject("answered_on", LocalDate.class), row.getObject("left_on", LocalDate.class), row.getObject("forget_on", LocalDate.class), row.getObject("forgotten_at") != null);
    }
}
