package org.alongside.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A standard as it was published: sections with statements, each for those whom it is for. A new version is another standard under the same key.
 *
 * @param key small letters, digits and hyphens
 * @param owner whose words it is in
 * @param licence under which they may be used, by SPDX; or in a few words
 * @param isExample whether nobody whose work it is has looked at it yet
 */
public record Standard(String key, String version, String title, String about, String owner, String licence, LocalDate publishedOn, boolean isExample, List<Section> sections) {
    private static final int LONGEST = 1000;

    public record Section(String key, String title, String about, List<Statement> statements) {
        public Section {
            statements = List.copyOf(statements);
        }

        public long musts() {
            return statements.stream().filter(Statement::isMust).count();
        }
    }

    /**
     * One thing that has to be so.
     *
     * @param id stays the same through all versions
     * @param isMust whether it has to be met; else it should be
     * @param forSurvivors the same, said to somebody who looks for help; null where it is nothing for them
     * @param good what good looks like
     * @param evidence what could show it
     */
    public record Statement(String id, boolean isMust, String text, @Nullable String forSurvivors, List<String> good, List<String> evidence, Set<Edition> editions) {
        public Statement {
            good = List.copyOf(good);
            evidence = List.copyOf(evidence);
            editions = Set.copyOf(editions);
        }

        public String in(Edition edition) {
            return edition == Edition.SURVIVORS && forSurvivors != null ? forSurvivors : text;
        }
    }

    /** Throws {@link BadStandard} with all that is wrong. */
    public Standard {
        sections = List.copyOf(sections);
        List<String> wrong = new ArrayList<>();
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*") || key.length() > 60) wrong.add("the key must be small letters, digits and hyphens, no more than 60");
        if (!version.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,19}")) wrong.add("the version must be letters, digits, points and hyphens, no more than 20");
        if (sections.isEmpty()) wrong.add("there are no sections");
        needed(wrong, "the title", title);
        needed(wrong, "what it is about", about);
        needed(wrong, "the owner", owner);
        needed(wrong, "the licence", licence);
        Set<String> keys = new HashSet<>(), ids = new HashSet<>();
        for (Section section : sections) {
            String called = "section " + section.key;
            if (!section.key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) wrong.add(called + " must be called by small letters, digits and hyphens");
            if (!keys.add(section.key)) wrong.add(called + " stands twice");
            needed(wrong, called + ": the title", section.title);
            needed(wrong, called + ": what it is about", section.about);
            if (section.statements.isEmpty()) wrong.add(called + " has no statements");
            section.statements.forEach(statement -> check(statement, ids, wrong));
        }
        if (!wrong.isEmpty()) throw new BadStandard(wrong);
    }

    private static void check(Statement statement, Set<String> ids, List<String> wrong) {
        String called = "statement " + statement.id;
        if (!statement.id.matches("[A-Za-z][A-Za-z0-9.-]{0,19}")) wrong.add(called + " must be called by a letter, then letters, digits, points and hyphens");
        if (!ids.add(statement.id)) wrong.add(called + " stands twice");
        needed(wrong, called + ": the words", statement.text);
        if (statement.editions.isEmpty()) wrong.add(called + " is for nobody");
        if (statement.editions.contains(Edition.SURVIVORS) != (statement.forSurvivors != null)) wrong.add(called + " is for survivors only with words of its own for them");
        Stream.of(statement.good, statement.evidence, statement.forSurvivors == null ? List.<String>of() : List.of(statement.forSurvivors)).flatMap(List::stream).forEach(words -> needed(wrong, called + ": what stands beside it", words));
    }

    private static void needed(List<String> wrong, String what, String words) {
        if (words.isBlank() || words.length() > LONGEST || !words.equals(words.strip())) wrong.add(what + " must be 1 to " + LONGEST + " characters, with none that cannot be seen around them");
    }

    /** The sections with what is for them alone. */
    public List<Section> of(Edition edition) {
        return sections.stream().map(section -> new Section(section.key, section.title, section.about, section.statements.stream().filter(statement -> statement.editions.contains(edition)).toList())).filter(section -> !section.statements.isEmpty()).toList();
    }

    /** Those for whom it says anything. */
    public Set<Edition> editions() {
        Set<Edition> editions = EnumSet.noneOf(Edition.class);
        sections.forEach(section -> section.statements.forEach(statement -> editions.addAll(statement.editions)));
        return editions;
    }

    /** All statements, in their order. */
    public Stream<Statement> statements() {
        return sections.stream().flatMap(section -> section.statements.stream());
    }

    public Optional<Statement> statement(String id) {
        return statements().filter(one -> one.id.equals(id)).findFirst();
    }

    public boolean has(String id) {
        return statement(id).isPresent();
    }

    /** Those that are for them, in their order. */
    public List<Statement> statements(Edition edition) {
        return statements().filter(one -> one.editions.contains(edition)).toList();
    }

    /** The first edition for those who help in which this one is read. */
    public Optional<Edition> readIn(String id) {
        return statement(id).flatMap(one -> one.editions.stream().filter(edition -> edition != Edition.SURVIVORS).min(Comparator.naturalOrder()));
    }

    /** The section this one stands in. */
    public Optional<Section> section(Statement statement) {
        return sections.stream().filter(one -> one.statements.contains(statement)).findFirst();
    }

    /** Where anybody reads this one today; the whole standard where it has gone. */
    public String path(String id) {
        return "/standards/" + key + readIn(id).map(edition -> "/" + edition.key() + "#" + id).orElse("");
    }

    public long musts(Edition edition) {
        return of(edition).stream().mapToLong(Section::musts).sum();
    }
}
