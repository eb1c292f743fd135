package org.alongside.standards.web;

import java.util.List;
import java.util.Optional;
import org.alongside.standards.Crosswalk;
import org.alongside.standards.Crosswalk.Line;
import org.alongside.standards.Relation;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;

/** Two standards side by side, in the order of the first. */
record BesidePage(Standard standard, Standard other, Crosswalk walk) {

    record Pair(Statement here, Line line, Statement there) {}

    List<Pair> pairs(Section section) {
        return section.statements().stream().flatMap(here -> walk.lines().stream().filter(line -> line.from().equals(here.id())).flatMap(line -> other.statement(line.to()).stream().map(there -> new Pair(here, line, there)))).toList();
    }

    List<Section> sections() {
        return standard.sections().stream().filter(section -> !pairs(section).isEmpty()).toList();
    }

    private static List<Statement> alone(Standard of, Crosswalk walk) {
        return of.statements().filter(one -> walk.lines().stream().noneMatch(line -> line.from().equals(one.id()) && line.relation() != Relation.NONE)).toList();
    }

    List<Statement> onlyHere() {
        return alone(standard, walk);
    }

    List<Statement> onlyThere() {
        return alone(other, walk.turned());
    }

    /** Its words, without anybody's name for them. */
    Optional<String> why(Pair pair) {
        return Optional.of(pair.line.why()).filter(words -> !words.isBlank());
    }
}
