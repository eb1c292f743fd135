package org.alongside.retention.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.retention.Erased;
import org.alongside.retention.Erasure;
import org.alongside.retention.Files;
import org.alongside.retention.Hold;
import org.alongside.retention.KeptKind;
import org.alongside.retention.Rule;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** How long what is kept, whose time is nearly up, who is held, and how much was erased. */
record KeepingPage(LocalDate today, List<Clock> clocks, List<Due> due, List<Held> held, List<Asked> asked, List<Erased.Count> erased, Problems problems) {
    /** @param rule null while nobody decided @param refused whether the form below was refused just now */
    record Clock(KeptKind kind, @Nullable Rule rule, @Nullable String by, String months, String why, boolean refused) {}

    /** @param name null for a record that belongs to nobody's file */
    record Due(Files.Due due, @Nullable String name) {}

    /** @param late whether the second look should have been done by now */
    record Held(Hold hold, String name, boolean late) {}

    record Asked(Erasure erasure, String name) {}
}
