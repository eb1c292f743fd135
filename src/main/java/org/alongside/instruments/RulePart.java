package org.alongside.instruments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a rule of a file: {@code {item, is}}, {@code {all: []}}, {@code {any: []}}, {@code {not: }}, {@code {at-least: 2, of: []}}, and for signals {@code {scale, from}}. */
final class RulePart {
    private static final Set<String> KEYS = Set.of("item", "is", "all", "any", "not", "at-least", "of");
    private static final Set<String> WITH_SCALES = Set.of("item", "is", "all", "any", "not", "at-least", "of", "scale", "from");
    private static final String WHAT = "a condition";
    private final Map<String, Item> items;
    private final @Nullable Map<String, Scale> scales;

    /** @param items those that stand above @param scales null where a rule may not ask for a number */
    RulePart(Map<String, Item> items, @Nullable Map<String, Scale> scales) {
        this.items = items;
        this.scales = scales;
    }

    Rule read(YamlPart part) {
        part.mapping(WHAT, scales == null ? KEYS : WITH_SCALES);
        if (part.has("not")) return new Rule.Not(read(part.need("not", WHAT)));
        if (part.has("all")) return atLeast(part, "all", Integer.MAX_VALUE);
        if (part.has("any")) return atLeast(part, "any", 1);
        if (part.has("at-least")) return atLeast(part, "of", part.need("at-least", WHAT).wholeNumber());
        if (part.has("scale")) return reached(part);
        return picked(part);
    }

    private Rule atLeast(YamlPart part, String key, int number) {
        List<Rule> of = part.need(key, WHAT).list().stream().map(this::read).toList();
        if (number < 1 || number != Integer.MAX_VALUE && number > of.size()) part.wrong("there are " + of.size() + " conditions here, not " + number);
        return new Rule.AtLeast(Math.min(number, of.size()), of);
    }

    private Rule reached(YamlPart part) {
        YamlPart scale = part.need("scale", WHAT);
        if (scales == null || !scales.containsKey(scale.text())) scale.wrong("there is no scale \"" + scale.text() + "\"");
        return new Rule.Reached(scale.text(), part.need("from", WHAT).number());
    }

    private Rule picked(YamlPart part) {
        YamlPart asked = part.need("item", WHAT);
        Item parent = items.get(asked.text());
        if (parent == null) {
            asked.wrong("the question \"" + asked.text() + "\" does not stand above this one");
            return new Rule.AtLeast(0, List.of());
        }
        List<YamlPart> values = part.need("is", WHAT).list();
        for (YamlPart value : values) {
            if (parent.option(value.text()).isEmpty()) value.wrong("\"" + value.text() + "\" is not an answer to \"" + parent.key() + "\"");
        }
        return new Rule.Picked(parent.key(), values.stream().map(YamlPart::text).toList());
    }
}
