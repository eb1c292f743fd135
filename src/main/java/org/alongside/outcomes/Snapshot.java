package org.alongside.outcomes;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Instrument.By;
import org.alongside.instruments.Response;

/** How things are at one moment, by one view. @param by the worker who wrote it down, whose view it was or not */
public record Snapshot(UUID id, String key, Stage stage, By view, Response.Status status, LocalDate on, WorkerId by, Response answers) {
    public Instrument instrument() {
        return answers.sheet().instrument();
    }

    public boolean isDraft() {
        return status == Response.Status.DRAFT;
    }

    /** Finished, and not put right by a later one. */
    public boolean stands() {
        return status == Response.Status.DONE;
    }
}
