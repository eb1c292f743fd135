package org.alongside.standards.web;

import java.util.List;
import org.alongside.standards.Beside;
import org.alongside.standards.Edition;
import org.alongside.standards.Spoken;
import org.alongside.standards.SpokenWords;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.alongside.standards.Standards;

/** A standard as one kind of reader reads it. */
record EditionPage(Standard standard, Edition edition, Standards standards, SpokenWords words) {
    List<Section> sections() {
        return standard.of(edition);
    }

    boolean isForSurvivors() {
        return edition == Edition.SURVIVORS;
    }

    boolean isReplaced() {
        return standards.one(standard.key()).filter(now -> now.version().equals(standard.version())).isEmpty();
    }

    String back() {
        return "/standards/" + standard.key() + (isReplaced() ? "/versions/" + standard.version() : "");
    }

    /** Statements of others that belong to this one. */
    List<Beside> beside(Statement statement) {
        if (isForSurvivors() || isReplaced()) return List.of();
        return standards.crosswalk(standard.key()).getOrDefault(statement.id(), List.of()).stream().filter(one -> one.isRelated() && standards.one(one.key()).filter(other -> other.has(one.statement())).isPresent()).toList();
    }

    String title(Beside beside) {
        return standards.one(beside.key()).map(Standard::title).orElse("");
    }

    /** Where the other statement is read: in the first edition that has it. */
    String path(Beside beside) {
        return standards.one(beside.key()).map(other -> other.path(beside.statement())).orElse("/standards/" + beside.key());
    }

    /** What survivors say about it; of a version that was replaced nothing, since they spoke of the one they were shown. */
    List<Spoken> spoken(Statement statement) {
        return isReplaced() ? List.of() : words.of(standard.key(), statement.id());
    }
}
