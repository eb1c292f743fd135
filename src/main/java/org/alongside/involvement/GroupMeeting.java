package org.alongside.involvement;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** The group met. @param accessNeeds what it took for everybody to take part @param said in words of the group, without names @param support what was offered afterwards @param came ids of members */
public record GroupMeeting(UUID id, UUID group, LocalDate on, Words words, Set<UUID> came, int revision) {
    public record Words(String agenda, String accessNeeds, String said, String support) {}
}
