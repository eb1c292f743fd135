package org.alongside.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.instruments.Signal;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a programme suits somebody: decided by a worker after a talk, never by the answers. */
@Service
@Transactional
public class Suitabilities {
    private static final String WHY = "programme.suitability.why";
    private final Sheets sheets;
    private final Partners partners;
    private final Cases cases;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Suitabilities(Sheets sheets, Partners partners, Cases cases, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.sheets = sheets;
        this.partners = partners;
        this.cases = cases;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Decides after a finished talk; once for each. */
    public void decide(CaseId caseId, UUID sheetId, Decision decision, String why, Actor.Worker me) {
        partners.own(caseId, me);
        Sheet sheet = sheets.one(caseId, sheetId);
        if (!sheet.key().equals(Sheets.SUITABILITY)) throw new NotFound("sheet", sheetId);
        if (sheet.isDraft()) throw new RuleBroken("programme.sheet-open", "Finish the talk first.");
        if (why.isBlank()) throw new RuleBroken("programme.why", "Say why.");
        boolean urgent = sheet.answers().sheet().signals().stream().anyMatch(signal -> signal.severity() == Signal.Severity.URGENT);
        int added = sql.sql("""
                insert into programme.suitability (sheet_id, case_id, decision, why, asks_second, decided_by, decided_at) values (:sheet, :case, :decision, :why, :second, :me, :now) on conflict (sheet_id) do nothing
                """).param("sheet", sheetId).param("case", caseId.id()).param("decision", decision.name()).param("why", seal.close(why, WHY, sheetId)).param("second", urgent).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added == 0) throw new RuleBroken("programme.decided", "This was decided already. Where something changed, ask again.");
        cases.tell(caseId, new TimelineEntry(MomentKind.PROGRAMME, clock.instant(), me.worker(), "Suitability: " + decision.words().toLowerCase(Locale.UK), Sheets.path(caseId) + "/" + sheetId));
        audit.changed("sheet", sheetId, "suitability decided");
    }

    /** A manager or lead who did not decide agrees, although an answer was urgent. */
    public void agree(CaseId caseId, UUID sheetId, Actor.Worker me) {
        partners.own(caseId, me);
        me.mustBe(Role.MANAGER, Role.SAFEGUARDING_LEAD);
        Suitability decided = of(caseId).stream().filter(one -> one.sheet().equals(sheetId)).findFirst().orElseThrow(() -> new NotFound("sheet", sheetId));
        if (decided.by().equals(me.worker())) throw new RuleBroken("programme.second", "You decided it yourself, so somebody else agrees.");
        sql.sql("update programme.suitability set agreed_by = :me, agreed_at = :now where sheet_id = :sheet and agreed_by is null").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("sheet", sheetId).update();
        audit.changed("sheet", sheetId, "suitability agreed");
    }

    /** The newest first. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Suitability> of(CaseId caseId) {
        return sql.sql("select * from programme.suitability where case_id = :case order by decided_at desc, sheet_id").param("case", caseId.id()).query(this::suitability).list();
    }

    /** What stands now. */
    @Transactional(readOnly = true)
    public Optional<Suitability> newest(CaseId caseId) {
        return of(caseId).stream().findFirst();
    }

    private Suitability suitability(ResultSet row, int number) throws SQLException {
        UUID sheet = row.getObject("sheet_id", UUID.class), agreed = row.getObject("agreed_by", UUID.class);
        return new Suitability(sheet, Decision.valueOf(row.getString("decision")), seal.openWords(row.getBytes("why"), WHY, sheet), row.getBoolean("asks_second"), new WorkerId(row.getObject("decided_by", UUID.class)), Times.instant(row, "decided_at"),
                agreed == null ? null : new WorkerId(agreed));
    }
}
