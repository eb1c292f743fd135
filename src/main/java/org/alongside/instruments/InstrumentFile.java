package org.alongside.instruments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.instruments.Instrument.Review;
import org.alongside.instruments.Instrument.Section;
import org.alongside.instruments.Item.Condition;
import org.alongside.instruments.Item.Kind;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file of questions, strictly: what is not understood is refused with its line, never skipped. */
final class InstrumentFile {
    // Safety: "score", "weight" and "band" are unknown keys here, so our own questions cannot be added up to a number.
    private static final Set<String> FILE = Set.of("key", "version", "title", "about", "review", "options", "sections");
    private static final Set<String> SECTION = Set.of("key", "title", "intro", "items");
    private static final Set<String> ITEM = Set.of("key", "ask", "kind", "help", "options", "when");
    private static final Map<String, Kind> KINDS = Map.of("yes-no", Kind.YES_NO, "one-of", Kind.ONE_OF, "several", Kind.SEVERAL, "text", Kind.TEXT, "date", Kind.DATE, "number", Kind.NUMBER);

    private final String name;
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, List<Option>> optionSets = new HashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();

    private InstrumentFile(String name) {
        this.name = name;
    }

    /** @param name the file's name, as mistakes will call it. Throws {@link BadInstrument}. */
    static Instrument read(String name, String text) {
        return new InstrumentFile(name).instrument(text.replace("\r\n", "\n"));
    }

    private Instrument instrument(String text) {
        YamlPart file = new YamlPart(compose(text), name, mistakes).mapping("a set of questions", FILE);
        YamlPart sets = file.maybe("options");
        if (sets != null) sets.entries("options").forEach((key, set) -> optionSets.put(key, options(set)));
        List<Section> sections = file.need("sections", "a set of questions").list().stream().map(this::section).toList();
        Instrument read = new Instrument(file.need("key", "a set of questions").word(), file.need("version", "a set of questions").text(), file.need("title", "a set of questions").text(),
                file.need("about", "a set of questions").text(), review(file.maybe("review")), sections, hash(text), text);
        if (!mistakes.isEmpty()) throw new BadInstrument(mistakes);
        return read;
    }

    private Node compose(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
            if (root != null) return root;
            throw new BadInstrument(List.of(name + ", line 1: the file is empty"));
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null ? 1 : unreadable.getProblemMark().getLine() + 1;
            throw new BadInstrument(List.of(name + ", line " + line + ": not readable as YAML: " + unreadable.getProblem()));
        }
    }

    private @Nullable Review review(@Nullable YamlPart part) {
        if (part == null) return null;
        part.mapping("a review", Set.of("reviewer", "on"));
        YamlPart on = part.need("on", "a review");
        try {
            return new Review(part.need("reviewer", "a review").text(), LocalDate.parse(on.text()));
        } catch (DateTimeException unreadable) {
            on.wrong("the day of the review must be written like 2026-11-20");
            return null;
        }
    }

    private List<Option> options(YamlPart set) {
        Map<String, Option> options = new LinkedHashMap<>();
        for (YamlPart part : set.list()) {
            part.mapping("an option", Set.of("key", "text", "help"));
            Option option = new Option(part.need("key", "an option").word(), part.need("text", "an option").text(), part.textOf("help"));
            if (options.put(option.value(), option) != null) part.wrong("the option \"" + option.value() + "\" stands twice");
        }
        return List.copyOf(options.values());
    }

    private Section section(YamlPart part) {
        part.mapping("a section", SECTION);
        return new Section(part.need("key", "a section").word(), part.need("title", "a section").text(), part.textOf("intro"),
                part.need("items", "a section").list().stream().map(this::item).toList());
    }

    private Item item(YamlPart part) {
        part.mapping("a question", ITEM);
        Kind kind = kind(part.need("kind", "a question"));
        Item item = new Item(part.need("key", "a question").word(), kind, part.need("ask", "a question").text(), part.textOf("help"), options(part, kind), condition(part.maybe("when")));
        if (items.put(item.key(), item) != null) part.wrong("the question \"" + item.key() + "\" stands twice");
        return item;
    }

    private static Kind kind(YamlPart part) {
        Kind kind = KINDS.get(part.text());
        if (kind == null) part.wrong("\"" + part.text() + "\" is not a kind of question (known: " + String.join(", ", KINDS.keySet().stream().sorted().toList()) + ")");
        return kind == null ? Kind.TEXT : kind;
    }

    private List<Option> options(YamlPart item, Kind kind) {
        YamlPart set = item.maybe("options");
        if (kind == Kind.YES_NO) {
            if (set != null) set.wrong("a yes-no question brings its own options");
            return Item.YES_OR_NO;
        }
        if (set == null) {
            if (kind.isPicked()) item.wrong("this question has no \"options\"");
            return List.of();
        }
        if (!kind.isPicked()) set.wrong("a question that is typed has no options");
        List<Option> found = optionSets.get(set.text());
        if (found == null) set.wrong("there are no options named \"" + set.text() + "\"");
        return found == null ? List.of() : found;
    }

    private @Nullable Condition condition(@Nullable YamlPart part) {
        if (part == null) return null;
        part.mapping("a condition", Set.of("item", "is"));
        YamlPart asked = part.need("item", "a condition");
        Item parent = items.get(asked.text());
        if (parent == null) {
            asked.wrong("the question \"" + asked.text() + "\" does not stand above this one");
            return null;
        }
        List<YamlPart> values = part.need("is", "a condition").list();
        for (YamlPart value : values) {
            if (parent.option(value.text()).isEmpty()) value.wrong("\"" + value.text() + "\" is not an answer to \"" + parent.key() + "\"");
        }
        List<String> any = values.stream().map(YamlPart::text).toList();
        return new Condition(parent.key(), any, "If " + String.join(" or ", any.stream().map(value -> parent.option(value).map(Option::text).orElse(value)).toList()).toLowerCase(java.util.Locale.UK));
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
