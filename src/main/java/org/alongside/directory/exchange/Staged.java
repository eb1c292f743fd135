package org.alongside.directory.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record.
 *
 * @param service what it became, or the one it is a double of
 * @param reasons why it is, or may be, a double
 * @param differs what a person here wrote and the source says otherwise
 */
public record Staged(String externalId, State state, String name, List<Doubt> doubts, @Nullable UUID service, List<String> reasons, List<Otherwise> differs, boolean mayBeUndone) {
    public enum State {
        STAGED, ACCEPTED, CHANGED, UNCHANGED, QUARANTINED, MERGED, UNDONE
    }

    /** @param here what stands here @param there what the source says */
    public record Otherwise(String field, String here, String there) {}
}
