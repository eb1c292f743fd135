package org.alongside.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.referral.ReferralId;
import org.alongside.shared.Times;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases of the worker's own organisation and side. Any other case is not found. */
@Service
@Transactional
public class Cases {
    private final ClientCaseRepository cases;
    private final People people;
    private final Apart apart;
    private final Moments moments;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(ClientCaseRepository cases, People people, Apart apart, Moments moments, AuditTrail audit, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.apart = apart;
        this.moments = moments;
        this.audit = audit;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a case for this person while we screen, or finds the one this referral already has. The case is on the worker's side. */
    public CaseId open(PersonId person, @Nullable ReferralId referral, Actor.Worker me) {
        Optional<ClientCase> already = referral == null ? Optional.empty() : cases.findByReferral(referral.id());
        if (already.isPresent()) return already.get().id();
        return open(new CaseId(UUID.randomUUID()), person, referral, me);
    }

    CaseId open(CaseId id, PersonId person, @Nullable ReferralId referral, Actor.Worker me) {
        Side side = Optional.ofNullable(me.side()).orElseThrow(NotFound::new);
        String name = people.find(person).orElseThrow(() -> new NotFound("person", person.id())).displayName();
        // Safety: who stands on the other side has no open case on this one.
        if (people.isMoved(person)) throw new RuleBroken("casework.moved", "Who harms whom was corrected. Ask a safeguarding lead before anything begins for them here.");
        Instant now = clock.instant();
        cases.save(ClientCase.screening(id, me.organisation(), side, person, name, referral, CaseReference.draw(), now));
        moments.now(id, MomentKind.CASE, me, "Screening started", null, null);
        events.publishEvent(new CaseEvent.Opened(id, me.organisation(), side, now));
        return id;
    }

    /** Screening ended well: from now on this is a case of ours. */
    public void accept(CaseId id, Actor.Worker me) {
        ClientCase accepted = find(id);
        CaseEvent.Accepted event = accepted.accept(clock.instant());
        cases.save(accepted);
        moments.now(id, MomentKind.CASE, me, "Referral accepted, case opened", null, null);
        events.publishEvent(event);
    }

    /** Puts a line on the case's timeline, closed cases included: what is true is told. */
    public void tell(CaseId id, TimelineEntry entry) {
        find(id);
        moments.add(UUID.randomUUID(), id, entry.kind(), entry.at(), entry.by(), entry.headline(), null, entry.path());
        LocalDate reviewOn = entry.reviewOn();
        if (reviewOn != null) reviewBy(id, entry.kind(), reviewOn);
    }

    /** When something about the case is to be looked at again; null when there is no such day any more. */
    public void lookAgainOn(CaseId id, MomentKind kind, @Nullable LocalDate on) {
        find(id);
        if (on != null) reviewBy(id, kind, on);
        else sql.sql("delete from casework.review where case_id = :case and kind = :kind").param("case", id.id()).param("kind", kind.name()).update();
    }

    /** What stands about the case in a word, as the room that knows it says. The room has said before when it is looked at again. @param colour of a tag */
    public void stands(CaseId id, MomentKind kind, String word, String colour) {
        find(id);
        sql.sql("update casework.review set standing = :word, standing_colour = :colour where case_id = :case and kind = :kind").param("case", id.id()).param("kind", kind.name()).param("word", word).param("colour", colour).update();
    }

    /** The level of danger that stands, in a word; empty while nobody judged it. Look at the case first. */
    String danger(CaseId id) {
        return sql.sql("select standing from casework.review where case_id = :case and kind = 'ASSESSMENT' and standing is not null").param("case", id.id()).query(String.class).optional().orElse("");
    }

    @Transactional(readOnly = true)
    public CaseFacts facts(CaseId id) {
        return find(id).facts();
    }

    /** What may be known of those of these cases that are there for whoever is asking; the rest is left out, so that a list shows without them. */
    @Transactional(readOnly = true)
    public Map<CaseId, CaseFacts> facts(Collection<CaseId> ids) {
        // Safety: a case that a lead keeps this worker apart from is missing here as it is everywhere.
        Set<UUID> kept = apart.kept(ids.stream().map(CaseId::id).toList());
        return cases.findAllById(ids.stream().filter(id -> !kept.contains(id.id())).toList()).stream().map(ClientCase::facts).collect(Collectors.toMap(CaseFacts::id, Function.identity()));
    }

    /** Open cases whose day to look again at this is before {@code day}, the longest overdue first. Ask for their facts before showing them. */
    @Transactional(readOnly = true)
    public List<CaseId> toReview(MomentKind kind, LocalDate day, int limit) {
        return sql.sql("""
                select c.id from casework.review r join casework.client_case c on c.id = r.case_id
                 where r.kind = :kind and r.review_on < :day and c.status <> 'CLOSED' order by r.review_on, c.id limit :limit
                """).param("kind", kind.name()).param("day", day).param("limit", limit).query(UUID.class).list().stream().map(CaseId::new).toList();
    }

    /** A day on which something about a case is to be looked at. */
    public record Due(CaseId id, LocalDate on) {}

    /** Cases of whoever's side asks where this is to be looked at by {@code day}, the longest waiting first; closed ones too, where they ended well enough to be in touch again. Ask for their names before showing them. */
    @Transactional(readOnly = true)
    public List<Due> due(MomentKind kind, LocalDate day, int limit) {
        // Safety: whoever died, chose to stop, could not be reached safely or stands on the other side now is on no list of people to be in touch with.
        return sql.sql("""
                select c.id, r.review_on from casework.review r join casework.client_case c on c.id = r.case_id
                 where r.kind = :kind and r.review_on <= :day
                   and (c.status <> 'CLOSED' or (select k.reason from casework.closure k where k.case_id = c.id order by k.closed_at desc limit 1) in ('FINISHED', 'MOVED_AWAY', 'OTHER_SERVICE'))
                 order by r.review_on, c.id limit :limit
                """).param("kind", kind.name()).param("day", day).param("limit", limit).query((row, number) -> new Due(new CaseId(row.getObject("id", UUID.class)), row.getObject("review_on", LocalDate.class))).list();
    }

    /** The case of this number, as it was typed or read out; closed ones too. Empty when there is none for whoever asks. */
    @Transactional(readOnly = true)
    public Optional<CaseId> numbered(String typed) {
        return CaseReference.read(typed).flatMap(reference -> sql.sql("select id from casework.client_case where organisation_id = access.organisation() and reference = :reference").param("reference", reference).query(UUID.class).optional())
                // Safety: a case that a lead keeps this worker apart from is not there by its number either.
                .filter(id -> !apart.isKept(id)).map(CaseId::new);
    }

    /** When the case was opened. */
    @Transactional(readOnly = true)
    public Instant openedAt(CaseId id) {
        find(id);
        return sql.sql("select opened_at from casework.client_case where id = :id").param("id", id.id()).query(OffsetDateTime.class).single().toInstant();
    }

    /** This case and every other one of the same client that is there for whoever asks, closed ones too. @param looked a case they looked at already */
    @Transactional(readOnly = true)
    public List<CaseId> ofTheSameClient(CaseFacts looked) {
        List<UUID> others = sql.sql("select id from casework.client_case where organisation_id = access.organisation() and person_id = :person and id <> :id").param("person", looked.person().id()).param("id", looked.id().id()).query(UUID.class).list();
        Set<UUID> kept = others.isEmpty() ? Set.of() : apart.kept(others);
        return Stream.concat(Stream.of(looked.id()), others.stream().filter(id -> !kept.contains(id)).map(CaseId::new)).toList();
    }

    /** The case of this referral, if screening has begun. */
    @Transactional(readOnly = true)
    public Optional<CaseId> of(ReferralId referral) {
        return cases.findByReferral(referral.id()).map(ClientCase::id);
    }

    /** Goes on only when this worker may see the case (NotFound otherwise) and it is not closed (RuleBroken otherwise). */
    @Transactional(readOnly = true)
    public CaseFacts mustBeOpenFor(CaseId id, Actor.Worker me) {
        ClientCase found = find(id);
        // Safety: the database has already decided; this holds where a policy was forgotten.
        if (found.side() != me.side()) throw new NotFound("case", id.id());
        found.mustNotBeClosed();
        return found.facts();
    }

    /** When something about the case is to be looked at again at the latest; an earlier day stays. */
    public void lookAgainBy(CaseId id, MomentKind kind, LocalDate on) {
        find(id);
        sql.sql("""
                insert into casework.review (case_id, kind, review_on) values (:case, :kind, :on)
                on conflict (case_id, kind) do update set review_on = least(casework.review.review_on, excluded.review_on)
                """).param("case", id.id()).param("kind", kind.name()).param("on", on).update();
    }

    /** @param danger the level that stands, in a word; empty while nobody judged it */
    record Standing(CaseFacts facts, String danger) {}

    /** What may be known of a case, with what stands about it, in one query. NotFound when there is no such case for whoever asks. */
    @Transactional(readOnly = true)
    Standing standing(CaseId id) {
        return sql.sql("""
                select c.person_id, c.side, c.status, c.reference, c.worker_id, c.referral_id, coalesce((select r.standing from casework.review r where r.case_id = c.id and r.kind = 'ASSESSMENT'), '') as danger
                  from casework.client_case c where c.id = :id
                """).param("id", id.id()).query((row, number) -> new Standing(facts(id, row), row.getString("danger"))).optional().filter(found -> !apart.isKept(id.id())).orElseThrow(() -> new NotFound("case", id.id()));
    }

    /** One line of the timeline, without what was written under it. */
    public record Line(MomentKind kind, Instant at, WorkerId by, String headline) {}

    /** @param lines the newest first */
    public record Lately(CaseFacts facts, List<Line> lines) {}

    /** What may be known of a case and the last lines of its timeline, in one query. NotFound when there is no such case for whoever asks. Not audited: the page is. */
    @Transactional(readOnly = true)
    public Lately lately(CaseId id, int few) {
        List<Line> lines = new ArrayList<>();
        return sql.sql("""
                select c.person_id, c.side, c.status, c.reference, c.worker_id, c.referral_id, m.kind, m.happened_at, m.worker_id as by_id, m.headline
                  from casework.client_case c
                  left join lateral (select * from casework.moment t where t.case_id = c.id order by t.happened_at desc, t.id desc limit :few) m on true
                 where c.id = :id order by m.happened_at desc, m.id desc
                """).param("id", id.id()).param("few", few).query((row, number) -> {
            if (row.getString("kind") != null) lines.add(new Line(MomentKind.valueOf(row.getString("kind")), Times.instant(row, "happened_at"), new WorkerId(row.getObject("by_id", UUID.class)), row.getString("headline")));
            return facts(id, row);
        }).list().stream().findFirst().filter(found -> !apart.isKept(id.id())).map(facts -> new Lately(facts, List.copyOf(lines))).orElseThrow(() -> new NotFound("case", id.id()));
    }

    private static CaseFacts facts(CaseId id, ResultSet row) throws SQLException {
        UUID worker = row.getObject("worker_id", UUID.class), referral = row.getObject("referral_id", UUID.class);
        return new CaseFacts(id, new PersonId(row.getObject("person_id", UUID.class)), Side.valueOf(row.getString("side")), CaseStatus.valueOf(row.getString("status")), row.getString("reference"),
                worker == null ? null : new WorkerId(worker), referral == null ? null : new ReferralId(referral));
    }

    ClientCase find(CaseId id) {
        // Safety: whoever is kept apart from a case finds nothing there, and cannot tell why: the database has not shown it, so nothing more is asked than of a case that never was.
        return cases.findById(id).filter(found -> !apart.isKept(id.id())).orElseThrow(() -> new NotFound("case", id.id()));
    }

    void save(ClientCase changed, String verb) {
        cases.save(changed);
        audit.changed("case", changed.id().id(), verb);
    }

    /** For rooms below, too: a form that somebody else was faster with. */
    public static RuleBroken changedMeanwhile() {
        return new RuleBroken("casework.changed-meanwhile", "Somebody changed this while you were writing. What you wrote is still here: look at what changed, then save again.");
    }

    private void reviewBy(CaseId id, MomentKind kind, LocalDate on) {
        sql.sql("""
                insert into casework.review (case_id, kind, review_on) values (:case, :kind, :on)
                on conflict (case_id, kind) do update set review_on = excluded.review_on
                """).param("case", id.id()).param("kind", kind.name()).param("on", on).update();
    }
}
