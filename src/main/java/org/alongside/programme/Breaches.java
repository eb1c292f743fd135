package org.alongside.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.crossing.Crossing;
import org.alongside.programme.Breach.Follows;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each time the agreement was not kept, and what followed. */
@Service
@Transactional
public class Breaches {
    private static final String WORDS = "programme.breach.words";
    private static final int MOST = 100;
    private final Enrolments enrolments;
    private final Partners partners;
    private final Cases cases;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Breaches(Enrolments enrolments, Partners partners, Cases cases, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.enrolments = enrolments;
        this.partners = partners;
        this.cases = cases;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first @param danger for partner support, in words; empty when nobody is less safe */
    public record NewBreach(UUID id, LocalDate on, Breach.Kind kind, Follows follows, String words, String danger) {}

    /** Writes it down. What follows happens, and partner support is told, in the same transaction. */
    public void write(CaseId caseId, NewBreach breach, Actor.Worker me) {
        partners.own(caseId, me);
        if (breach.on().isAfter(Times.day(clock.instant()))) throw new RuleBroken("programme.breach-on", "Enter the day it happened: today, or before.");
        // Safety: harm is not only a matter of the agreement. Those beside the partner hear of it now, or there is no partner to tell.
        if (breach.kind().endangers() && breach.danger().isBlank() && partners.any(caseId)) throw new RuleBroken("programme.danger-words", "Somebody is less safe by this. Write what partner support has to know.");
        int added = sql.sql("""
                insert into programme.breach (id, case_id, happened_on, kind, follows, words, told, written_by, written_at) values (:id, :case, :on, :kind, :follows, :words, :told, :me, :now) on conflict (id) do nothing
                """).param("id", breach.id()).param("case", caseId.id()).param("on", breach.on()).param("kind", breach.kind().name()).param("follows", breach.follows().name()).param("words", seal.close(breach.words(), WORDS, breach.id()))
                .param("told", !breach.danger().isBlank()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added == 0) return;
        if (!breach.danger().isBlank()) partners.danger(caseId, Crossing.Direction.UP, breach.danger(), me);
        if (breach.follows() == Follows.SUSPENDED) enrolments.suspend(caseId, breach.words(), me);
        if (breach.follows() == Follows.ENDED) enrolments.leave(caseId, breach.words(), me);
        cases.tell(caseId, new TimelineEntry(MomentKind.PROGRAMME, clock.instant(), me.worker(), "Agreement not kept: " + breach.kind().words(), path(caseId)));
        audit.changed("case", caseId.id(), "breach written");
    }

    /** The newest first. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Breach> of(CaseId caseId) {
        return sql.sql("select * from programme.breach where case_id = :case order by happened_on desc, written_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(this::breach).list();
    }

    private Breach breach(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Breach(id, row.getObject("happened_on", LocalDate.class), Breach.Kind.valueOf(row.getString("kind")), Follows.valueOf(row.getString("follows")), seal.openWords(row.getBytes("words"), WORDS, id), row.getBoolean("told"),
                new WorkerId(row.getObject("written_by", UUID.class)), Times.instant(row, "written_at"));
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from programme.breach where case_id = :case").param("case", erased.id().id()).update();
    }

    public static String path(CaseId id) {
        return Enrolments.path(id) + "/breaches";
    }
}
