package org.alongside.incidents.web;

import java.util.List;
import java.util.UUID;
import org.alongside.incidents.Incident;
import org.alongside.incidents.Repeat;
import org.alongside.incidents.RepeatRule;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a client, time after time.
 *
 * @param by those it may have been, with "somebody who is not written down"
 * @param refused the row whose change was refused just now
 */
record IncidentsPage(UUID caseId, UUID person, String who, List<Row> rows, List<Counted> repeats, RepeatRule rule, boolean mayDecide, List<Option> by, IncidentForm form, @Nullable UUID refused, @Nullable String why, Problems problems) {
    /** @param here whether it was written down in this case, not in an earlier one @param link where it was written first */
    record Row(Incident incident, String by, String recordedBy, boolean here, @Nullable String link) {}

    record Counted(Repeat repeat, String name) {}

    String path() {
        return "/desk/cases/" + caseId + "/incidents";
    }

    boolean isRefused(Incident incident) {
        return incident.id().equals(refused);
    }
}
