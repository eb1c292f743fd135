package org.alongside.guidance.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.alongside.ui.Frame;

/** One section of a short page, kept in the words as "Heading | paragraph | * point | * point", so that it is translated as one. */
record Section(String heading, List<Block> blocks) {

    private static final String POINT = "* ";

    /** A paragraph, or points that belong together. */
    record Block(boolean isList, List<String> lines) {}

    static Section of(Frame frame, Guide guide, String name) {
        List<String> parts = Arrays.stream(frame.say("guidance." + guide.key() + "." + name).split("\\|")).map(String::strip).toList();
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
