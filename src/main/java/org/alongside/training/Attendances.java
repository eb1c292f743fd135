package org.alongside.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.shared.TwelveDigits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who was there, and what it proves. */
@Service
@Transactional
public class Attendances {
    private static final String CODE = "training.trained.code";
    private final Found found;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;

    Attendances(Found found, AuditTrail audit, JdbcClient sql, JdbcTemplate batches, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.found = found;
        this.audit = audit;
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    /** How somebody was marked. */
    enum Way { LINK, HAND, FILE }

    /** The sessions this registration came to. */
    @Transactional(readOnly = true)
    List<UUID> of(UUID registration) {
        return sql.sql("select session_id from training.attendance where registration_id = :id").param("id", registration).query(UUID.class).list();
    }

    /** Who came to which session of a cohort. */
    @Transactional(readOnly = true)
    public Map<UUID, Set<UUID>> ofCohort(UUID cohort) {
        Map<UUID, Set<UUID>> came = new HashMap<>();
        sql.sql("select a.session_id, a.registration_id from training.attendance a join training.session s on s.id = a.session_id where s.cohort_id = :id").param("id", cohort)
                .query(row -> { came.computeIfAbsent(row.getObject("session_id", UUID.class), any -> new HashSet<>()).add(row.getObject("registration_id", UUID.class)); });
        return came;
    }

    void arrived(Registration registration, Cohort cohort, Session session) {
        mark(List.of(registration), session.id(), Way.LINK, null);
        settle(cohort, List.of(registration));
    }

    /** Writes down who of those with a place was at a session, as ticked on the register; whoever is not ticked was not there. */
    public void mark(Cohort cohort, UUID session, Set<UUID> there, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        begun(cohort, session);
        Set<UUID> standing = ofCohort(cohort.id()).getOrDefault(session, Set.of());
        Map<Boolean, List<Registration>> changed = found.standing(cohort.id(), Standing.PLACED).stream().filter(one -> there.contains(one.id()) != standing.contains(one.id()))
                .collect(Collectors.partitioningBy(one -> there.contains(one.id())));
        mark(changed.get(true), session, Way.HAND, me.worker().id());
        sql.sql("delete from training.attendance where session_id = :session and registration_id = any (:ids)").param("session", session).param("ids", ids(changed.get(false))).update();
        settle(cohort, changed.values().stream().flatMap(List::stream).toList());
        audit.changed("cohort", cohort.id(), "attendance");
    }

    /** What a file of addresses came to. @param unknown lines whose address has no place here */
    public record Filed(int marked, int already, List<String> unknown) {}

    /** Marks everybody whose address stands in a file as there; nobody is marked as absent by a file. */
    public Filed mark(Cohort cohort, UUID session, List<String> emails, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        begun(cohort, session);
        Map<String, Registration> byAddress = new HashMap<>();
        found.standing(cohort.id(), Standing.PLACED).forEach(one -> byAddress.put(found.fingerprint(one.email()), one));
        Set<UUID> standing = new HashSet<>(ofCohort(cohort.id()).getOrDefault(session, Set.of()));
        int already = 0;
        List<Registration> came = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String email : emails) {
            Registration one = byAddress.get(found.fingerprint(email));
            if (one == null) unknown.add(email);
            else if (standing.add(one.id())) came.add(one);
            else already++;
        }
        mark(came, session, Way.FILE, me.worker().id());
        settle(cohort, came);
        audit.changed("cohort", cohort.id(), "attendance from a file");
        return new Filed(came.size(), already, unknown);
    }

    private void begun(Cohort cohort, UUID session) {
        Session its = cohort.sessions().stream().filter(one -> one.id().equals(session)).findFirst().orElseThrow(() -> new NotFound("session", session));
        if (clock.instant().isBefore(its.from().minus(Session.DOOR_OPENS))) throw new RuleBroken("training.not-begun", "This session has not begun yet.");
    }

    private void mark(List<Registration> came, UUID session, Way way, @Nullable UUID by) {
        sql.sql("""
                insert into training.attendance (session_id, registration_id, organisation_id, way, marked_at, marked_by)
                select :session, r.id, r.organisation_id, :way, :now, :by from training.registration r where r.id = any (:ids) on conflict do nothing
                """).param("session", session).param("ids", ids(came)).param("way", way.name()).param("now", Times.at(clock.instant())).param("by", by, Types.OTHER).update();
    }

    /** Whoever was at every session has proof of it, and nobody else. */
    private void settle(Cohort cohort, List<Registration> changed) {
        // Two sessions that are marked at once must see each other, or nobody has proof of both.
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:cohort, 6))").param("cohort", cohort.id().toString()).query((row, number) -> 0).list();
        Set<UUID> trained = Set.copyOf(sql.sql("select registration_id from training.attendance where registration_id = any (:ids) group by registration_id having count(*) = :sessions").param("ids", ids(changed))
                .param("sessions", cohort.sessions().size()).query(UUID.class).list());
        sql.sql("delete from training.trained where registration_id = any (:ids) and registration_id <> all (:trained)").param("ids", ids(changed)).param("trained", trained.toArray(UUID[]::new)).update();
        LocalDate day = Times.day(cohort.ends().orElseThrow());
        batches.batchUpdate("""
                insert into training.trained (registration_id, organisation_id, cohort_id, course_id, person, sector, agency_id, team_id, on_day, minutes, code, code_fingerprint, initials)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (registration_id) do nothing
                """, changed.stream().filter(one -> trained.contains(one.id())).map(one -> trained(cohort, day, one)).toList());
    }

    private Object[] trained(Cohort cohort, LocalDate day, Registration one) {
        String code = TwelveDigits.random();
        return new Object[] {one.id(), one.organisation().id(), cohort.id(), cohort.course().id(), found.fingerprint(one.email()), one.sector().name(), one.agency(), one.team(), day, cohort.minutes(),
                Objects.requireNonNull(seal.close(code, CODE, one.id())), fingerprint(code), one.initials()};
    }

    private static UUID[] ids(List<Registration> some) {
        return some.stream().map(Registration::id).toArray(UUID[]::new);
    }

    /** The certificate of somebody who was at every session. */
    @Transactional(readOnly = true)
    Optional<Certificate> certificate(UUID registration) {
        return certificates("t.registration_id = :id", registration);
    }

    /** The certificate with this code; empty when there is none. Runs as whoever holds the code, and finds nothing else. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Certificate> check(String typed) {
        return TwelveDigits.read(typed).flatMap(digits -> Acting.as(new Actor.Holder(fingerprint(digits)), () -> Objects.requireNonNull(transaction.execute(status -> certificates("t.code_fingerprint = access.holder()", null)))));
    }

    private Optional<Certificate> certificates(String which, @Nullable UUID id) {
        return sql.sql("""
                select t.registration_id, t.code, t.initials, t.on_day, t.minutes, c.id, c.title, c.title_cy, c.about, c.about_cy from training.trained t join training.course c on c.id = t.course_id where %s
                """.formatted(which)).param("id", id, Types.OTHER).query(this::held).optional();
    }

    private Certificate held(ResultSet row, int line) throws SQLException {
        UUID registration = row.getObject("registration_id", UUID.class);
        return new Certificate(Objects.requireNonNull(seal.open(row.getBytes("code"), CODE, registration)), row.getString("initials"),
                new Course(row.getObject("id", UUID.class), row.getString("title"), row.getString("title_cy"), row.getString("about"), row.getString("about_cy")), row.getObject("on_day", LocalDate.class), row.getInt("minutes"));
    }

    private String fingerprint(String code) {
        return seal.fingerprint("training.certificate", code);
    }
}
