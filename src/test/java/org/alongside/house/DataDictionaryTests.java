package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.alongside.AlongsideTest;
import org.alongside.operator.Dictionary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** docs/data-dictionary.md, held against PostgreSQL's own catalogue. */
@AlongsideTest
class DataDictionaryTests {
    /** Bytes that are not words of anybody: counters, a job's empty parcel, a session's ids. */
    private static final Set<String> PLAIN_BYTES = Set.of("engagement.picture.content", "access.try_bucket.state", "access.scheduled_tasks.task_data", "organisations.spring_session_attributes.attribute_bytes");
    private final Map<String, Dictionary.Table> tables = Dictionary.read().tables();
    private final Map<String, Dictionary.Column> written = new TreeMap<>();
    @Autowired JdbcClient sql;

    private record Column(String name, String type) {}

    DataDictionaryTests() {
        tables.forEach((table, lines) -> lines.columns().forEach((column, line) -> written.put(table + "." + column, line)));
    }

    @Test
    void the_page_that_travels_in_the_jar_is_the_page_one_reads() throws IOException {
        assertThat(Path.of("target/classes/operator/data-dictionary.md")).hasSameTextualContentAs(Path.of("docs/data-dictionary.md"));
    }

    @Test
    void every_column_is_there_and_every_line_has_its_column() {
        assertThat(columns()).hasSizeGreaterThan(300);
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(columns().stream().map(Column::name).toList());
    }

    @Test
    void every_table_says_what_for_why_until_when_and_who_sees_it() {
        assertThat(tables).allSatisfy((table, lines) -> {
            String text = lines.text();
            assertThat(text.lines().filter(line -> !line.isBlank()).skip(1).findFirst().orElse("")).as(table).matches("[A-Z].{9,}\\.");
            for (String answer : List.of("Why", "Until", "Who sees it")) assertThat(text).as(table).containsPattern("(?m)^- " + answer + ": .{6,}\\.$");
        });
        assertThat(written).allSatisfy((column, line) -> assertThat(line.meaning()).as(column).hasSizeGreaterThan(2));
    }

    @Test
    void marks_say_what_the_columns_are() {
        for (Column column : columns()) {
            String mark = written.get(column.name).mark();
            assertThat(mark).as(column.name).isIn("", "sealed", "fingerprint", "id");
            assertThat(mark.equals("sealed")).as(column.name).isEqualTo(column.type.equals("bytea") && !PLAIN_BYTES.contains(column.name));
            if (column.type.startsWith("uuid")) assertThat(mark).as(column.name).isEqualTo("id");
        }
    }

    private List<Column> columns() {
        return sql.sql("""
                select n.nspname || '.' || c.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type
                  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname !~ '^pg_' order by 1
                """).query(Column.class).list();
    }
}
