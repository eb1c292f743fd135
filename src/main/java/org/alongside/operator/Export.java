package org.alongside.operator;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/**
 * Writes what one organisation holds on one side of the wall into one encrypted file of documented CSV, as it stood at one moment (docs/adr/0017).
 * The application may go on working meanwhile.
 */
final class Export {
    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Pattern COLUMN = Pattern.compile("\\{(\\w+)}");
    private static final int AT_ONCE = 500;
    private final Connection owner;
    private final Seal seal;
    private final Consumer<String> progress;
    private final Map<String, ExportChoice> choices;
    private final Dictionary dictionary = Dictionary.read();

    /** @param owner a connection as the role that owns the tables, used by nobody else */
    Export(Connection owner, Seal seal, Consumer<String> progress) {
        this(owner, seal, progress, ExportChoice.read());
    }

    Export(Connection owner, Seal seal, Consumer<String> progress, Map<String, ExportChoice> choices) {
        this.owner = owner;
        this.seal = seal;
        this.progress = progress;
        this.choices = choices;
    }

    record Organisation(UUID id, String name) {}

    private record Column(String name, String type, boolean isSealed, Dictionary.Column meaning) {
        String selected() {
            String column = "t.\"" + name + "\"";
            return isSealed || type.equals("text") ? column : "to_json(" + column + ") #>> '{}'";
        }
    }

    private record LeftOut(String table, String what, String why) {}

    /** What leaves of each table, and what stays. */
    private record Plan(Map<String, List<Column>> leaving, List<LeftOut> staying) {}

    List<Organisation> organisations() throws SQLException {
        OwnerSession.begin(owner, Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery("select id, name from organisations.organisation order by name, id")) {
            List<Organisation> all = new ArrayList<>();
            while (rows.next()) all.add(new Organisation(rows.getObject(1, UUID.class), rows.getString(2)));
            return all;
        } finally {
            owner.rollback();
        }
    }

    /** @param asked the organisation's id or its whole name @return how many rows of each table were written */
    Map<String, Long> to(Path file, String asked, Side side, String passphrase) throws SQLException, IOException {
        Organisation organisation = named(asked);
        Map<String, Long> counts = new LinkedHashMap<>();
        OwnerSession.begin(owner, Connection.TRANSACTION_REPEATABLE_READ);
        try {
            Catalogue catalogue = new Catalogue(owner);
            // Safety: a table the owner cannot see would leave empty without a word.
            List<String> hidden = catalogue.hidden();
            if (!hidden.isEmpty()) throw new CannotStart("Nothing was exported: the owner may not read " + String.join(", ", hidden));
            mustBeOurKeys();
            Plan plan = plan(catalogue.columns());
            KnownAddresses addresses = new KnownAddresses(owner, organisation.id, seal);
            new NewFile(file, "an export").write(out -> {
                try (ExportFile zip = new ExportFile(out, passphrase)) {
                    for (Map.Entry<String, List<Column>> table : plan.leaving.entrySet()) {
                        zip.csv(table.getKey() + ".csv", csv -> counts.put(table.getKey(), rows(table.getKey(), table.getValue(), organisation, side, addresses, csv)));
                        progress.accept(String.format("%-45s %,10d rows", table.getKey(), counts.get(table.getKey())));
                    }
                    zip.csv("columns.csv", csv -> meanings(plan, csv));
                    zip.csv("left-out.csv", csv -> leftOut(plan, csv));
                    zip.text("README.txt", ExportReadme.of(organisation.name, side, Instant.now().truncatedTo(ChronoUnit.SECONDS), counts, addresses.found()));
                }
                trail(organisation, side, counts);
            });
            return counts;
        } catch (IllegalStateException closed) {
            throw new CannotStart("Nothing was exported: " + Reasons.of(closed));
        } finally {
            owner.rollback();
        }
    }

    private Organisation named(String asked) throws SQLException {
        List<Organisation> found = organisations().stream().filter(one -> one.name.equals(asked) || one.id.toString().equalsIgnoreCase(asked)).toList();
        if (found.size() == 1) return found.get(0);
        throw new CannotStart(found.isEmpty() ? "There is no organisation called " + asked + " here (--list shows them)" : "There are several organisations called " + asked + ": use the id (--list shows it)");
    }

    private void mustBeOurKeys() throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery("select key_fingerprint from access.instance")) {
            if (!row.next() || !row.getString(1).equals(seal.fingerprint("instance", "key-check"))) throw new CannotStart("The key file does not belong to this database: put back the one it was started with");
        }
    }

    private Plan plan(Map<String, List<Catalogue.Column>> tables) {
        Plan plan = new Plan(new LinkedHashMap<>(), new ArrayList<>());
        tables.forEach((table, columns) -> {
            ExportChoice choice = choices.get(table);
            // Safety: what nobody has decided about does not leave.
            if (choice == null || choice.stays() != null) {
                plan.staying.add(new LeftOut(table, "", choice == null ? ExportReadme.UNDECIDED : String.valueOf(choice.stays())));
                return;
            }
            choice.except().forEach((rows, why) -> plan.staying.add(new LeftOut(table, "rows with " + rows.replace("t.", ""), why)));
            List<Column> leaving = new ArrayList<>();
            for (Catalogue.Column column : columns) {
                String why = stays(table, column, choice);
                if (why == null) leaving.add(new Column(column.name(), column.type(), choice.sealed().containsKey(column.name()), meaning(table, column.name())));
                else plan.staying.add(new LeftOut(table, column.name(), why));
            }
            plan.leaving.put(table, leaving);
        });
        return plan;
    }

    /** Why a column stays; null when it leaves. */
    private @Nullable String stays(String table, Catalogue.Column column, ExportChoice choice) {
        String decided = choice.without().get(column.name());
        if (decided != null) return decided;
        Dictionary.Column meaning = meaning(table, column.name());
        if (meaning.mark().equals("fingerprint")) return "a fingerprint: it can be compared in this installation only";
        boolean isSealed = column.type().equals("bytea");
        return meaning.meaning().isEmpty() || isSealed && !choice.sealed().containsKey(column.name()) ? ExportReadme.UNDECIDED : null;
    }

    private Dictionary.Column meaning(String table, String column) {
        Dictionary.Table lines = dictionary.tables().get(table);
        return lines == null ? new Dictionary.Column("", "") : lines.columns().getOrDefault(column, new Dictionary.Column("", ""));
    }

    /** Writes the rows one by one as they come from a cursor, so that it takes the same memory for any number. */
    private long rows(String table, List<Column> columns, Organisation organisation, Side side, KnownAddresses addresses, CsvWriter csv) throws IOException {
        ExportChoice choice = choices.get(table);
        csv.writeRecord(columns.stream().map(Column::name).toList());
        String query = "select " + columns.stream().map(Column::selected).collect(Collectors.joining(", ")) + " from " + table + " t, (select ?::uuid as organisation, ?::text as side) asked where " + choice.condition();
        try (PreparedStatement statement = owner.prepareStatement(query)) {
            statement.setFetchSize(AT_ONCE);
            statement.setObject(1, organisation.id);
            statement.setString(2, side.name());
            long count = 0;
            try (ResultSet row = statement.executeQuery()) {
                for (; row.next(); count++) csv.writeRecord(cells(row, columns, choice, addresses));
            }
            return count;
        } catch (SQLException failed) {
            throw new IOException(table + ": " + Reasons.of(failed), failed);
        }
    }

    private List<@Nullable String> cells(ResultSet row, List<Column> columns, ExportChoice choice, KnownAddresses addresses) throws SQLException {
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) if (!columns.get(i).isSealed) ids.put(columns.get(i).name, String.valueOf(row.getString(i + 1)));
        List<@Nullable String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String cell = column.isSealed ? opened(row.getBytes(i + 1), choice.sealed().get(column.name), ids, addresses) : row.getString(i + 1);
            cells.add(NUMBERS.contains(column.type) ? cell : ExportFile.harmless(cell));
        }
        return cells;
    }

    private @Nullable String opened(byte @Nullable [] sealed, String place, Map<String, String> row, KnownAddresses addresses) {
        if (sealed == null) return null;
        String words = new String(seal.openBytes(sealed, COLUMN.matcher(place).replaceAll(column -> row.get(column.group(1)))), StandardCharsets.UTF_8);
        // Safety: an address that stands in the compartment and that somebody also typed into a note does not leave with the note.
        return addresses.takeOut(words);
    }

    private void meanings(Plan plan, CsvWriter csv) {
        csv.writeRecord("file", "column", "meaning", "why it is kept", "until when", "was sealed");
        plan.leaving.forEach((table, columns) -> {
            Dictionary.Table lines = dictionary.tables().get(table);
            columns.forEach(column -> csv.writeRecord(table + ".csv", column.name, column.meaning.meaning(), lines.answer("Why"), lines.answer("Until"), column.isSealed ? "yes" : "no"));
        });
    }

    private static void leftOut(Plan plan, CsvWriter csv) {
        csv.writeRecord("table", "column or rows", "why it stays");
        plan.staying.forEach(one -> csv.writeRecord(one.table, one.what, one.why));
    }

    /** In the trail of everybody whose record left, and of the organisation; together with the file or not at all. */
    private void trail(Organisation organisation, Side side, Map<String, Long> counts) throws IOException {
        String detail = String.format("taken away in a file: all of the %s side, %,d rows", side.name().toLowerCase(Locale.ROOT), counts.values().stream().mapToLong(Long::longValue).sum());
        try {
            // Safety: whoever answers for the records learns that all of them left, also when nobody tells them.
            for (Map.Entry<String, String> kind : Map.of("person", "people.person", "referral", "referral.referral", "case", "casework.client_case").entrySet()) {
                try (PreparedStatement statement = owner.prepareStatement("insert into audit.entry (at, actor, organisation_id, job, act, kind, subject_ids, detail)"
                        + " select clock_timestamp(), 'INSTALLER', ?, 'bin/alongside export-organisation', 'LISTED', ?, coalesce(array_agg(id), '{}'), ? from " + kind.getValue() + " where organisation_id = ? and side = ?")) {
                    statement.setObject(1, organisation.id);
                    statement.setString(2, kind.getKey());
                    statement.setString(3, detail);
                    statement.setObject(4, organisation.id);
                    statement.setString(5, side.name());
                    statement.executeUpdate();
                }
            }
            owner.commit();
        } catch (SQLException failed) {
            throw new IOException("the trail cannot be written: " + Reasons.of(failed), failed);
        }
    }
}
