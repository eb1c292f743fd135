package org.alongside.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** Somebody around a person, seen from that person: {@code kind} and {@code role} say what the other is to them. {@code version} goes back with a change; {@code endedAt} is when it was taken back. */
public record Relation(UUID id, PersonId other, String name, @Nullable LocalDate bornOn, RelationKind kind, LivesWith livesWith, Judged judged, String notes, int version, @Nullable Instant endedAt) {
    /** Who harms whom, as the newest judgement says. {@code by} and {@code at} are null when nobody has said anything. */
    public record Judged(HarmRole role, Certainty certainty, String why, @Nullable WorkerId by, @Nullable Instant at) {
        public static final Judged NOTHING = new Judged(HarmRole.NOT_SAID, Certainty.SAID, "", null, null);
    }

    public boolean stands() {
        return endedAt == null;
    }

    public boolean isChild() {
        return kind == RelationKind.CHILD;
    }
}
