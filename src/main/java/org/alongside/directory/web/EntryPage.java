package org.alongside.directory.web;

import java.util.List;
import org.alongside.directory.Edition;
import org.alongside.directory.Entries.Opened;
import org.alongside.shared.Problems;

/** One entry as those who keep it see it. @param savedBy who wrote the draft */
record EntryPage(Opened opened, String savedBy, List<Past> past, Problems problems) {
    /** @param changed what was new in it @param differs whether it says anything else than what stands there now */
    record Past(Edition edition, String who, List<String> changed, boolean differs) {}
}
