package org.alongside.retention;

import java.time.Instant;

/** A room whose records grow old one by one and belong to nobody's file. */
public interface Ages {
    KeptKind kind();

    /** Erases what is older than this. Called by the job "erase". @return how many records */
    int eraseBefore(Instant moment);
}
