package org.alongside.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Sector;
import org.jspecify.annotations.Nullable;

/**
 * One run of a course for the people who registered; a webinar is one with a single session online.
 *
 * @param place where it is, in words; empty online
 * @param offerHours how long a place that became free is kept for whoever waited, 1 to 336
 * @param limits at most so many from a sector; a sector that is not in it has no limit of its own
 * @param sessions in their order
 * @param taken places that somebody has or is offered, {@code waiting} how many people wait for one
 */
public record Cohort(UUID id, OrganisationId organisation, Course course, boolean online, String place, int capacity, int offerHours, @Nullable UUID evaluation, Map<Sector, Integer> limits, List<Session> sessions, int taken, int waiting,
        @Nullable Instant publishedAt, @Nullable Instant calledOffAt, @Nullable Instant toldAfterAt) {
    public Cohort {
        limits = Map.copyOf(limits);
        sessions = List.copyOf(sessions);
    }

    /** Places that nobody has and nobody is offered; none below none, where somebody made the room smaller. */
    public int free() {
        return Math.max(0, capacity - taken);
    }

    public Optional<Instant> starts() {
        return sessions.stream().map(Session::from).findFirst();
    }

    public Optional<Instant> ends() {
        return sessions.stream().map(Session::until).reduce((one, later) -> later);
    }

    public boolean isCalledOff() {
        return calledOffAt != null;
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    /** Whether one may register now. */
    public boolean isOpenAt(Instant now) {
        return isPublished() && !isCalledOff() && starts().filter(now::isBefore).isPresent();
    }

    /** Whether the last session is over. */
    public boolean isOverAt(Instant now) {
        return ends().filter(end -> !now.isBefore(end)).isPresent();
    }

    public int minutes() {
        return sessions.stream().mapToInt(Session::minutes).sum();
    }
}
