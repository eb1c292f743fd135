package org.alongside.casework.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.casework.MomentKind;
import org.jspecify.annotations.Nullable;

/** @param kind what the timeline is narrowed to; null for all @param older where the next page begins; null on the last */
record TimelinePage(CaseBar bar, List<MomentRow> moments, @Nullable MomentKind kind, boolean first, @Nullable String older) {
    /** The kinds one can narrow to; work on behaviour has no safety plan. */
    List<MomentKind> kinds() {
        return Stream.of(MomentKind.values()).filter(kind -> bar.support() || kind != MomentKind.PLAN && kind != MomentKind.ASSESSMENT).toList();
    }

    String path(@Nullable MomentKind of) {
        return bar.path("timeline") + (of == null ? "" : "?kind=" + of.name());
    }

    @Nullable String newestPath() {
        return first ? null : path(kind);
    }

    @Nullable String olderPath() {
        return older == null ? null : bar.path("timeline") + "?before=" + older + (kind == null ? "" : "&kind=" + kind.name());
    }
}
