package org.alongside.directory.openreferral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be asked here, for programs that read such descriptions. */
final class OpenApi {
    private static final String SCHEMAS = "https://openreferraluk.org/specifications/3.0/schema/";
    private static final List<String> PAGED = List.of("search", "page", "per_page", "format");
    private static final Map<String, List<String>> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("services", List.of("taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "minimal", "full"));
        LISTS.put("taxonomies", List.of());
        LISTS.put("taxonomy_terms", List.of("taxonomy_id", "top_only", "parent_id"));
        LISTS.put("service_at_locations", List.of("taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "full", "postcode", "proximity"));
        LISTS.put("organizations", List.of("taxonomy_term_id", "taxonomy_id", "full", "full_service"));
    }

    private OpenApi() {
    }

    static Map<String, Object> document(String address) {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/", Map.of("get", operation("about", "About this directory", List.of(), true, answer(Map.of("$ref", SCHEMAS + "api_details.json")))));
        LISTS.forEach((list, own) -> {
            List<String> names = new ArrayList<>(PAGED);
            names.addAll(own);
            boolean required = list.equals("services");
            String object = list.equals("taxonomies") ? "taxonomy" : list.substring(0, list.length() - 1);
            Map<String, Object> some = answer(page(SCHEMAS + object + ".json"));
            paths.put("/" + list, Map.of("get", operation(list, "All " + list, names, required, some), "post", operation(list + "ByPost", "All " + list + ", asked for in the body", names, false, some)));
            List<Map<String, Object>> id = List.of(Map.of("name", "id", "in", "path", "required", true, "schema", Map.of("type", "string", "format", "uuid")));
            paths.put("/" + list + "/{id}", Map.of("get", Map.of("operationId", object, "summary", "One of " + list, "tags", List.of(required ? "required" : "optional"), "parameters", id, "responses", answer(Map.of("$ref", SCHEMAS + object + ".json")))));
        });
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Directory of services", "version", "HSDS-UK-3.0", "license", Map.of("name", "Open Government Licence v3.0", "url", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")));
        document.put("servers", List.of(Map.of("url", address)));
        document.put("paths", paths);
        return document;
    }

    private static Map<String, Object> operation(String id, String summary, List<String> names, boolean required, Map<String, Object> answers) {
        return Map.of("operationId", id, "summary", summary, "tags", List.of(required ? "required" : "optional"), "parameters", names.stream().map(name -> Map.of("name", name, "in", "query", "required", false, "schema", schema(name))).toList(), "responses", answers);
    }

    private static Map<String, Object> schema(String name) {
        return switch (name) {
            case "page", "per_page", "proximity" -> Map.of("type", "integer", "minimum", 1);
            case "full", "full_service", "minimal", "top_only" -> Map.of("type", "boolean");
            case "format" -> Map.of("type", "string", "enum", List.of("json", "ndjson"));
            default -> name.endsWith("_id") ? Map.of("type", "string", "format", "uuid") : Map.of("type", "string");
        };
    }

    private static Map<String, Object> answer(Map<String, Object> schema) {
        return Map.of("200", Map.of("description", "As asked", "content", Map.of("application/json", Map.of("schema", schema))));
    }

    private static Map<String, Object> page(String item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String number : List.of("total_items", "total_pages", "page_number", "size")) fields.put(number, Map.of("type", "integer"));
        for (String flag : List.of("first_page", "last_page", "empty")) fields.put(flag, Map.of("type", "boolean"));
        fields.put("contents", Map.of("type", "array", "items", Map.of("$ref", item)));
        return Map.of("type", "object", "required", List.copyOf(fields.keySet()), "properties", fields);
    }
}
