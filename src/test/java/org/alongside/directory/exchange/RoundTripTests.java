package org.alongside.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What goes out comes back as it was, by every way out. */
class RoundTripTests {
    private final Exact exact = Readers.EXACT;

    @Test
    void json_to_tables_to_json_loses_nothing() throws IOException {
        for (long seed = 1; seed <= 12; seed++) {
            List<Whole> before = new SomeServices(seed).some(25);

            byte[] json = json(before);
            List<Whole> read = read(json);
            byte[] tables = tables(read);
            List<Whole> again = read(tables);

            assertThat(read).as("seed " + seed).isEqualTo(before);
            assertThat(again).as("seed " + seed).isEqualTo(before);
            assertThat(new String(json(again), StandardCharsets.UTF_8)).isEqualTo(new String(json, StandardCharsets.UTF_8));
            assertThat(tables(again)).isEqualTo(tables);
            assertThat(read(lines(before))).isEqualTo(before);
        }
    }

    @Test
    void what_somebody_changes_in_the_file_is_taken_though_the_whole_stands_beside_it() throws IOException {
        Whole before = new SomeServices(7).some(30).stream().filter(one -> one.entry().ways().stream().filter(way -> way.way() == org.alongside.directory.Contact.Way.PHONE).count() == 1).findFirst().orElseThrow();
        ObjectNode service = exact.written(before, null);
        service.put("name", "Another name");
        ((ObjectNode) service.path("phones").get(0)).put("number", "01632 960777");

        Whole after = read(SourceFile.JSON.writeValueAsBytes(service)).get(0);

        assertThat(after.entry().name()).isEqualTo("Another name");
        assertThat(after.entry().ways()).anyMatch(way -> way.value().equals("01632 960777"));
        assertThat(after.entry().parts()).isEqualTo(before.entry().parts());
        assertThat(after.entry().conditions()).isEqualTo(before.entry().conditions());
    }

    @Test
    void our_own_feed_without_the_whole_is_read_with_parts_and_audiences_exactly() {
        for (Whole before : new SomeServices(3).some(60)) {
            Map<Object, Long> kinds = before.entry().parts().stream().collect(Collectors.groupingBy(part -> part.kind(), Collectors.counting()));
            ObjectNode service = exact.written(before, null);
            ArrayNode attributes = (ArrayNode) service.path("attributes");
            attributes.remove(attributes.size() - 1);

            Given after = Readers.FILES.read(SourceFile.JSON.writeValueAsBytes(service), Readers.FROM).services().get(0);

            if (kinds.values().stream().allMatch(many -> many == 1)) assertThat(after.entry().parts()).isEqualTo(before.entry().parts());
            assertThat(after.entry().referSelf()).isEqualTo(before.entry().referSelf());
            assertThat(after.entry().conditions().byAgency()).isEqualTo(before.entry().conditions().byAgency());
            assertThat(after.entry().conditions().risks()).isEqualTo(before.entry().conditions().risks());
            assertThat(after.entry().languages()).isEqualTo(before.entry().languages());
            assertThat(after.entry().name()).isEqualTo(before.entry().name());
        }
    }

    @Test
    void a_name_that_a_spreadsheet_would_run_is_words_in_the_tables() throws IOException {
        Map<String, byte[]> files = Archive.read(tables(new SomeServices(2).some(40)));

        for (Map.Entry<String, byte[]> file : files.entrySet()) assertThat(new String(file.getValue(), StandardCharsets.UTF_8)).as(file.getKey()).doesNotContainPattern("(?m)(^|[,\"])[=@]\\w");
        assertThat(files.keySet()).contains("datapackage.json", "services.csv", "organizations.csv", "attributes.csv", "taxonomy_terms.csv");
    }

    private byte[] json(List<Whole> all) {
        ArrayNode list = SourceFile.JSON.createArrayNode();
        all.forEach(one -> list.add(exact.written(one, null)));
        return SourceFile.JSON.writeValueAsBytes(list);
    }

    private byte[] lines(List<Whole> all) {
        return all.stream().map(one -> exact.written(one, null)).map(JsonNode::toString).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] tables(List<Whole> all) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataPackageFile.write(all.stream().map(one -> exact.written(one, null)).iterator(), out);
        return out.toByteArray();
    }

    private List<Whole> read(byte[] file) {
        return Readers.FILES.read(file, Readers.FROM).services().stream().map(given -> {
            assertThat(given.isHeld()).as(given.doubts().toString()).isFalse();
            return new Whole(given.entry(), given.offeredBy());
        }).toList();
    }
}
