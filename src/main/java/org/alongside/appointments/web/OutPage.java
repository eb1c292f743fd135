package org.alongside.appointments.web;

import java.time.Instant;
import java.util.List;
import org.alongside.appointments.Appointment;

/** Who is out alone now, and what the reader has planned. */
record OutPage(Instant now, List<Row> out, List<Row> mine) {
    /** @param reference of the case */
    record Row(Appointment appointment, String reference, String worker) {
        String path() {
            return "/desk/cases/" + appointment.caseId().id() + "/appointments";
        }
    }
}
