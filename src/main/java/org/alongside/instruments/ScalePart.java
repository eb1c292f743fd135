package org.alongside.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.instruments.Scale.Band;
import org.alongside.instruments.Scale.Method;
import org.jspecify.annotations.Nullable;

/** Reads the scales of a file, with their bands. */
final class ScalePart {
    private static final Map<String, Method> METHODS = Map.of("sum", Method.SUM, "mean", Method.MEAN, "count", Method.COUNT, "max", Method.MAX);
    private static final String WHAT = "a scale", BAND = "a band";
    private final Map<String, Item> items;

    ScalePart(Map<String, Item> items) {
        this.items = items;
    }

    Map<String, Scale> read(YamlPart list) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        for (YamlPart part : list.list()) {
            Scale scale = scale(part);
            if (scales.put(scale.key(), scale) != null) part.wrong("the scale \"" + scale.key() + "\" stands twice");
        }
        return scales;
    }

    private Scale scale(YamlPart part) {
        part.mapping(WHAT, Set.of("key", "title", "items", "reversed", "method", "min-answered", "prorate", "better", "bands"));
        Method method = part.need("method", WHAT).oneOf(METHODS, "a way to add up");
        Set<String> counted = counted(part.need("items", WHAT), method);
        YamlPart turned = part.maybe("reversed"), fewest = part.maybe("min-answered"), raise = part.maybe("prorate");
        int min = fewest == null ? method == Method.COUNT ? 0 : counted.size() : fewest.wholeNumber();
        if (min > counted.size()) part.wrong("a scale of " + counted.size() + " questions cannot need " + min + " answers");
        if (raise != null && method != Method.SUM) raise.wrong("only a sum is raised in proportion");
        Set<String> reversed = turned == null ? Set.of() : counted(turned, method);
        if (turned != null && !counted.containsAll(reversed)) turned.wrong("only questions of the scale can be reversed");
        return new Scale(part.need("key", WHAT).word(), part.need("title", WHAT).text(), counted, reversed, method == null ? Method.SUM : method, min, raise != null && raise.yes(), better(part.maybe("better")), bands(part.maybe("bands")));
    }

    private Set<String> counted(YamlPart list, @Nullable Method method) {
        Set<String> keys = new LinkedHashSet<>();
        for (YamlPart part : list.list()) {
            Item item = items.get(part.text());
            if (item == null) part.wrong("there is no question \"" + part.text() + "\"");
            else if (item.kind() != Item.Kind.NUMBER && item.weights().isEmpty()) part.wrong("the answers to \"" + item.key() + "\" have no weight");
            else if (!keys.add(item.key())) part.wrong("the question \"" + item.key() + "\" stands twice");
        }
        return keys;
    }

    private static @Nullable Boolean better(@Nullable YamlPart part) {
        return part == null ? null : part.oneOf(Map.of("higher", true, "lower", false), "an end of a scale");
    }

    private static List<Band> bands(@Nullable YamlPart list) {
        List<Band> bands = new ArrayList<>();
        for (YamlPart part : list == null ? List.<YamlPart>of() : list.list()) {
            part.mapping(BAND, Set.of("from", "to", "key", "text", "raises"));
            YamlPart raises = part.maybe("raises");
            // Safety: a band may raise a level and never lower it; there is no word for the lowest.
            Band band = new Band(part.need("from", BAND).number(), part.need("to", BAND).number(), part.need("key", BAND).word(), part.need("text", BAND).text(),
                    raises == null ? null : raises.oneOf(Map.of("raised", "raised", "high", "high"), "a level a band can raise to"));
            if (band.to().compareTo(band.from()) < 0) part.wrong("a band ends below its beginning");
            BigDecimal before = bands.isEmpty() ? null : bands.get(bands.size() - 1).to();
            if (before != null && band.from().compareTo(before) <= 0) part.wrong("this band begins inside the one before");
            bands.add(band);
        }
        return List.copyOf(bands);
    }
}
