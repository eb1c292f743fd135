package org.alongside.directory.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.directory.exchange.Staged.Otherwise;
import org.alongside.directory.exchange.Staged.State;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of imports: the runs, and the records on their way. */
@Component
class Stages {
    private static final String RUN = "select id, organisation_id, feed, source, is_file, licence, serves, allow_private, publish, state, origin, next_page, told, trouble, begun_by, begun_at, ended_at from directory.import_run ";
    private final JdbcClient sql;
    private final Clock clock;

    Stages(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<ImportRun> run(UUID id) {
        return runs("where id = :id", id).stream().findFirst();
    }

    /** Nobody else works at it meanwhile. */
    Optional<ImportRun> locked(UUID id) {
        return runs("where id = :id for update", id).stream().findFirst();
    }

    /** The newest first. */
    List<ImportRun> all() {
        return runs("where :id::uuid is null order by begun_at desc, id limit 200", null);
    }

    /** One of this source that was stopped on its way. */
    Optional<ImportRun> unfinished(String feed, String source, OrganisationId keeper) {
        return runs("where :id::uuid is null and state <> 'DONE' order by begun_at desc limit 50", null).stream().filter(run -> run.feed().equals(feed) && run.source().equals(source) && run.keeper().equals(keeper)).findFirst();
    }

    private List<ImportRun> runs(String which, @Nullable UUID id) {
        return sql.sql(RUN + which).param("id", id).query((row, n) -> new ImportRun(row.getObject("id", UUID.class), new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("feed"), row.getString("source"), row.getBoolean("is_file"), row.getString("licence"),
                List.of((String[]) row.getArray("serves").getArray()), row.getBoolean("allow_private"), row.getBoolean("publish"), ImportRun.State.valueOf(row.getString("state")), row.getString("origin"), row.getInt("next_page"), row.getObject("told", Integer.class), row.getString("trouble"),
                row.getObject("begun_by", UUID.class), Times.instant(row, "begun_at"), row.getObject("ended_at") == null ? null : Times.instant(row, "ended_at"))).list();
    }

    void insert(ImportRun run) {
        sql.sql("""
                insert into directory.import_run (id, organisation_id, feed, source, is_file, licence, serves, allow_private, publish, state, begun_by, begun_at)
                values (:id, :keeper, :feed, :source, :file, :licence, :serves, :private, :publish, :state, :by, :at)
                """).param("id", run.id()).param("keeper", run.keeper().id()).param("feed", run.feed()).param("source", run.source()).param("file", run.isFile()).param("licence", run.licence()).param("serves", run.serves().toArray(String[]::new)).param("private", run.allowPrivate())
                .param("publish", run.publish()).param("state", run.state().name()).param("by", run.begunBy()).param("at", Times.at(run.begunAt())).update();
    }

    void at(UUID run, ImportRun.State state, @Nullable String origin, int nextPage, @Nullable Integer told, @Nullable String trouble) {
        sql.sql("update directory.import_run set state = :state, origin = coalesce(:origin, origin), next_page = :page, told = coalesce(:told, told), trouble = :trouble, ended_at = case when :state in ('DONE', 'FAILED') then :now::timestamptz end where id = :id")
                .param("state", state.name()).param("origin", origin).param("page", nextPage).param("told", told).param("trouble", trouble == null ? null : PlainText.cut(trouble, 500)).param("now", Times.at(clock.instant())).param("id", run).update();
    }

    /** Puts a record where it waits; one that came before under its id is a double of its own feed. @return false for one that is here already, word for word */
    boolean stage(ImportRun run, Given given, int position) {
        String id = given.externalId();
        List<Doubt> doubts = new ArrayList<>(given.doubts());
        String document = given.isHeld() ? null : Whole.JSON.writeValueAsString(new Whole(given.entry(), given.offeredBy()));
        Optional<String> before = sql.sql("select coalesce(document::text, '') from directory.staged where run_id = :run and external_id = :id").param("run", run.id()).param("id", id).query(String.class).optional();
        if (before.isPresent()) {
            if (document == null || Whole.JSON.readTree(before.get().isEmpty() ? "null" : before.get()).equals(Whole.JSON.readTree(document))) return false;
            doubts.add(new Doubt("id", "came before with other words: the first stays", true));
            id = id + " (again, " + position + ")";
            document = null;
        }
        boolean held = document == null;
        String name = given.entry().name().isEmpty() ? "(no name)" : given.entry().name();
        sql.sql("""
                insert into directory.staged (run_id, external_id, organisation_id, position, state, name, offerer_key, keys, has_refuge, exact, document, doubts)
                values (:run, :id, :keeper, :position, :state, :name, :offerer, :keys, :refuge, :exact, :document::jsonb, :doubts::jsonb) on conflict do nothing
                """).param("run", run.id()).param("id", PlainText.cut(id, 500)).param("keeper", run.keeper().id()).param("position", position).param("state", held ? "QUARANTINED" : "STAGED").param("name", name).param("offerer", offererKey(given))
                .param("keys", held ? new String[0] : Doubles.keys(given.entry(), given.offeredBy().name()).toArray(String[]::new)).param("refuge", given.hasRefuge()).param("exact", given.exact()).param("document", document).param("doubts", Whole.JSON.writeValueAsString(doubts)).update();
        return true;
    }

    private static String offererKey(Given given) {
        return given.offererId() != null ? given.offererId() : "name:" + PlainText.fold(given.offeredBy().name());
    }

    // Safety: another service of an organisation with a refuge may stand in the same house; its first half of a postcode is dropped too, unless a person at another Alongside wrote it down.
    void hideNextToRefuges(UUID run) {
        sql.sql("""
                update directory.staged s set document = jsonb_set(document, '{entry,offices}', '[]'), keys = array(select key from unnest(keys) key where key not like 'o:%'),
                       doubts = doubts || '[{"field": "addresses", "words": "stand beside a refuge of the same organisation and were left out", "grave": false}]'
                 where s.run_id = :run and s.state = 'STAGED' and not s.exact and jsonb_array_length(s.document -> 'entry' -> 'offices') > 0
                   and exists (select from directory.staged r where r.run_id = :run and r.has_refuge and r.offerer_key = s.offerer_key)
                """).param("run", run).update();
    }

    int count(UUID run) {
        return sql.sql("select count(*) from directory.staged where run_id = :run").param("run", run).query(Integer.class).single();
    }

    int waiting(UUID run) {
        return sql.sql("select count(*) from directory.staged where run_id = :run and state = 'STAGED'").param("run", run).query(Integer.class).single();
    }

    /** A record that waits. */
    record Waiting(String externalId, String offererKey, Whole whole, boolean exact, List<Doubt> doubts) {}

    List<Waiting> next(UUID run, int some) {
        return sql.sql("select external_id, offerer_key, document::text, exact, doubts::text from directory.staged where run_id = :run and state = 'STAGED' order by position, external_id limit :some").param("run", run).param("some", some)
                .query((row, n) -> new Waiting(row.getString("external_id"), row.getString("offerer_key"), Whole.JSON.readValue(row.getString("document"), Whole.class), row.getBoolean("exact"), doubts(row.getString("doubts")))).list();
    }

    static List<Doubt> doubts(String json) {
        return List.of(Whole.JSON.readValue(json, Doubt[].class));
    }

    boolean isAlone(UUID run, String key) {
        return sql.sql("select count(*) from directory.staged where run_id = :run and keys @> array[:key]::text[]").param("run", run).param("key", key).query(Integer.class).single() <= 1;
    }

    boolean has(UUID run, String externalId) {
        return sql.sql("select exists (select from directory.staged where run_id = :run and external_id = :id)").param("run", run).param("id", externalId).query(Boolean.class).single();
    }

    /** Services that somebody said this record is not. */
    List<UUID> takenApart(ImportRun run, String externalId) {
        return sql.sql("select s.service_id from directory.staged s join directory.import_run r on r.id = s.run_id where s.organisation_id = :keeper and s.external_id = :id and s.state = 'UNDONE' and s.undone_from = 'MERGED' and r.feed = :feed")
                .param("keeper", run.keeper().id()).param("id", externalId).param("feed", run.feed()).query(UUID.class).list();
    }

    /** What became of it. */
    record Became(State state, @Nullable UUID service, List<String> reasons, List<Otherwise> differs, @Nullable String before, @Nullable Boolean wasPublished, @Nullable Integer written, List<Doubt> doubts) {}

    void became(UUID run, String externalId, Became became) {
        sql.sql("update directory.staged set state = :state, service_id = :service, reasons = :reasons::jsonb, differs = :differs::jsonb, before = :before::jsonb, was_published = :published, written = :written, doubts = :doubts::jsonb, document = null where run_id = :run and external_id = :id")
                .param("state", became.state.name()).param("service", became.service).param("reasons", Whole.JSON.writeValueAsString(became.reasons)).param("differs", Whole.JSON.writeValueAsString(became.differs)).param("before", became.before).param("published", became.wasPublished)
                .param("written", became.written).param("doubts", Whole.JSON.writeValueAsString(became.doubts)).param("run", run).param("id", externalId).update();
    }

    List<Staged> listed(UUID run, Collection<State> states, boolean onlyOtherwise, int skip, int some) {
        return sql.sql("""
                select external_id, state, name, doubts::text, service_id, reasons::text, differs::text, written is not null as done from directory.staged
                 where run_id = :run and (state = any (:states) and not :otherwise or :otherwise and differs <> '[]') order by position, external_id limit :some offset :skip
                """).param("run", run).param("states", states.stream().map(Enum::name).toArray(String[]::new)).param("otherwise", onlyOtherwise).param("some", some).param("skip", skip)
                .query((row, n) -> {
                    State state = State.valueOf(row.getString("state"));
                    return new Staged(row.getString("external_id"), state, row.getString("name"), doubts(row.getString("doubts")), row.getObject("service_id", UUID.class), List.of(Whole.JSON.readValue(row.getString("reasons"), String[].class)),
                            List.of(Whole.JSON.readValue(row.getString("differs"), Otherwise[].class)), (row.getBoolean("done") || state == State.MERGED) && state != State.UNDONE);
                }).list();
    }

    /** How many of each state, and how many of which a person here says otherwise. */
    Map<String, Integer> counts(UUID run) {
        Map<String, Integer> counts = new HashMap<>();
        sql.sql("select state, count(*) as many, count(*) filter (where differs <> '[]') as otherwise from directory.staged where run_id = :run group by state").param("run", run).query(row -> {
            counts.put(row.getString("state"), row.getInt("many"));
            counts.merge("OTHERWISE", row.getInt("otherwise"), Integer::sum);
        });
        return counts;
    }

    List<Gone> gone(ImportRun run) {
        return sql.sql("""
                select s.id as service, s.name from directory.service s where s.organisation_id = :keeper and s.feed = :feed and s.published
                   and not exists (select from directory.staged g where g.run_id = :run and g.external_id = s.external_id) order by s.name, s.id limit 1000
                """).param("keeper", run.keeper().id()).param("feed", run.feed()).param("run", run.id()).query(Gone.class).list();
    }

    /** What may be made public of a run: what came in and was not taken out by a person, and says in our terms what it offers. */
    List<UUID> publishable(UUID run) {
        return sql.sql("""
                select s.id from directory.staged g join directory.service s on s.id = g.service_id
                 where g.run_id = :run and g.state in ('ACCEPTED', 'CHANGED', 'UNCHANGED') and not s.published and exists (select from directory.service_part p where p.service_id = s.id)
                   and coalesce((select e.how from directory.edition e where e.service_id = s.id and e.how <> 'IMPORTED' order by e.number desc limit 1), '') not in ('WITHDRAWN', 'UNDONE') order by s.id
                """).param("run", run).query(UUID.class).list();
    }

    /** What older runs of the same source noted and nobody needs any more. */
    void tidy(ImportRun run) {
        sql.sql("""
                delete from directory.staged s using directory.import_run r where r.id = s.run_id and r.organisation_id = :keeper and r.feed = :feed and s.state <> 'UNDONE' and r.state = 'DONE'
                   and r.id not in (select id from directory.import_run where organisation_id = :keeper and feed = :feed order by begun_at desc limit 10)
                """).param("keeper", run.keeper().id()).param("feed", run.feed()).update();
    }
}
