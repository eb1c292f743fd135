package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.alongside.Alongside;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** The drawing of the house, made from the code. {@code -Dalongside.draw=true} writes it anew. */
class ArchitectureDocumentsTests {
    private static final Path DRAWING = Path.of("docs/architecture/modules.md");
    private final ApplicationModules house = ApplicationModules.of(Alongside.class);
    /** Each module with those it calls; asked once, since finding out reads every class. */
    private final Map<String, Set<String>> calls = house.stream().collect(Collectors.toMap(ArchitectureDocumentsTests::name,
            module -> module.getDependencies(house, DependencyDepth.IMMEDIATE).uniqueModules().map(ArchitectureDocumentsTests::name).collect(Collectors.toCollection(TreeSet::new))));

    @Test
    void the_drawing_of_the_modules_is_the_code_as_it_stands() throws IOException {
        String drawn = draw();
        if (Boolean.getBoolean("alongside.draw")) Files.writeString(DRAWING, drawn);

        assertThat(DRAWING).content().as("run with -Dalongside.draw=true to draw it anew").isEqualTo(drawn);
    }

    private String draw() throws IOException {
        List<String> modules = calls.keySet().stream().sorted(Comparator.comparing(this::depth).thenComparing(Comparator.naturalOrder())).toList();
        StringBuilder text = new StringBuilder("# The modules\n\nMade from the code by `ArchitectureDocumentsTests`. An arrow means \"calls\"; an arrow that follows from two others is left out.\n\n```mermaid\ngraph BT\n");
        for (String module : modules) {
            for (String other : needed(module)) text.append("  ").append(module).append(" --> ").append(other).append('\n');
        }
        text.append("```\n\n| Module | Its job |\n|---|---|\n");
        for (String module : modules) text.append("| `").append(module).append("` | ").append(sentence(module)).append(" |\n");
        return text.toString();
    }

    private Set<String> needed(String module) {
        Set<String> reached = calls.get(module).stream().flatMap(other -> reach(other).stream()).collect(Collectors.toSet());
        return calls.get(module).stream().filter(other -> !reached.contains(other)).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> reach(String module) {
        Set<String> all = new HashSet<>(calls.get(module));
        for (String other : calls.get(module)) all.addAll(reach(other));
        return all;
    }

    private int depth(String module) {
        return calls.get(module).stream().mapToInt(other -> 1 + depth(other)).max().orElse(0);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static String sentence(String module) throws IOException {
        String text = Files.readString(Path.of("src/main/java/org/alongside", module, "package-info.java"));
        return text.substring(4, text.indexOf("*/")).strip();
    }
}
