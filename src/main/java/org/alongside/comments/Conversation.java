package org.alongside.comments;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.helpline.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What is talked about in one place. It belongs to another room, which says what it is called and where it stands.
 *
 * @param path where it is read, without the language
 * @param shown whether the public sees it
 * @param closesAt from when on nothing more can be said; null for no end
 */
public record Conversation(UUID id, OrganisationId organisation, String title, String path, Topic topic, boolean shown, @Nullable Instant closesAt) {
    public boolean isOpen(Instant now) {
        return shown && (closesAt == null || now.isBefore(closesAt));
    }
}
