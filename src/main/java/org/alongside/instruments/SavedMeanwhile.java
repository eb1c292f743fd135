package org.alongside.instruments;

/** Somebody else saved answers after this form was opened. Nothing was written; {@link #saved()} is what stands now. */
public class SavedMeanwhile extends RuntimeException {
    private final transient Response saved;

    SavedMeanwhile(Response saved) {
        super("saved meanwhile", null, false, false);
        this.saved = saved;
    }

    public Response saved() {
        return saved;
    }
}
