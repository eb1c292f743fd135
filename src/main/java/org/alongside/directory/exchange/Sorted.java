package org.alongside.directory.exchange;

import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** JSON that is the same text whenever it says the same: names in order, and lists of plain names too, since they are sets. */
final class Sorted {
    private Sorted() {
    }

    static String text(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            node.properties().forEach(one -> {
                if (!one.getValue().isNull()) fields.put(one.getKey(), text(one.getValue()));
            });
            return fields.entrySet().stream().map(one -> Whole.JSON.writeValueAsString(one.getKey()) + ":" + one.getValue()).collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            boolean plain = node.valueStream().allMatch(JsonNode::isString);
            return node.valueStream().map(Sorted::text).sorted((one, other) -> plain ? one.compareTo(other) : 0).collect(Collectors.joining(",", "[", "]"));
        }
        return node.toString();
    }
}
