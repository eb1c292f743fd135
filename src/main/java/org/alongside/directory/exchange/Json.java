package org.alongside.directory.exchange;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Fields of the records of others, whatever shape they come in. */
final class Json {
    private Json() {
    }

    /** The words of a field, those of a list with commas between; empty when it says nothing. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isArray()) return value.valueStream().map(one -> one.asString("")).collect(Collectors.joining(","));
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }

    /** The records of a field, whether it is a list of them or one. */
    static List<JsonNode> all(JsonNode of, String list) {
        JsonNode found = of.path(list);
        return found.isArray() ? found.valueStream().filter(JsonNode::isObject).toList() : found.isObject() ? List.of(found) : List.of();
    }

    /** The records of several fields that say the same thing in different versions of the standard. */
    static List<JsonNode> all(JsonNode of, List<String> lists) {
        return lists.stream().flatMap(list -> all(of, list).stream()).toList();
    }

    /** The first that says anything. */
    static String first(String... some) {
        return Stream.of(some).filter(one -> !one.isEmpty()).findFirst().orElse("");
    }
}
