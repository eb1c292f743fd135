package org.alongside.casework;

import java.util.Collection;
import java.util.List;

/** A room that stops something when a client moves across the wall. It says beforehand, in plain words, what it then does on {@link CaseEvent.Corrected}. */
public interface FollowsCorrection {
    /**
     * @param order by how much it can hurt: the lowest is read first
     * @param words one sentence @param comesBack whether undoing brings it back @param atOnce whether somebody must do something now, since the house cannot
     */
    record Consequence(int order, String words, boolean comesBack, boolean atOnce) {}

    /** What would follow for these cases of one client; empty for nothing. */
    List<Consequence> of(Collection<CaseId> cases);
}
