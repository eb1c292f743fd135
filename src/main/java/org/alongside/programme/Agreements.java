package org.alongside.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
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
import org.alongside.programme.Agreement.Followed;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a participant agrees to, with the limits of what stays between them and us. Signed anew for each way through the programme. */
@Service
@Transactional
public class Agreements {
    private static final String WORDS = "programme.agreement.words";
    private final Partners partners;
    private final Cases cases;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Agreements(Partners partners, Cases cases, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.partners = partners;
        this.cases = cases;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first @param limits whether each limit of what stays between them and us was explained */
    public record Signed(UUID id, LocalDate on, Followed followed, boolean limits, String words) {}

    public void sign(Enrolment enrolment, Signed signed, Actor.Worker me) {
        partners.own(enrolment.caseId(), me);
        if (signed.on().isAfter(Times.day(clock.instant()))) throw new RuleBroken("programme.signed-on", "Enter the day on which they signed: today, or before.");
        // Safety: nobody signs that we keep to ourselves what we will pass on.
        if (!signed.limits()) throw new RuleBroken("programme.limits", "Explain first what does not stay between them and you.");
        int added = sql.sql("""
                insert into programme.agreement (id, case_id, enrolment_id, version, signed_on, followed, words, explained_by, written_at) values (:id, :case, :enrolment, :version, :on, :followed, :words, :me, :now) on conflict (id) do nothing
                """).param("id", signed.id()).param("case", enrolment.caseId().id()).param("enrolment", enrolment.id()).param("version", Agreement.VERSION).param("on", signed.on()).param("followed", signed.followed().name())
                .param("words", seal.closeWords(signed.words(), WORDS, signed.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added == 0) return;
        cases.tell(enrolment.caseId(), new TimelineEntry(MomentKind.PROGRAMME, clock.instant(), me.worker(), "Agreement signed", path(enrolment.caseId())));
        audit.changed("case", enrolment.caseId().id(), "agreement signed");
    }

    /** The newest of this way through the programme. */
    @Transactional(readOnly = true)
    public Optional<Agreement> of(UUID enrolment) {
        return sql.sql("select * from programme.agreement where enrolment_id = :id order by written_at desc, id limit 1").param("id", enrolment).query(this::agreement).optional();
    }

    private Agreement agreement(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Agreement(id, row.getString("version"), row.getObject("signed_on", LocalDate.class), Followed.valueOf(row.getString("followed")), seal.openWords(row.getBytes("words"), WORDS, id), new WorkerId(row.getObject("explained_by", UUID.class)),
                Times.instant(row, "written_at"));
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from programme.agreement where case_id = :case").param("case", erased.id().id()).update();
    }

    public static String path(CaseId id) {
        return Enrolments.path(id) + "/agreement";
    }
}
