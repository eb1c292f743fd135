package org.alongside.instruments;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.instruments.Response.Status;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every set of questions the house knows, and the answers given to them. An answer belongs to the version it was given to,
 * found by its hash; a changed file is a new version and leaves what was answered as it was.
 */
@Service
@Transactional
public class Instruments {
    private final Map<String, Instrument> current;
    private final Map<String, Instrument> byHash = new ConcurrentHashMap<>();
    private final JdbcClient sql;
    private final Answers answers;
    private final Shelf shelf;
    private final Clock clock;

    @Autowired
    Instruments(JdbcClient sql, Answers answers, Shelf shelf, Clock clock) {
        this(sql, answers, shelf, clock, shelf.shipped());
    }

    Instruments(JdbcClient sql, Answers answers, Shelf shelf, Clock clock, Map<String, Instrument> current) {
        this.sql = sql;
        this.answers = answers;
        this.shelf = shelf;
        this.clock = clock;
        this.current = current;
    }

    /** The version that comes with Alongside. Throws NotFound for a key it does not bring. */
    public Instrument current(String key) {
        Instrument found = current.get(key);
        if (found == null) throw new NotFound();
        return found;
    }

    /** What the acting organisation asks of these kinds: what comes with Alongside and was not put away, and what it published itself; by title. */
    @Transactional(readOnly = true)
    public List<Instrument> inUse(InstrumentKind... kinds) {
        Set<InstrumentKind> wanted = Set.of(kinds);
        return shelf.all().stream().filter(one -> one.status() == Shelved.Status.IN_USE).map(Shelved::instrument).filter(one -> wanted.contains(one.kind())).toList();
    }

    /** Begins an empty response to the version in use now. @param subject what is being answered about: an assessment, a plan. Throws NotFound for a set that is not in use. */
    public ResponseId begin(String key, UUID subject) {
        Instrument ours = current.get(key);
        if (ours != null && ours.needed()) return begin(ours, subject, null);
        return begin(shelf.all().stream().filter(one -> one.status() == Shelved.Status.IN_USE).map(Shelved::instrument).filter(one -> one.key().equals(key)).findFirst().orElseThrow(NotFound::new), subject, null);
    }

    /** Begins a response that will replace a finished one, with its answers copied, under the version they were given to. */
    public ResponseId amend(ResponseId done) {
        Response before = response(done);
        if (before.status() != Status.DONE) throw new RuleBroken("instruments.not-done", "Only finished answers can be put right.");
        ResponseId id = begin(before.sheet().instrument(), subject(done), done);
        answers.write(id, before.sheet());
        return id;
    }

    private ResponseId begin(Instrument instrument, UUID subject, @Nullable ResponseId supersedes) {
        Actor.Worker me = worker();
        keep(instrument);
        ResponseId id = new ResponseId(UUID.randomUUID());
        sql.sql("""
                insert into instruments.response (id, organisation_id, side, instrument_of, instrument_hash, subject_id, status, supersedes, begun_at, begun_by, saved_at, saved_by)
                select :id, :organisation, :side, organisation_id, hash, :subject, 'DRAFT', :supersedes, :now, :me, :now, :me from instruments.instrument_version where hash = :hash order by organisation_id desc limit 1
                """)
                .param("id", id.id()).param("organisation", me.organisation().id()).param("side", me.side() == null ? null : me.side().name())
                .param("hash", instrument.hash()).param("subject", subject).param("supersedes", supersedes == null ? null : supersedes.id())
                .param("now", Times.at(clock.instant())).param("me", me.worker().id()).update();
        return id;
    }

    /** Keeps a version that comes with Alongside, so that it can be read by its hash as long as it is named anywhere. One that was loaded is kept already. For workers. */
    public void keep(Instrument instrument) {
        if (shelf.isOwn(instrument.hash())) return;
        sql.sql("""
                insert into instruments.instrument_version (hash, key, label, definition, first_used_at)
                values (:hash, :key, :label, :definition, :now) on conflict do nothing
                """)
                .param("hash", instrument.hash()).param("key", instrument.key()).param("label", instrument.label())
                .param("definition", instrument.definition()).param("now", Times.at(clock.instant())).update();
    }

    private record Kept(UUID id, String instrumentHash, Status status, int revision, OffsetDateTime savedAt, UUID savedBy, @Nullable UUID supersedes) {}

    /** What was answered, under the version it was answered to. */
    public Response response(ResponseId id) {
        return Optional.ofNullable(responses(List.of(id)).get(id)).orElseThrow(NotFound::new);
    }

    /** Several responses, however many, in two queries; those that are not there for whoever asks are left out. */
    public Map<ResponseId, Response> responses(Collection<ResponseId> ids) {
        if (ids.isEmpty()) return Map.of();
        UUID[] keys = ids.stream().map(ResponseId::id).toArray(UUID[]::new);
        List<Kept> found = sql.sql("select id, instrument_hash, status, revision, saved_at, saved_by, supersedes from instruments.response where id = any (:ids)").param("ids", keys).query(Kept.class).list();
        Map<UUID, Map<String, Answer>> given = answers.read(keys);
        Map<UUID, List<Score>> scored = found.stream().anyMatch(kept -> !version(kept.instrumentHash).scales().isEmpty()) ? answers.scores(keys) : Map.of();
        return found.stream().collect(Collectors.toMap(kept -> new ResponseId(kept.id), kept -> new Response(new ResponseId(kept.id), kept.status, kept.revision, kept.savedAt.toInstant(), new WorkerId(kept.savedBy),
                kept.supersedes == null ? null : new ResponseId(kept.supersedes), new AnswerSheet(version(kept.instrumentHash), given.getOrDefault(kept.id, Map.of())), scored.getOrDefault(kept.id, List.of()))));
    }

    private record Pick(UUID response, String hash, @Nullable String item, List<String> chosen) {}

    /** What was picked in several responses, in one query, for counting: nothing that was typed is opened. Those that are not there for whoever asks are left out. */
    @Transactional(readOnly = true)
    public Map<ResponseId, AnswerSheet> picked(Collection<ResponseId> ids) {
        List<Pick> picks = sql.sql("""
                select r.id, r.instrument_hash, a.item, a.chosen from instruments.response r left join instruments.answer a on a.response_id = r.id and a.chosen <> '{}' where r.id = any (:ids)
                """).param("ids", ids.stream().map(ResponseId::id).toArray(UUID[]::new)).query((row, number) -> new Pick(row.getObject("id", UUID.class), row.getString("instrument_hash"), row.getString("item"),
                row.getArray("chosen") == null ? List.of() : List.of((String[]) row.getArray("chosen").getArray()))).list();
        return picks.stream().collect(Collectors.groupingBy(pick -> new ResponseId(pick.response))).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> new AnswerSheet(version(entry.getValue().get(0).hash),
                entry.getValue().stream().filter(pick -> pick.item != null).collect(Collectors.toMap(Pick::item, pick -> new Answer(pick.chosen, "", Missing.NOT_ASKED, ""))))));
    }

    /** A version that is kept, by its hash. For whoever may read it: everybody those that come with Alongside and those for learners or anybody, and the service that loaded it any other. */
    @Transactional(readOnly = true)
    public Instrument version(String hash) {
        return byHash.computeIfAbsent(hash, unknown -> {
            String definition = sql.sql("select definition from instruments.instrument_version where hash = :hash limit 1").param("hash", hash).query(String.class).single();
            // Safety: answers are read with the questions that were really asked, or not at all.
            if (!DigestUtils.sha256Hex(definition).equals(hash)) throw new IllegalStateException("an instrument version was changed");
            return InstrumentFile.read("version " + hash.substring(0, 12), definition);
        });
    }

    /**
     * Saves answers to a draft, finished or not, readable or not. @param revision the one the form was made from
     * @return the new revision. Throws {@link SavedMeanwhile} when somebody saved in between, and writes nothing.
     */
    public int save(ResponseId id, int revision, AnswerSheet sheet) {
        int next = sql.sql("""
                update instruments.response set revision = revision + 1, saved_at = :now, saved_by = :me where id = :id and revision = :revision and status = 'DRAFT'
                """)
                .param("now", Times.at(clock.instant())).param("me", worker().worker().id()).param("id", id.id()).param("revision", revision).update();
        if (next == 0) throw stale(id);
        answers.write(id, sheet);
        return revision + 1;
    }

    private RuntimeException stale(ResponseId id) {
        Response saved = response(id);
        return saved.status() == Status.DRAFT ? new SavedMeanwhile(saved) : new RuleBroken("instruments.already-done", "These answers are already finished. Put something right instead.");
    }

    /** Finishes a draft: from now on it does not change. What it replaces, if anything, stays readable as amended. */
    public void finish(ResponseId id) {
        Response draft = response(id);
        Problems problems = new Problems();
        draft.sheet().check(problems);
        if (!problems.isEmpty()) throw new RuleBroken("instruments.unreadable", "An answer cannot be read.");
        answers.keepScores(id, draft.sheet().scores(), clock.instant());
        int done = sql.sql("update instruments.response set status = 'DONE', done_at = :now where id = :id and status = 'DRAFT'")
                .param("now", Times.at(clock.instant())).param("id", id.id()).update();
        if (done == 0) throw stale(id);
        if (draft.supersedes() != null) sql.sql("update instruments.response set status = 'AMENDED' where id = :id").param("id", draft.supersedes().id()).update();
    }

    /** Erases these answers whole. For the job that erases. */
    public void erase(Collection<ResponseId> responses) {
        UUID[] ids = responses.stream().map(ResponseId::id).toArray(UUID[]::new);
        sql.sql("delete from instruments.score where response_id = any (:ids)").param("ids", ids).update();
        sql.sql("delete from instruments.answer where response_id = any (:ids)").param("ids", ids).update();
        sql.sql("delete from instruments.response where id = any (:ids)").param("ids", ids).update();
    }

    private UUID subject(ResponseId id) {
        return sql.sql("select subject_id from instruments.response where id = :id").param("id", id.id()).query(UUID.class).single();
    }

    private static Actor.Worker worker() {
        return Acting.current().filter(Actor.Worker.class::isInstance).map(Actor.Worker.class::cast).orElseThrow(NotFound::new);
    }
}
