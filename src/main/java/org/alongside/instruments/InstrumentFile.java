package org.alongside.instruments;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alongside.instruments.Instrument.Review;
import org.alongside.instruments.Instrument.Section;
import org.alongside.instruments.Item.Kind;
import org.alongside.instruments.Item.When;
import org.alongside.ui.Option;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file of questions, strictly: what is not understood is refused with its line, never skipped. {@code docs/instruments.md} tells its keys. */
final class InstrumentFile {
    private static final String FILE = "a set of questions", ITEM = "a question", LICENCE = "a licence";
    private static final Set<String> FILE_KEYS = Set.of("key", "version", "kind", "by", "title", "about", "licence", "review", "needed", "options", "sections", "scales", "signals", "compares");
    private static final Set<String> ITEM_KEYS = Set.of("key", "concept", "number", "ask", "kind", "help", "options", "weights", "when");
    private static final Map<String, Kind> KINDS = Map.of("yes-no", Kind.YES_NO, "one-of", Kind.ONE_OF, "several", Kind.SEVERAL, "text", Kind.TEXT, "date", Kind.DATE, "number", Kind.NUMBER);
    private static final Map<String, BigDecimal> YES_COUNTS = Map.of("yes", BigDecimal.ONE, "no", BigDecimal.ZERO);

    private final String name;
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, OptionSet> optionSets = new HashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<String> concepts = new HashSet<>();
    private Licence licence = Licence.OURS;
    private boolean mayScore;

    private record OptionSet(List<Option> options, Set<String> exclusive, Map<String, BigDecimal> weights) {
        static final OptionSet NONE = new OptionSet(List.of(), Set.of(), Map.of());
    }

    private InstrumentFile(String name) {
        this.name = name;
    }

    /** @param name the file's name, as mistakes will call it. Throws {@link BadInstrument}. */
    static Instrument read(String name, String text) {
        return new InstrumentFile(name).instrument(text.replace("\r\n", "\n"));
    }

    private Instrument instrument(String text) {
        YamlPart file = new YamlPart(compose(text), name, mistakes).mapping(FILE, FILE_KEYS);
        YamlPart purpose = file.maybe("kind");
        // Safety: a set that does not say what it is for is read as one about danger, the kind with the strictest rules.
        InstrumentKind known = purpose == null ? InstrumentKind.RISK : purpose.oneOf(words(InstrumentKind.values()), "a kind of set");
        InstrumentKind kind = known == null ? InstrumentKind.RISK : known;
        YamlPart view = file.maybe("by");
        Instrument.By by = view == null ? Instrument.By.WORKER : view.oneOf(words(Instrument.By.values()), "whose view the answers can be");
        YamlPart terms = file.maybe("licence"), needed = file.maybe("needed"), sets = file.maybe("options");
        if (terms != null) licence = licence(terms);
        // Safety: what we or a service worded ourselves about a person's danger, needs or help is never added up to a number.
        mayScore = licence.kind() != Licence.Kind.OWN || kind.ownMayScore();
        if (sets != null) sets.entries("options").forEach((key, set) -> optionSets.put(key, options(set)));
        List<Section> sections = file.need("sections", FILE).list().stream().map(this::section).toList();
        Map<String, Scale> scales = file.has("scales") && scored(file.need("scales", FILE), "scales") ? new ScalePart(items).read(file.need("scales", FILE)) : Map.of();
        Instrument read = new Instrument(file.need("key", FILE).word(), file.need("version", FILE).text(), kind, by == null ? Instrument.By.WORKER : by, file.need("title", FILE).text(), file.need("about", FILE).text(), licence, review(file.maybe("review")),
                needed != null && needed.yes(), sections, List.copyOf(scales.values()), signals(file.maybe("signals"), scales), comparisons(file.maybe("compares")), DigestUtils.sha256Hex(text), text);
        if (!mistakes.isEmpty()) throw new BadInstrument(mistakes);
        return read;
    }

    private Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        // A part that stands for another part, or for itself, would be read without end.
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root != null) return root;
            throw new BadInstrument(List.of(name + ", line 1: the file is empty"));
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null ? 1 : unreadable.getProblemMark().getLine() + 1;
            throw new BadInstrument(List.of(name + ", line " + line + ": not readable as YAML: " + unreadable.getProblem()));
        } catch (org.yaml.snakeyaml.error.YAMLException unreadable) {
            throw new BadInstrument(List.of(name + ", line 1: not readable as YAML"));
        }
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        return words;
    }

    private Licence licence(YamlPart part) {
        part.mapping(LICENCE, Set.of("kind", "holder", "notice", "evidence", "words"));
        Licence.Kind kind = part.need("kind", LICENCE).oneOf(words(Licence.Kind.values()), "a kind of licence");
        if (kind != null && kind != Licence.Kind.OWN) {
            part.need("holder", LICENCE);
            part.need("notice", LICENCE);
        }
        if (kind == Licence.Kind.PERMISSION_NEEDED) part.need("evidence", LICENCE);
        YamlPart shown = part.maybe("words");
        Boolean numbersOnly = shown == null ? Boolean.FALSE : shown.oneOf(Map.of("shown", false, "numbers-only", true), "a way to show them");
        return new Licence(kind == null ? Licence.Kind.OWN : kind, part.textOf("holder"), part.textOf("notice"), part.textOf("evidence"), Boolean.TRUE.equals(numbersOnly));
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

    private boolean scored(YamlPart part, String key) {
        if (!mayScore) part.wrong("\"" + key + "\" is not for a set in own words about a person: its answers are not added up");
        return mayScore;
    }

    private OptionSet options(YamlPart set) {
        Map<String, Option> options = new LinkedHashMap<>();
        Map<String, BigDecimal> weights = new HashMap<>();
        Set<String> exclusive = new HashSet<>();
        for (YamlPart part : set.list()) {
            part.mapping("an option", Set.of("key", "text", "help", "weight", "alone"));
            Option option = new Option(part.need("key", "an option").word(), part.need("text", "an option").text(), part.textOf("help"));
            if (options.put(option.value(), option) != null) part.wrong("the option \"" + option.value() + "\" stands twice");
            YamlPart weight = part.maybe("weight"), alone = part.maybe("alone");
            if (weight != null && scored(weight, "weight")) weights.put(option.value(), weight.number());
            if (alone != null && alone.yes()) exclusive.add(option.value());
        }
        return new OptionSet(List.copyOf(options.values()), Set.copyOf(exclusive), Map.copyOf(weights));
    }

    private Section section(YamlPart part) {
        part.mapping("a section", Set.of("key", "title", "intro", "items"));
        return new Section(part.need("key", "a section").word(), part.need("title", "a section").text(), part.textOf("intro"),
                part.need("items", "a section").list().stream().map(this::item).toList());
    }

    private Item item(YamlPart part) {
        part.mapping(ITEM, ITEM_KEYS);
        Kind named = part.need("kind", ITEM).oneOf(KINDS, "a kind of question");
        Kind kind = named == null ? Kind.TEXT : named;
        OptionSet set = options(part, kind);
        String key = part.need("key", ITEM).word();
        YamlPart concept = part.maybe("concept");
        Item item = new Item(key, concept == null ? key : concept.word(), kind, ask(part), part.textOf("help"), set.options, set.exclusive, set.weights, when(part.maybe("when")));
        if (items.put(item.key(), item) != null) part.wrong("the question \"" + item.key() + "\" stands twice");
        if (!concepts.add(item.concept()) && concept != null) concept.wrong("another question is already about \"" + item.concept() + "\"");
        return item;
    }

    private String ask(YamlPart item) {
        if (!licence.numbersOnly()) return item.need("ask", ITEM).text();
        // Safety: words that may not be here are not kept by mistake either.
        for (String words : List.of("ask", "help")) {
            if (item.has(words)) item.need(words, ITEM).wrong("only the numbers of these questions may be here, not their words");
        }
        return "Question " + item.need("number", ITEM).text() + ", in your licensed copy";
    }

    private OptionSet options(YamlPart item, Kind kind) {
        YamlPart set = item.maybe("options");
        if (kind == Kind.YES_NO) {
            if (set != null) set.wrong("a yes-no question brings its own options");
            return new OptionSet(Item.YES_OR_NO, Set.of(), mayScore ? YES_COUNTS : Map.of());
        }
        if (set == null) {
            if (kind.isPicked()) item.wrong("this question has no \"options\"");
            return OptionSet.NONE;
        }
        if (!kind.isPicked()) set.wrong("a question that is typed has no options");
        OptionSet found = optionSets.get(set.text());
        if (found == null) set.wrong("there are no options named \"" + set.text() + "\"");
        return found == null ? OptionSet.NONE : found;
    }

    private @Nullable When when(@Nullable YamlPart part) {
        if (part == null) return null;
        Rule rule = new RulePart(items, null).read(part);
        if (!(rule instanceof Rule.Picked picked)) return new When(rule, "If it applies");
        Item parent = items.get(picked.item());
        return new When(rule, "If " + String.join(" or ", picked.any().stream().map(value -> parent.option(value).map(Option::text).orElse(value)).toList()).toLowerCase(Locale.UK));
    }

    private List<Signal> signals(@Nullable YamlPart list, Map<String, Scale> scales) {
        RulePart rules = new RulePart(items, scales);
        return list == null ? List.of() : list.list().stream().map(part -> {
            part.mapping("a signal", Set.of("key", "when", "severity", "say"));
            Signal.Severity severity = part.need("severity", "a signal").oneOf(words(Signal.Severity.values()), "how urgent a signal can be");
            return new Signal(part.need("key", "a signal").word(), rules.read(part.need("when", "a signal")), severity == null ? Signal.Severity.URGENT : severity, part.need("say", "a signal").text());
        }).toList();
    }

    private static List<Comparison> comparisons(@Nullable YamlPart list) {
        return list == null ? List.of() : list.list().stream().map(part -> {
            part.mapping("a comparison", Set.of("with", "as", "why"));
            Comparison.As as = part.need("as", "a comparison").oneOf(words(Comparison.As.values()), "a way to compare");
            return new Comparison(part.need("with", "a comparison").text(), as == null ? Comparison.As.NOT_COMPARABLE : as, part.need("why", "a comparison").text());
        }).toList();
    }
}
