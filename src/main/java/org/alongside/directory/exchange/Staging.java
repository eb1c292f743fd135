package org.alongside.directory.exchange;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.alongside.directory.exchange.Reading.From;
import org.alongside.directory.exchange.Staged.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts all of a source where it waits: a file at once, a feed page by page from the page where it stopped. */
@Component
class Staging {
    private final Stages stages;
    private final SourceFile files;
    private final Reading reading;
    private final TransactionTemplate transaction;

    Staging(Stages stages, SourceFile files, Reading reading, TransactionTemplate transaction) {
        this.stages = stages;
        this.files = files;
        this.reading = reading;
        this.transaction = transaction;
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
    void read(ImportRun run, Fetch fetch, Consumer<Integer> progress) throws IOException {
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
            progress.accept(transaction.execute(status -> stages.count(run.id())));
            if (last) return;
        }
    }
}
