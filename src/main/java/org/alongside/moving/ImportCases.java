package org.alongside.moving;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.operator.CannotStart;
import org.alongside.operator.HouseCommand;
import org.alongside.organisations.Desk;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Old cases from another system, as a CSV file: looked at first, then brought in, and taken back when it went wrong. */
@Command(name = "import-cases", mixinStandardHelpOptions = true, description = {
        "Brings old cases in from a CSV file (UTF-8, with headings).",
        "Begin with --dry-run: it changes nothing, says what is wrong line by line, and asks about people who may be one person. Answer in that file, then bring them in.",
        "A line that is here already is left alone, so the same file can be brought in again after a broken line was mended."})
public final class ImportCases extends HouseCommand {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the cases") @Nullable Path file;
    @Option(names = "--mapping", paramLabel = "FILE", description = "YAML: which heading means what (docs/running.md)") @Nullable Path mapping;
    @Option(names = "--as", paramLabel = "EMAIL", description = "the manager who brings them in; the cases are on that side") @Nullable String as;
    @Option(names = "--dry-run", description = "only look") boolean dryRun;
    @Option(names = "--report", paramLabel = "FILE", description = "where to write what is wrong, line by line (FILE.report.csv)") @Nullable Path report;
    @Option(names = "--doubles", paramLabel = "FILE", description = "where people are asked about who may be one (FILE.doubles.csv)") @Nullable Path doubles;
    @Option(names = "--leave-out-wrong", description = "bring in what can be understood, and leave the rest") boolean leaveOut;
    @Option(names = "--undo", paramLabel = "ID", description = "take an import back; what somebody worked with since stays") @Nullable UUID undo;
    @Option(names = "--list", description = "the imports there were") boolean list;
    @Option(names = "--columns", description = "what a mapping may name") boolean columns;

    @Override
    public Integer call() throws Exception {
        if (!columns) return super.call();
        for (Column column : Column.values()) say(String.format("%-18s %s%s", column.key(), column.meaning(), column.isNeeded() ? " (needed)" : ""));
        return 0;
    }

    @Override
    protected void check() throws IOException {
        if (as == null) throw new CannotStart("Say who does this: --as EMAIL of a manager");
        if (undo != null || list) return;
        if (file == null || mapping == null) throw new CannotStart("Name the file and its --mapping (bin/alongside import-cases --help)");
        for (Path needed : List.of(file, mapping)) if (!Files.isReadable(needed)) throw new CannotStart("There is no file " + needed + " that can be read");
        Mapping.read(Files.readString(mapping));
        String name = file.toString().replaceFirst("(?i)\\.csv$", "");
        if (report == null) report = Path.of(name + ".report.csv");
        if (doubles == null) doubles = Path.of(name + ".doubles.csv");
    }

    @Override
    protected int run(ApplicationContext house) throws IOException {
        Imports imports = house.getBean(Imports.class);
        Actor.Worker me = manager(house.getBean(Desk.class));
        if (list) return list(imports, me);
        if (undo != null) return undo(imports, me, undo);
        LocalDate today = Times.day(house.getBean(Clock.class).instant());
        CaseFile read = CaseFile.read(file, Mapping.read(Files.readString(mapping)), imports.colleagues(me).keySet(), today);
        return bring(imports, me, read);
    }

    private int bring(Imports imports, Actor.Worker me, CaseFile read) throws IOException {
        List<OldCase> fresh = imports.notHere(read.cases(), me);
        say(String.format("Cases understood: %,d, of which here already: %,d. Lines with something wrong: %,d.", read.cases().size(), read.cases().size() - fresh.size(), read.wrong().stream().map(CaseFile.Wrong::line).distinct().count()));
        if (!read.wrong().isEmpty()) report(read.wrong());
        List<Question> questions = imports.questions(fresh, me);
        Map<Question, Question.Answer> answers = answers(questions);
        if (answers.size() < questions.size()) ask(questions, answers);
        if (dryRun) return say(0, "This was a dry run: nothing was changed.");
        if (!read.wrong().isEmpty() && !leaveOut) return say(1, "Nothing was brought in. Mend what is wrong, or use --leave-out-wrong.");
        if (answers.size() < questions.size()) return say(1, "Nothing was brought in. Answer in " + doubles + " whether they are one person.");
        if (fresh.isEmpty()) return say(0, "Nothing to bring in: all of it is here already.");
        UUID id;
        try {
            id = imports.bring(fresh, answers, me, progress(fresh.size(), "brought in"));
        } catch (RuleBroken refused) {
            throw new CannotStart(refused.getMessage() + " Nothing was brought in.");
        }
        return say(0, String.format("Brought in: %,d cases. To take them back: bin/alongside import-cases --undo %s --as %s", fresh.size() - answers.values().stream().filter(answer -> answer == Question.Answer.LEAVE).count(), id, as));
    }

    private int undo(Imports imports, Actor.Worker me, UUID id) {
        try {
            int cases = imports.all(me).stream().filter(one -> one.id().equals(id)).mapToInt(Imports.Import::cases).findFirst().orElseThrow(() -> new NotFound("import", id));
            Imports.Undone undone = imports.undo(id, me, progress(cases, "looked at"));
            say(String.format("Taken back: %,d cases.", undone.cases()));
            if (!undone.kept().isEmpty()) say(String.format("%,d stay, because somebody worked with them since or they are held: %s", undone.kept().size(), undone.kept().stream().limit(20).map(kept -> "/desk/cases/" + kept).collect(Collectors.joining(", "))));
            return 0;
        } catch (NotFound none) {
            throw new CannotStart("There is no import " + id + " on this side (--list shows them)");
        }
    }

    private int list(Imports imports, Actor.Worker me) {
        List<Imports.Import> all = imports.all(me);
        all.forEach(one -> say(String.format("%s  %s  %,d cases here%s", one.id(), say(one.begunAt()), one.cases(), one.undoneAt() == null ? "" : ", taken back " + say(one.undoneAt()))));
        return say(0, all.isEmpty() ? "There was no import on this side yet." : "");
    }

    private Actor.Worker manager(Desk desk) {
        List<Desk.Seat> seats = desk.named(as == null ? "" : as);
        // Safety: old cases come in by somebody who may see all cases of that side, and under their name.
        List<Actor.Worker> managers = seats.stream().map(Desk.Seat::worker).filter(worker -> worker.is(Role.MANAGER) && worker.side() != null).toList();
        if (managers.size() != 1) throw new CannotStart(as + " is not a manager on one side of one organisation here");
        return managers.get(0);
    }

    private void report(List<CaseFile.Wrong> wrong) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(report)) {
            csv.writeRecord("line", "column", "what is wrong");
            wrong.forEach(one -> csv.writeRecord(String.valueOf(one.line()), one.column().key(), one.words()));
        }
        Map<String, Long> most = wrong.stream().collect(Collectors.groupingBy(one -> one.column().key() + " " + one.words(), Collectors.counting()));
        most.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(10).forEach(one -> say(String.format("%,8d x %s", one.getValue(), one.getKey())));
        say("Line by line in " + report);
    }

    private void ask(List<Question> questions, Map<Question, Question.Answer> answers) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(doubles)) {
            csv.writeRecord("line", "case", "may be the person of", "answer");
            questions.forEach(one -> csv.writeRecord(String.valueOf(one.one().line()), one.one().reference(), one.mayBe(), answers.containsKey(one) ? answers.get(one).name().toLowerCase(Locale.ROOT) : ""));
        }
        say(String.format("People who may be somebody else in the file or here: %,d. For each line of %s write same, new (another person) or leave (bring it in another day).", questions.size() - answers.size(), doubles));
    }

    private Map<Question, Question.Answer> answers(List<Question> questions) throws IOException {
        Map<Question, Question.Answer> answers = new HashMap<>();
        if (!Files.isReadable(doubles)) return answers;
        Map<String, Question.Answer> written = new HashMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(doubles)) {
            for (NamedCsvRecord line : lines) {
                String answer = line.findField("answer").orElse("").strip();
                Stream.of(Question.Answer.values()).filter(one -> one.name().equalsIgnoreCase(answer)).findFirst()
                        .ifPresent(one -> written.put(line.findField("case").orElse("") + " " + line.findField("may be the person of").orElse(""), one));
            }
        }
        questions.forEach(one -> {
            Question.Answer answer = written.get(one.one().reference() + " " + one.mayBe());
            if (answer != null) answers.put(one, answer);
        });
        return answers;
    }

    private LongConsumer progress(long all, String done) {
        long step = Math.max(1, all / 20);
        return now -> {
            if (now % step == 0 || now == all) say(String.format("%3d %%  %,d of %,d %s", now * 100 / all, now, all, done));
        };
    }

    private static String say(OffsetDateTime at) {
        return Times.say(at.toInstant());
    }

    private int say(int status, String words) {
        if (!words.isEmpty()) say(words);
        return status;
    }
}
