package org.alongside.selfassessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.files.Detail;
import org.alongside.files.FileType;
import org.alongside.files.ForOthers;
import org.alongside.messages.Messages;
import org.alongside.shared.NotFound;
import org.alongside.shared.Protected;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.standards.Beside;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of an organisation: it stands beside statements of one assessment or several, grows old, and is taken away when it should never have been there. */
@Service
@Transactional
public class Shelf {
    /** Bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;
    public static final int LONGEST_TITLE = 200;
    static final String EXPIRY = "evidence-expires";
    private static final String CONTENT = "selfassessment.evidence.content";
    private static final String FACTS = "e.id, e.kind, e.title, e.words, e.link, e.heard, e.asked, e.file_type, e.size, e.sha256, e.collected_on, e.expires_on, e.owner_id, e.details_why, e.added_by, e.added_at, e.taken_at, e.taken_why";
    private static final String TAKEN_TITLE = "Something that was taken away";
    private static final List<Integer> TOLD_DAYS_BEFORE = List.of(60, 14, 0);
    private final SelfAssessments assessments;
    private final Standards standards;
    private final Messages messages;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Shelf(SelfAssessments assessments, Standards standards, Messages messages, Jobs jobs, AuditTrail audit, ApplicationEventPublisher events, JdbcClient sql, Seal seal, Clock clock) {
        this.assessments = assessments;
        this.standards = standards;
        this.messages = messages;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** A file as it was sent. @param name as it was called, asked only which office program packed it */
    public record Sent(String name, byte[] content) {}

    /**
     * Adds it beside a statement, also to what was handed in, where something grew old.
     *
     * @param id made with the form, so that a second press finds the first
     * @param file for {@link EvidenceKind#FILE} only
     */
    public void add(SelfAssessmentId assessment, String statement, UUID id, NewEvidence evidence, @Nullable Sent file, Actor.Worker me) {
        living(assessment, me).statement(statement);
        if (evidence.collectedOn().isAfter(today())) throw new RuleBroken("selfassessment.collected", "Enter the day it was collected: not a day to come.");
        if (evidence.expiresOn() != null && !evidence.expiresOn().isAfter(evidence.collectedOn())) throw new RuleBroken("selfassessment.expires", "Enter a last day after the day it was collected.");
        if ((evidence.kind() == EvidenceKind.FILE) != (file != null)) throw new RuleBroken("selfassessment.no-file", "Choose a file.");
        FileType type = file == null ? null : type(file);
        mustHoldNobody(evidence, type, file);
        byte[] content = file == null ? null : file.content();
        // What others will read is drawn once now, so that a file of which no copy can be made is refused beside its field.
        if (type != null && content != null) ForOthers.copy(type, content);
        Protected heard = evidence.heard() == null ? null : Protected.of(evidence.heard()), asked = heard == null || evidence.asked() == null ? null : outOf(heard, evidence.asked());
        int added = sql.sql("""
                insert into selfassessment.evidence (id, kind, title, words, link, heard, asked, file_type, size, sha256, content, collected_on, expires_on, owner_id, details_why, added_by, added_at)
                values (:id, :kind, :title, :words, :link, :heard, :asked, :type, :size, :sha, :content, :collected, :expires, :owner, :details, :me, :now) on conflict (id) do nothing
                """).param("id", id).param("kind", evidence.kind().name()).param("title", evidence.title()).param("words", evidence.words()).param("link", evidence.link()).param("heard", heard == null ? null : heard.about()).param("asked", asked == null ? null : asked.about())
                .param("type", type == null ? null : type.name()).param("size", content == null ? null : content.length).param("sha", content == null ? null : DigestUtils.sha256Hex(content))
                .param("content", content == null ? null : seal.closeBytes(content, CONTENT + "/" + id)).param("collected", evidence.collectedOn()).param("expires", evidence.expiresOn()).param("owner", evidence.owner().id())
                .param("details", evidence.detailsWhy()).param("me", me.worker().id()).param("now", now()).update();
        if (added > 0 && evidence.expiresOn() != null) jobs.ask(EXPIRY, me.organisation(), id, Times.morning(evidence.expiresOn().minusDays(TOLD_DAYS_BEFORE.get(0))));
        use(assessment, statement, List.of(id), me);
    }

    /** To the nearest ten, and never below the part. */
    private static Protected outOf(Protected heard, int asked) {
        Protected whole = Protected.whole(asked);
        return whole.about() < heard.about() ? Protected.of(asked) : whole;
    }

    /** What is on the shelf already stands beside a statement as well. */
    public void use(SelfAssessmentId assessment, String statement, List<UUID> evidence, Actor.Worker me) {
        living(assessment, me).statement(statement);
        sql.sql("""
                insert into selfassessment.shown (assessment_id, statement_id, evidence_id)
                select :assessment, :statement, e.id from selfassessment.evidence e where e.id = any (:evidence) and e.organisation_id = access.organisation() and e.taken_at is null on conflict do nothing
                """).param("assessment", assessment.id()).param("statement", statement).param("evidence", evidence.toArray(UUID[]::new)).update();
        audit.changed("self-assessment", assessment.id(), "evidence beside " + statement);
        events.publishEvent(new SelfAssessmentEvent.GroundChanged(assessment));
    }

    /** All of it that {@link #carried} finds, put where it belongs. What is met is still for people to say. @return beside how many statements */
    public int carry(SelfAssessmentId assessment, Actor.Worker me) {
        List<Carried> found = carried(SelfAssessments.mustBeOpen(living(assessment, me)));
        if (found.isEmpty()) return 0;
        sql.sql("insert into selfassessment.shown (assessment_id, statement_id, evidence_id) select :assessment, s, e from unnest(:statements::text[], :evidence::uuid[]) c (s, e) on conflict do nothing").param("assessment", assessment.id())
                .param("statements", found.stream().map(Carried::statement).toArray(String[]::new)).param("evidence", found.stream().map(one -> one.evidence().id()).toArray(UUID[]::new)).update();
        audit.changed("self-assessment", assessment.id(), "evidence carried over");
        events.publishEvent(new SelfAssessmentEvent.GroundChanged(assessment));
        return (int) found.stream().map(Carried::statement).distinct().count();
    }

    /** It no longer stands beside this statement; it stays on the shelf. RuleBroken once it was handed in */
    public void takeOff(SelfAssessmentId assessment, String statement, UUID evidence, Actor.Worker me) {
        SelfAssessments.mustBeOpen(assessments.own(assessment, me)).statement(statement);
        sql.sql("delete from selfassessment.shown where assessment_id = :assessment and statement_id = :statement and evidence_id = :evidence").param("assessment", assessment.id()).param("statement", statement).param("evidence", evidence).update();
        audit.changed("self-assessment", assessment.id(), "evidence taken off " + statement);
    }

    /** It is gone for everybody at once, wherever it stood; its line stays, and says why. */
    // Safety: whatever was decided on it, what holds somebody's details can be taken away at any time; what rested on it then rests on nothing.
    public void takeAway(UUID evidence, String why, Actor.Worker me) {
        me.mustBe(SelfAssessments.WRITE);
        Evidence one = own(evidence, me);
        if (one.isTaken()) return;
        sql.sql("update selfassessment.evidence set title = :title, words = '', link = null, details_why = '', content = null, taken_by = :me, taken_at = :now, taken_why = :why where id = :id").param("title", TAKEN_TITLE).param("me", me.worker().id()).param("now", now()).param("why", why).param("id", evidence).update();
        audit.changed("evidence", evidence, "taken away");
        sql.sql("select distinct assessment_id from selfassessment.shown where evidence_id = :id").param("id", evidence).query(UUID.class).list().forEach(shown -> events.publishEvent(new SelfAssessmentEvent.GroundChanged(new SelfAssessmentId(shown))));
    }

    /** What stands beside the statements of an assessment, the newest first; what was taken away with its reason. */
    @Transactional(readOnly = true)
    public List<Evidence> of(SelfAssessmentId assessment) {
        return sql.sql("""
                select %s, array_agg(s.statement_id order by s.statement_id) as statements from selfassessment.evidence e join selfassessment.shown s on s.evidence_id = e.id
                 where s.assessment_id = :id group by e.id order by e.added_at desc, e.id
                """.formatted(FACTS)).param("id", assessment.id()).query(Shelf::evidence).list();
    }

    /** All that the acting organisation has and has not taken away, by title. */
    @Transactional(readOnly = true)
    public List<Evidence> all() {
        return sql.sql("select " + FACTS + ", '{}'::text[] as statements from selfassessment.evidence e where e.organisation_id = access.organisation() and e.taken_at is null order by lower(e.title), e.id limit 500").query(Shelf::evidence).list();
    }

    /** What is valid, stands beside statements of other standards in the acting organisation's assessments, and would show statements of this one too. Each piece once for each statement. */
    @Transactional(readOnly = true)
    public List<Carried> carried(SelfAssessment assessment) {
        record Line(String key, String there, String here, String why) {}
        Map<String, List<Beside>> crosswalk = standards.crosswalk(assessment.standard().key());
        List<Line> lines = assessment.statements().stream().flatMap(here -> crosswalk.getOrDefault(here.id(), List.of()).stream().filter(Beside::carries).map(one -> new Line(one.key(), one.statement(), here.id(), one.why()))).toList();
        if (lines.isEmpty()) return List.of();
        return sql.sql("""
                select distinct on (l.at, e.id) %s, '{}'::text[] as statements, l.key, l.there, l.here, l.why
                  from unnest(:keys, :theres, :heres, :whys) with ordinality l (key, there, here, why, at)
                  join selfassessment.assessment a on a.standard_key = l.key and a.organisation_id = access.organisation() and a.put_away_at is null
                  join selfassessment.shown s on s.assessment_id = a.id and s.statement_id = l.there join selfassessment.evidence e on e.id = s.evidence_id
                 where e.taken_at is null and (e.expires_on is null or e.expires_on >= :today)
                   and not exists (select from selfassessment.shown already where already.assessment_id = :id and already.statement_id = l.here and already.evidence_id = e.id)
                 order by l.at, e.id
                """.formatted(FACTS)).param("keys", lines.stream().map(Line::key).toArray(String[]::new)).param("theres", lines.stream().map(Line::there).toArray(String[]::new)).param("heres", lines.stream().map(Line::here).toArray(String[]::new))
                .param("whys", lines.stream().map(Line::why).toArray(String[]::new)).param("today", today()).param("id", assessment.id().id())
                .query((row, number) -> new Carried(evidence(row, number), row.getString("here"), standards.one(row.getString("key")).map(Standard::title).orElse(row.getString("key")), row.getString("there"), row.getString("why"))).list();
    }

    /** NotFound for what does not stand in this assessment. */
    @Transactional(readOnly = true)
    public Evidence one(SelfAssessmentId assessment, UUID evidence) {
        return of(assessment).stream().filter(one -> one.id().equals(evidence)).findFirst().orElseThrow(() -> new NotFound("evidence", evidence));
    }

    public record Content(FileType type, byte[] bytes) {}

    /** A copy with nothing hidden in it, for whoever looks from outside. NotFound where there is none, or it was taken away. */
    public Content copy(SelfAssessmentId assessment, UUID evidence) {
        Content original = content(assessment, evidence);
        return new Content(original.type(), ForOthers.copy(original.type(), original.bytes()));
    }

    /** The file itself, as it came. NotFound where there is none, or it was taken away. */
    public Content content(SelfAssessmentId assessment, UUID evidence) {
        one(assessment, evidence);
        Content content = sql.sql("select file_type, content from selfassessment.evidence where id = :id and content is not null").param("id", evidence)
                .query((row, number) -> new Content(FileType.valueOf(row.getString("file_type")), seal.openBytes(row.getBytes("content"), CONTENT + "/" + evidence))).optional().orElseThrow(() -> new NotFound("evidence", evidence));
        audit.looked("evidence", evidence);
        return content;
    }

    /** For the job: tells whoever looks after it that it runs out. @return when to tell again; empty once it has run out or is gone */
    Optional<Instant> tell(OrganisationId organisation, UUID evidence) {
        record Row(UUID owner, LocalDate expires) {}
        Optional<Row> found = sql.sql("select owner_id, expires_on from selfassessment.evidence where id = :id and taken_at is null and exists (select from selfassessment.shown s where s.evidence_id = id)").param("id", evidence)
                .query((row, number) -> new Row(row.getObject("owner_id", UUID.class), row.getObject("expires_on", LocalDate.class))).optional();
        if (found.isEmpty()) return Optional.empty();
        Instant now = clock.instant();
        List<Instant> times = TOLD_DAYS_BEFORE.stream().map(days -> Times.morning(found.get().expires().minusDays(days))).toList();
        if (times.stream().anyMatch(time -> !time.isAfter(now))) messages.notice(organisation, null, new WorkerId(found.get().owner()), "/desk/self-assessments");
        return times.stream().filter(time -> time.isAfter(now)).findFirst();
    }

    private static FileType type(Sent file) {
        if (file.content().length > LARGEST) throw tooLarge();
        return ForOthers.kind(file.content(), file.name());
    }

    public static RuleBroken tooLarge() {
        return new RuleBroken("selfassessment.too-large", "This file is larger than 10 MB. Add the part that shows it.");
    }

    private static void mustHoldNobody(NewEvidence evidence, @Nullable FileType type, @Nullable Sent file) {
        // Safety: reviewers of other organisations read this; a client's details must not be among it.
        if (!evidence.detailsWhy().isBlank()) return;
        String found = Stream.of(Detail.in(evidence.title() + "\n" + evidence.words()), type == null || file == null ? Map.<Detail, Integer>of() : Detail.in(type, file.content())).filter(some -> !some.isEmpty()).map(Detail::words).reduce((one, other) -> one + "; in the file " + other).orElse("");
        if (!found.isEmpty()) throw new RuleBroken("selfassessment.details", "This seems to hold " + found + ". Take out what belongs to anybody you work with. If it is your own, say so below.");
    }

    private SelfAssessment living(SelfAssessmentId id, Actor.Worker me) {
        SelfAssessment assessment = assessments.own(id, me);
        if (assessment.putAwayAt() != null) throw new NotFound("self-assessment", id.id());
        return assessment;
    }

    private Evidence own(UUID evidence, Actor.Worker me) {
        return sql.sql("select " + FACTS + ", '{}'::text[] as statements from selfassessment.evidence e where e.id = :id and e.organisation_id = access.organisation()").param("id", evidence).query(Shelf::evidence).optional().orElseThrow(() -> new NotFound("evidence", evidence));
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        String type = row.getString("file_type");
        boolean listened = row.getObject("heard") != null;
        return new Evidence(row.getObject("id", UUID.class), EvidenceKind.valueOf(row.getString("kind")), row.getString("title"), row.getString("words"), row.getString("link"), listened ? new Protected(row.getInt("heard")) : null,
                listened ? new Protected(row.getInt("asked")) : null, type == null ? null : FileType.valueOf(type), row.getInt("size"), row.getString("sha256"), row.getObject("collected_on", LocalDate.class), row.getObject("expires_on", LocalDate.class),
                new WorkerId(row.getObject("owner_id", UUID.class)), row.getString("details_why"), new WorkerId(row.getObject("added_by", UUID.class)), Times.instant(row, "added_at"), Times.instantOrNull(row, "taken_at"), row.getString("taken_why"),
                List.of((String[]) row.getArray("statements").getArray()));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
