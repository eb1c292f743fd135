package org.alongside.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How a letter to one kind of agency begins. Paragraphs stand apart by an empty line; {name} and the like are filled in. @param side the only side that writes it; null for both */
public record Template(String key, String title, String body, @Nullable Side side) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    Template(String key, String title, String body) {
        this(key, title, body, null);
    }

    public Template {
        Matcher places = PLACE.matcher(body);
        while (places.find()) {
            String place = places.group();
            if (Stream.of(Fact.values()).noneMatch(fact -> fact.place().equals(place))) throw new IllegalArgumentException("the letter \"" + key + "\" asks for " + place + ", which nothing fills in");
        }
    }

    /** Those that come with Alongside, by title. */
    static List<Template> shipped() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:letters/*.yaml")).map(Template::read).sorted(Comparator.comparing(Template::title)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Template read(Resource file) {
        try {
            Map<String, String> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file.getContentAsString(StandardCharsets.UTF_8));
            return new Template(read.get("key"), read.get("title"), read.get("body"), read.containsKey("side") ? Side.valueOf(read.get("side")) : null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text with its facts. A paragraph that asks for one that is not given is left out whole, so that no letter says "unknown". */
    String filled(Map<Fact, String> facts) {
        return Stream.of(body.strip().split("\\n\\s*\\n")).filter(paragraph -> Stream.of(Fact.values()).noneMatch(fact -> paragraph.contains(fact.place()) && facts.getOrDefault(fact, "").isBlank()))
                .map(paragraph -> fill(paragraph, facts)).collect(Collectors.joining("\n\n"));
    }

    private static String fill(String paragraph, Map<Fact, String> facts) {
        return PLACE.matcher(paragraph).replaceAll(place -> Matcher.quoteReplacement(Stream.of(Fact.values()).filter(fact -> fact.words().equals(place.group(1))).findFirst().map(facts::get).orElse("")));
    }
}
