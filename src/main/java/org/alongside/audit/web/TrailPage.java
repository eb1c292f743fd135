package org.alongside.audit.web;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param older where the trail goes on, or null at its beginning
 *  @param newest where it starts, or null when this is its start */
record TrailPage(List<Line> lines, TrailFilter filter, List<Option> workers, @Nullable String newest, @Nullable String older, Problems problems) {
    record Line(Instant at, String words, @Nullable String subject, boolean refused) {}

    public List<Option> acts() {
        return List.of(new Option("LOOKED", "Opened"), new Option("LISTED", "Saw in a list"), new Option("CHANGED", "Changed"), new Option("REFUSED", "Was refused"));
    }

    public boolean isFiltered() {
        return !filter.path(null).equals("/desk/audit");
    }
}
