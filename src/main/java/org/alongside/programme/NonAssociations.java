package org.alongside.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Participants who must not be in one group: they were charged together, are family, or one is with the other's former partner. */
@Service
@Transactional
public class NonAssociations {
    private static final String WORDS = "programme.apart.words", ENDED = "programme.apart.ended_words";
    private static final String STEPPED_OUT = "Must not be in one group with somebody who is in it";
    private final Cases cases;
    private final Partners partners;
    private final Enrolments enrolments;
    private final Fits fits;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    NonAssociations(Cases cases, Partners partners, Enrolments enrolments, Fits fits, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.partners = partners;
        this.enrolments = enrolments;
        this.fits = fits;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Where both have a place in one group already: who stops coming for now. */
    public enum Stops implements Worded {
        THIS("This participant"),
        OTHER("The other one"),
        NEITHER("Neither: a manager or a lead says why they stay together for now");

        private final String words;

        Stops(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** @param id made with the form, so that a second press finds the first @param other what the number stands for that was typed @param stops null where nothing was chosen @param why they stay in one group for now, where they do */
    public record Written(UUID id, CaseId other, String words, @Nullable Stops stops, String why) {}

    /** From now on they must not be in one group. What is known of a danger is never refused: whoever has to stop coming does so in the same transaction. */
    public void write(CaseId caseId, Written written, Actor.Worker me) {
        partners.own(caseId, me);
        partners.own(written.other(), me);
        if (caseId.equals(written.other())) throw new RuleBroken("programme.apart-self", "This is the number of the same case.");
        // The database orders the two, and lets nobody change the places of either until this is done.
        int made = sql.sql("""
                insert into programme.apart (id, one_case, other_case, words, said_by, said_at) values (:id, least(:one::uuid, :other::uuid), greatest(:one::uuid, :other::uuid), :words, :me, :now) on conflict do nothing
                """).param("id", written.id()).param("one", caseId.id()).param("other", written.other().id()).param("words", seal.closeWords(written.words(), WORDS, written.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (made == 0) {
            if (sql.sql("select exists (select from programme.apart where id = :id)").param("id", written.id()).query(Boolean.class).single()) return;
            throw new RuleBroken("programme.apart-known", "It is written down already.");
        }
        fits.dropGuests(caseId, written.other());
        List<UUID> both = sql.sql("select e.cohort_id from programme.enrolment e join programme.enrolment o on o.cohort_id = e.cohort_id where e.case_id = :one and o.case_id = :other and programme.live(e.status) and programme.live(o.status)")
                .param("one", caseId.id()).param("other", written.other().id()).query(UUID.class).list();
        for (UUID cohort : both) settle(caseId, cohort, written, me);
        for (CaseId one : List.of(caseId, written.other())) {
            cases.tell(one, new TimelineEntry(MomentKind.PROGRAMME, clock.instant(), me.worker(), "Must not be in one group with another participant", path(one)));
            audit.changed("case", one.id(), "kept apart in groups");
        }
    }

    private void settle(CaseId caseId, UUID cohort, Written written, Actor.Worker me) {
        if (written.stops() == null) throw new RuleBroken("programme.apart-both", "Both have a place in one group now. Say who stops coming for now.");
        if (written.stops() != Stops.NEITHER) {
            enrolments.stepOut(written.stops() == Stops.THIS ? caseId : written.other(), STEPPED_OUT, me);
            return;
        }
        if (!Fits.isLead(me)) throw new RuleBroken("programme.fit-lead", "Only a manager or a safeguarding lead can say that they stay together. Choose who stops coming for now.");
        if (written.why().isBlank()) throw new RuleBroken("programme.apart-why", "Say why they stay together for now.");
        sql.sql("insert into programme.together (apart_id, cohort_id, said_by, said_at) values (:id, :cohort, :me, :now)").param("id", written.id()).param("cohort", cohort).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        enrolments.current(caseId).ifPresent(one -> fits.setAside(one.id(), cohort, Rule.APART, written.why(), me));
    }

    /** They may be in one group again. */
    public void end(CaseId caseId, UUID id, String words, Actor.Worker me) {
        partners.own(caseId, me);
        me.mustBe(Role.MANAGER, Role.SAFEGUARDING_LEAD);
        Apart apart = of(caseId).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("apart", id));
        // Safety: whoever may not open the other case decides nothing about it.
        partners.own(apart.other(), me);
        sql.sql("update programme.apart set ended_at = :now, ended_by = :me, ended_words = :words where id = :id and ended_at is null").param("now", Times.at(clock.instant())).param("me", me.worker().id()).param("words", seal.closeWords(words, ENDED, id)).param("id", id).update();
        for (CaseId one : List.of(caseId, apart.other())) audit.changed("case", one.id(), "kept apart no longer");
    }

    /** Somebody whom a participant must not be in one group with. */
    public record Apart(UUID id, CaseId other, String words, WorkerId by, Instant at, @Nullable Instant endedAt, String endedWords) {}

    /** Those that hold first, then the ended ones. Ask for the other's case before showing them. */
    @Transactional(readOnly = true)
    public List<Apart> of(CaseId caseId) {
        return sql.sql("select a.*, case when a.one_case = :case then a.other_case else a.one_case end as other from programme.apart a where :case in (a.one_case, a.other_case) order by a.ended_at is not null, a.said_at desc, a.id").param("case", caseId.id())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Apart(id, new CaseId(row.getObject("other", UUID.class)), seal.openWords(row.getBytes("words"), WORDS, id), new WorkerId(row.getObject("said_by", UUID.class)), Times.instant(row, "said_at"),
                            Times.instantOrNull(row, "ended_at"), seal.openWords(row.getBytes("ended_words"), ENDED, id));
                }).list();
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/apart";
    }
}
