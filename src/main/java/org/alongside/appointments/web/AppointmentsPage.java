package org.alongside.appointments.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.appointments.Appointment;

/** The appointments of a case: those to come, the soonest first, then those that are over. */
record AppointmentsPage(UUID caseId, String who, boolean closed, Instant now, List<Row> planned, List<Row> over) {
    record Row(Appointment appointment, String worker) {}

    String path() {
        return "/desk/cases/" + caseId + "/appointments";
    }
}
