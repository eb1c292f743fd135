package org.alongside.organisations;

import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** What happened at the sign-in door. Told in a transaction of the worker, or of the organisation's "sign-in" job when they were turned away. */
public sealed interface SignInEvent {
    record In(WorkerId worker) implements SignInEvent {}

    record Out(WorkerId worker) implements SignInEvent {}

    /** Turned away. @param worker whose account it was, or null when there is none */
    record Refused(@Nullable WorkerId worker, Step step) implements SignInEvent {}

    /** A password, second factor or session of one's own was changed. */
    record Changed(WorkerId worker, String verb) implements SignInEvent {}

    enum Step {
        PASSWORD, CODE
    }
}
