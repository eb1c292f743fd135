package org.alongside.directory.web;

import java.util.List;
import org.alongside.directory.Edition;
import org.alongside.directory.Entries.Opened;
import org.alongside.directory.assurance.Assurers.Assurer;
import org.alongside.directory.assurance.Links.Broken;
import org.alongside.directory.assurance.Suggestion;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** One entry as those who keep it see it. @param savedBy who wrote the draft @param suggestions what the public says is wrong @param assurer whom to ask at the service; null for nobody @param broken pages it leads to that are not there */
record EntryPage(Opened opened, String savedBy, List<Past> past, List<Suggestion> suggestions, @Nullable Assurer assurer, List<Broken> broken, Problems problems) {
    /** @param changed what was new in it @param differs whether it says anything else than what stands there now */
    record Past(Edition edition, String who, List<String> changed, boolean differs) {}
}
