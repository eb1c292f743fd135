package org.alongside.directory.exchange.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.directory.exchange.Imports.Report;
import org.alongside.directory.exchange.Staged;
import org.alongside.directory.exchange.Staged.State;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** One import: in numbers, and one of its lists, a page of it. */
record ImportPage(Report report, Shown shown, int page, List<Staged> lines, Problems problems) {
    static final int SHOWN = 50;

    /** The lists of a report. */
    enum Shown {
        NEW("New and changed", State.ACCEPTED, State.CHANGED, State.UNDONE), HELD("Held back", State.QUARANTINED), DOUBLES("Doubles", State.MERGED), OTHERWISE("The source says otherwise"), GONE("Not in the source any more");

        private final String words;
        private final Set<State> states;

        Shown(String words, State... states) {
            this.words = words;
            this.states = states.length == 0 ? EnumSet.noneOf(State.class) : EnumSet.of(states[0], states);
        }

        Set<State> states() {
            return states;
        }

        String words() {
            return words;
        }
    }

    int many(Shown which) {
        return switch (which) {
            case NEW -> report.accepted() + report.changed() + report.undone();
            case HELD -> report.held();
            case DOUBLES -> report.merged();
            case OTHERWISE -> report.otherwise();
            case GONE -> report.gone().size();
        };
    }

    List<Shown> lists() {
        return Stream.of(Shown.values()).toList();
    }

    String path() {
        return "/desk/directory/imports/" + report.run().id();
    }

    String path(Shown which) {
        return path() + "?list=" + which.name();
    }

    @Nullable String before() {
        return page <= 1 ? null : path(shown) + "&page=" + (page - 1);
    }

    @Nullable String after() {
        return shown == Shown.GONE || page * SHOWN >= many(shown) ? null : path(shown) + "&page=" + (page + 1);
    }
}
