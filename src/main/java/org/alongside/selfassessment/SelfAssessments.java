package org.alongside.selfassessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Statement;
import org.alongside.standards.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assessments of an organisation: begun, answered by several people at once, handed in. */
@Service
@Transactional
public class SelfAssessments {
    public static final Role[] WRITE = {Role.MANAGER, Role.ADMINISTRATOR, Role.SAFEGUARDING_LEAD, Role.PRIVACY_LEAD, Role.TRAINER, Role.SUPPORT_WORKER, Role.FACILITATOR};
    /** Who begins one, hands it in and answers for it. */
    public static final Role[] LEAD = {Role.MANAGER, Role.ADMINISTRATOR};
    public static final int LONGEST = 20_000, LONGEST_PART = 120;
    private final Standards standards;
    private final Organisations organisations;
    private final ObjectProvider<Bound> bound;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    SelfAssessments(Standards standards, Organisations organisations, ObjectProvider<Bound> bound, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.standards = standards;
        this.organisations = organisations;
        this.bound = bound;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Begins one, or finds it when the same was begun with a first press. What an earlier one said comes along, to be confirmed; an earlier one that is still open is put away.
     *
     * @param about which part of the organisation; empty for all of it
     */
    public SelfAssessmentId begin(UUID once, Standard standard, Edition edition, String about, @Nullable SelfAssessmentId from, Actor.Worker me) {
        me.mustBe(LEAD);
        SelfAssessment before = from == null ? null : own(from, me);
        if (before != null && (!before.standard().key().equals(standard.key()) || before.edition() != edition)) throw new RuleBroken("selfassessment.other", "Choose an earlier one by the same standard.");
        if (before != null && before.isOpen()) putAway(from, me);
        boolean twice = !sql.sql("select 1 from selfassessment.assessment where organisation_id = access.organisation() and standard_key = :key and edition = :edition and lower(about) = lower(:about) and submitted_at is null and put_away_at is null and id <> :id")
                .param("key", standard.key()).param("edition", edition.name()).param("about", about).param("id", once).query(Integer.class).list().isEmpty();
        if (twice) throw new RuleBroken("selfassessment.twice", "One of these is open already. Go on with that one.");
        int begun = sql.sql("""
                insert into selfassessment.assessment (id, organisation_name, standard_key, standard_version, edition, about, carried_from, begun_by, begun_at)
                values (:id, :name, :key, :version, :edition, :about, :from, :me, :now) on conflict (id) do nothing
                """).param("id", once).param("name", organisations.nameOf(me.organisation()).orElseThrow()).param("key", standard.key()).param("version", standard.version()).param("edition", edition.name()).param("about", about)
                .param("from", from == null ? null : from.id()).param("me", me.worker().id()).param("now", now()).update();
        SelfAssessmentId id = new SelfAssessmentId(once);
        if (begun == 0) return own(id, me).id();
        String[] statements = standard.statements(edition).stream().map(Statement::id).toArray(String[]::new);
        sql.sql("""
                insert into selfassessment.answer (assessment_id, statement_id, answer, why, to_confirm)
                select :id, s.statement, b.answer, coalesce(b.why, ''), b.answer is not null
                  from unnest(:statements) s (statement) left join selfassessment.answer b on b.assessment_id = :from and b.statement_id = s.statement
                """).param("id", once).param("statements", statements).param("from", from == null ? null : from.id()).update();
        if (from != null) sql.sql("""
                insert into selfassessment.shown (assessment_id, statement_id, evidence_id)
                select :id, s.statement_id, s.evidence_id from selfassessment.shown s join selfassessment.evidence e on e.id = s.evidence_id
                 where s.assessment_id = :from and s.statement_id = any (:statements) and e.taken_at is null
                """).param("id", once).param("from", from.id()).param("statements", statements).update();
        audit.changed("self-assessment", once, "begun");
        return id;
    }

    /** Answers one statement, and confirms what was carried forward. @return the new revision. RuleBroken when a colleague answered it after {@code revision}, or when it was handed in */
    public int answer(SelfAssessmentId id, String statement, int revision, @Nullable Answer answer, String why, Actor.Worker me) {
        mustBeOpen(own(id, me)).statement(statement);
        int answered = sql.sql("""
                update selfassessment.answer set answer = :answer, why = :why, to_confirm = false, revision = revision + 1, changed_by = :me, changed_at = :now
                 where assessment_id = :id and statement_id = :statement and revision = :revision
                """).param("answer", answer == null ? null : answer.name()).param("why", why).param("me", me.worker().id()).param("now", now()).param("id", id.id()).param("statement", statement).param("revision", revision).update();
        if (answered == 0) throw new RuleBroken("selfassessment.meanwhile", "A colleague answered this while you were writing. Theirs stands beside yours now: put together what should stay, then save.");
        return revision + 1;
    }

    /** Hands it in: from now on it stands as it is. RuleBroken with everything that is missing. */
    public void submit(SelfAssessmentId id, Actor.Worker me) {
        me.mustBe(LEAD);
        SelfAssessment assessment = own(id, me);
        if (!assessment.isOpen()) return;
        assessment.mustBeReady();
        sql.sql("update selfassessment.assessment set submitted_at = :now, submitted_by = :me, round = round + 1 where id = :id and submitted_at is null").param("now", now()).param("me", me.worker().id()).param("id", id.id()).update();
        audit.changed("self-assessment", id.id(), "handed in");
    }

    /** Takes it back to go on with it. RuleBroken while somebody looks at it, or once it was decided. */
    public void takeBack(SelfAssessmentId id, Actor.Worker me) {
        me.mustBe(LEAD);
        SelfAssessment assessment = own(id, me);
        if (assessment.putAwayAt() != null) throw new NotFound("self-assessment", id.id());
        if (assessment.isOpen()) return;
        bound.forEach(one -> one.mustBeFree(id));
        sql.sql("update selfassessment.assessment set submitted_at = null, submitted_by = null where id = :id").param("id", id.id()).update();
        audit.changed("self-assessment", id.id(), "taken back");
    }

    /** It is no longer worked on, and nobody else sees it. RuleBroken while somebody looks at it, or once it was decided. */
    public void putAway(SelfAssessmentId id, Actor.Worker me) {
        me.mustBe(LEAD);
        own(id, me);
        bound.forEach(one -> one.mustBeFree(id));
        sql.sql("update selfassessment.assessment set put_away_at = :now where id = :id and put_away_at is null").param("now", now()).param("id", id.id()).update();
        audit.changed("self-assessment", id.id(), "put away");
    }

    /** Another organisation may read it, once it is handed in. @param name as it is known here */
    public void give(SelfAssessmentId id, OrganisationId reader, String name, Reading why, Actor.Worker me) {
        me.mustBe(LEAD);
        own(id, me);
        // Safety: nobody looks at their own work as if from outside.
        if (reader.equals(me.organisation())) throw new RuleBroken("selfassessment.own", "Choose another organisation than your own.");
        sql.sql("""
                insert into selfassessment.reader (assessment_id, owner_id, organisation_id, organisation_name, why, given_by, given_at) values (:id, access.organisation(), :reader, :name, :why, :me, :now)
                on conflict (assessment_id, organisation_id, why) do update set organisation_name = excluded.organisation_name, given_by = excluded.given_by, given_at = excluded.given_at, ended_at = null
                """).param("id", id.id()).param("reader", reader.id()).param("name", name).param("why", why.name()).param("me", me.worker().id()).param("now", now()).update();
        audit.changed("self-assessment", id.id(), "given to read");
    }

    /** They no longer read it. */
    public void takeFrom(SelfAssessmentId id, OrganisationId reader, Reading why, Actor.Worker me) {
        me.mustBe(LEAD);
        own(id, me);
        end(id, reader, why, null);
        audit.changed("self-assessment", id.id(), "no longer given to read");
    }

    /** For jobs of those whose it is: whoever looked at it has done so. @param given what was given to them by then; what they were given again since, they go on reading */
    public void endReading(SelfAssessmentId id, OrganisationId reader, Reading why, Instant given) {
        end(id, reader, why, given);
    }

    private void end(SelfAssessmentId id, OrganisationId reader, Reading why, @Nullable Instant given) {
        sql.sql("update selfassessment.reader set ended_at = :now where assessment_id = :id and organisation_id = :reader and why = :why and ended_at is null and given_at <= coalesce(:given::timestamptz, 'infinity')").param("now", now()).param("id", id.id())
                .param("reader", reader.id()).param("why", why.name()).param("given", Times.atOrNull(given)).update();
    }

    /** Another organisation that reads it today. */
    public record Reader(OrganisationId organisation, String name, Reading why, Instant since) {}

    @Transactional(readOnly = true)
    public List<Reader> readers(SelfAssessmentId id) {
        return sql.sql("select organisation_id, organisation_name, why, given_at from selfassessment.reader where assessment_id = :id and ended_at is null order by organisation_name, why").param("id", id.id())
                .query((row, number) -> new Reader(new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("organisation_name"), Reading.valueOf(row.getString("why")), Times.instant(row, "given_at"))).list();
    }

    /** NotFound for one that is not there for whoever asks. */
    @Transactional(readOnly = true)
    public SelfAssessment one(SelfAssessmentId id) {
        return find("a.id = :id", Map.of("id", id.id())).stream().findFirst().orElseThrow(() -> new NotFound("self-assessment", id.id()));
    }

    /** The same, where it has to be one's own. */
    public SelfAssessment own(SelfAssessmentId id, Actor.Worker me) {
        me.mustBe(WRITE);
        SelfAssessment assessment = one(id);
        if (!assessment.organisation().equals(me.organisation())) throw new NotFound("self-assessment", id.id());
        return assessment;
    }

    /** Those of the acting organisation that were not put away, the newest first. */
    @Transactional(readOnly = true)
    public List<SelfAssessment> all() {
        return find("a.organisation_id = access.organisation() and a.put_away_at is null", Map.of());
    }

    /** What other organisations gave to the acting one to read as a commissioner, each organisation's last by name. */
    @Transactional(readOnly = true)
    public List<SelfAssessment> given() {
        Set<UUID> ids = Set.copyOf(sql.sql("select assessment_id from selfassessment.reader where organisation_id = access.organisation() and why = 'COMMISSIONER' and ended_at is null").query(UUID.class).list());
        return find("a.organisation_id <> access.organisation() and a.id = any (:ids)", Map.of("ids", ids.toArray(UUID[]::new))).stream().sorted(Comparator.comparing(SelfAssessment::organisationName)).toList();
    }

    /**
     * What an assessment rests on.
     *
     * @param holds whether something that was not taken away shows each statement that is said to be met
     * @param until the last day on which all of it is valid; null where none of it grows old
     */
    public record Ground(boolean holds, @Nullable LocalDate until) {}

    /** For whoever decided on it: what it rests on now. */
    @Transactional(readOnly = true)
    public Ground ground(SelfAssessmentId id) {
        return sql.sql("""
                select coalesce(bool_and(longest is not null), true) as holds, nullif(min(longest), 'infinity') as until from (
                  select n.statement_id, max(coalesce(e.expires_on, 'infinity')) filter (where e.id is not null) as longest from selfassessment.answer n
                    left join selfassessment.shown s on s.assessment_id = n.assessment_id and s.statement_id = n.statement_id left join selfassessment.evidence e on e.id = s.evidence_id and e.taken_at is null
                   where n.assessment_id = :id and n.answer = 'MET' group by n.statement_id) shown
                """).param("id", id.id()).query((row, number) -> new Ground(row.getBoolean("holds"), row.getObject("until", LocalDate.class))).single();
    }

    /** @return of each of these the answers in words of numbers: how many pieces of evidence, and how many are valid today */
    private Map<UUID, Map<String, Said>> said(UUID[] ids) {
        Map<UUID, Map<String, Said>> said = new HashMap<>();
        sql.sql("""
                select n.assessment_id, n.statement_id, n.answer, n.why, n.to_confirm, n.revision, n.changed_by, n.changed_at, coalesce(p.shown, 0) as shown, coalesce(p.valid, 0) as valid
                  from selfassessment.answer n
                  left join (select s.assessment_id, s.statement_id, count(*) as shown, count(*) filter (where e.expires_on is null or e.expires_on >= :today) as valid
                               from selfassessment.shown s join selfassessment.evidence e on e.id = s.evidence_id
                              where s.assessment_id = any (:ids) and e.taken_at is null group by s.assessment_id, s.statement_id) p
                    on p.assessment_id = n.assessment_id and p.statement_id = n.statement_id
                 where n.assessment_id = any (:ids)
                """).param("ids", ids).param("today", Times.day(clock.instant())).query(row -> {
            Said one = said(row);
            said.computeIfAbsent(row.getObject("assessment_id", UUID.class), any -> new HashMap<>()).put(one.statement(), one);
        });
        return said;
    }

    private static Said said(ResultSet row) throws SQLException {
        UUID by = row.getObject("changed_by", UUID.class);
        String answer = row.getString("answer");
        return new Said(row.getString("statement_id"), answer == null ? null : Answer.valueOf(answer), row.getString("why"), row.getBoolean("to_confirm"), row.getInt("revision"), by == null ? null : new WorkerId(by), Times.instantOrNull(row, "changed_at"),
                row.getInt("shown"), row.getInt("valid"));
    }

    private record Row(UUID id, UUID organisation, String name, String key, String version, Edition edition, String about, @Nullable UUID from, UUID by, Instant at, int round, @Nullable Instant submitted, @Nullable Instant putAway) {
        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class), row.getString("organisation_name"), row.getString("standard_key"), row.getString("standard_version"), Edition.valueOf(row.getString("edition")),
                    row.getString("about"), row.getObject("carried_from", UUID.class), row.getObject("begun_by", UUID.class), Times.instant(row, "begun_at"), row.getInt("round"), Times.instantOrNull(row, "submitted_at"), Times.instantOrNull(row, "put_away_at"));
        }
    }

    private List<SelfAssessment> find(String which, Map<String, ?> given) {
        List<Row> rows = sql.sql("select a.* from selfassessment.assessment a where " + which + " order by a.begun_at desc, a.id limit 200").params(given).query(Row::of).list();
        if (rows.isEmpty()) return List.of();
        Map<UUID, Map<String, Said>> said = said(rows.stream().map(Row::id).toArray(UUID[]::new));
        // One by a version that nobody can read any more must not hide all the others.
        return rows.stream().flatMap(row -> standards.version(row.key, row.version).stream().map(standard -> new SelfAssessment(new SelfAssessmentId(row.id), new OrganisationId(row.organisation), row.name, standard, row.edition, row.about,
                row.from == null ? null : new SelfAssessmentId(row.from), new WorkerId(row.by), row.at, row.round, row.submitted, row.putAway, said.getOrDefault(row.id, Map.of())))).toList();
    }

    static SelfAssessment mustBeOpen(SelfAssessment assessment) {
        if (!assessment.isOpen()) throw new RuleBroken("selfassessment.handed-in", "It was handed in, so it stands as it is.");
        return assessment;
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
