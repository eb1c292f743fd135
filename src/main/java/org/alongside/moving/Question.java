package org.alongside.moving;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the file may be somebody else: whether they are one person is for a person to say.
 *
 * @param otherLine the line of the file they resemble; 0 when it is somebody who is here already
 * @param known who is here already
 */
record Question(long line, long otherLine, @Nullable UUID known) {
    enum Answer { SAME, NEW, LEAVE }
}
