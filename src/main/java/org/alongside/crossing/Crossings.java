package org.alongside.crossing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.audit.AuditTrail;
import org.alongside.crossing.Crossing.Attendance;
import org.alongside.crossing.Crossing.Came;
import org.alongside.crossing.Crossing.Direction;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.crossing.Crossing.PartnerNamed;
import org.alongside.crossing.Crossing.RiskChanged;
import org.alongside.crossing.Crossing.Standing;
import org.alongside.crossing.Crossing.Where;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one opening in the wall. Those who work with participants tell; those who stand beside partners read; the database keeps the direction. */
@Service
@Transactional
public class Crossings {
    /** The job that sees to it that news is answered. */
    public static final String CLOCK = "partner-safety";
    private static final String PARTICIPANT = "crossing.entry.participant", PARTNER = "crossing.entry.partner", REACH = "crossing.entry.reach", WORDS = "crossing.entry.words";
    private final JdbcClient sql;
    private final Seal seal;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    Crossings(JdbcClient sql, Seal seal, Jobs jobs, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells the other side, and starts the clock where somebody must be in touch with the partner. Whoever tells reads nothing back, not even this. */
    public void tell(Crossing what, Actor.Worker me) {
        // Safety: one direction; the database refuses the other too.
        if (me.side() != Side.CHANGE) throw new NotFound();
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Row row = Row.of(what);
        sql.sql("""
                insert into crossing.entry (id, pair_id, kind, code, day, participant, partner, reach, words, told_at, answer_by)
                values (:id, :pair, :kind, :code, :day, :participant, :partner, :reach, :words, :now, :answerBy)
                """).param("id", id).param("pair", what.pair()).param("kind", row.kind).param("code", row.code).param("day", row.day, Types.DATE)
                .param("participant", seal.close(row.participant, PARTICIPANT, id)).param("partner", seal.close(row.partner, PARTNER, id)).param("reach", seal.close(row.reach, REACH, id)).param("words", seal.close(row.words, WORDS, id))
                .param("now", Times.at(now)).param("answerBy", what.answerWithin() == null ? null : Times.at(now.plus(what.answerWithin())), Types.TIMESTAMP_WITH_TIMEZONE).update();
        // Who told it stands in the trail: whoever reads it has no use for a name from the other side.
        audit.changed("crossing", id, "told");
        if (what.answerWithin() != null) jobs.ask(CLOCK, me.organisation(), id, now);
    }

    /** To which of these partners contact was offered. It is all that the side of participants learns. */
    @Transactional(readOnly = true)
    public Set<UUID> offeredOf(Collection<UUID> pairs) {
        return sql.sql("select pair_id from crossing.offered where pair_id = any (:pairs)").param("pairs", pairs.toArray(UUID[]::new)).query(UUID.class).set();
    }

    /** Contact was offered, whatever came of it. */
    public void offered(UUID pair) {
        sql.sql("insert into crossing.offered (pair_id) values (:pair)").param("pair", pair).update();
    }

    /** What was told about these pairs, the oldest first; for those beside the partners. */
    @Transactional(readOnly = true)
    public List<Told> told(Collection<UUID> pairs) {
        return sql.sql("select * from crossing.entry where pair_id = any (:pairs) order by told_at, id").param("pairs", pairs.toArray(UUID[]::new)).query(this::news).list();
    }

    /** One piece of news, for the clock; empty once it was erased. */
    @Transactional(readOnly = true)
    public Optional<Told> find(UUID id) {
        return sql.sql("select * from crossing.entry where id = :id").param("id", id).query(this::news).optional();
    }

    /** Every pair of whom something waits to be answered, the most overdue first, and then those of the newest {@code most} pieces of news. */
    @Transactional(readOnly = true)
    public List<UUID> waitingAndNewest(int most) {
        return sql.sql("""
                select pair_id from (
                  select pair_id, min(answer_by) as waits, null::timestamptz as told from crossing.entry where organisation_id = access.organisation() and side = access.side() and answer_by is not null and answered_at is null group by pair_id
                  union all
                  select pair_id, null, max(told_at) from (select pair_id, told_at from crossing.entry where organisation_id = access.organisation() and side = access.side() order by told_at desc limit :most) newest group by pair_id) pairs
                 group by pair_id order by min(waits) nulls last, max(told) desc
                """).param("most", most).query(UUID.class).list();
    }

    /** Somebody was in touch with the partner: all that was told until now is answered. */
    public void answered(UUID pair) {
        sql.sql("update crossing.entry set answered_at = :now where pair_id = :pair and answer_by is not null and answered_at is null").param("now", Times.at(clock.instant())).param("pair", pair).update();
    }

    /** For the job that erases: all that was told about this pair. */
    public void erase(UUID pair) {
        sql.sql("delete from crossing.entry where pair_id = :pair").param("pair", pair).update();
    }

    /** For the job that erases: that contact was offered. */
    public void eraseOffered(UUID pair) {
        sql.sql("delete from crossing.offered where pair_id = :pair").param("pair", pair).update();
    }

    /** For the job that erases: pairs of whom nothing was told since this moment. */
    public List<UUID> quietSince(Instant moment) {
        return sql.sql("select pair_id from crossing.entry where organisation_id = access.organisation() and side = access.side() group by pair_id having max(told_at) < :moment").param("moment", Times.at(moment)).query(UUID.class).list();
    }

    /** The columns of one kind of news. */
    private record Row(String kind, String code, @Nullable LocalDate day, @Nullable String participant, @Nullable String partner, @Nullable String reach, @Nullable String words) {
        static Row of(Crossing what) {
            if (what instanceof PartnerNamed named) return new Row("PARTNER", named.kind().name(), null, named.participant(), named.partner(), named.reach(), null);
            if (what instanceof Attendance attendance) return new Row("ATTENDANCE", attendance.came().name(), attendance.day(), null, null, null, null);
            if (what instanceof Standing standing) return new Row("STANDING", standing.where().name(), null, null, null, null, null);
            RiskChanged risk = (RiskChanged) what;
            return new Row("RISK", risk.direction().name(), null, null, null, null, risk.words());
        }
    }

    private Told news(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), pair = row.getObject("pair_id", UUID.class);
        String code = row.getString("code");
        Crossing what = switch (row.getString("kind")) {
            case "PARTNER" -> new PartnerNamed(pair, Kind.valueOf(code), seal.openWords(row.getBytes("participant"), PARTICIPANT, id), seal.openWords(row.getBytes("partner"), PARTNER, id), seal.openWords(row.getBytes("reach"), REACH, id));
            case "ATTENDANCE" -> new Attendance(pair, row.getObject("day", LocalDate.class), Came.valueOf(code));
            case "STANDING" -> new Standing(pair, Where.valueOf(code));
            default -> new RiskChanged(pair, Direction.valueOf(code), seal.openWords(row.getBytes("words"), WORDS, id));
        };
        return new Told(id, what, Times.instant(row, "told_at"), Times.instantOrNull(row, "answer_by"), Times.instantOrNull(row, "answered_at"));
    }
}
