package org.alongside.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One part of a file with the line it stands on. It says what is wrong and reads on, so that one start shows every mistake. */
final class YamlPart {
    private final Node node;
    private final String file;
    private final List<String> mistakes;
    private final Map<String, YamlPart> keys = new LinkedHashMap<>();

    YamlPart(Node node, String file, List<String> mistakes) {
        this.node = node;
        this.file = file;
        this.mistakes = mistakes;
    }

    void wrong(String what) {
        mistakes.add(file + ", line " + (node.getStartMark().getLine() + 1) + ": " + what);
    }

    /** Reads this part as keys and values; a key that is not allowed, or stands twice, is a mistake. */
    YamlPart mapping(String what, Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            wrong(what + " must be keys with values");
            return this;
        }
        for (NodeTuple pair : mapping.getValue()) {
            YamlPart value = new YamlPart(pair.getValueNode(), file, mistakes);
            String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlPart here = new YamlPart(pair.getKeyNode(), file, mistakes);
            if (!allowed.contains(key)) here.wrong("\"" + key + "\" is not a key of " + what + " (known: " + String.join(", ", allowed.stream().sorted().toList()) + ")");
            else if (keys.put(key, value) != null) here.wrong("\"" + key + "\" stands twice in " + what);
        }
        return this;
    }

    /** Reads this part as keys chosen freely, each with a value. */
    Map<String, YamlPart> entries(String what) {
        Map<String, YamlPart> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrong(what + " must be keys with values");
            return entries;
        }
        for (NodeTuple pair : mapping.getValue()) {
            YamlPart key = new YamlPart(pair.getKeyNode(), file, mistakes);
            if (entries.put(key.word(), new YamlPart(pair.getValueNode(), file, mistakes)) != null) key.wrong("\"" + key.text() + "\" stands twice in " + what);
        }
        return entries;
    }

    @Nullable YamlPart maybe(String key) {
        return keys.get(key);
    }

    YamlPart need(String key, String what) {
        YamlPart found = keys.get(key);
        if (found != null) return found;
        wrong(what + " has no \"" + key + "\"");
        return new YamlPart(node, file, new ArrayList<>());
    }

    @Nullable String textOf(String key) {
        YamlPart found = keys.get(key);
        return found == null ? null : found.text();
    }

    List<YamlPart> list() {
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue().stream().map(part -> new YamlPart(part, file, mistakes)).toList();
        }
        wrong("there must be a list here, with something in it");
        return List.of();
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) return scalar.getValue().strip();
        wrong("there must be words here");
        return "";
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    /** A number, not below nothing. */
    BigDecimal number() {
        String text = text();
        if (text.matches("\\d{1,6}(\\.\\d{1,4})?")) return new BigDecimal(text);
        if (!text.isEmpty()) wrong("\"" + text + "\" must be a number, like 3 or 0.5");
        return BigDecimal.ZERO;
    }

    int wholeNumber() {
        String text = text();
        if (text.matches("\\d{1,4}")) return Integer.parseInt(text);
        if (!text.isEmpty()) wrong("\"" + text + "\" must be a whole number");
        return 0;
    }

    boolean yes() {
        String text = text();
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) wrong("\"" + text + "\" must be true or false");
        return text.equals("true");
    }

    /** One of several known words; null when it is none of them. */
    <T> @Nullable T oneOf(Map<String, T> known, String what) {
        String text = text();
        T found = known.get(text);
        if (found == null && !text.isEmpty()) wrong("\"" + text + "\" is not " + what + " (known: " + String.join(", ", known.keySet().stream().sorted().toList()) + ")");
        return found;
    }

    /** A short name: small letters, digits and hyphens. */
    String word() {
        String text = text();
        if (!text.isEmpty() && !text.matches("[a-z0-9]+(-[a-z0-9]+)*")) wrong("\"" + text + "\" must be small letters, digits and hyphens");
        return text;
    }
}
