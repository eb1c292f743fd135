package org.alongside.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.retention.Ages;
import org.alongside.retention.KeptKind;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notes of supervision: read by the two who met, and by nobody else. */
@Service
@Transactional
public class Meetings implements Ages {
    public static final Role[] ROLES = {Role.MANAGER, Role.SAFEGUARDING_LEAD};
    private static final String NOTES = "supervision.meeting.notes", AGREED = "supervision.meeting.agreed", ANSWER = "supervision.meeting.answer";
    private static final int MOST = 200;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Meetings(Organisations organisations, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.organisations = organisations;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Whom this worker may supervise: everybody else of their side who works with people. */
    public List<Colleague> team(Actor.Worker me) {
        return organisations.colleagues().stream().filter(one -> one.side() == me.side() && !one.id().equals(me.worker()) && (CaseRoles.mayHoldCases(one.roles()) || one.is(Role.HELPLINE) || one.is(Role.VOLUNTEER))).toList();
    }

    /** @param id made with the form, so that a second press finds the first */
    public void begin(UUID id, WorkerId worker, LocalDate on, Actor.Worker me) {
        me.mustBe(ROLES);
        if (team(me).stream().noneMatch(one -> one.id().equals(worker))) throw new RuleBroken("supervision.worker", "Choose somebody of your side.");
        if (on.isAfter(Times.day(clock.instant()))) throw new RuleBroken("supervision.to-come", "Begin the notes when you have met.");
        sql.sql("insert into supervision.meeting (id, worker_id, supervisor_id, held_on, begun_at) values (:id, :worker, :me, :on, :now) on conflict (id) do nothing").param("id", id).param("worker", worker.id()).param("me", me.worker().id())
                .param("on", on).param("now", Times.at(clock.instant())).update();
        one(id);
        audit.changed("supervision", id, "begun");
    }

    /** @return the new revision. RuleBroken when it was shared, or saved by another page after {@code revision}. */
    public int save(UUID id, int revision, Meeting.Words words, Actor.Worker me) {
        Meeting meeting = one(id);
        // Safety: the worker who was supervised adds an answer; the notes are their writer's.
        if (!meeting.isHeldBy(me)) throw new NotFound("supervision", id);
        if (!meeting.isDraft()) throw new RuleBroken("supervision.shared", "These notes are shared, so they stand as they are.");
        if (words.nextOn() != null && words.nextOn().isBefore(meeting.heldOn())) throw new RuleBroken("supervision.next", "Enter a day after this one.");
        int saved = sql.sql("update supervision.meeting set notes = :notes, agreed = :agreed, next_on = :next, revision = revision + 1 where id = :id and revision = :revision and shared_at is null")
                .param("notes", seal.closeWords(words.notes(), NOTES, id)).param("agreed", seal.closeWords(words.agreed(), AGREED, id)).param("next", words.nextOn()).param("id", id).param("revision", revision).update();
        if (saved == 0) throw Cases.changedMeanwhile();
        return revision + 1;
    }

    /** The worker reads it from now on, and it stands as it is. */
    public void share(UUID id, int revision, Meeting.Words words, Actor.Worker me) {
        save(id, revision, words, me);
        if (words.notes().isBlank() && words.agreed().isBlank()) throw new RuleBroken("supervision.empty", "Nothing is written yet.");
        sql.sql("update supervision.meeting set shared_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("supervision", id, "shared");
    }

    /** The worker has read it, and says something to it or nothing. */
    public void answer(UUID id, String words, Actor.Worker me) {
        Meeting meeting = one(id);
        if (!meeting.worker().equals(me.worker())) throw new NotFound("supervision", id);
        if (meeting.readAt() != null) throw new RuleBroken("supervision.read", "You have answered already.");
        sql.sql("update supervision.meeting set answer = :answer, read_at = :now where id = :id and read_at is null").param("answer", seal.closeWords(words, ANSWER, id)).param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("supervision", id, "read");
    }

    /** One's own, as worker or as supervisor, the newest first. */
    @Transactional(readOnly = true)
    public List<Meeting> own(Actor.Worker me) {
        return sql.sql("select * from supervision.meeting where organisation_id = access.organisation() and side = access.side() and (supervisor_id = :me or worker_id = :me) order by held_on desc, begun_at desc limit :most")
                .param("me", me.worker().id()).param("most", MOST).query(this::meeting).list();
    }

    /** NotFound for anyone but the two, and for the worker while it is being written. */
    @Transactional(readOnly = true)
    public Meeting one(UUID id) {
        return sql.sql("select * from supervision.meeting where id = :id").param("id", id).query(this::meeting).optional().orElseThrow(() -> new NotFound("supervision", id));
    }

    private Meeting meeting(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Meeting(id, new WorkerId(row.getObject("worker_id", UUID.class)), new WorkerId(row.getObject("supervisor_id", UUID.class)), row.getObject("held_on", LocalDate.class),
                new Meeting.Words(seal.openWords(row.getBytes("notes"), NOTES, id), seal.openWords(row.getBytes("agreed"), AGREED, id), row.getObject("next_on", LocalDate.class)), row.getInt("revision"), Times.instantOrNull(row, "shared_at"),
                seal.openWords(row.getBytes("answer"), ANSWER, id), Times.instantOrNull(row, "read_at"));
    }

    @Override
    public KeptKind kind() {
        return KeptKind.SUPERVISION;
    }

    @Override
    public int eraseBefore(Instant moment) {
        return sql.sql("delete from supervision.meeting where held_on < :day").param("day", Times.day(moment)).update();
    }
}
