package org.alongside.matching;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What safeguarding leads decide about the matches that the intake check found. */
@Service
@Transactional
public class Matches {
    private final JdbcClient sql;
    private final Seal seal;
    private final AuditTrail trail;
    private final Clock clock;

    Matches(JdbcClient sql, Seal seal, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who must not open the new record, and who must not open the known one. */
    public record Apart(Set<WorkerId> fromNew, Set<WorkerId> fromKnown) {
        public static final Apart NOBODY = new Apart(Set.of(), Set.of());

        boolean isEmpty() {
            return fromNew.isEmpty() && fromKnown.isEmpty();
        }
    }

    /** Decides. RuleBroken when it was decided already, or when a conflict keeps nobody apart; NotFound for anyone but a lead. */
    public void decide(UUID match, MatchDecision decision, Apart apart, String note, Actor.Worker me) {
        me.mustBe(Role.SAFEGUARDING_LEAD, Role.MANAGER);
        record Row(String newKind, UUID newRecordId, String knownKind, UUID knownRecordId, boolean holds, boolean decided) {}
        Row row = sql.sql("select new_kind, new_record_id, known_kind, known_record_id, holds, decision is not null as decided from matching.hit where id = :id for update")
                .param("id", match).query(Row.class).optional().orElseThrow(() -> new NotFound("match", match));
        if (row.decided) throw new RuleBroken("matching.already-decided", "Somebody else has decided this match meanwhile");
        if (decision == MatchDecision.CONFLICT && apart.isEmpty() && !row.holds) throw new RuleBroken("matching.nobody-apart", "Choose who must not open which record");
        // Safety: nobody works with somebody they know, or with themself, whoever finds that harmless; and whoever lets one go says why.
        if (row.holds && decision == MatchDecision.SAME_PERSON) throw new RuleBroken("matching.stays-apart", "A worker who knows this person stays apart from them");
        if (row.holds && decision == MatchDecision.DIFFERENT_PEOPLE && note.isBlank()) throw new RuleBroken("matching.why", "Say how you know that it is somebody else");
        sql.sql("update matching.hit set decision = :decision, note = :note, decided_by = :by, decided_at = :at, version = version + 1 where id = :id")
                .param("decision", decision.name()).param("note", note.isBlank() ? null : seal.close(note.strip(), "matching.hit.note", match))
                .param("by", me.worker().id()).param("at", Times.at(clock.instant())).param("id", match).update();
        if (decision == MatchDecision.CONFLICT) {
            apart.fromNew().forEach(worker -> keepApart(match, row.newKind, row.newRecordId, worker, me));
            apart.fromKnown().forEach(worker -> keepApart(match, row.knownKind, row.knownRecordId, worker, me));
        }
        if (row.holds && decision == MatchDecision.DIFFERENT_PEOPLE) {
            sql.sql("select matching.let_go(:organisation, :match, :at)").param("organisation", me.organisation().id()).param("match", match).param("at", Times.at(clock.instant())).query().singleRow();
        }
        trail.changed("match", match, "decided: " + decision);
    }

    private void keepApart(UUID match, String kind, UUID record, WorkerId worker, Actor.Worker me) {
        if (kind.equals("WORKER")) return;
        sql.sql("""
                insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_by, decided_at)
                select :organisation, :kind, :record, :worker, :match, :by, :at
                 where not exists (select from matching.apart where organisation_id = :organisation and kind = :kind and record_id = :record and worker_id = :worker and hit_id = :match)
                """).param("organisation", me.organisation().id()).param("kind", kind).param("record", record).param("worker", worker.id())
                .param("match", match).param("by", me.worker().id()).param("at", Times.at(clock.instant())).update();
        trail.changed(kind.toLowerCase(Locale.ROOT), record, "kept apart from a worker");
    }
}
