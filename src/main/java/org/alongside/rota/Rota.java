package org.alongside.rota;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The duty rota of one side of the acting organisation. */
@Service
@Transactional
public class Rota {
    public static final Role[] ROLES = {Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD};
    /** How many weeks ahead a shift may be repeated. */
    public static final int MOST_WEEKS = 12;
    private static final Duration LONGEST = Duration.ofHours(16);
    private final Organisations organisations;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Rota(Organisations organisations, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.organisations = organisations;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Who can be put on duty: duty workers, managers and leads of one's own side. */
    public List<Colleague> able(Actor.Worker me) {
        return organisations.colleagues().stream().filter(one -> one.side() == me.side() && (one.is(Role.DUTY) || one.is(Role.MANAGER) || one.is(Role.SAFEGUARDING_LEAD))).toList();
    }

    /** The shifts that touch these seven days, by their beginning. @param monday the first of them */
    @Transactional(readOnly = true)
    public List<Shift> week(LocalDate monday) {
        return between(monday.atStartOfDay(Times.LONDON).toInstant(), monday.plusDays(7).atStartOfDay(Times.LONDON).toInstant());
    }

    /** Who is on duty now and who comes next, within a day. */
    @Transactional(readOnly = true)
    public List<Shift> nowAndNext() {
        return between(clock.instant(), clock.instant().plus(Duration.ofDays(1)));
    }

    private List<Shift> between(Instant from, Instant until) {
        return sql.sql("""
                select id, worker_id, starts_at, ends_at from rota.shift
                 where organisation_id = access.organisation() and side = access.side() and taken_off_at is null and ends_at > :from and starts_at < :until order by starts_at, worker_id limit 200
                """).param("from", Times.at(from)).param("until", Times.at(until)).query(Rota::shift).list();
    }

    private static Shift shift(ResultSet row, int number) throws SQLException {
        return new Shift(row.getObject("id", UUID.class), new WorkerId(row.getObject("worker_id", UUID.class)), row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }

    /** Whom to tell what cannot wait: those on duty by the rota who still work here, else every duty worker. For jobs. */
    @Transactional(readOnly = true)
    public List<WorkerId> toTell(OrganisationId organisation, Side side, Instant now) {
        Set<WorkerId> planned = onDuty(organisation, side, now);
        List<WorkerId> there = organisations.withRole(organisation, side, ROLES).stream().filter(planned::contains).toList();
        // Safety: an empty rota, or one with somebody who has left, is no reason to tell nobody.
        return there.isEmpty() ? organisations.withRole(organisation, side, Role.DUTY) : there;
    }

    /** Who is on duty at this moment; for jobs, too. Empty when nobody was planned. */
    @Transactional(readOnly = true)
    public Set<WorkerId> onDuty(OrganisationId organisation, Side side, Instant now) {
        return sql.sql("select worker_id from rota.shift where organisation_id = :organisation and side = :side and taken_off_at is null and ends_at > :now and starts_at <= :now").param("organisation", organisation.id()).param("side", side.name())
                .param("now", Times.at(now)).query(UUID.class).list().stream().map(WorkerId::new).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Puts somebody on duty, on this day and on the same day of the weeks after it. An end before the beginning is on the next day.
     * @param id made with the form, so that a second press finds the first @param weeks how many times, 1 to {@link #MOST_WEEKS}
     */
    public void plan(UUID id, WorkerId worker, LocalDate day, LocalTime from, LocalTime until, int weeks, Actor.Worker me) {
        me.mustBe(ROLES);
        if (able(me).stream().noneMatch(one -> one.id().equals(worker))) throw new RuleBroken("rota.worker", "Choose somebody who does duty on your side.");
        if (weeks < 1 || weeks > MOST_WEEKS) throw new RuleBroken("rota.weeks", "Enter a number of weeks from 1 to 12.");
        if (day.isBefore(Times.day(clock.instant()))) throw new RuleBroken("rota.past", "Enter today or a day to come.");
        for (int week = 0; week < weeks; week++) {
            LocalDate on = day.plusWeeks(week);
            Instant starts = on.atTime(from).atZone(Times.LONDON).toInstant(), ends = (until.isAfter(from) ? on : on.plusDays(1)).atTime(until).atZone(Times.LONDON).toInstant();
            if (Duration.between(starts, ends).compareTo(LONGEST) > 0) throw new RuleBroken("rota.long", "A shift is at most 16 hours long.");
            UUID its = week == 0 ? id : UUID.nameUUIDFromBytes((id + "/" + week).getBytes(StandardCharsets.US_ASCII));
            sql.sql("insert into rota.shift (id, worker_id, starts_at, ends_at, made_by, made_at) values (:id, :worker, :from, :until, :me, :now) on conflict (id) do nothing").param("id", its).param("worker", worker.id())
                    .param("from", Times.at(starts)).param("until", Times.at(ends)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        }
        audit.changed("worker", worker.id(), "put on duty");
    }

    /** Somebody else does it. */
    public void handOver(UUID shift, WorkerId to, Actor.Worker me) {
        me.mustBe(ROLES);
        // Safety: a shift of elsewhere is answered like one that is nowhere, before anything else is looked at.
        if (sql.sql("select 1 from rota.shift where id = :id").param("id", shift).query(Integer.class).list().isEmpty()) throw new NotFound("shift", shift);
        if (able(me).stream().noneMatch(one -> one.id().equals(to))) throw new RuleBroken("rota.worker", "Choose somebody who does duty on your side.");
        changed(sql.sql("update rota.shift set worker_id = :to where id = :id and taken_off_at is null and ends_at > :now").param("to", to.id()).param("id", shift).param("now", Times.at(clock.instant())).update(), shift);
        audit.changed("worker", to.id(), "put on duty");
    }

    /** It does not happen. */
    public void takeOff(UUID shift, Actor.Worker me) {
        me.mustBe(ROLES);
        changed(sql.sql("update rota.shift set taken_off_by = :me, taken_off_at = :now where id = :id and taken_off_at is null").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", shift).update(), shift);
    }

    private static void changed(int rows, UUID shift) {
        if (rows == 0) throw new NotFound("shift", shift);
    }
}
