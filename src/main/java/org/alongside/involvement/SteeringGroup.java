package org.alongside.involvement;

import java.util.List;
import java.util.UUID;
import org.alongside.access.WorkerId;

/** A group of survivors. @param decides what its members may decide @param pays what they are paid, and which costs @param runners the workers who run it now */
public record SteeringGroup(UUID id, String name, String purpose, String decides, String pays, List<WorkerId> runners) {
    /** The words of one, as they are to stand. */
    public record Words(String name, String purpose, String decides, String pays) {}

    public boolean isRunBy(WorkerId worker) {
        return runners.contains(worker);
    }
}
