package org.alongside.operator;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What PostgreSQL's own catalogue says stands in a database, so that no table can be forgotten. */
final class Catalogue {
    /** Sessions are left out on purpose: whoever holds a restored copy is not thereby signed in. */
    private static final Set<String> LEFT_OUT = Set.of("organisations.spring_session", "organisations.spring_session_attributes", "residents.session");
    private static final String HISTORY = "flyway_schema_history_";
    private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_' and c.relname !~ '^flyway_schema_history'";
    private static final Pattern MODULE = Pattern.compile("[a-z_]+");
    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    boolean isEmpty() throws SQLException {
        return strings("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'").isEmpty();
    }

    /** Every table of the house but sessions; a table comes after those its keys point to. */
    List<BackupStory.Table> tables() throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        query("select c.oid::regclass::text, quote_ident(a.attname) from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid"
                + " where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and " + OURS + " order by a.attnum",
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>()).add(row.getString(2)));
        LEFT_OUT.forEach(columns::remove);
        Map<String, Set<String>> parents = new HashMap<>();
        query("select conrelid::regclass::text, confrelid::regclass::text from pg_constraint where contype = 'f' and conrelid <> confrelid",
                row -> parents.computeIfAbsent(row.getString(1), table -> new HashSet<>()).add(row.getString(2)));
        Set<String> ordered = new LinkedHashSet<>();
        columns.keySet().forEach(table -> place(table, parents, ordered, new HashSet<>()));
        return ordered.stream().filter(columns::containsKey).map(table -> new BackupStory.Table(table, columns.get(table))).toList();
    }

    record Column(String name, String type) {}

    /** Every table of the house, sessions too, with its columns in order. */
    Map<String, List<Column>> columns() throws SQLException {
        Map<String, List<Column>> columns = new TreeMap<>();
        query("select c.oid::regclass::text, a.attname, format_type(a.atttypid, null) from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid"
                + " where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and " + OURS + " order by a.attnum",
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>()).add(new Column(row.getString(2), row.getString(3))));
        return columns;
    }

    private static void place(String table, Map<String, Set<String>> parents, Set<String> ordered, Set<String> under) {
        if (ordered.contains(table)) return;
        if (!under.add(table)) throw new CannotStart("The tables around " + table + " point at each other in a circle: they cannot be restored in any order");
        parents.getOrDefault(table, Set.of()).forEach(parent -> place(parent, parents, ordered, under));
        ordered.add(table);
    }

    /** Tables whose rows the owner may not see: a backup of them would be empty without a word. */
    List<String> hidden() throws SQLException {
        return strings("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity and " + OURS
                + " and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'installer' and p.polcmd = '*')");
    }

    /** The migrations of all modules in the order in which they ran here. */
    List<BackupStory.Migration> migrations() throws SQLException {
        List<Map.Entry<String, BackupStory.Migration>> all = new ArrayList<>();
        for (String history : strings("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public' and c.relname ~ '^" + HISTORY + "' order by 1")) {
            String module = history.substring(HISTORY.length());
            if (!MODULE.matcher(module).matches()) continue;
            query("select installed_on::text, version, checksum from public." + history + " where success and type = 'SQL' order by installed_rank",
                    row -> all.add(Map.entry(row.getString(1) + "/" + String.format("%04d", all.size()), new BackupStory.Migration(module, row.getString(2), row.getInt(3)))));
        }
        all.sort(Comparator.comparing(Map.Entry::getKey));
        return all.stream().map(Map.Entry::getValue).toList();
    }

    List<BackupStory.Sequence> sequences() throws SQLException {
        List<BackupStory.Sequence> sequences = new ArrayList<>();
        query("select quote_ident(schemaname) || '.' || quote_ident(sequencename), last_value from pg_sequences where last_value is not null and schemaname !~ '^pg_'",
                row -> sequences.add(new BackupStory.Sequence(row.getString(1), row.getLong(2))));
        return sequences;
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        query(sql, row -> found.add(row.getString(1)));
        return found;
    }

    private void query(String sql, EachRow each) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) each.row(rows);
        }
    }

    private interface EachRow {
        void row(ResultSet row) throws SQLException;
    }
}
