package org.alongside.training;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who was there, and what it proves. */
@Service
@Transactional
public class Attendances {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CODE = "training.trained.code";
    private final Found found;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;

    Attendances(Found found, AuditTrail audit, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.found = found;
        this.audit = audit;
        this.sql = sql;
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

    void arrived(Registration registration, Session session) {
        mark(registration, session.id(), Way.LINK, null);
        settle(registration);
    }

    /** Writes down who of those with a place was at a session, as ticked on the register; whoever is not ticked was not there. */
    public void mark(Cohort cohort, UUID session, Set<UUID> there, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        begun(cohort, session);
        Set<UUID> standing = ofCohort(cohort.id()).getOrDefault(session, Set.of());
        for (Registration one : found.standing(cohort.id(), Standing.PLACED)) {
            if (there.contains(one.id()) == standing.contains(one.id())) continue;
            if (there.contains(one.id())) mark(one, session, Way.HAND, me.worker().id());
            else sql.sql("delete from training.attendance where session_id = :session and registration_id = :id").param("session", session).param("id", one.id()).update();
            settle(one);
        }
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
        int marked = 0, already = 0;
        List<String> unknown = new ArrayList<>();
        for (String email : emails) {
            Registration one = byAddress.get(found.fingerprint(email));
            if (one == null) {
                unknown.add(email);
            } else if (standing.add(one.id())) {
                mark(one, session, Way.FILE, me.worker().id());
                settle(one);
                marked++;
            } else {
                already++;
            }
        }
        audit.changed("cohort", cohort.id(), "attendance from a file");
        return new Filed(marked, already, unknown);
    }

    private void begun(Cohort cohort, UUID session) {
        Session its = cohort.sessions().stream().filter(one -> one.id().equals(session)).findFirst().orElseThrow(() -> new NotFound("session", session));
        if (clock.instant().isBefore(its.from().minus(Session.DOOR_OPENS))) throw new RuleBroken("training.not-begun", "This session has not begun yet.");
    }

    private void mark(Registration registration, UUID session, Way way, @Nullable UUID by) {
        sql.sql("insert into training.attendance (session_id, registration_id, organisation_id, way, marked_at, marked_by) values (:session, :id, :organisation, :way, :now, :by) on conflict do nothing").param("session", session).param("id", registration.id())
                .param("organisation", registration.organisation().id()).param("way", way.name()).param("now", Times.at(clock.instant())).param("by", by, Types.OTHER).update();
    }

    private record Held(UUID courseId, OffsetDateTime lastEnd, int minutes, int sessions, int attended) {}

    private void settle(Registration registration) {
        Held held = sql.sql("""
                select h.course_id, max(s.ends_at) as last_end, sum(extract(epoch from s.ends_at - s.starts_at) / 60)::int as minutes, count(*) as sessions,
                       count(*) filter (where exists (select from training.attendance a where a.session_id = s.id and a.registration_id = :id)) as attended
                  from training.cohort h join training.session s on s.cohort_id = h.id where h.id = :cohort group by h.course_id
                """).param("id", registration.id()).param("cohort", registration.cohort()).query(Held.class).single();
        if (held.attended < held.sessions) {
            sql.sql("delete from training.trained where registration_id = :id").param("id", registration.id()).update();
            return;
        }
        String code = String.format("%012d", RANDOM.nextLong(1_000_000_000_000L));
        sql.sql("""
                insert into training.trained (registration_id, organisation_id, cohort_id, course_id, person, sector, agency_id, team_id, on_day, minutes, code, code_fingerprint, initials)
                values (:id, :organisation, :cohort, :course, :person, :sector, :agency, :team, :day, :minutes, :code, :fingerprint, :initials) on conflict (registration_id) do nothing
                """).param("id", registration.id()).param("organisation", registration.organisation().id()).param("cohort", registration.cohort()).param("course", held.courseId).param("person", found.fingerprint(registration.email()))
                .param("sector", registration.sector().name()).param("agency", registration.agency()).param("team", registration.team()).param("day", Times.day(held.lastEnd.toInstant())).param("minutes", held.minutes)
                .param("code", Objects.requireNonNull(seal.close(code, CODE, registration.id()))).param("fingerprint", fingerprint(code)).param("initials", registration.initials()).update();
    }

    /** The certificate of somebody who was at every session. */
    @Transactional(readOnly = true)
    Optional<Certificate> certificate(UUID registration) {
        return certificates("t.registration_id = :id", registration);
    }

    /** The certificate with this code; empty when there is none. Runs as whoever holds the code, and finds nothing else. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Certificate> check(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{12}")) return Optional.empty();
        return Acting.as(new Actor.Holder(fingerprint(digits)), () -> Objects.requireNonNull(transaction.execute(status -> certificates("t.code_fingerprint = access.holder()", null))));
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
