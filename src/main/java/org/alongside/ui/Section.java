package org.alongside.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One section of a page of text, kept in the words as "Heading | paragraph | * point | * point", so that it is translated as one. Shown by {@code ui/section.jte}. */
public record Section(String heading, List<Block> blocks) {

    private static final String POINT = "* ", SPEECH = "“";

    /** A paragraph, or points that belong together. */
    public record Block(boolean isList, List<String> lines) {
        /** Whether each point begins with words to be said aloud. */
        public boolean isSaidAloud() {
            return isList && lines.stream().allMatch(line -> line.startsWith(SPEECH));
        }
    }

    public static Section of(String words) {
        List<String> parts = Arrays.stream(words.split("\\|")).map(String::strip).toList();
        List<Block> blocks = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            boolean point = part.startsWith(POINT);
            boolean goesOn = point && !blocks.isEmpty() && blocks.get(blocks.size() - 1).isList;
            if (!goesOn) blocks.add(new Block(point, new ArrayList<>()));
            blocks.get(blocks.size() - 1).lines.add(point ? part.substring(POINT.length()) : part);
        }
        return new Section(parts.get(0), blocks);
    }
}
