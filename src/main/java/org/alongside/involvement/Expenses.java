package org.alongside.involvement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members spent and are paid. One enters it, another approves it. */
@Service
@Transactional
public class Expenses {
    public static final int MOST_PENCE = 10_000_000;
    private static final int MOST = 500;
    private final Groups groups;
    private final GroupMembers members;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Expenses(Groups groups, GroupMembers members, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Those of one year, the latest first. */
    @Transactional(readOnly = true)
    public List<Claim> of(UUID group, int year, Actor.Worker me) {
        groups.mustRun(group, me);
        return sql.sql("select * from involvement.claim where group_id = :group and spent_on >= :from and spent_on < :until order by spent_on desc, entered_at desc, id limit :most").param("group", group).param("from", LocalDate.of(year, 1, 1)).param("until", LocalDate.of(year + 1, 1, 1))
                .param("most", MOST).query(Expenses::claim).list();
    }

    /** All of one member, the latest first. */
    @Transactional(readOnly = true)
    public List<Claim> of(UUID member, Actor.Worker me) {
        members.one(member, me);
        return sql.sql("select * from involvement.claim where member_id = :member order by spent_on desc, entered_at desc, id limit :most").param("member", member).param("most", MOST).query(Expenses::claim).list();
    }

    /** @param id made with the form, so that a second press finds the first @param pence from 1 */
    public void enter(UUID id, UUID member, ClaimKind kind, int pence, LocalDate on, boolean receipt, Actor.Worker me) {
        GroupMember one = members.one(member, me);
        if (one.state() != MemberState.MEMBER && one.state() != MemberState.LEFT) throw new RuleBroken("involvement.not-in", "They are not in the group.");
        if (on.isAfter(members.today())) throw new RuleBroken("involvement.to-come", "Enter today or a day before.");
        Map<Purpose, Consent> said = members.consents(member, me);
        // Being paid can cost somebody their benefits, or show on a bank statement: they decide.
        if (kind == ClaimKind.TIME && (said.get(Purpose.PAID) == null || said.get(Purpose.PAID).answer() != Answer.GIVEN)) throw new RuleBroken("involvement.not-paid", "They have not said yes to being paid. Ask them first.");
        int entered = sql.sql("insert into involvement.claim (id, group_id, member_id, kind, pence, spent_on, receipt, entered_by, entered_at) values (:id, :group, :member, :kind, :pence, :on, :receipt, :me, :now) on conflict (id) do nothing").param("id", id)
                .param("group", one.group()).param("member", member).param("kind", kind.name()).param("pence", pence).param("on", on).param("receipt", receipt).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (entered > 0) audit.changed("claim", id, "entered");
    }

    /** RuleBroken for whoever entered it. */
    public void decide(UUID id, boolean approve, Actor.Worker me) {
        Claim claim = one(id, me);
        if (!claim.isOpen()) throw new RuleBroken("involvement.decided", "Somebody has decided already.");
        // Safety: two people see to money; the database refuses it, too.
        if (claim.enteredBy().equals(me.worker())) throw new RuleBroken("involvement.entered", "You entered this. Somebody else who runs the group has to look at it; a manager can name one.");
        sql.sql("update involvement.claim set decision = :decision, decided_by = :me, decided_at = :now where id = :id and decision is null").param("decision", approve ? "APPROVED" : "REFUSED").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("claim", id, approve ? "approved" : "refused");
    }

    /** @param on when the money went; null takes it back */
    public void pay(UUID id, @Nullable LocalDate on, Actor.Worker me) {
        Claim claim = one(id, me);
        if (!Boolean.TRUE.equals(claim.approved())) throw new RuleBroken("involvement.not-approved", "It has to be approved first.");
        if (on != null && on.isAfter(members.today())) throw new RuleBroken("involvement.to-come", "Enter today or a day before.");
        if (on != null && on.isBefore(claim.on())) throw new RuleBroken("involvement.before", "Enter a day after the money was spent.");
        sql.sql("update involvement.claim set paid_on = :on where id = :id").param("on", on).param("id", id).update();
        audit.changed("claim", id, on == null ? "not paid after all" : "paid");
    }

    @Transactional(readOnly = true)
    public Claim one(UUID id, Actor.Worker me) {
        Groups.mustBeOfTheSide(me);
        return sql.sql("select * from involvement.claim where id = :id").param("id", id).query(Expenses::claim).optional().orElseThrow(() -> new NotFound("claim", id));
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        UUID by = row.getObject("decided_by", UUID.class);
        return new Claim(row.getObject("id", UUID.class), row.getObject("group_id", UUID.class), row.getObject("member_id", UUID.class), ClaimKind.valueOf(row.getString("kind")), row.getInt("pence"), row.getObject("spent_on", LocalDate.class), row.getBoolean("receipt"),
                new WorkerId(row.getObject("entered_by", UUID.class)), decision == null ? null : decision.equals("APPROVED"), by == null ? null : new WorkerId(by), row.getObject("paid_on", LocalDate.class));
    }
}
