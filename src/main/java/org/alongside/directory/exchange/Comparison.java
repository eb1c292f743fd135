package org.alongside.directory.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.alongside.directory.Directory;
import org.alongside.directory.Edition;
import org.alongside.directory.Editions;
import org.alongside.directory.Entry;
import org.alongside.directory.EntryRows;
import org.alongside.directory.Field;
import org.alongside.directory.Kept;
import org.alongside.directory.exchange.Doubles.Known;
import org.alongside.directory.exchange.Offerers.Offers;
import org.alongside.directory.exchange.Staged.Otherwise;
import org.alongside.directory.exchange.Staged.State;
import org.alongside.shared.NotFound;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares batch by batch what waits with what is here, each batch in a transaction of its own. What a person here wrote is never written over. */
@Component
class Comparison {
    private static final int BATCH = 50, FIRST_VERSION = 0;
    /** What is told of a pause belongs together with whoever told it: a double brings neither. */
    private static final Set<Field> NEVER_ADDED = EnumSet.of(Field.OFFERED_BY, Field.NAME, Field.SUMMARY, Field.SERVES, Field.SOURCE, Field.PAUSED, Field.NOTICE);
    private final Stages stages;
    private final Offerers offerers;
    private final Written written;
    private final EntryRows rows;
    private final Editions editions;
    private final Directory directory;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Comparison(Stages stages, Offerers offerers, Written written, EntryRows rows, Editions editions, Directory directory, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.stages = stages;
        this.offerers = offerers;
        this.written = written;
        this.rows = rows;
        this.editions = editions;
        this.directory = directory;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Compares batch by batch what waits with what is here. */
    void decide(UUID id, Consumer<String> progress) {
        Doubles doubles = transaction.execute(status -> known());
        Map<String, Offers> known = new HashMap<>();
        int all = transaction.execute(status -> stages.waiting(id));
        for (int done = 0; ; ) {
            Integer some = transaction.execute(status -> batch(id, doubles, known));
            if (some == null || some == 0) return;
            done += some;
            progress.accept(String.format("%,d of %,d compared", done, all));
        }
    }

    /** @return how many were decided; 0 when the run is done */
    private Integer batch(UUID id, Doubles doubles, Map<String, Offers> known) {
        ImportRun run = stages.locked(id).orElseThrow(() -> new NotFound("import_run", id));
        if (run.state() != ImportRun.State.DECIDING) return 0;
        List<Stages.Waiting> some = stages.next(id, BATCH);
        Map<String, Kept> here = byFeed(run, some);
        for (Stages.Waiting one : some) stages.became(id, one.externalId(), decided(run, one, here.get(one.externalId()), doubles, known));
        if (some.isEmpty()) {
            if (run.publish()) written.publish(run, null);
            stages.tidy(run);
            stages.at(id, ImportRun.State.DONE, null, 0, null, run.trouble());
        }
        return some.size();
    }

    private Doubles known() {
        Doubles doubles = new Doubles();
        rows.read("true", List.of()).forEach(kept -> doubles.add(known(kept.entry(), kept.offeredBy().name(), kept.feed(), kept.externalId())));
        return doubles;
    }

    private static Known known(Entry entry, String offerer, @Nullable String feed, @Nullable String externalId) {
        return new Known(entry.id(), entry.name(), offerer, feed, externalId, Doubles.keys(entry, offerer));
    }

    /** @param before the service that this record was before; null for one that comes the first time */
    private Stages.Became decided(ImportRun run, Stages.Waiting one, @Nullable Kept before, Doubles doubles, Map<String, Offers> known) {
        Whole whole = one.whole();
        String offerer = whole.offeredBy().name();
        Kept kept = before;
        List<String> reasons = List.of();
        if (kept == null) {
            List<UUID> apart = stages.takenApart(run, one.externalId());
            List<Doubles.Double> found = doubles.of(whole.entry(), offerer, run.feed(), key -> stages.isAlone(run.id(), key), there -> stages.has(run.id(), there)).stream().filter(other -> !apart.contains(other.known().id())).toList();
            Doubles.Double best = found.isEmpty() ? null : found.get(0);
            if (best != null && best.score() >= Doubles.SAME) {
                boolean newId = run.feed().equals(best.known().feed()) && best.known().externalId() != null && !stages.has(run.id(), best.known().externalId());
                if (!newId) return merged(run, one, best, doubles);
                // The source gave its services new ids.
                kept = there(best.known().id());
                sql.sql("update directory.service set external_id = :external where id = :id").param("external", one.externalId()).param("id", kept.entry().id()).update();
            } else if (best != null) reasons = List.of("May be the same as “" + best.known().name() + "”: " + String.join(", ", best.reasons()));
        }
        Offers by = offerers.offeredBy(run, one, known);
        Entry given = whole.entry();
        List<Doubt> doubts = new ArrayList<>(one.doubts());
        if (!one.exact() && !given.offices().isEmpty() && offerers.hasRefuge(by.id())) {
            doubts.add(new Doubt("addresses", "stand beside a refuge of the same organisation and were left out", false));
            given = Patch.take(EnumSet.complementOf(EnumSet.of(Field.OFFICES)), given, new Entry(given.id(), given.offeredBy(), given.name(), given.summary(), given.parts(), given.ways(), given.serves(), List.of(), given.languages(), given.referSelf(), given.conditions(), given.source()));
        }
        return kept == null ? accepted(run, one, given, by, reasons, doubts, doubles) : changed(run, one, kept, given, by, doubts, doubles);
    }

    /** Those of these records that have a service here, by their ids over there. */
    private Map<String, Kept> byFeed(ImportRun run, List<Stages.Waiting> some) {
        if (some.isEmpty()) return Map.of();
        List<UUID> ids = sql.sql("select id from directory.service where organisation_id = :keeper and feed = :feed and external_id = any (:external)").param("keeper", run.keeper().id()).param("feed", run.feed()).param("external", some.stream().map(Stages.Waiting::externalId).toArray(String[]::new)).query(UUID.class).list();
        return rows.read("s.id = any (:ids)", ids).collect(Collectors.toMap(kept -> String.valueOf(kept.externalId()), kept -> kept));
    }

    private Stages.Became accepted(ImportRun run, Stages.Waiting one, Entry given, Offers by, List<String> reasons, List<Doubt> doubts, Doubles doubles) {
        Entry entry = with(given, isFree(given.id()) ? given.id() : UUID.randomUUID(), by.id());
        write(run, one.externalId(), entry, Set.of());
        doubles.add(known(entry, by.name(), run.feed(), one.externalId()));
        return new Stages.Became(State.ACCEPTED, entry.id(), reasons, List.of(), null, false, FIRST_VERSION, doubts);
    }

    private static Entry with(Entry given, UUID id, UUID offeredBy) {
        return new Entry(id, offeredBy, given.name(), given.summary(), given.parts(), given.ways(), given.serves(), given.offices(), given.languages(), given.referSelf(), given.conditions(), given.source());
    }

    // Safety: an id that stands for something here is never taken over by somebody who knows it.
    private boolean isFree(UUID id) {
        return directory.service(id).isEmpty() && sql.sql("select not exists (select from directory.change where service_id = :id) and not exists (select from directory.service where id = :id) and not exists (select from directory.draft where service_id = :id)").param("id", id).query(Boolean.class).single();
    }

    private void write(ImportRun run, String externalId, Entry entry, Set<String> own) {
        rows.write(entry, run.keeper(), own);
        sql.sql("update directory.service set feed = :feed, external_id = :external, licence = :licence, fetched_at = :now where id = :id").param("feed", run.feed()).param("external", externalId).param("licence", run.licence()).param("now", Times.at(clock.instant())).param("id", entry.id()).update();
        editions.add(entry, run.keeper(), Edition.How.IMPORTED);
    }

    private Stages.Became changed(ImportRun run, Stages.Waiting one, Kept kept, Entry given, Offers by, List<Doubt> doubts, Doubles doubles) {
        Entry there = with(given, kept.entry().id(), by.id());
        Set<Field> differs = Field.between(kept.entry(), there);
        Set<Field> own = differs.stream().filter(field -> kept.ownFields().contains(field.name())).collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
        Set<Field> taken = EnumSet.noneOf(Field.class);
        differs.stream().filter(field -> !own.contains(field)).forEach(taken::add);
        // Safety: what a person here wrote or confirmed stays; what the source says otherwise is for a person to take.
        Entry entry = Patch.take(taken, there, kept.entry());
        List<Otherwise> otherwise = otherwise(own, kept.entry(), there, by);
        if (Field.between(kept.entry(), entry).isEmpty()) return new Stages.Became(State.UNCHANGED, entry.id(), List.of(), otherwise, null, null, null, doubts);
        write(run, one.externalId(), entry, kept.ownFields());
        doubles.add(known(entry, by.name(), run.feed(), one.externalId()));
        return new Stages.Became(State.CHANGED, entry.id(), List.of(), otherwise, Whole.JSON.writeValueAsString(kept.entry()), kept.published(), kept.version() + 1, doubts);
    }

    private static List<Otherwise> otherwise(Set<Field> fields, Entry here, Entry there, Offers by) {
        return fields.stream().filter(field -> field != Field.SOURCE).map(field -> new Otherwise(field.words(), Said.of(field, here), field == Field.OFFERED_BY ? by.name() : Said.of(field, there))).toList();
    }

    private Stages.Became merged(ImportRun run, Stages.Waiting one, Doubles.Double with, Doubles doubles) {
        Kept kept = there(with.known().id());
        Entry given = one.whole().entry();
        List<String> reasons = new ArrayList<>(with.reasons());
        reasons.add(0, "“" + kept.entry().name() + "”");
        Offers by = new Offers(kept.entry().offeredBy(), one.whole().offeredBy().name());
        Entry there = with(given, kept.entry().id(), kept.entry().offeredBy());
        Set<Field> added = EnumSet.noneOf(Field.class), otherwise = EnumSet.noneOf(Field.class);
        for (Field field : Field.between(kept.entry(), there)) {
            if (field == Field.SOURCE || !Patch.isStated(field, there)) continue;
            boolean mayAdd = kept.keeper().equals(run.keeper()) && !NEVER_ADDED.contains(field) && !Patch.isStated(field, kept.entry()) && !kept.ownFields().contains(field.name());
            (mayAdd ? added : otherwise).add(field);
        }
        Entry entry = Patch.take(added, there, kept.entry());
        List<Otherwise> differs = otherwise(otherwise, kept.entry(), there, by);
        if (Field.between(kept.entry(), entry).isEmpty()) return new Stages.Became(State.MERGED, kept.entry().id(), reasons, differs, null, null, null, one.doubts());
        rows.write(entry, kept.keeper(), kept.ownFields());
        editions.add(entry, kept.keeper(), Edition.How.IMPORTED);
        doubles.add(known(entry, kept.offeredBy().name(), kept.feed(), kept.externalId()));
        return new Stages.Became(State.MERGED, entry.id(), reasons, differs, Whole.JSON.writeValueAsString(kept.entry()), kept.published(), kept.version() + 1, one.doubts());
    }

    private Kept there(UUID id) {
        return rows.read("s.id = any (:ids)", List.of(id)).findFirst().orElseThrow(() -> new NotFound("service", id));
    }
}
