package org.alongside.moving;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the file may be somebody else: whether they are one person is for a person to say.
 *
 * @param one who is asked about
 * @param other of the file, whom they resemble; null when it is somebody who is here already
 * @param known who is here already
 */
record Question(OldCase one, @Nullable OldCase other, @Nullable UUID known) {
    enum Answer { SAME, NEW, LEAVE }

    /** The other one, as they are named in the file of questions; the same for the same two cases wherever in the file they stand. */
    String mayBe() {
        return other == null ? "/desk/people/" + known : "case " + other.reference();
    }
}
