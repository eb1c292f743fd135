package org.alongside.directory;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.directory.Edition.How;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an organisation says about its services, and what nobody here keeps and all directory editors look after. Managers and editors write drafts; an editor
 * publishes. Every public state stays in the history, and any of them can be put back.
 */
@Service
@Transactional
public class Entries {
    /** So often in a row a page did not answer before it counts as gone: once may be a bad moment. */
    public static final int BROKEN_AFTER = 2;
    public static final Role[] KEEPERS = {Role.DIRECTORY_EDITOR, Role.MANAGER};
    private static final String MEANWHILE = "Somebody else changed this entry in the meantime. Look at what it says now, then do it again.";
    private final JdbcClient sql;
    private final EntryRows rows;
    private final Editions editions;
    private final Clock clock;

    Entries(JdbcClient sql, EntryRows rows, Editions editions, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.editions = editions;
        this.clock = clock;
    }

    /** Which entries a list shows. */
    public enum Shown {
        ALL("true"),
        WAITING("has_draft"),
        AGEING("published and (assured_on is null or assured_on < :ageing)"),
        WITHDRAWN("not published and not has_draft"),
        SAID("exists (select from directory.suggestion g where g.service_id = entry.id and g.dealt_at is null)"),
        BROKEN("exists (select from directory.link l where l.service_id = entry.id and l.failures >= " + BROKEN_AFTER + ")");

        private final String rule;

        Shown(String rule) {
            this.rule = rule;
        }
    }

    /** One line of the list. @param ours false for what no organisation here keeps */
    public record Line(UUID id, String name, String organisation, boolean ours, boolean published, boolean hasDraft, @Nullable String wished, @Nullable LocalDate checkedOn) {}

    /** @param all how many there are @param lines some of them */
    public record Lines(int all, List<Line> lines) {}

    @Transactional(readOnly = true)
    public Lines lines(Shown shown, @Nullable String words, int skip, int some, Actor.Worker me) {
        me.mustBe(KEEPERS);
        int[] all = new int[1];
        List<Line> lines = sql.sql("""
                with entry as (
                  select coalesce(s.id, d.service_id) as id, coalesce(d.document ->> 'name', s.name) as name, coalesce(e.name, '') as organisation, coalesce(s.organisation_id, d.organisation_id) = :own as ours,
                         coalesce(s.published, false) as published, d.service_id is not null as has_draft, d.wished, s.assured_on
                    from directory.service s full join directory.draft d on d.service_id = s.id
                    left join directory.organisation_entry e on e.id = coalesce(s.organisation_entry_id, (d.document ->> 'offeredBy')::uuid)
                   where directory.may_keep(coalesce(s.organisation_id, d.organisation_id)))
                select *, count(*) over () as found from entry where\s""" + shown.rule + """
                 and (:words::text is null or position(lower(:words) in lower(name || ' ' || organisation)) > 0)
                 order by has_draft desc, name, id limit :some offset :skip
                """).param("own", me.organisation().id()).param("ageing", Times.day(clock.instant()).minusDays(Listing.AGEING_AFTER_DAYS)).param("words", words).param("skip", skip).param("some", some)
                .query((row, n) -> {
                    all[0] = row.getInt("found");
                    return new Line(row.getObject("id", UUID.class), row.getString("name"), row.getString("organisation"), row.getBoolean("ours"), row.getBoolean("published"), row.getBoolean("has_draft"), row.getString("wished"), row.getObject("assured_on", LocalDate.class));
                }).list();
        return new Lines(all[0], lines);
    }

    /** What is kept of a service: what it says, what it is to say, and what it said. @param kept null for a new one that was never public */
    public record Opened(UUID id, OrganisationId keeper, @Nullable Kept kept, @Nullable Draft draft, List<Edition> editions, boolean mayEdit) {
        /** What one goes on writing at. */
        public Entry entry() {
            Draft waiting = draft;
            Kept stands = kept;
            if (waiting != null) return waiting.entry();
            if (stands == null) throw new NotFound();
            return stands.entry();
        }

        public Set<Field> changed() {
            return draft == null || kept == null ? EnumSet.noneOf(Field.class) : Field.between(kept.entry(), draft.entry());
        }
    }

    @Transactional(readOnly = true)
    public Opened open(UUID id, Actor.Worker me) {
        me.mustBe(KEEPERS);
        Kept kept = rows.read("s.id = any (:ids)", List.of(id)).findFirst().orElse(null);
        Draft draft = draft(id);
        OrganisationId keeper = kept != null ? kept.keeper() : draft != null ? new OrganisationId(draft.keeper()) : null;
        if (keeper == null || !mayKeep(keeper, me)) throw new NotFound("service", id);
        return new Opened(id, keeper, kept, draft, editions.of(id), mayEdit(keeper, me));
    }

    private @Nullable Draft draft(UUID id) {
        return sql.sql("select organisation_id, document::text, of_version, version, wished, saved_by, saved_at from directory.draft where service_id = :id").param("id", id)
                .query((row, n) -> new Draft(Editions.JSON.readValue(row.getString("document"), Entry.class), row.getObject("organisation_id", UUID.class), row.getInt("of_version"), row.getInt("version"), row.getString("wished"), row.getObject("saved_by", UUID.class), Times.instant(row, "saved_at")))
                .optional().orElse(null);
    }

    private static boolean mayEdit(OrganisationId keeper, Actor.Worker me) {
        return me.is(Role.DIRECTORY_EDITOR) && (keeper.equals(me.organisation()) || keeper.equals(Directory.IMPORTED));
    }

    private static boolean mayKeep(OrganisationId keeper, Actor.Worker me) {
        return mayEdit(keeper, me) || me.is(Role.MANAGER) && keeper.equals(me.organisation());
    }

    /** Saves what is to be said. @param version the draft's that was read; 0 for a first one @param wished what the editor is told with it */
    public void save(Entry entry, int version, @Nullable String wished, Actor.Worker me) {
        me.mustBe(KEEPERS);
        Kept kept = rows.read("s.id = any (:ids)", List.of(entry.id())).findFirst().orElse(null);
        if (kept != null && !mayKeep(kept.keeper(), me)) throw new NotFound("service", entry.id());
        OrganisationId keeper = kept == null ? me.organisation() : kept.keeper();
        int saved = sql.sql("""
                insert into directory.draft (service_id, organisation_id, document, of_version, version, wished, saved_by, saved_at) select :id, :keeper, :document::jsonb, :of, 1, :wished, :me, :now where :version = 0
                on conflict (service_id) do nothing
                """).param("id", entry.id()).param("keeper", keeper.id()).param("document", Editions.JSON.writeValueAsString(entry)).param("of", kept == null ? 0 : kept.version()).param("version", version).param("wished", wished).param("me", me.worker().id()).param("now", now()).update()
                + sql.sql("update directory.draft set document = :document::jsonb, version = version + 1, wished = :wished, saved_by = :me, saved_at = :now where service_id = :id and version = :version")
                .param("id", entry.id()).param("document", Editions.JSON.writeValueAsString(entry)).param("version", version == 0 ? -1 : version).param("wished", wished).param("me", me.worker().id()).param("now", now()).update();
        if (saved == 0) throw new RuleBroken("directory.meanwhile", MEANWHILE);
    }

    public void throwAway(UUID id, Actor.Worker me) {
        open(id, me);
        sql.sql("delete from directory.draft where service_id = :id").param("id", id).update();
    }

    /** Makes the draft public. @param version the draft's that was read @param checked whether the editor has just found all of it to be right */
    public void publish(UUID id, int version, boolean checked, Actor.Worker me) {
        Opened opened = edited(id, me);
        Draft draft = opened.draft;
        if (draft == null || draft.version() != version || draft.ofVersion() != (opened.kept == null ? 0 : opened.kept.version())) throw new RuleBroken("directory.meanwhile", MEANWHILE);
        Set<Field> changed = opened.kept == null ? EnumSet.allOf(Field.class) : opened.changed();
        write(draft.entry(), opened, Field.names(changed), How.PUBLISHED);
        sql.sql("update directory.service set published = true where id = :id").param("id", id).update();
        sql.sql("delete from directory.draft where service_id = :id").param("id", id).update();
        if (checked) assure(id, me.worker().id());
    }

    /** A person found all that stands there to be right, today. @param version what they looked at */
    public void confirm(UUID id, int version, Actor.Worker me) {
        Opened opened = edited(id, me);
        Kept kept = standing(opened, version);
        assure(id, me.worker().id());
        editions.add(kept.entry(), opened.keeper, How.CONFIRMED);
    }

    /** Somebody at the service, holding the link that was sent there, says that it is right. @param seen when what they looked at was changed last @return whether it still says that */
    public boolean assured(UUID id, String seen) {
        Kept kept = rows.read("s.published and s.id = any (:ids)", List.of(id)).findFirst().orElse(null);
        if (kept == null || !kept.changedAt().toString().equals(seen)) return false;
        assure(id, null);
        sql.sql("update directory.assurer set answered_at = :now, unanswered = 0 where service_id = :id").param("now", now()).param("id", id).update();
        editions.add(kept.entry(), kept.keeper(), How.CONFIRMED);
        return true;
    }

    // Safety: only this says when a service was checked, and only because a person did; a date that a program sets says nothing.
    private void assure(UUID id, @Nullable UUID me) {
        sql.sql("update directory.service set assured_on = :today, assured_by = :me, own_fields = :all, version = version + 1 where id = :id").param("today", Times.day(clock.instant())).param("me", me, Types.OTHER)
                .param("all", Field.names(EnumSet.allOf(Field.class)).stream().sorted().toArray(String[]::new)).param("id", id).update();
    }

    /** Nobody finds it any more; it can be brought back. */
    public void withdraw(UUID id, int version, Actor.Worker me) {
        show(id, version, false, How.WITHDRAWN, me);
    }

    public void bringBack(UUID id, int version, Actor.Worker me) {
        show(id, version, true, How.BROUGHT_BACK, me);
    }

    private void show(UUID id, int version, boolean published, How how, Actor.Worker me) {
        Opened opened = edited(id, me);
        Kept kept = standing(opened, version);
        if (kept.published() == published) return;
        sql.sql("update directory.service set published = :published, version = version + 1 where id = :id").param("published", published).param("id", id).update();
        editions.add(kept.entry(), opened.keeper, how);
    }

    /** Says again what it said in that edition. @param version what stands there now, as it was read */
    public void putBack(UUID id, int number, int version, Actor.Worker me) {
        Opened opened = edited(id, me);
        Kept kept = standing(opened, version);
        Edition edition = opened.editions.stream().filter(one -> one.number() == number).findFirst().orElseThrow(() -> new NotFound("edition", id));
        write(edition.entry(), opened, Field.names(Field.between(kept.entry(), edition.entry())), How.UNDONE);
    }

    /** One at a time: whoever comes second sees what the first one did. */
    private Opened edited(UUID id, Actor.Worker me) {
        sql.sql("select 1 from directory.draft where service_id = :id for update").param("id", id).query().listOfRows();
        sql.sql("select 1 from directory.service where id = :id for update").param("id", id).query().listOfRows();
        Opened opened = open(id, me);
        if (!opened.mayEdit) throw new NotFound("service", id);
        return opened;
    }

    private static Kept standing(Opened opened, int version) {
        if (opened.kept == null || opened.kept.version() != version) throw new RuleBroken("directory.meanwhile", MEANWHILE);
        return opened.kept;
    }

    private void write(Entry entry, Opened opened, Set<String> changed, How how) {
        Set<String> own = new HashSet<>(changed);
        if (opened.kept != null) own.addAll(opened.kept.ownFields());
        rows.write(entry, opened.keeper, own);
        editions.add(entry, opened.keeper, how);
    }

    /** An organisation that offers services, as its keepers see it. */
    public record Organisation(Offerer offerer, OrganisationId keeper, int version, boolean mayEdit) {}

    /** Those whose services I may write about, by name. */
    @Transactional(readOnly = true)
    public List<Organisation> organisations(@Nullable UUID one, Actor.Worker me) {
        me.mustBe(KEEPERS);
        return sql.sql("""
                select e.id, e.organisation_id, e.name, e.website, e.description, e.identifiers, e.version,
                       (select jsonb_agg(jsonb_build_object('scheme', m.scheme, 'level', m.level, 'validTo', m.valid_to) order by m.position)::text from directory.quality_mark m where m.organisation_entry_id = e.id) as marks
                  from directory.organisation_entry e where directory.may_keep(e.organisation_id) and (:one::uuid is null or e.id = :one) order by e.name, e.id limit 2000
                """).param("one", one).query((row, n) -> {
                    String marks = row.getString("marks");
                    OrganisationId keeper = new OrganisationId(row.getObject("organisation_id", UUID.class));
                    return new Organisation(new Offerer(row.getObject("id", UUID.class), row.getString("name"), row.getString("website"), row.getString("description"), List.of((String[]) row.getArray("identifiers").getArray()),
                            marks == null ? List.of() : List.of(Editions.JSON.readValue(marks, QualityMark[].class))), keeper, row.getInt("version"), mayEdit(keeper, me));
                }).list();
    }

    /** Writes who offers services; seen at once with all of them. @param version as it was read; -1 for a new one */
    public void write(Offerer offerer, int version, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        Organisation before = organisations(offerer.id(), me).stream().findFirst().orElse(null);
        if (before == null ? version >= 0 : before.version() != version) throw new RuleBroken("directory.meanwhile", MEANWHILE);
        if (before != null && !before.mayEdit()) throw new NotFound("organisation_entry", offerer.id());
        rows.write(offerer, before == null ? me.organisation() : before.keeper());
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
