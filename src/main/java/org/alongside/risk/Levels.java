package org.alongside.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.incidents.JudgedHigh;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The level of danger that stands in a case. It goes up at once, by anyone who assesses; down it goes only with an assessment and a second person. */
@Service
@Transactional
public class Levels implements JudgedHigh {
    private static final String REASON = "risk.raised_level.reason";
    private final Cases cases;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Levels(Cases cases, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** What stands now: the newest finished assessment, or whatever was raised since. Empty when nobody has judged yet. */
    @Transactional(readOnly = true)
    public Optional<Standing> of(CaseId id) {
        return sql.sql("""
                select level, completed_at as at, completed_by as by, null::uuid as raised, null::bytea as reason from risk.assessment where case_id = :case and status = 'DONE'
                union all select to_level, raised_at, raised_by, id, reason from risk.raised_level where case_id = :case
                order by at desc limit 1
                """).param("case", id.id()).query(this::standing).optional();
    }

    private Standing standing(ResultSet row, int number) throws SQLException {
        UUID raised = row.getObject("raised", UUID.class);
        return new Standing(RiskLevel.valueOf(row.getString("level")), row.getObject("at", OffsetDateTime.class).toInstant(), new WorkerId(row.getObject("by", UUID.class)), raised != null,
                raised == null ? "" : seal.openWords(row.getBytes("reason"), REASON, raised));
    }

    /** The days on which somebody judged the danger high. */
    @Override
    @Transactional(readOnly = true)
    public List<LocalDate> of(Collection<CaseId> these) {
        return sql.sql("""
                select completed_at from risk.assessment where case_id = any (:cases) and status = 'DONE' and level = 'HIGH'
                union all select raised_at from risk.raised_level where case_id = any (:cases) and to_level = 'HIGH'
                """).param("cases", these.stream().map(CaseId::id).toArray(UUID[]::new)).query(OffsetDateTime.class).list().stream().map(at -> Times.day(at.toInstant())).toList();
    }

    /** Raises the level at once. @param id made with the form, so that a second press finds the first */
    public void raise(CaseId caseId, UUID id, RiskLevel to, String reason, Actor.Worker me) {
        RiskRoles.mustAssess(cases, caseId, me);
        if (reason.isBlank()) throw new RuleBroken("risk.no-reason", "Say why you see more danger.");
        @Nullable RiskLevel from = of(caseId).map(Standing::level).orElse(null);
        if (pressedBefore(caseId, id)) return;
        if (from != null && !from.isBelow(to) || to == RiskLevel.STANDARD) throw new RuleBroken("risk.not-up", "Here a level only goes up. To lower it, assess again.");
        Instant now = clock.instant();
        sql.sql("insert into risk.raised_level (id, case_id, from_level, to_level, reason, raised_by, raised_at) values (:id, :case, :from, :to, :reason, :me, :now)")
                .param("id", id).param("case", caseId.id()).param("from", from == null ? null : from.name()).param("to", to.name()).param("reason", seal.close(reason, REASON, id)).param("me", me.worker().id()).param("now", Times.at(now)).update();
        cases.tell(caseId, new TimelineEntry(MomentKind.ASSESSMENT, now, me.worker(), "Level of danger goes up to " + to.words().toLowerCase(Locale.UK), RiskAssessments.path(caseId)));
        cases.lookAgainBy(caseId, MomentKind.ASSESSMENT, to.suggestedReview(Times.day(now)));
        stands(caseId, to);
        audit.changed("case", caseId.id(), "level raised");
    }

    private boolean pressedBefore(CaseId caseId, UUID id) {
        return !sql.sql("select 1 from risk.raised_level where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(Integer.class).list().isEmpty();
    }

    /** Lets every page of the case say it. */
    void stands(CaseId id, RiskLevel level) {
        cases.stands(id, MomentKind.ASSESSMENT, level.words(), level.colour());
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from risk.raised_level where case_id = :case").param("case", erased.id().id()).update();
    }
}
