package org.alongside.directory.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * One taking in of another directory.
 *
 * @param keeper who keeps what comes in
 * @param feed the name by which its services are found again
 * @param source an address, or the name of a file
 * @param serves where those work that do not say it
 * @param origin where a feed lists its services, once that is known
 * @param told how many services the source says it has
 * @param trouble why it stopped, or what it lacks
 */
public record ImportRun(UUID id, OrganisationId keeper, String feed, String source, boolean isFile, @Nullable String licence, List<String> serves, boolean allowPrivate, boolean publish, State state, @Nullable String origin, int nextPage, @Nullable Integer told, @Nullable String trouble, @Nullable UUID begunBy,
        Instant begunAt, @Nullable Instant endedAt) {
    public enum State {
        READING("Reading"), DECIDING("Comparing with what is here"), DONE("Done"), FAILED("Stopped");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean isAtWork() {
        return state == State.READING || state == State.DECIDING;
    }
}
