package org.alongside.supervision.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.alongside.supervision.Meeting;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** The meetings of one worker, as supervised and as supervisor. @param team whom they may supervise; empty for nobody */
record MeetingsPage(List<Row> rows, List<Option> team, String once, @Nullable String worker, TypedDate on, Problems problems) {
    /** @param mine whether whoever asks was supervised @param overdue the day they were to meet again, when it is past and they did not */
    record Row(Meeting meeting, String with, boolean mine, @Nullable LocalDate overdue) {}
}
