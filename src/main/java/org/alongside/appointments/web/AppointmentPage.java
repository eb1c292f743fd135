package org.alongside.appointments.web;

import java.util.List;
import java.util.UUID;
import org.alongside.appointments.Appointment;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One appointment to be made or moved. @param now as it stands; null for a new one @param languages what the client speaks; empty when nobody asked */
record AppointmentPage(UUID caseId, String who, String languages, @Nullable Appointment now, AppointmentForm form, List<Option> colleagues, Problems problems) {
    String list() {
        return "/desk/cases/" + caseId + "/appointments";
    }

    String path() {
        return now == null ? list() : list() + "/" + now.id();
    }
}
