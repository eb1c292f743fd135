package org.alongside.onward.web;

import java.util.List;
import java.util.UUID;

/** What clients said of services, protected: small numbers are neither shown nor looked like none. */
record SaidPage(List<Row> rows) {
    /** @param gone whether the service is no longer in the directory */
    record Row(UUID service, String name, boolean gone, List<Cell> cells) {}

    /** One kind of answer about one service. */
    record Cell(String words, String clients) {}
}
