package org.alongside.directory.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.directory.Directory;
import org.alongside.directory.exchange.Staged.State;
import org.alongside.operator.CannotStart;
import org.alongside.operator.HouseCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Another directory, taken in by whoever runs this one. */
@Command(name = "import-directory", mixinStandardHelpOptions = true, description = {
        "Takes services in from a feed (Open Referral UK, HSDS), a file of one (JSON, ndjson, a data package as zip or folder) or a sheet (CSV, XLSX).",
        "Nothing shows before an editor publishes it at /desk/directory/imports, or with --publish. What a person here wrote or confirmed is never written over.",
        "A run that was stopped goes on where it was when the same command is given again; the same source again makes no doubles."})
public final class ImportDirectory extends HouseCommand {
    @Parameters(paramLabel = "SOURCE", description = "an https address, a file, or the folder of a data package") String source = "";
    @Option(names = "--name", paramLabel = "NAME", description = "the name by which its services are found again (the address, or the name of the file)") @Nullable String name;
    @Option(names = "--licence", paramLabel = "LICENCE", description = "under which it may be used") @Nullable String licence;
    @Option(names = "--serves", paramLabel = "AREA", description = "where those work that do not say it") List<String> serves = new ArrayList<>();
    @Option(names = "--publish", description = "show at once what says in our terms what it offers") boolean publish;
    @Option(names = "--allow-private", description = "the address may be http, and a machine beside this one") boolean allowPrivate;
    @Option(names = "--dry-run", description = "only look: nothing is kept") boolean dryRun;
    private @Nullable Path file;

    @Override
    protected void check() {
        URI address = Fetch.address(source);
        if (address != null && String.valueOf(address.getScheme()).matches("https?")) {
            if (address.getScheme().equals("http") && !allowPrivate) throw new CannotStart("The address must begin with https:// (or use --allow-private)");
            return;
        }
        file = Path.of(source);
        if (!Files.isReadable(file)) throw new CannotStart("There is no file " + source);
    }

    @Override
    protected int run(ApplicationContext house) throws Exception {
        Imports imports = house.getBean(Imports.class);
        Staging staging = house.getBean(Staging.class);
        TransactionTemplate transaction = house.getBean(TransactionTemplate.class);
        List<String> areas = new ArrayList<>();
        for (String typed : serves) {
            String area = imports.area(typed);
            if (area == null) throw new CannotStart("There is no place called " + typed);
            areas.add(area);
        }
        Imports.Wanted wanted = new Imports.Wanted(file == null ? source : file.toAbsolutePath().getFileName().toString(), name == null ? Imports.feedOf(file == null ? source : file.toAbsolutePath().toString()) : name, licence, areas, allowPrivate, publish);
        try {
            return Imports.asJob(Directory.IMPORTED, () -> dryRun ? transaction.execute(status -> {
                status.setRollbackOnly();
                return take(imports, staging, wanted);
            }) : take(imports, staging, wanted));
        } catch (CannotRead refused) {
            throw new CannotStart(refused.getMessage() + ".");
        } catch (UncheckedIOException stopped) {
            throw new CannotStart(stopped.getCause().getMessage() + ". What was read stays; the same command goes on from there.");
        }
    }

    private int take(Imports imports, Staging staging, Imports.Wanted wanted) {
        try {
            Consumer<String> progress = this::say;
            ImportRun run = imports.unfinished(wanted, Directory.IMPORTED).stream().findFirst().orElse(null);
            if (run != null && !(run.isFile() && run.state() != ImportRun.State.DECIDING)) {
                say("Going on with the import that was stopped.");
                if (run.state() == ImportRun.State.FAILED) imports.goOn(run.id());
            } else {
                run = imports.begin(wanted, file != null, Directory.IMPORTED, null);
                if (file != null && Files.isDirectory(file)) staging.take(run, folder(file), many -> say(String.format("%,d services read", many)));
                else if (file != null) staging.take(run, bytes(file), many -> say(String.format("%,d services read", many)));
            }
            imports.work(run.id(), progress);
            return report(imports, imports.report(run.id()));
        } catch (IOException stopped) {
            throw new UncheckedIOException(stopped);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > SourceFile.LARGEST) throw new CannotRead("The file is larger than 60 MB");
        return Files.readAllBytes(file);
    }

    private static Map<String, byte[]> folder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, 2)) {
            for (Path one : all.filter(Files::isRegularFile).filter(one -> one.getFileName().toString().matches("(?i).*\\.csv|datapackage\\.json")).limit(400).toList()) files.put(folder.relativize(one).toString().replace('\\', '/'), bytes(one));
        }
        if (!DataPackage.isOne(files)) throw new CannotRead("The folder has no services.csv");
        return files;
    }

    private int report(Imports imports, Imports.Report report) {
        say(String.format("%s%,d services: %,d new, %,d changed, %,d as before, %,d doubles of what is here, %,d held back, %,d waiting", dryRun ? "Only looked. " : "", report.all(), report.accepted(), report.changed(), report.unchanged(), report.merged(), report.held(), report.waiting()));
        if (report.run().trouble() != null) say(report.run().trouble() + ".");
        List<Staged> held = imports.listed(report.run().id(), EnumSet.of(State.QUARANTINED), false, 0, 100_000);
        Map<String, Long> why = held.stream().flatMap(one -> one.doubts().stream().filter(Doubt::grave)).collect(Collectors.groupingBy(doubt -> doubt.field() + " " + doubt.words(), Collectors.counting()));
        if (!why.isEmpty()) say("Held back because:");
        why.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(10).forEach(one -> say(String.format("%,8d x %s", one.getValue(), one.getKey())));
        held.stream().limit(5).forEach(one -> say("         such as " + one.externalId()));
        if (report.otherwise() > 0) say(String.format("%,d say otherwise than a person here: nothing of that was taken.", report.otherwise()));
        if (!report.gone().isEmpty()) say(String.format("%,d are here and not in the source any more: nothing was taken out.", report.gone().size()));
        if (!dryRun) say((report.publishable() > 0 ? String.format("%,d can be made public at ", report.publishable()) : "More at ") + "/desk/directory/imports/" + report.run().id());
        return report.run().trouble() != null || report.all() == 0 || report.held() == report.all() ? 1 : 0;
    }
}
