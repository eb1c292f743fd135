package org.alongside.messages;

/** A text could not be handed over; it is tried again. */
public class NotTexted extends RuntimeException {
    public NotTexted(String why, Throwable cause) {
        super(why, cause);
    }
}
