package org.alongside.directory.exchange;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.directory.Directory;
import org.alongside.directory.Edition;
import org.alongside.directory.Editions;
import org.alongside.directory.Entry;
import org.alongside.directory.EntryRows;
import org.alongside.directory.Field;
import org.alongside.directory.Kept;
import org.alongside.directory.Offerer;
import org.alongside.directory.exchange.Doubles.Known;
import org.alongside.directory.exchange.Reading.From;
import org.alongside.directory.exchange.Staged.Otherwise;
import org.alongside.directory.exchange.Staged.State;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes directories of others in: everything is read and put where it waits, then compared with what is here, batch by batch, each in a transaction of its own. A run that
 * was stopped goes on where it was; a source that is taken in again finds its services again. What a person here wrote is never written over.
 */
@Service
public class Imports {
    public static final String JOB = "import-directory";
    private static final int BATCH = 50;
    /** What is told of a pause belongs together with whoever told it: a double brings neither. */
    private static final Set<Field> NEVER_ADDED = EnumSet.of(Field.OFFERED_BY, Field.NAME, Field.SUMMARY, Field.SERVES, Field.SOURCE, Field.PAUSED, Field.NOTICE);
    private final Stages stages;
    private final SourceFile files;
    private final Reading reading;
    private final EntryRows rows;
    private final Editions editions;
    private final Directory directory;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(Stages stages, SourceFile files, Reading reading, EntryRows rows, Editions editions, Directory directory, Jobs jobs, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.stages = stages;
        this.files = files;
        this.reading = reading;
        this.rows = rows;
        this.editions = editions;
        this.directory = directory;
        this.jobs = jobs;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What is to be taken in.
     *
     * @param feed the name by which its services are found again
     * @param serves where those work that do not say it, as typed
     */
    public record Wanted(String source, String feed, @Nullable String licence, List<String> serves, boolean allowPrivate, boolean publish) {}

    /** The name by which a source is found again when nobody gave it one: the server and path of an address, the name of a file. */
    public static String feedOf(String source) {
        URI address = Fetch.address(source);
        if (address == null) return PlainText.cut(PlainText.line(source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1)), 200);
        String path = address.getRawPath() == null ? "" : address.getRawPath().replaceAll("/+$", "");
        return PlainText.cut(address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort()) + path, 200);
    }

    /** An area as the directory names it; null when there is none of this name. */
    public @Nullable String area(String typed) {
        return reading.area(typed).orElse(null);
    }

    /** Notes what is wanted; the work is for whoever asks for it next. */
    ImportRun begin(Wanted wanted, boolean isFile, OrganisationId keeper, @Nullable UUID by) {
        ImportRun run = new ImportRun(UUID.randomUUID(), keeper, wanted.feed(), wanted.source(), isFile, wanted.licence(), wanted.serves(), wanted.allowPrivate(), wanted.publish(), ImportRun.State.READING, null, 1, null, null, by, clock.instant(), null);
        transaction.executeWithoutResult(status -> stages.insert(run));
        return run;
    }

    /** An editor has an address read; a job does it. Private addresses are never read from the desk. */
    public UUID ask(Wanted wanted, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        // Safety: only whoever runs the machine may have it read what stands behind its own door.
        Wanted open = new Wanted(wanted.source(), wanted.feed(), wanted.licence(), wanted.serves(), false, wanted.publish());
        return transaction.execute(status -> {
            UUID run = begin(open, false, Directory.IMPORTED, me.worker().id()).id();
            jobs.ask(JOB, Directory.IMPORTED, run, clock.instant());
            return run;
        });
    }

    /** An editor brings a file: it is read at once, so that nothing of it is kept but what was understood; a job compares it with what is here. */
    public UUID ask(Wanted wanted, byte[] file, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        return transaction.execute(status -> {
            ImportRun run = begin(wanted, true, Directory.IMPORTED, me.worker().id());
            take(run, file, done -> { });
            jobs.ask(JOB, Directory.IMPORTED, run.id(), clock.instant());
            return run.id();
        });
    }

    /** Goes on with one that stopped. */
    public void again(UUID id, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        transaction.executeWithoutResult(status -> {
            ImportRun run = stages.locked(id).orElseThrow(() -> new NotFound("import_run", id));
            if (run.state() != ImportRun.State.FAILED || run.isFile()) throw new RuleBroken("imports.not-stopped", "This one did not stop.");
            goOn(id);
            jobs.ask(JOB, run.keeper(), id, clock.instant());
        });
    }

    void goOn(UUID id) {
        transaction.executeWithoutResult(status -> {
            ImportRun run = stages.locked(id).orElseThrow(() -> new NotFound("import_run", id));
            stages.at(id, run.nextPage() == 0 ? ImportRun.State.DECIDING : ImportRun.State.READING, null, run.nextPage(), null, null);
        });
    }

    /** Puts all of a file where it waits. */
    void take(ImportRun run, byte[] file, Consumer<Integer> progress) {
        staged(run, files.read(file, from(run, run.feed(), true)), progress);
    }

    void take(ImportRun run, Map<String, byte[]> folder, Consumer<Integer> progress) {
        staged(run, files.read(folder, from(run, run.feed(), true)), progress);
    }

    private static From from(ImportRun run, String origin, boolean isFile) {
        return new From(origin, isFile, Set.copyOf(run.serves()));
    }

    private void staged(ImportRun run, SourceFile.Read read, Consumer<Integer> progress) {
        transaction.executeWithoutResult(status -> {
            int at = 0;
            for (Given given : read.services()) {
                stages.stage(run, given, at++);
                if (at % 500 == 0) progress.accept(at);
            }
            stages.hideNextToRefuges(run.id());
            stages.at(run.id(), ImportRun.State.DECIDING, null, 0, at, read.brokenOff());
        });
    }

    /** Reads a feed to its end, page by page, from the page where it stopped. */
    private void read(ImportRun run, Fetch fetch, Consumer<Integer> progress) throws IOException {
        Feed feed;
        if (run.origin() != null) feed = Feed.again(URI.create(run.origin()), fetch);
        else {
            URI address = Fetch.address(run.source());
            if (address == null) throw new CannotRead("This is no web address");
            Feed.Opened opened = Feed.open(address, fetch);
            byte[] file = opened.file();
            if (file != null) {
                staged(run, files.read(file, from(run, run.source(), true)), progress);
                return;
            }
            feed = opened.feed();
        }
        String origin = feed.address().toString();
        From from = from(run, origin.replaceFirst("[?#].*$", "") + "/", false);
        Set<String> seen = new HashSet<>();
        for (int number = run.nextPage(); ; number++) {
            Feed.Page page = feed.page(number);
            List<Given> services = new ArrayList<>();
            for (int at = 0; at < page.services().size(); at++) services.add(reading.read(page.services().get(at), from, "page " + number + ", record " + (at + 1)));
            // A server that knows no pages gives the first one again and again.
            boolean again = !services.isEmpty() && !seen.add(String.valueOf(services.stream().map(Given::externalId).toList().hashCode()));
            boolean last = page.last() || again;
            int now = number;
            transaction.executeWithoutResult(status -> {
                ImportRun locked = stages.locked(run.id()).orElseThrow();
                // Somebody else read it meanwhile.
                if (locked.state() != ImportRun.State.READING || locked.nextPage() > now) return;
                int at = now * 10_000;
                if (!again) for (Given given : services) stages.stage(run, given, at++);
                if (!last) stages.at(run.id(), ImportRun.State.READING, origin, now + 1, page.all(), null);
                else {
                    stages.hideNextToRefuges(run.id());
                    int have = stages.count(run.id());
                    Integer told = page.all() == null ? locked.told() : page.all();
                    stages.at(run.id(), ImportRun.State.DECIDING, origin, 0, told, told != null && told > have ? "The source says it has " + told + " services and gave " + have : null);
                }
            });
            progress.accept(stages(run.id()));
            if (last) return;
        }
    }

    private int stages(UUID run) {
        return transaction.execute(status -> stages.count(run));
    }

    /** Does all that is still to do of a run, as whoever may: reads what is not read, then compares what waits. */
    void work(UUID id, Consumer<String> progress) throws IOException {
        work(id, Fetch.Rules.usual(transaction.execute(status -> stages.run(id).orElseThrow(() -> new NotFound("import_run", id))).allowPrivate()), progress);
    }

    void work(UUID id, Fetch.Rules rules, Consumer<String> progress) throws IOException {
        ImportRun run = transaction.execute(status -> stages.run(id).orElseThrow(() -> new NotFound("import_run", id)));
        if (run.state() == ImportRun.State.READING && !run.isFile()) {
            try (Fetch fetch = new Fetch(rules)) {
                read(run, fetch, many -> progress.accept(String.format("%,d services read", many)));
            } catch (IOException | CannotRead stopped) {
                transaction.executeWithoutResult(status -> {
                    ImportRun now = stages.locked(id).orElseThrow();
                    stages.at(id, ImportRun.State.FAILED, null, now.nextPage(), null, String.valueOf(stopped.getMessage()));
                });
                throw stopped;
            }
        }
        decide(id, progress);
    }

    /** Compares batch by batch what waits with what is here. */
    void decide(UUID id, Consumer<String> progress) {
        Doubles doubles = transaction.execute(status -> known());
        Map<String, Offers> offerers = new HashMap<>();
        int all = transaction.execute(status -> stages.waiting(id));
        for (int done = 0; ; ) {
            Integer some = transaction.execute(status -> batch(id, doubles, offerers));
            if (some == null || some == 0) return;
            done += some;
            progress.accept(String.format("%,d of %,d compared", done, all));
        }
    }

    /** @return how many were decided; 0 when the run is done */
    private Integer batch(UUID id, Doubles doubles, Map<String, Offers> offerers) {
        ImportRun run = stages.locked(id).orElseThrow(() -> new NotFound("import_run", id));
        if (run.state() != ImportRun.State.DECIDING) return 0;
        List<Stages.Waiting> some = stages.next(id, BATCH);
        for (Stages.Waiting one : some) stages.became(id, one.externalId(), decided(run, one, doubles, offerers));
        if (some.isEmpty()) {
            if (run.publish()) publish(run, null);
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

    private Stages.Became decided(ImportRun run, Stages.Waiting one, Doubles doubles, Map<String, Offers> offerers) {
        Whole whole = one.whole();
        String offerer = whole.offeredBy().name();
        Kept kept = byFeed(run, one.externalId());
        List<String> reasons = List.of();
        if (kept == null) {
            List<UUID> apart = stages.takenApart(run, one.externalId());
            List<Doubles.Double> found = doubles.of(whole.entry(), offerer, run.feed(), key -> stages.isAlone(run.id(), key), there -> stages.has(run.id(), there)).stream().filter(other -> !apart.contains(other.known().id())).toList();
            Doubles.Double best = found.isEmpty() ? null : found.get(0);
            if (best != null && best.score() >= Doubles.SAME) {
                boolean newId = run.feed().equals(best.known().feed()) && best.known().externalId() != null && !stages.has(run.id(), best.known().externalId());
                if (!newId) return merged(run, one, best, doubles);
                // The source gave its services new ids.
                kept = one(best.known().id());
                sql.sql("update directory.service set external_id = :external where id = :id").param("external", one.externalId()).param("id", kept.entry().id()).update();
            } else if (best != null) reasons = List.of("May be the same as “" + best.known().name() + "”: " + String.join(", ", best.reasons()));
        }
        Offers by = offeredBy(run, one, offerers);
        Entry given = whole.entry();
        List<Doubt> doubts = new ArrayList<>(one.doubts());
        if (!one.exact() && !given.offices().isEmpty() && hasRefuge(by.id)) {
            doubts.add(new Doubt("addresses", "stand beside a refuge of the same organisation and were left out", false));
            given = Patch.take(EnumSet.complementOf(EnumSet.of(Field.OFFICES)), given, new Entry(given.id(), given.offeredBy(), given.name(), given.summary(), given.parts(), given.ways(), given.serves(), List.of(), given.languages(), given.referSelf(), given.conditions(), given.source()));
        }
        return kept == null ? accepted(run, one, given, by, reasons, doubts, doubles) : changed(run, one, kept, given, by, doubts, doubles);
    }

    private @Nullable Kept byFeed(ImportRun run, String externalId) {
        return sql.sql("select id from directory.service where organisation_id = :keeper and feed = :feed and external_id = :external").param("keeper", run.keeper().id()).param("feed", run.feed()).param("external", externalId).query(UUID.class).optional().map(this::one).orElse(null);
    }

    private Kept one(UUID id) {
        return rows.read("s.id = any (:ids)", List.of(id)).findFirst().orElseThrow(() -> new NotFound("service", id));
    }

    private boolean hasRefuge(UUID offerer) {
        return sql.sql("select exists (select from directory.service s join directory.service_part p on p.service_id = s.id where s.organisation_entry_id = :id and p.kind = 'REFUGE')").param("id", offerer).query(Boolean.class).single();
    }

    private Stages.Became accepted(ImportRun run, Stages.Waiting one, Entry given, Offers by, List<String> reasons, List<Doubt> doubts, Doubles doubles) {
        Entry entry = with(given, isFree(given.id()) ? given.id() : UUID.randomUUID(), by.id);
        write(run, one.externalId(), entry, Set.of());
        doubles.add(known(entry, by.name, run.feed(), one.externalId()));
        return new Stages.Became(State.ACCEPTED, entry.id(), reasons, List.of(), null, false, one(entry.id()).version(), doubts);
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
        Entry there = with(given, kept.entry().id(), by.id);
        Set<Field> differs = Field.between(kept.entry(), there);
        Set<Field> own = differs.stream().filter(field -> kept.ownFields().contains(field.name())).collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
        Set<Field> taken = EnumSet.noneOf(Field.class);
        differs.stream().filter(field -> !own.contains(field)).forEach(taken::add);
        // Safety: what a person here wrote or confirmed stays; what the source says otherwise is for a person to take.
        Entry entry = Patch.take(taken, there, kept.entry());
        List<Otherwise> otherwise = otherwise(own, kept.entry(), there, by);
        if (Field.between(kept.entry(), entry).isEmpty()) return new Stages.Became(State.UNCHANGED, entry.id(), List.of(), otherwise, null, null, null, doubts);
        write(run, one.externalId(), entry, kept.ownFields());
        doubles.add(known(entry, by.name, run.feed(), one.externalId()));
        return new Stages.Became(State.CHANGED, entry.id(), List.of(), otherwise, Whole.JSON.writeValueAsString(kept.entry()), kept.published(), one(entry.id()).version(), doubts);
    }

    private static List<Otherwise> otherwise(Set<Field> fields, Entry here, Entry there, Offers by) {
        return fields.stream().filter(field -> field != Field.SOURCE).map(field -> new Otherwise(field.words(), Said.of(field, here), field == Field.OFFERED_BY ? by.name : Said.of(field, there))).toList();
    }

    private Stages.Became merged(ImportRun run, Stages.Waiting one, Doubles.Double with, Doubles doubles) {
        Kept kept = one(with.known().id());
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
        return new Stages.Became(State.MERGED, entry.id(), reasons, differs, Whole.JSON.writeValueAsString(kept.entry()), kept.published(), one(entry.id()).version(), one.doubts());
    }

    /** Who offers it, here. */
    private record Offers(UUID id, String name) {}

    private Offers offeredBy(ImportRun run, Stages.Waiting one, Map<String, Offers> known) {
        Offers before = known.get(one.offererKey());
        if (before != null && sql.sql("select exists (select from directory.organisation_entry where id = :id)").param("id", before.id).query(Boolean.class).single()) return before;
        Offerer given = one.whole().offeredBy();
        Offers offers = byFeed(run, one.offererKey(), given);
        if (offers == null) offers = byName(run, given);
        if (offers == null) {
            boolean isFree = sql.sql("select not exists (select from directory.organisation_entry where id = :id)").param("id", given.id()).query(Boolean.class).single();
            offers = new Offers(isFree && one.exact() ? given.id() : UUID.randomUUID(), given.name());
            write(run, one.offererKey(), with(given, offers.id));
        }
        known.put(one.offererKey(), offers);
        return offers;
    }

    private static Offerer with(Offerer given, UUID id) {
        return new Offerer(id, given.name(), given.website(), given.description(), given.identifiers(), given.marks());
    }

    private void write(ImportRun run, String key, Offerer offerer) {
        rows.write(offerer, run.keeper());
        sql.sql("update directory.organisation_entry set feed = :feed, external_id = :external, imported_version = version where id = :id").param("feed", run.feed()).param("external", key).param("id", offerer.id()).update();
    }

    /** Written again only while nobody here changed it since. */
    private @Nullable Offers byFeed(ImportRun run, String key, Offerer given) {
        record Row(UUID id, String name, boolean untouched) {}
        Row found = sql.sql("select id, name, version = imported_version as untouched from directory.organisation_entry where organisation_id = :keeper and feed = :feed and external_id = :external").param("keeper", run.keeper().id()).param("feed", run.feed()).param("external", key).query(Row.class).optional().orElse(null);
        if (found == null) return null;
        if (!found.untouched) return new Offers(found.id, found.name);
        Offerer stands = rows.read("e.id = any (:ids)", List.of(found.id)).findFirst().map(Kept::offeredBy).orElse(null);
        if (!with(given, found.id).equals(stands)) write(run, key, with(given, found.id));
        return new Offers(found.id, given.name());
    }

    private @Nullable Offers byName(ImportRun run, Offerer given) {
        return sql.sql("select id, name from directory.organisation_entry where organisation_id = :keeper and (lower(name) = lower(:name) or identifiers && :numbers::text[]) order by identifiers && :numbers::text[] desc, id limit 1")
                .param("keeper", run.keeper().id()).param("name", given.name()).param("numbers", given.identifiers().toArray(String[]::new)).query(Offers.class).optional().orElse(null);
    }

    /** Takes back what one record did, while nobody changed the service since. */
    public void undo(UUID run, String externalId, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        transaction.executeWithoutResult(status -> {
            ImportRun of = stages.locked(run).orElseThrow(() -> new NotFound("import_run", run));
            record Row(String state, @Nullable UUID serviceId, @Nullable String before, @Nullable Integer written) {}
            Row row = sql.sql("select state, service_id, before::text, written from directory.staged where run_id = :run and external_id = :id").param("run", run).param("id", externalId).query(Row.class).optional().orElse(null);
            State state = row == null ? State.STAGED : State.valueOf(row.state);
            if (row == null || row.serviceId == null || !EnumSet.of(State.ACCEPTED, State.CHANGED, State.MERGED).contains(state)) throw new RuleBroken("imports.nothing-to-undo", "There is nothing to take back.");
            if (row.written != null) {
                sql.sql("select id from directory.service where id = :id for update").param("id", row.serviceId).query().listOfRows();
                Kept kept = one(row.serviceId);
                if (kept.version() != row.written && !onlyShown(kept, row.written)) throw new RuleBroken("imports.changed-since", "Somebody changed this entry since. Look at its history, and put back what you want from there.");
                if (row.before != null) {
                    Entry before = Whole.JSON.readValue(row.before, Entry.class);
                    rows.write(before, kept.keeper(), kept.ownFields());
                    editions.add(before, kept.keeper(), Edition.How.UNDONE);
                } else {
                    sql.sql("update directory.service set published = false, version = version + 1 where id = :id").param("id", row.serviceId).update();
                    editions.add(kept.entry(), kept.keeper(), Edition.How.UNDONE);
                }
            }
            sql.sql("update directory.staged set state = 'UNDONE', undone_from = :state, before = null, written = null where run_id = :run and external_id = :id").param("state", row.state).param("run", of.id()).param("id", externalId).update();
        });
        directory.lookAgain();
    }

    /** Making it public counts as a version; nothing of what it says is another for it. */
    private boolean onlyShown(Kept kept, int written) {
        List<Edition> history = editions.of(kept.entry().id());
        return kept.version() == written + 1 && !history.isEmpty() && history.get(0).how() == Edition.How.PUBLISHED && history.size() > 1 && Field.between(history.get(1).entry(), kept.entry()).isEmpty();
    }

    /** Makes public what a run brought, but what a person took out before. @return how many */
    public int publish(UUID id, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        int many = transaction.execute(status -> publish(stages.locked(id).filter(run -> run.state() == ImportRun.State.DONE).orElseThrow(() -> new NotFound("import_run", id)), me));
        directory.lookAgain();
        return many;
    }

    private int publish(ImportRun run, Actor.@Nullable Worker me) {
        List<UUID> services = stages.publishable(run.id());
        for (UUID id : services) {
            sql.sql("update directory.service set published = true, version = version + :more where id = :id").param("more", me == null ? 0 : 1).param("id", id).update();
            if (me != null) editions.add(one(id).entry(), run.keeper(), Edition.How.PUBLISHED);
        }
        return services.size();
    }

    /** A report in numbers. @param gone services the source does not list any more @param publishable how many could be made public now */
    public record Report(ImportRun run, int all, int accepted, int changed, int unchanged, int held, int merged, int undone, int waiting, int otherwise, List<Gone> gone, int publishable) {}

    public Report report(UUID id) {
        return transaction.execute(status -> {
            ImportRun run = stages.run(id).orElseThrow(() -> new NotFound("import_run", id));
            Map<String, Integer> counts = stages.counts(id);
            boolean whole = run.state() == ImportRun.State.DONE && run.trouble() == null;
            return new Report(run, stages.count(id), counts.getOrDefault("ACCEPTED", 0), counts.getOrDefault("CHANGED", 0), counts.getOrDefault("UNCHANGED", 0), counts.getOrDefault("QUARANTINED", 0), counts.getOrDefault("MERGED", 0), counts.getOrDefault("UNDONE", 0), counts.getOrDefault("STAGED", 0),
                    counts.getOrDefault("OTHERWISE", 0), whole ? stages.gone(run) : List.of(), run.state() == ImportRun.State.DONE ? stages.publishable(id).size() : 0);
        });
    }

    public List<ImportRun> runs() {
        return transaction.execute(status -> stages.all());
    }

    List<ImportRun> unfinished(Wanted wanted, OrganisationId keeper) {
        return transaction.execute(status -> stages.unfinished(wanted.feed(), wanted.source(), keeper).stream().toList());
    }

    /** @param otherwise only those of which a person here says something else */
    public List<Staged> listed(UUID run, Set<State> states, boolean otherwise, int skip, int some) {
        return transaction.execute(status -> stages.listed(run, states, otherwise, skip, some));
    }

    static <T> T asJob(OrganisationId keeper, Supplier<T> work) {
        return Acting.as(new Actor.Job(keeper, JOB), work);
    }
}
