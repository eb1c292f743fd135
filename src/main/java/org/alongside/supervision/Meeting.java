package org.alongside.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** A supervisor and a worker met. @param answer what the worker says to it; empty for nothing @param sharedAt null while it is being written @param readAt null until the worker said so */
public record Meeting(UUID id, WorkerId worker, WorkerId supervisor, LocalDate heldOn, Words words, int revision, @Nullable Instant sharedAt, String answer, @Nullable Instant readAt) {
    /** @param notes what was talked about @param agreed what was agreed @param nextOn when they meet again */
    public record Words(String notes, String agreed, @Nullable LocalDate nextOn) {}

    public boolean isDraft() {
        return sharedAt == null;
    }

    public boolean isHeldBy(Actor.Worker who) {
        return supervisor.equals(who.worker());
    }
}
