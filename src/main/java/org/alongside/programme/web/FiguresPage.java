package org.alongside.programme.web;

import java.util.List;
import java.util.Map;
import org.alongside.programme.Figures;
import org.alongside.programme.Status;
import org.alongside.ui.Chart;

/** How many stand where, with those who left beside those who finished. */
record FiguresPage(Figures.Waiting waiting, Map<Status, Integer> standing, Chart fill, Chart days, Chart rate, Chart waits, Chart left, Chart asked) {
    static final List<Status> TOLD = List.of(Status.COMPLETED, Status.LEFT, Status.STARTED, Status.SUSPENDED, Status.WAITING, Status.NOT_READY);

    int people(Status status) {
        return standing.getOrDefault(status, 0);
    }
}
