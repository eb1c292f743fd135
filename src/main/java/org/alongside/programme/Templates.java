package org.alongside.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Cases;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a programme consists of, in versions. A published one stays as it is; a group keeps the one it began with. */
@Service
@Transactional
public class Templates {
    private static final int MOST = 200;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Templates(AuditTrail audit, JdbcClient sql, Clock clock) {
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** One session of a programme. */
    public record Part(String title, int minutes) {}

    /** One version of a programme. @param publishedAt null while it is a draft @param revision counts the changes of the draft */
    public record Template(UUID id, String name, int version, int revision, @Nullable Instant publishedAt, List<Part> parts) {
        public boolean isDraft() {
            return publishedAt == null;
        }

        public String called() {
            return name + ", version " + version;
        }
    }

    /** By name, the newest version first; drafts too. */
    @Transactional(readOnly = true)
    public List<Template> all(Actor.Worker me) {
        Cohorts.mustBeHere(me);
        return read("t.organisation_id = access.organisation() and t.side = access.side()", null);
    }

    /** NotFound when there is no such programme for whoever asks. */
    @Transactional(readOnly = true)
    public Template one(UUID id, Actor.Worker me) {
        Cohorts.mustBeHere(me);
        return read("t.id = :id", id).stream().findFirst().orElseThrow(() -> new NotFound("programme", id));
    }

    private List<Template> read(String which, @Nullable UUID id) {
        Map<UUID, Template> all = new LinkedHashMap<>();
        sql.sql("select t.id, t.name, t.version, t.revision, t.published_at, s.title, s.minutes from (select * from programme.template t where " + which + " order by t.name, t.version desc limit :most) t left join programme.template_session s on s.template_id = t.id order by t.name, t.version desc, s.number")
                .param("id", id).param("most", MOST).query((row, number) -> {
                    UUID its = row.getObject("id", UUID.class);
                    if (!all.containsKey(its)) all.put(its, new Template(its, row.getString("name"), row.getInt("version"), row.getInt("revision"), Times.instantOrNull(row, "published_at"), new ArrayList<>()));
                    if (row.getString("title") != null) all.get(its).parts.add(new Part(row.getString("title"), row.getInt("minutes")));
                    return its;
                }).list();
        return List.copyOf(all.values());
    }

    /** Begins a programme, or its next version. @param id made with the form, so that a second press finds the first */
    public void begin(UUID id, String name, List<Part> parts, Actor.Worker me) {
        mustBeManager(me);
        int made;
        try {
            made = sql.sql("""
                    insert into programme.template (id, name, version, made_by, made_at)
                    select :id, :name, coalesce(max(version), 0) + 1, :me, :now from programme.template where organisation_id = access.organisation() and side = access.side() and name = :name
                    on conflict (id) do nothing
                    """).param("id", id).param("name", name).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        } catch (DuplicateKeyException meanwhile) {
            throw Cases.changedMeanwhile();
        }
        if (made == 0) return;
        keep(id, parts);
        audit.changed("programme", id, "begun");
    }

    /** Changes a draft; RuleBroken when it is published, or somebody else was faster. */
    public void change(UUID id, List<Part> parts, int revision, Actor.Worker me) {
        mustBeManager(me);
        mustBeDraft(id, me);
        if (sql.sql("update programme.template set revision = revision + 1 where id = :id and revision = :revision and published_at is null").param("id", id).param("revision", revision).update() == 0) throw Cases.changedMeanwhile();
        sql.sql("delete from programme.template_session where template_id = :id").param("id", id).update();
        keep(id, parts);
        audit.changed("programme", id, "changed");
    }

    /** From now on groups can be made from it, and it stays as it is. */
    public void publish(UUID id, Actor.Worker me) {
        mustBeManager(me);
        mustBeDraft(id, me);
        sql.sql("update programme.template set published_at = :now, published_by = :me where id = :id and published_at is null").param("now", Times.at(clock.instant())).param("me", me.worker().id()).param("id", id).update();
        audit.changed("programme", id, "published");
    }

    private void keep(UUID id, List<Part> parts) {
        if (parts.isEmpty() || parts.size() > Cohorts.MOST_SESSIONS) throw new RuleBroken("programme.sessions", "Enter from 1 to 60 sessions.");
        sql.sql("insert into programme.template_session (template_id, number, title, minutes) select :id, part.number, part.title, part.minutes from unnest(:titles::text[], :minutes::int[]) with ordinality as part (title, minutes, number)").param("id", id)
                .param("titles", parts.stream().map(Part::title).toArray(String[]::new)).param("minutes", parts.stream().map(Part::minutes).toArray(Integer[]::new)).update();
    }

    private void mustBeDraft(UUID id, Actor.Worker me) {
        if (!one(id, me).isDraft()) throw new RuleBroken("programme.published", "This version is published and stays as it is. Write the next version.");
    }

    private static void mustBeManager(Actor.Worker me) {
        Cohorts.mustBeHere(me);
        me.mustBe(Role.MANAGER);
    }
}
