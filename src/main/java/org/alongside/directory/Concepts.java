package org.alongside.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What people mean by what they type: "someone to talk to" is a helpline, "IDVA" an advocate. Read from {@code directory/concepts.txt}, and our own. */
final class Concepts {
    private final Map<String, Set<String>> byPhrase = new HashMap<>();
    private final int longest;

    /** What was meant, as names of parts and audiences, and the words that are left. */
    record Meant(Set<String> concepts, List<String> words) {}

    Concepts() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(Objects.requireNonNull(Concepts.class.getResourceAsStream("/directory/concepts.txt")), StandardCharsets.UTF_8))) {
            file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::learn);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        longest = byPhrase.keySet().stream().mapToInt(phrase -> phrase.split(" ").length).max().orElse(1);
    }

    private void learn(String line) {
        String concept = line.substring(0, line.indexOf(':'));
        if (Arrays.stream(Part.Kind.values()).map(Enum::name).noneMatch(concept::equals) && Arrays.stream(Audience.values()).map(Enum::name).noneMatch(concept::equals)) throw new IllegalArgumentException("Neither a part nor an audience: " + concept);
        for (String phrase : line.substring(line.indexOf(':') + 1).split("\\|")) byPhrase.computeIfAbsent(Places.fold(phrase), any -> new LinkedHashSet<>()).add(concept);
    }

    /** Reads the longest phrases first. A single word counts as itself too, since it may stand in a name. */
    Meant read(String typed) {
        String folded = Places.fold(typed);
        List<String> words = folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
        Set<String> concepts = new LinkedHashSet<>();
        List<String> left = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            int length = Math.min(longest, words.size() - at);
            while (length > 0 && !byPhrase.containsKey(String.join(" ", words.subList(at, at + length)))) length--;
            if (length > 0) concepts.addAll(byPhrase.get(String.join(" ", words.subList(at, at + length))));
            if (length <= 1) left.add(words.get(at));
            at += Math.max(1, length);
        }
        return new Meant(concepts, left);
    }
}
