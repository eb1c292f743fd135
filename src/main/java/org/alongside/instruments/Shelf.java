package org.alongside.instruments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.instruments.Shelved.Status;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sets of questions of one organisation: what comes with Alongside, and the files it loaded itself. A version never changes; a new one takes its place. */
@Service
@Transactional
public class Shelf {
    public static final Role[] ROLES = {Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR};
    /** The longest file, in characters. */
    public static final int LONGEST = 400_000;
    private final Map<String, Instrument> shipped = InstrumentFiles.read("classpath*:instruments/*.yaml");
    private final Map<String, Instrument> read = new ConcurrentHashMap<>();
    private final JdbcClient sql;
    private final AuditTrail trail;
    private final Clock clock;

    Shelf(JdbcClient sql, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    Map<String, Instrument> shipped() {
        return shipped;
    }

    private record Row(String key, String hash, boolean own, Status status, WorkerId by, Instant at, @Nullable String definition) {}

    /** Every version of the acting organisation, by title, the newest of each first. */
    @Transactional(readOnly = true)
    public List<Shelved> all() {
        List<Row> rows = rows();
        Map<String, Row> touched = new HashMap<>();
        rows.stream().filter(row -> !row.own).forEach(row -> touched.put(row.key, row));
        Stream<Shelved> ours = shipped.values().stream().map(one -> {
            Row row = one.needed() ? null : touched.get(one.key());
            return row == null ? new Shelved(one, false, Status.IN_USE, null, null) : new Shelved(one, false, row.status, row.by, row.at);
        });
        return Stream.concat(ours, rows.stream().filter(Row::own).map(this::shelved))
                .sorted(Comparator.comparing((Shelved one) -> one.instrument().title()).thenComparing(one -> one.instrument().key()).thenComparing(Shelved::lastAt, Comparator.nullsFirst(Comparator.reverseOrder()))).toList();
    }

    private List<Row> rows() {
        return sql.sql("""
                select s.*, case when s.own then v.definition end as definition from instruments.shelf s left join instruments.instrument_version v on v.organisation_id = s.organisation_id and v.hash = s.hash
                 where s.organisation_id = access.organisation()
                """).query(Shelf::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("key"), row.getString("hash"), row.getBoolean("own"), Status.valueOf(row.getString("status")), new WorkerId(row.getObject("last_by", UUID.class)), row.getObject("last_at", OffsetDateTime.class).toInstant(), row.getString("definition"));
    }

    private Shelved shelved(Row row) {
        Instrument instrument = read.computeIfAbsent(row.hash, hash -> {
            String definition = String.valueOf(row.definition);
            if (!DigestUtils.sha256Hex(definition).equals(hash)) throw new IllegalStateException("an instrument version was changed");
            return InstrumentFile.read("version " + hash.substring(0, 12), definition);
        });
        return new Shelved(instrument, true, row.status, row.by, row.at);
    }

    /** One version of the acting organisation; NotFound for any other. */
    @Transactional(readOnly = true)
    public Shelved one(UUID id) {
        return all().stream().filter(one -> one.instrument().id().equals(id)).findFirst().orElseThrow(() -> new NotFound("instrument", id));
    }

    /** Whether this version is a file the acting organisation loaded. */
    boolean isOwn(String hash) {
        return !sql.sql("select 1 from instruments.shelf where organisation_id = access.organisation() and hash = :hash and own").param("hash", hash).query(Integer.class).list().isEmpty();
    }

    /**
     * Loads a file, not yet published. The same file again finds itself.
     * @param name the file's name, as mistakes will call it. Throws {@link BadInstrument} with every mistake and its line.
     */
    public Shelved load(String name, String text, Actor.Worker me) {
        me.mustBe(ROLES);
        if (text.length() > LONGEST) throw new BadInstrument(List.of(name + " is too long: no more than 400,000 characters"));
        Instrument instrument = InstrumentFile.read(name, text);
        if (shipped.containsKey(instrument.key())) throw new BadInstrument(List.of(name + ": the key \"" + instrument.key() + "\" belongs to a set that comes with Alongside; choose another"));
        if (instrument.needed()) throw new BadInstrument(List.of(name + ": only a set that comes with Alongside can be needed"));
        List<Shelved> mine = all().stream().filter(Shelved::own).toList();
        for (Shelved known : mine) {
            if (known.instrument().hash().equals(instrument.hash())) return known;
            // Safety: a label stands for one wording for ever, above all where the words are not ours to change.
            if (known.instrument().key().equals(instrument.key()) && known.instrument().label().equals(instrument.label())) {
                throw new BadInstrument(List.of(name + ": version " + instrument.label() + " of \"" + instrument.key() + "\" is already here with other words; give this one another label"
                        + (known.instrument().licence().isLocked() ? ", and only if its owner changed them" : "")));
            }
        }
        sql.sql("insert into instruments.instrument_version (organisation_id, hash, key, label, definition, first_used_at, for_anybody) values (access.organisation(), :hash, :key, :label, :definition, :now, :anybody)")
                .param("hash", instrument.hash()).param("key", instrument.key()).param("label", instrument.label()).param("definition", instrument.definition()).param("now", Times.at(clock.instant()))
                .param("anybody", instrument.by() == Instrument.By.LEARNER || instrument.by() == Instrument.By.PUBLIC).update();
        put(instrument, true, Status.LOADED, me);
        return one(instrument.id());
    }

    /** From now on this version is asked; one of the same key that was asked until now is put away. Answers given to that one stay as they are. */
    public void publish(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        Shelved chosen = one(id);
        if (chosen.status() == Status.IN_USE) return;
        sql.sql("select pg_advisory_xact_lock(hashtextextended(access.organisation()::text || :key, 3))").param("key", chosen.instrument().key()).query((row, number) -> 0).list();
        for (Shelved other : new ArrayList<>(all())) {
            if (other.own() && other.status() == Status.IN_USE && other.instrument().key().equals(chosen.instrument().key())) put(other.instrument(), true, Status.RETIRED, me);
        }
        put(chosen.instrument(), chosen.own(), Status.IN_USE, me);
    }

    /** From now on nobody begins this set; what was begun may be finished. */
    public void retire(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        Shelved chosen = one(id);
        if (chosen.instrument().needed()) throw new RuleBroken("instruments.needed", "This set cannot be put away: the work begins with it.");
        put(chosen.instrument(), chosen.own(), Status.RETIRED, me);
    }

    private void put(Instrument instrument, boolean own, Status status, Actor.Worker me) {
        // What comes with Alongside is put away by its key: its next version stays away too.
        int put = sql.sql("update instruments.shelf set status = :status, last_by = :by, last_at = :at where organisation_id = access.organisation() and own = :own and (hash = :hash or not own and key = :key)")
                .param("own", own).param("key", instrument.key()).param("hash", instrument.hash()).param("status", status.name()).param("by", me.worker().id()).param("at", Times.at(clock.instant())).update();
        if (put == 0) {
            sql.sql("insert into instruments.shelf (key, hash, own, status, last_by, last_at) values (:key, :hash, :own, :status, :by, :at)")
                    .param("own", own).param("key", instrument.key()).param("hash", instrument.hash()).param("status", status.name()).param("by", me.worker().id()).param("at", Times.at(clock.instant())).update();
        }
        trail.changed("organisation", me.organisation().id(), "question set " + instrument.key() + ", version " + instrument.label() + ": " + status.words().toLowerCase(Locale.UK));
    }
}
