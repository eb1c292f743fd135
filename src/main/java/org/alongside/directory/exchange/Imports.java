package org.alongside.directory.exchange;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.directory.Directory;
import org.alongside.directory.exchange.Staged.State;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes directories of others in: everything is read and put where it waits ({@link Staging}), then compared with what is here ({@link Comparison}), then shown or taken back
 * ({@link Written}). A run that was stopped goes on where it was; a source that is taken in again finds its services again.
 */
@Service
public class Imports {
    public static final String JOB = "import-directory";
    private final Stages stages;
    private final Staging staging;
    private final Comparison comparison;
    private final Written written;
    private final Areas areas;
    private final Directory directory;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(Stages stages, Staging staging, Comparison comparison, Written written, Areas areas, Directory directory, Jobs jobs, TransactionTemplate transaction, Clock clock) {
        this.stages = stages;
        this.staging = staging;
        this.comparison = comparison;
        this.written = written;
        this.areas = areas;
        this.directory = directory;
        this.jobs = jobs;
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
        return areas.find(typed).orElse(null);
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
            staging.take(run, file, done -> { });
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

    /** Takes back what one record did, while nobody changed the service since. */
    public void undo(UUID run, String externalId, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        transaction.executeWithoutResult(status -> written.undo(run, externalId));
        directory.lookAgain();
    }

    /** Makes public what a run brought, but what a person took out before. @return how many */
    public int publish(UUID id, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        int many = transaction.execute(status -> written.publish(stages.locked(id).filter(run -> run.state() == ImportRun.State.DONE).orElseThrow(() -> new NotFound("import_run", id)), me));
        directory.lookAgain();
        return many;
    }

    /** Does all that is still to do of a run, as whoever may: reads what is not read, then compares what waits. */
    void work(UUID id, Consumer<String> progress) throws IOException {
        work(id, Fetch.Rules.usual(transaction.execute(status -> stages.run(id).orElseThrow(() -> new NotFound("import_run", id))).allowPrivate()), progress);
    }

    void work(UUID id, Fetch.Rules rules, Consumer<String> progress) throws IOException {
        ImportRun run = transaction.execute(status -> stages.run(id).orElseThrow(() -> new NotFound("import_run", id)));
        if (run.state() == ImportRun.State.READING && !run.isFile()) {
            try (Fetch fetch = new Fetch(rules)) {
                staging.read(run, fetch, many -> progress.accept(String.format("%,d services read", many)));
            } catch (IOException | CannotRead stopped) {
                transaction.executeWithoutResult(status -> {
                    ImportRun now = stages.locked(id).orElseThrow();
                    stages.at(id, ImportRun.State.FAILED, null, now.nextPage(), null, String.valueOf(stopped.getMessage()));
                });
                throw stopped;
            }
        }
        comparison.decide(id, progress);
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
