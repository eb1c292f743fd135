package org.alongside.guidance.web;

import java.util.Arrays;
import java.util.List;
import org.alongside.ui.Frame;

/** One section of a short page, kept in the words as "Heading | paragraph | * point | * point", so that it is translated as one. */
record Section(String heading, List<String> paragraphs, List<String> points) {

    private static final String POINT = "* ";

    static Section of(Frame frame, Guide guide, String name) {
        List<String> parts = Arrays.stream(frame.say("guidance." + guide.path() + "." + name).split("\\|")).map(String::strip).toList();
        List<String> rest = parts.subList(1, parts.size());
        return new Section(
                parts.get(0),
                rest.stream().filter(part -> !part.startsWith(POINT)).toList(),
                rest.stream().filter(part -> part.startsWith(POINT)).map(part -> part.substring(POINT.length())).toList());
    }
}
