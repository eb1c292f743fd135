package org.alongside.directory.web;

import java.util.List;
import org.alongside.directory.Directory.Results;
import org.alongside.directory.Found;
import org.alongside.directory.Seeker;
import org.alongside.directory.Welcome;
import org.jspecify.annotations.Nullable;

/** Services found, best first, one page of them; when there are none, which filters took them away, and lines to ring all the same. @param page from 1 on */
record ResultsPage(Seeker seeker, Results results, int page, List<Emptied> emptied, List<Found> lines) {
    static final int SHOWN = 10;

    /** A filter, and how many services would be left without it. */
    record Emptied(String filter, int left) {}

    /** Where the better ones are; null on the first page. */
    @Nullable String before() {
        return page == 1 ? null : page == 2 ? "/find" : "/find?page=" + (page - 1);
    }

    @Nullable String after() {
        return page * SHOWN >= results.all() ? null : "/find?page=" + (page + 1);
    }

    /** Whether from this one on nobody says that they are for whoever asks. */
    boolean beginsNotStated(Found found) {
        return !seeker.is().isEmpty() && found.welcome() != Welcome.YES && results.found().stream().filter(one -> one.welcome() != Welcome.YES).findFirst().orElse(null) == found;
    }

    int first() {
        return (page - 1) * SHOWN + 1;
    }

    int last() {
        return first() + results.found().size() - 1;
    }
}
