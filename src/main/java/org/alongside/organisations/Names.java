package org.alongside.organisations;

import java.util.Map;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** The names of everyone who works or worked in one's own organisation. @param known in the order of the names */
public record Names(Map<WorkerId, String> known) {
    static final String UNKNOWN = "A former colleague";

    public static Names none() {
        return new Names(Map.of());
    }

    /** Empty for nobody. */
    public String of(@Nullable WorkerId worker) {
        return worker == null ? "" : known.getOrDefault(worker, UNKNOWN);
    }

    /** The same, in the middle of a sentence. */
    public String amid(WorkerId worker) {
        return known.getOrDefault(worker, "a former colleague");
    }
}
