package org.alongside.disclosure.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.disclosure.InformationRequest;

/** The register: those that are open by the day they are due, then those that ended. */
record RequestsPage(LocalDate today, List<Row> open, List<Row> ended) {
    record Row(InformationRequest request, String about) {}
}
