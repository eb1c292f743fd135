package org.alongside.programme;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** One run of a programme. @param firstAt when it meets first; then every week at the same time @param online whether it meets online @param area where it meets otherwise: the first half of a postcode, empty when not said @param places commissioned, {@code taken} of them offered or held */
public record Cohort(UUID id, String name, ForGender forGender, String language, String venue, boolean online, String area, Instant firstAt, int minutes, WorkerId facilitator, WorkerId coFacilitator, int places, int taken, @Nullable Instant endedAt) {
    public int free() {
        return places - taken;
    }
}
