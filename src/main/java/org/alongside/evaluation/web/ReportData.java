package org.alongside.evaluation.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.alongside.evaluation.Asked;
import org.alongside.evaluation.Paired;
import org.alongside.evaluation.Paired.Moved;
import org.alongside.evaluation.Share;
import org.alongside.shared.Amount;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.alongside.statistics.Interval;
import org.alongside.statistics.PairedTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may leave of a report as a Frictionless data package: a few tables, what each column means, and [c] where a number is kept back.
 * Source: Data Package and Tabular Data Resource, specs.frictionlessdata.io, version 1. The same numbers make the same bytes.
 */
final class ReportData {
    static final String KEPT_BACK = "[c]";
    private static final LocalDateTime STILL = LocalDateTime.of(1980, 1, 1, 0, 0);
    private final ReportPage page;

    ReportData(ReportPage page) {
        if (!page.report().leaving()) throw new IllegalArgumentException("only what may leave");
        this.page = page;
    }

    private record Field(String name, String type, String description) {}

    private record Table(String name, String title, List<Field> fields, List<List<String>> rows) {}

    byte[] zip() {
        List<Table> tables = List.of(flow(), sectors(), questions(), changes(), answers(), apart(), referrals());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("datapackage.json", JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(described(tables)) + "\n");
        files.put("README.md", readme());
        tables.forEach(table -> files.put(table.name + ".csv", csv(table)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(STILL);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String csv(Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter rows = CsvWriter.builder().build(text)) {
            rows.writeRecord(table.fields.stream().map(Field::name).toList());
            table.rows.forEach(rows::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private Map<String, Object> described(List<Table> tables) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("profile", "tabular-data-package");
        all.put("name", "course-evaluation-report");
        all.put("id", page.one().id().id().toString());
        all.put("title", page.title());
        all.put("description", (page.report().isIllustration() ? "An illustration: nobody gave these answers. " : "") + page.one().about());
        all.put("created", String.valueOf(Times.at(Objects.requireNonNull(page.one().closedAt()))));
        all.put("contributors", List.of(Map.of("title", page.service().isBlank() ? "The service that ran the courses" : page.service())));
        all.put("resources", tables.stream().map(table -> {
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("profile", "tabular-data-resource");
            resource.put("name", table.name);
            resource.put("path", table.name + ".csv");
            resource.put("title", table.title);
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("missingValues", List.of("", KEPT_BACK));
            schema.put("fields", table.fields.stream().map(field -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", field.name);
                one.put("type", field.type);
                one.put("description", field.description);
                return one;
            }).toList());
            resource.put("schema", schema);
            return resource;
        }).toList());
        return all;
    }

    private String readme() {
        return """
                # %s

                %s%s

                Made by %s, which also ran the courses. The questions are in its own words and not validated; they ask how people see themselves.

                - `[c]` stands for a number that is kept back: it, or one that would give it away, is under five. `..._from` and `..._to` say between what it lies.
                - An empty cell is a number that there is not.
                - `flow`, and whatever compares a later time, is to the nearest five.
                - `changes` are of the same people at two times; `apart` are people who answered once only, and never the same people. Do not add them.
                - `looking-back` makes courses look better than they are. Do not put it in the place of what was asked before.
                - Where the four cells of a question are kept back, its interval holds whatever they are, in steps of five points.
                - `finding` is fixed by the interval: ROSE and FELL only where it leaves out that nothing changed.
                - Referrals followed. Nothing here says that they were caused.
                """.formatted(page.title(), page.report().isIllustration() ? "An illustration: nobody gave these answers.\n\n" : "", page.one().about(), page.service());
    }

    private static Field text(String name, String description) {
        return new Field(name, "string", description);
    }

    /** A number of people, and between what it lies. */
    private static List<Field> people(String name, String description) {
        return List.of(new Field(name, "integer", description), new Field(name + "_from", "integer", "at least"), new Field(name + "_to", "integer", "at most"));
    }

    private static List<Field> fields(Object... fields) {
        List<Field> all = new ArrayList<>();
        for (Object one : fields) {
            if (one instanceof Field field) all.add(field);
            else if (one instanceof List<?> several) several.forEach(field -> all.add((Field) field));
        }
        return all;
    }

    private static List<String> row(Object... cells) {
        List<String> all = new ArrayList<>();
        for (Object one : cells) {
            if (one instanceof List<?> several) several.forEach(cell -> all.add((String) cell));
            else all.add(String.valueOf(one));
        }
        return all;
    }

    private static List<String> people(@Nullable Amount people) {
        return people == null ? List.of("", "", "") : List.of(people.isExact() ? String.valueOf(people.from()) : KEPT_BACK, String.valueOf(people.from()), String.valueOf(people.to()));
    }

    private Table flow() {
        return new Table("flow", "How far people came", fields(new Field("step", "string", "how far"), people("people", "how many, to the nearest five; empty where nobody knows")), page.report().flow().stream().map(step -> row(step.words(), people(step.people().orElse(null)))).toList());
    }

    private Table sectors() {
        return new Table("sectors", "Where people work", fields(text("sector", "where"), people("came", "who came"), people("answered", "who answered both times, or after where nothing joins answers")),
                page.report().sectors().stream().map(works -> row(Optional.ofNullable(works.sector()).map(Sector::name).orElse("NOT_SAID"), people(works.came().orElse(null)), people(works.answered().orElse(null)))).toList());
    }

    private Table questions() {
        return new Table("questions", "What was asked, and from which answer on it counts", fields(new Field("question", "integer", "its number here"), text("set", "the set it is from"), text("version", "of the set"), text("concept", "what it is about, the same through all versions"), text("asked", "its words"), text("counts", "the answers that count, fixed before anybody answered; empty where none does")),
                page.report().asked().stream().map(asked -> row(asked.number(), asked.question().set(), asked.question().version(), asked.question().concept(), asked.question().ask(), asked.cut())).toList());
    }

    private Table changes() {
        List<Field> fields = fields(new Field("question", "integer", "its number"), text("compared", "which two times"), people("people", "who answered at both"), people("before", "who counted at the first"), people("after", "who counted at the second"), text("finding", "what may be said"),
                new Field("both", "integer", "counted at both times"), new Field("lost", "integer", "at the first only"), new Field("gained", "integer", "at the second only"), new Field("neither", "integer", "at neither"),
                new Field("change_low", "number", "the interval of the change in the share, from"), new Field("change_high", "number", "to"), new Field("p_exact", "number", "McNemar"), new Field("p_mid", "number", "McNemar"),
                new Field("improved", "integer", "went up on the scale"), new Field("same", "integer", "stayed"), new Field("worse", "integer", "went down"));
        return new Table("changes", "The same people at two times", fields, page.report().counted().stream().flatMap(asked -> asked.compared().stream().map(of -> changed(asked, of))).toList());
    }

    private static List<String> changed(Asked asked, Paired of) {
        List<String> cells = of.table().map(table -> List.of(table.both(), table.lost(), table.gained(), table.neither()).stream().map(String::valueOf).toList()).orElse(List.of(KEPT_BACK, KEPT_BACK, KEPT_BACK, KEPT_BACK));
        List<String> moved = of.moved().map((Moved one) -> List.of(one.improved(), one.same(), one.worse()).stream().map(String::valueOf).toList()).orElse(List.of(KEPT_BACK, KEPT_BACK, KEPT_BACK));
        return row(asked.number(), of.two().name().toLowerCase(Locale.ROOT).replace('_', '-'), people(of.people()), people(of.before().of()), people(of.after().of()), of.finding().name(), cells, interval(of.interval()),
                p(of.table().map(PairedTable::test).map(test -> test.p()), of), p(of.table().map(PairedTable::test).map(test -> test.midP()), of), moved);
    }

    private static List<String> interval(Optional<Interval> interval) {
        return interval.map(one -> List.of(number(one.low()), number(one.high()))).orElse(List.of(KEPT_BACK, KEPT_BACK));
    }

    private static String p(Optional<OptionalDouble> p, Paired of) {
        return of.table().isEmpty() ? KEPT_BACK : p.filter(OptionalDouble::isPresent).map(one -> number(one.getAsDouble())).orElse("");
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    private Table answers() {
        return new Table("answers", "How people answered", fields(new Field("question", "integer", "its number"), text("time", "when"), text("answer", "which, from the lowest"), people("people", "who gave it: of those who answered both times, or once where it was asked once")),
                page.report().asked().stream().flatMap(asked -> asked.answers().stream().flatMap(at -> IntStream.range(0, at.people().size()).mapToObj(step -> row(asked.number(), at.wave().slug(), asked.steps().get(step), people(at.people().get(step)))))).toList());
    }

    private Table apart() {
        return new Table("apart", "People who answered once only: not the same people", fields(new Field("question", "integer", "its number"), text("time", "when"), people("people", "who answered then only"), people("counted", "who counted")),
                page.report().counted().stream().flatMap(asked -> asked.apart().stream().flatMap(apart -> List.of(alone(asked, "before", apart.before()), alone(asked, "after", apart.after())).stream())).toList());
    }

    private static List<String> alone(Asked asked, String time, Optional<Share> share) {
        return row(asked.number(), time, share.map(one -> people(one.outOf())).orElse(List.of(KEPT_BACK, "", "")), share.map(one -> people(one.of())).orElse(List.of(KEPT_BACK, "", "")));
    }

    private Table referrals() {
        return new Table("referrals", "Referrals from agencies whose people came: what followed", fields(new Field("month", "yearmonth", "which"), people("referrals", "how many"), new Field("after", "boolean", "from the month of the first course on")),
                page.report().referrals().stream().flatMap(known -> known.months().stream()).map(month -> row(month.month(), people(month.referrals()), month.after())).toList());
    }
}
