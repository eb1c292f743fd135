package org.alongside.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseRoles;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups of an organisation, their places and their sessions. */
@Service
@Transactional
public class Cohorts {
    static final int MOST_PLACES = 60, MOST_SESSIONS = 60;
    private static final String LINK = "programme.cohort.link", CHANGED = "programme.session.change_why";
    private static final int MOST = 200;
    private final Organisations organisations;
    private final Templates templates;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Cohorts(Organisations organisations, Templates templates, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.organisations = organisations;
        this.templates = templates;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** A group to be begun. @param online whether it meets online @param area where it meets otherwise: the first half of a postcode, empty when not said @param link by which one comes in, online @param template the published programme it is made from; null where its sessions are its own @param titles of its sessions, empty with a template; one a week from {@code firstAt} on */
    public record NewCohort(UUID id, String name, ForGender forGender, String language, String venue, boolean online, String area, String link, Instant firstAt, int minutes, int places, WorkerId facilitator, WorkerId coFacilitator, @Nullable UUID template, List<String> titles) {
        /** In a room, with sessions of its own. */
        public NewCohort(UUID id, String name, ForGender forGender, String language, String venue, Instant firstAt, int minutes, int places, WorkerId facilitator, WorkerId coFacilitator, List<String> titles) {
            this(id, name, forGender, language, venue, false, "", "", firstAt, minutes, places, facilitator, coFacilitator, null, titles);
        }
    }

    /** Makes a group with its places and sessions. @param cohort its id is made with the form, so that a second press finds the first */
    public void make(NewCohort cohort, Actor.Worker me) {
        mustBeHere(me);
        if (cohort.places() < 1 || cohort.places() > MOST_PLACES) throw new RuleBroken("programme.places", "Enter a number of places from 1 to 60.");
        List<Templates.Part> parts = cohort.template() == null ? cohort.titles().stream().map(title -> new Templates.Part(title, cohort.minutes())).toList() : published(cohort.template(), me);
        if (parts.isEmpty() || parts.size() > MOST_SESSIONS) throw new RuleBroken("programme.sessions", "Enter from 1 to 60 sessions.");
        Set<WorkerId> able = facilitators(me).stream().map(Colleague::id).collect(Collectors.toSet());
        if (!able.contains(cohort.facilitator()) || !able.contains(cohort.coFacilitator()) || cohort.facilitator().equals(cohort.coFacilitator())) throw new RuleBroken("programme.facilitators", "Choose two different facilitators of your side.");
        int made = sql.sql("""
                insert into programme.cohort (id, name, for_gender, language, venue, online, area, link, first_at, minutes, facilitator, co_facilitator, template_id, made_by, made_at)
                values (:id, :name, :gender, :language, :venue, :online, :area, :link, :first, :minutes, :facilitator, :co, :template, :me, :now) on conflict (id) do nothing
                """).param("id", cohort.id()).param("name", cohort.name()).param("gender", cohort.forGender().name()).param("language", cohort.language()).param("venue", cohort.venue()).param("online", cohort.online()).param("area", cohort.area()).param("link", seal.closeWords(cohort.link(), LINK, cohort.id())).param("first", Times.at(cohort.firstAt()))
                .param("minutes", cohort.minutes()).param("facilitator", cohort.facilitator().id()).param("co", cohort.coFacilitator().id()).param("template", cohort.template(), Types.OTHER).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (made == 0) return;
        sql.sql("insert into programme.place (cohort_id, number) select :id, n from generate_series(1, :places) n").param("id", cohort.id()).param("places", cohort.places()).update();
        ZonedDateTime first = Times.london(cohort.firstAt());
        for (int number = 1; number <= parts.size(); number++) {
            sql.sql("insert into programme.session (id, cohort_id, number, title, minutes, starts_at) values (:id, :cohort, :number, :title, :minutes, :at)").param("id", UUID.randomUUID()).param("cohort", cohort.id()).param("number", number)
                    .param("title", parts.get(number - 1).title()).param("minutes", parts.get(number - 1).minutes()).param("at", Times.at(first.plusWeeks(number - 1L).toInstant())).update();
        }
        audit.changed("group", cohort.id(), "made");
    }

    private List<Templates.Part> published(UUID template, Actor.Worker me) {
        Templates.Template chosen = templates.one(template, me);
        if (chosen.isDraft()) throw new RuleBroken("programme.draft", "This version is a draft. Publish it first.");
        return chosen.parts();
    }

    /** Who may lead a group: facilitators and managers of one's own side. */
    @Transactional(readOnly = true)
    public List<Colleague> facilitators(Actor.Worker me) {
        mustBeHere(me);
        return organisations.colleagues().stream().filter(one -> one.side() == me.side() && Stream.of(CaseRoles.PROGRAMME).anyMatch(one::is)).toList();
    }

    private static final String COHORT = """
            select c.id, c.name, c.for_gender, c.language, c.venue, c.online, c.area, c.first_at, c.minutes, c.facilitator, c.co_facilitator, c.ended_at,
                   (select count(*) from programme.place p where p.cohort_id = c.id) as places, (select count(*) from programme.enrolment e where e.cohort_id = c.id and e.place is not null) as taken from programme.cohort c
            """;

    /** Those that go on, the earliest first, then those that have ended. */
    @Transactional(readOnly = true)
    public List<Cohort> all(Actor.Worker me) {
        mustBeHere(me);
        return sql.sql(COHORT + " where c.organisation_id = access.organisation() and c.side = access.side() order by c.ended_at is not null, c.first_at, c.id limit :most").param("most", MOST).query(Cohorts::cohort).list();
    }

    /** NotFound when there is no such group for whoever asks. */
    @Transactional(readOnly = true)
    public Cohort one(UUID id, Actor.Worker me) {
        mustBeHere(me);
        return sql.sql(COHORT + " where c.id = :id").param("id", id).query(Cohorts::cohort).optional().orElseThrow(() -> new NotFound("group", id));
    }

    /** By which one comes in, online; empty when it was not said. */
    @Transactional(readOnly = true)
    public String link(Cohort cohort) {
        return !cohort.online() ? "" : sql.sql("select link from programme.cohort where id = :id").param("id", cohort.id()).query((row, number) -> seal.openWords(row.getBytes(1), LINK, cohort.id())).single();
    }

    /** @param movedFrom when it was to be; null where it was not moved @param why it was moved or called off */
    public record Session(UUID id, UUID cohort, int number, String title, Instant startsAt, @Nullable Instant movedFrom, boolean calledOff, String why) {}

    static final String SESSION = "s.id, s.cohort_id, s.number, s.title, s.starts_at, s.moved_from, s.called_off_at, s.change_why";

    @Transactional(readOnly = true)
    public List<Session> sessions(UUID cohort) {
        return sql.sql("select " + SESSION + " from programme.session s where s.cohort_id = :id order by s.number").param("id", cohort).query(this::session).list();
    }

    Session session(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Session(id, row.getObject("cohort_id", UUID.class), row.getInt("number"), row.getString("title"), Times.instant(row, "starts_at"), Times.instantOrNull(row, "moved_from"), row.getObject("called_off_at") != null, seal.openWords(row.getBytes("change_why"), CHANGED, id));
    }

    /** The session is held at another time. RuleBroken when its register was begun. */
    public void move(UUID cohort, Session session, Instant to, String why, Actor.Worker me) {
        if (!to.isAfter(clock.instant())) throw new RuleBroken("programme.moved", "Enter a day to come.");
        change(cohort, session, "moved_from = coalesce(moved_from, starts_at), starts_at = :to", to, why, me);
        audit.changed("session", session.id(), "moved");
    }

    /** The session is not held. Nobody missed it, and nobody is told that they did. RuleBroken when its register was begun. */
    public void callOff(UUID cohort, Session session, String why, Actor.Worker me) {
        change(cohort, session, "called_off_at = :to", clock.instant(), why, me);
        audit.changed("session", session.id(), "called off");
    }

    private void change(UUID cohort, Session session, String what, Instant to, String why, Actor.Worker me) {
        one(cohort, me);
        int changed = sql.sql("update programme.session set " + what + ", change_why = :why, changed_by = :me where id = :id and cohort_id = :cohort and called_off_at is null and starts_at = :was and not exists (select from programme.attendance a where a.session_id = programme.session.id)")
                .param("to", Times.at(to)).param("why", seal.closeWords(why, CHANGED, session.id())).param("me", me.worker().id()).param("id", session.id()).param("cohort", cohort).param("was", Times.at(session.startsAt())).update();
        if (changed == 0) throw new RuleBroken("programme.session-changed", "Its register was begun, or somebody changed it meanwhile.");
        sql.sql("update programme.made_up set dropped_at = :now where in_session_id = :id and done_at is null and dropped_at is null").param("now", Times.at(clock.instant())).param("id", session.id()).update();
    }

    /** The group ends: nobody new comes in. RuleBroken while somebody still has a place. */
    public void end(UUID id, Actor.Worker me) {
        Cohort cohort = one(id, me);
        me.mustBe(Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR);
        if (cohort.taken() > 0) throw new RuleBroken("programme.places-held", "Somebody still has a place. Say first how it ended for each of them.");
        sql.sql("update programme.cohort set ended_at = :now where id = :id and ended_at is null").param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("group", id, "ended");
    }

    /** Remembers when every place was taken for the first time. */
    void fill(UUID id) {
        sql.sql("""
                update programme.cohort set filled_at = :now where id = :id and filled_at is null
                   and not exists (select from programme.place p where p.cohort_id = :id and not exists (select from programme.enrolment e where e.cohort_id = p.cohort_id and e.place = p.number))
                """).param("now", Times.at(clock.instant())).param("id", id).update();
    }

    static void mustBeHere(Actor.Worker me) {
        if (me.side() != Side.CHANGE) throw new NotFound();
        me.mustBe(CaseRoles.PROGRAMME);
    }

    private static Cohort cohort(ResultSet row, int number) throws SQLException {
        return new Cohort(row.getObject("id", UUID.class), row.getString("name"), ForGender.valueOf(row.getString("for_gender")), row.getString("language"), row.getString("venue"), row.getBoolean("online"), row.getString("area"), Times.instant(row, "first_at"),
                row.getInt("minutes"), new WorkerId(row.getObject("facilitator", UUID.class)), new WorkerId(row.getObject("co_facilitator", UUID.class)), row.getInt("places"), row.getInt("taken"), Times.instantOrNull(row, "ended_at"));
    }
}
