package org.alongside.directory.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Services as the tabular form of Open Referral: one CSV for each kind of object, and what every column is (Frictionless data package). */
final class DataPackageFile {
    /** The columns of each file; the first is its key. An arrow says whose id stands there. */
    private static final Map<String, List<String>> FILES = new LinkedHashMap<>();

    static {
        FILES.put("organizations", List.of("id", "name", "description", "website"));
        FILES.put("organization_identifiers", List.of("id", "organization_id>organizations", "identifier_scheme", "identifier_type", "identifier"));
        FILES.put("services", List.of("id", "organization_id>organizations", "name", "description", "url", "email", "status", "assured_date", "alert", "last_modified", "application_process", "interpretation_services", "fees_description", "fees", "minimum_age#", "maximum_age#", "accreditations"));
        FILES.put("phones", List.of("id", "service_id>services", "number", "type", "description"));
        FILES.put("cost_options", List.of("id", "service_id>services", "option", "amount#", "currency", "amount_description"));
        FILES.put("schedules", List.of("id", "service_id>services", "freq", "interval#", "byday", "opens_at", "closes_at", "valid_from", "valid_to", "description", "notes", "attending_type"));
        FILES.put("service_areas", List.of("id", "service_id>services", "name", "extent", "extent_type"));
        FILES.put("locations", List.of("id", "location_type", "name", "latitude#", "longitude#"));
        FILES.put("service_at_locations", List.of("id", "service_id>services", "location_id>locations"));
        FILES.put("languages", List.of("id", "service_id>services", "name", "code"));
        FILES.put("taxonomy_terms", List.of("id", "name", "description", "taxonomy", "taxonomy_id", "term_uri", "code"));
        FILES.put("attributes", List.of("id", "link_id>services", "taxonomy_term_id>taxonomy_terms", "link_type", "link_entity", "value", "label"));
    }

    private final Map<String, Map<String, JsonNode>> rows = new TreeMap<>();

    private DataPackageFile() {
    }

    static void write(Iterator<ObjectNode> services, OutputStream out) throws IOException {
        DataPackageFile all = new DataPackageFile();
        FILES.keySet().forEach(file -> all.rows.put(file, new LinkedHashMap<>()));
        services.forEachRemaining(all::take);
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            begin(zip, "datapackage.json");
            zip.write(SourceFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(described()));
            zip.closeEntry();
            for (Map.Entry<String, List<String>> file : FILES.entrySet()) {
                begin(zip, file.getKey() + ".csv");
                CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(new Open(zip), StandardCharsets.UTF_8));
                csv.writeRecord(file.getValue().stream().map(DataPackageFile::name).toList());
                for (JsonNode row : all.rows.get(file.getKey()).values()) csv.writeRecord(file.getValue().stream().map(column -> Table.harmless(cell(row, name(column)))).toList());
                csv.flush();
                zip.closeEntry();
            }
        }
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same directory is the same file, whenever it is written.
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    /** A file inside the zip ends without ending the zip. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static String name(String column) {
        return column.replaceFirst("[>#].*", "");
    }

    private static String cell(JsonNode row, String column) {
        JsonNode value = row.path(column);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }

    private void take(ObjectNode service) {
        add("services", service);
        JsonNode organisation = service.path("organization");
        add("organizations", organisation);
        for (JsonNode identifier : Json.all(organisation, "organization_identifiers")) add("organization_identifiers", identifier);
        for (String list : Arrays.asList("phones", "cost_options", "schedules", "service_areas", "languages")) for (JsonNode one : Json.all(service, list)) add(list, one);
        for (JsonNode at : Json.all(service, "service_at_locations")) {
            add("service_at_locations", at);
            add("locations", at.path("location"));
        }
        for (JsonNode attribute : Json.all(service, "attributes")) {
            add("attributes", attribute);
            add("taxonomy_terms", attribute.path("taxonomy_term"));
        }
    }

    /** What comes with several services stands once. Where one writes of the same thing twice in one service, both stay. */
    private void add(String file, JsonNode one) {
        Map<String, JsonNode> known = rows.get(file);
        String id = Json.text(one, "id");
        Set<String> shared = Set.of("organizations", "organization_identifiers", "locations", "taxonomy_terms");
        if (shared.contains(file)) known.putIfAbsent(id, one);
        else known.put(known.containsKey(id) ? id + "#" + known.size() : id, one);
    }

    private static ObjectNode described() {
        ObjectNode document = SourceFile.JSON.createObjectNode();
        document.put("profile", "tabular-data-package").put("name", "directory-of-services").put("title", "Directory of services").put("description", "Services in the tabular form of the Human Services Data Specification 3. A cell that begins like a formula has one apostrophe in front.");
        document.putArray("licenses").addObject().put("name", "OGL-UK-3.0").put("path", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/").put("title", "Open Government Licence v3.0");
        ArrayNode resources = document.putArray("resources");
        FILES.forEach((file, columns) -> {
            ObjectNode resource = resources.addObject().put("name", file).put("path", file + ".csv").put("profile", "tabular-data-resource").put("encoding", "utf-8").put("format", "csv").put("mediatype", "text/csv");
            ObjectNode schema = resource.putObject("schema");
            ArrayNode fields = schema.putArray("fields");
            ArrayNode keys = SourceFile.JSON.createArrayNode();
            for (String column : new LinkedHashSet<>(columns)) {
                ObjectNode field = fields.addObject().put("name", name(column)).put("type", column.endsWith("#") ? "number" : "string");
                if (name(column).equals("id")) field.putObject("constraints").put("required", true);
                if (column.contains(">")) {
                    ObjectNode key = keys.addObject().put("fields", name(column));
                    key.putObject("reference").put("resource", column.substring(column.indexOf('>') + 1)).put("fields", "id");
                }
            }
            schema.put("primaryKey", "id");
            if (!keys.isEmpty()) schema.set("foreignKeys", keys);
        });
        return document;
    }
}
