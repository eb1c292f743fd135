package org.alongside.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;

/**
 * What is different in a version, compared with the one before.
 *
 * @param facts what changed of the whole, like its title
 */
public record Changes(List<Statement> fresh, List<Changed> changed, List<Statement> gone, List<String> facts) {

    /** @param what is different about it, in words: "the words", "must or should" */
    public record Changed(Statement before, Statement after, List<String> what) {
        public boolean inWords() {
            return !before.text().equals(after.text());
        }
    }

    public static Changes between(Standard before, Standard after) {
        List<Changed> changed = new ArrayList<>();
        after.statements().forEach(now -> before.statement(now.id()).ifPresent(then -> {
            List<String> what = what(before, then, after, now);
            if (!what.isEmpty()) changed.add(new Changed(then, now, what));
        }));
        return new Changes(after.statements().filter(one -> !before.has(one.id())).toList(), changed, before.statements().filter(one -> !after.has(one.id())).toList(), facts(before, after));
    }

    private static List<String> what(Standard before, Statement then, Standard after, Statement now) {
        List<String> what = new ArrayList<>();
        if (!then.text().equals(now.text())) what.add("the words");
        if (!Optional.ofNullable(then.forSurvivors()).equals(Optional.ofNullable(now.forSurvivors()))) what.add("the words for survivors");
        if (then.isMust() != now.isMust()) what.add(now.isMust() ? "it must be met now" : "it should be met now, and need not");
        if (!then.good().equals(now.good())) what.add("what good looks like");
        if (!then.evidence().equals(now.evidence())) what.add("what could show it");
        if (!then.editions().equals(now.editions())) what.add("whom it is for");
        if (!before.section(then).map(Section::key).equals(after.section(now).map(Section::key))) what.add("the section it stands in");
        return what;
    }

    private static List<String> facts(Standard before, Standard after) {
        List<String> facts = new ArrayList<>();
        if (!before.title().equals(after.title())) facts.add("the title");
        if (!before.about().equals(after.about())) facts.add("what it is about");
        if (!before.owner().equals(after.owner())) facts.add("the owner of the words");
        if (!before.licence().equals(after.licence())) facts.add("the licence");
        if (before.isExample() != after.isExample()) facts.add(after.isExample() ? "it is an example now" : "it is no example any more");
        return facts;
    }

    public boolean isNone() {
        return fresh.isEmpty() && changed.isEmpty() && gone.isEmpty() && facts.isEmpty();
    }
}
