package org.alongside.directory.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tabular form of Open Referral: one CSV for each kind of object, put together into services again. */
final class DataPackage {
    private final Map<String, Table> tables = new HashMap<>();

    private DataPackage() {
    }

    static boolean isOne(Map<String, byte[]> files) {
        return files.keySet().stream().anyMatch(path -> path.matches("(?i)(.*/)?(datapackage\\.json|services?\\.csv)"));
    }

    static List<JsonNode> services(Map<String, byte[]> files) {
        DataPackage all = new DataPackage();
        Map<String, String> named = names(files);
        files.forEach((path, content) -> {
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (!file.toLowerCase(Locale.ROOT).endsWith(".csv") || path.contains("__MACOSX")) return;
            String name = named.getOrDefault(path, file.substring(0, file.length() - 4));
            Table table = Table.csv(content, file);
            table.lines().stream().filter(Table.Line::isTooLong).findFirst().ifPresent(line -> { throw new CannotRead(file + " has more cells than headings in line " + line.number()); });
            all.tables.put(name(name), table);
        });
        if (!all.tables.containsKey("service")) throw new CannotRead("The data package has no services.csv");
        return all.assembled();
    }

    /** What datapackage.json calls its files. */
    private static Map<String, String> names(Map<String, byte[]> files) {
        Map<String, String> names = new HashMap<>();
        files.forEach((path, content) -> {
            if (!path.endsWith("datapackage.json")) return;
            String folder = path.substring(0, path.length() - "datapackage.json".length());
            try {
                for (JsonNode one : Json.all(Whole.JSON.readTree(content), "resources")) if (!Json.text(one, "path").isEmpty() && !Json.text(one, "name").isEmpty()) names.put(folder + Json.text(one, "path").replaceFirst("^\\./", ""), Json.text(one, "name"));
            } catch (JacksonException broken) {
                throw new CannotRead("The datapackage.json cannot be read");
            }
        });
        return names;
    }

    /** services, Service and service are one. */
    private static String name(String typed) {
        String name = typed.toLowerCase(Locale.ROOT).replace('-', '_').strip();
        return switch (name) {
            case "addresses", "physical_addresses", "physical_address" -> "address";
            case "taxonomies" -> "taxonomy";
            case "eligibilities", "eligibilitys" -> "eligibility";
            case "services_taxonomy", "service_taxonomies", "service_taxonomys", "attributes", "service_attribute", "service_attributes" -> "attribute";
            case "services_at_location", "services_at_locations", "service_at_locations" -> "service_at_location";
            case "regular_schedule", "regular_schedules", "schedules" -> "schedule";
            default -> name.endsWith("s") && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : name;
        };
    }

    private List<ObjectNode> rows(String table) {
        Table found = tables.get(table);
        if (found == null) return List.of();
        return found.lines().stream().map(line -> {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            line.cells().forEach((heading, cell) -> row.put(heading.toLowerCase(Locale.ROOT), cell));
            return row;
        }).toList();
    }

    private Map<String, List<ObjectNode>> by(String table, String... columns) {
        Map<String, List<ObjectNode>> grouped = new LinkedHashMap<>();
        for (ObjectNode row : rows(table)) {
            for (String column : columns) {
                String key = Json.text(row, column);
                if (key.isEmpty()) continue;
                grouped.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
                break;
            }
        }
        return grouped;
    }

    private Map<String, ObjectNode> one(String table) {
        return rows(table).stream().collect(Collectors.toMap(row -> Json.text(row, "id"), Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    private List<JsonNode> assembled() {
        Map<String, ObjectNode> organisations = one("organization"), locations = one("location"), terms = one("taxonomy_term");
        if (terms.isEmpty()) terms = one("taxonomy");
        put(organisations, "organization_identifiers", by("organization_identifier", "organization_id"));
        Map<String, List<ObjectNode>> contactPhones = by("phone", "contact_id"), atPhones = onlyOf(by("phone", "service_at_location_id"), "contact_id", "service_id"), placePhones = onlyOf(by("phone", "location_id"), "contact_id", "service_id", "service_at_location_id");
        Map<String, List<ObjectNode>> contacts = by("contact", "service_id");
        contacts.values().forEach(list -> list.forEach(contact -> put(contact, "phones", contactPhones.get(Json.text(contact, "id")))));
        put(locations, "addresses", by("address", "location_id"));
        put(locations, "phones", placePhones);
        put(locations, "schedules", onlyOf(by("schedule", "location_id"), "service_id", "service_at_location_id"));
        Map<String, List<ObjectNode>> at = by("service_at_location", "service_id"), atSchedules = onlyOf(by("schedule", "service_at_location_id"), "service_id");
        at.values().forEach(list -> list.forEach(place -> {
            ObjectNode location = locations.get(Json.text(place, "location_id"));
            if (location != null) place.set("location", location);
            put(place, "schedules", atSchedules.get(Json.text(place, "id")));
            put(place, "phones", atPhones.get(Json.text(place, "id")));
        }));
        Map<String, List<ObjectNode>> attributes = by("attribute", "link_id", "service_id");
        Map<String, ObjectNode> known = terms;
        attributes.values().forEach(list -> list.forEach(attribute -> {
            ObjectNode term = known.get(Json.first(Json.text(attribute, "taxonomy_term_id"), Json.text(attribute, "taxonomy_id")));
            if (term != null) attribute.set("taxonomy_term", term);
        }));
        Map<String, Map<String, List<ObjectNode>>> own = new LinkedHashMap<>();
        own.put("phones", by("phone", "service_id"));
        own.put("contacts", contacts);
        own.put("schedules", by("schedule", "service_id"));
        own.put("holiday_schedules", by("holiday_schedule", "service_id"));
        own.put("service_areas", by("service_area", "service_id"));
        own.put("service_at_locations", at);
        own.put("languages", by("language", "service_id"));
        own.put("cost_options", by("cost_option", "service_id"));
        own.put("eligibilitys", by("eligibility", "service_id"));
        own.put("attributes", attributes);
        List<JsonNode> services = new ArrayList<>();
        for (ObjectNode service : rows("service")) {
            String id = Json.text(service, "id");
            own.forEach((field, rows) -> put(service, field, rows.get(id)));
            ObjectNode organisation = organisations.get(Json.text(service, "organization_id"));
            if (organisation != null) service.set("organization", organisation);
            services.add(service);
        }
        return services;
    }

    /** Rows that belong to something else first are that one's. */
    private static Map<String, List<ObjectNode>> onlyOf(Map<String, List<ObjectNode>> rows, String... first) {
        rows.values().forEach(list -> list.removeIf(row -> List.of(first).stream().anyMatch(column -> !Json.text(row, column).isEmpty())));
        return rows;
    }

    private static void put(Map<String, ObjectNode> into, String field, Map<String, List<ObjectNode>> rows) {
        into.forEach((id, one) -> put(one, field, rows.get(id)));
    }

    private static void put(ObjectNode into, String field, @Nullable List<ObjectNode> rows) {
        if (rows == null || rows.isEmpty()) return;
        ArrayNode list = into.putArray(field);
        rows.forEach(list::add);
    }
}
