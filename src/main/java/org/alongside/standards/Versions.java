package org.alongside.standards;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.standards.Version.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of standards that one organisation keeps: loaded as a draft, shown to everybody by an act of its own, put away. What is shown never changes; a new version takes its place. */
@Service
@Transactional
public class Versions {
    public static final Role[] KEEPERS = {Role.ADMINISTRATOR}, READERS = {Role.ADMINISTRATOR, Role.REVIEWER};
    /** What the operator's command does, it does as this job. */
    static final String IMPORT = "import-standard";
    /** Words that stand in addresses of this room. */
    private static final Set<String> RESERVED = Set.of("words", "copy", "register", "heard");
    public static final int LONGEST_LICENCE = 200;
    private final VersionRows rows;
    private final Standards standards;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final JdbcClient sql;
    private final Clock clock;

    Versions(VersionRows rows, Standards standards, ApplicationEventPublisher events, AuditTrail trail, JdbcClient sql, Clock clock) {
        this.rows = rows;
        this.standards = standards;
        this.events = events;
        this.trail = trail;
        this.sql = sql;
        this.clock = clock;
    }

    /** Every version the acting organisation loaded, by key, the last one loaded first. */
    @Transactional(readOnly = true)
    public List<Version> ours(Actor.Worker me) {
        me.mustBe(READERS);
        return rows.ours();
    }

    @Transactional(readOnly = true)
    public Version one(UUID id, Actor.Worker me) {
        me.mustBe(READERS);
        return one(id);
    }

    private Version one(UUID id) {
        return rows.one(id).orElseThrow(() -> new NotFound("standard", id));
    }

    /** The version that is shown now under the same key, when there is another one. */
    @Transactional(readOnly = true)
    public Optional<Standard> before(Version version) {
        return standards.versions(version.standard().key()).stream().filter(one -> !one.version().equals(version.standard().version()) && !one.publishedOn().isAfter(version.standard().publishedOn())).findFirst();
    }

    /** Loads a file as a draft that nobody outside reads. The same file again finds itself. Throws {@link BadStandard} with all that is wrong. */
    public Version load(String text, Actor.Worker me) {
        me.mustBe(KEEPERS);
        return load(Oscal.file(text), me.worker().id(), false);
    }

    /** The same by the operator of the house, who may also load a newer version of what came along with the software. */
    Version load(Oscal.File file) {
        return load(file, null, true);
    }

    private Version load(Oscal.File file, @Nullable UUID by, boolean isOperator) {
        Standard standard = file.standard();
        List<Version> same = rows.ours().stream().filter(one -> one.standard().key().equals(standard.key()) && one.standard().version().equals(standard.version())).toList();
        Optional<Version> found = same.stream().filter(one -> one.file().equals(file)).findFirst();
        if (found.isPresent()) return found.get();
        List<String> wrong = refused(file, same, isOperator);
        if (!wrong.isEmpty()) throw new BadStandard(wrong);
        sql.sql("delete from standards.version where organisation_id = access.organisation() and key = :key and version = :version and state = 'DRAFT'").param("key", standard.key()).param("version", standard.version()).update();
        UUID id = UUID.randomUUID();
        sql.sql("insert into standards.version (id, key, version, content, state, loaded_by, loaded_at) values (:id, :key, :version, :content, 'DRAFT', :by, :now)").param("id", id).param("key", standard.key()).param("version", standard.version())
                .param("content", Oscal.write(file)).param("by", by).param("now", Times.at(clock.instant())).update();
        told(standard, "loaded");
        return one(id);
    }

    private List<String> refused(Oscal.File file, List<Version> same, boolean isOperator) {
        Standard standard = file.standard();
        String named = "version " + standard.version() + " of “" + standard.key() + "”";
        List<String> wrong = new ArrayList<>();
        if (RESERVED.contains(standard.key())) wrong.add("the key “" + standard.key() + "” cannot be used: it stands in addresses here");
        if (Shipped.has(standard.key()) && !isOperator) wrong.add("the key “" + standard.key() + "” belongs to a standard that comes along with the software; choose another, or ask whoever runs this house to load it");
        if (Shipped.standards().stream().anyMatch(one -> one.key().equals(standard.key()) && one.version().equals(standard.version()))) wrong.add(named + " comes along with the software; give yours another");
        if (isTakenElsewhere(standard.key())) wrong.add("another organisation here keeps a standard under the key “" + standard.key() + "”; choose another");
        // Safety: a version stands for one wording for ever, since services were looked at by it.
        if (same.stream().anyMatch(one -> one.state() != State.DRAFT)) wrong.add(named + " has been shown with other words; give this one another version");
        for (Crosswalk walk : file.crosswalks()) {
            List<Standard> others = standards.versions(walk.to());
            if (!others.isEmpty()) walk.lines().stream().map(Crosswalk.Line::to).filter(id -> others.stream().noneMatch(other -> other.has(id))).distinct().forEach(id -> wrong.add("what stands beside “" + walk.to() + "”: there is no statement " + id + " in it"));
        }
        return wrong;
    }

    private boolean isTakenElsewhere(String key) {
        return !sql.sql("select 1 from standards.taken_key where key = :key and organisation_id <> access.organisation()").param("key", key).query(Integer.class).list().isEmpty();
    }

    /** From now on everybody reads it, and it never changes. @param licence under which its words may be used, as whoever presses says. RuleBroken when it is not said, or the key is taken */
    public void show(UUID id, String licence, Actor.Worker me) {
        me.mustBe(KEEPERS);
        show(id, licence, me.organisation(), me.worker().id());
    }

    void show(UUID id, String licence, OrganisationId organisation, @Nullable UUID by) {
        Version version = one(id);
        String key = version.standard().key(), said = licence.strip();
        if (version.state() == State.SHOWN) return;
        if (said.isEmpty() || said.length() > LONGEST_LICENCE) throw new RuleBroken("standards.licence", "Say under which licence or agreement its words may be used, in up to 200 characters");
        // Two organisations with the same key: the second waits, and learns that it is taken.
        sql.sql("select pg_advisory_xact_lock(hashtextextended('standards.key ' || :key, 0))").param("key", key).query((row, number) -> 0).list();
        if (isTakenElsewhere(key)) throw new RuleBroken("standards.taken", "Another organisation here keeps a standard under the key “" + key + "”. Give yours another key and load it again");
        if (sql.sql("select 1 from standards.taken_key where key = :key").param("key", key).query(Integer.class).list().isEmpty()) sql.sql("insert into standards.taken_key (key, taken_at) values (:key, :now)").param("key", key).param("now", Times.at(clock.instant())).update();
        sql.sql("update standards.version set state = 'SHOWN', licence = :licence, shown_by = :by, shown_at = :now, away_at = null where id = :id").param("licence", said).param("by", by).param("now", Times.at(clock.instant())).param("id", id).update();
        events.publishEvent(new StandardEvent.Shown(organisation, id));
        told(version.standard(), "shown to everybody");
    }

    /** A draft is dropped; what was shown is shown no more, and whoever was looked at by it finds it still. */
    public void putAway(UUID id, Actor.Worker me) {
        me.mustBe(KEEPERS);
        Version version = one(id);
        if (version.state() == State.DRAFT) sql.sql("delete from standards.version where id = :id and state = 'DRAFT'").param("id", id).update();
        else sql.sql("update standards.version set state = 'AWAY', away_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
        told(version.standard(), version.state() == State.DRAFT ? "draft dropped" : "put away");
    }

    private void told(Standard standard, String what) {
        OrganisationId organisation = Acting.current().map(actor -> actor instanceof Actor.Worker worker ? worker.organisation() : ((Actor.Job) actor).organisation()).orElseThrow();
        trail.changed("organisation", organisation.id(), ("standard " + standard.key() + ", version " + standard.version() + ": " + what).toLowerCase(Locale.UK));
    }
}
