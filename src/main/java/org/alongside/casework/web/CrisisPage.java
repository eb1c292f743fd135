package org.alongside.casework.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.casework.CrisisKind;
import org.alongside.casework.Whereabouts;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** One crisis, as it was written down in seconds, and the form for the rest of it. */
record CrisisPage(CaseBar bar, Crisis crisis, CrisisDetailsForm form, Problems problems) {
    record Crisis(UUID id, CrisisKind what, List<String> called, Whereabouts whereabouts, Instant at, String by, @Nullable String words, boolean detailed) {}
}
