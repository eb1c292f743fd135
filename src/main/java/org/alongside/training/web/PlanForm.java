package org.alongside.training.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.shared.Sector;
import org.alongside.shared.Typed;
import org.alongside.training.Cohort;
import org.alongside.training.Cohorts.Plan;
import org.jspecify.annotations.Nullable;

/** How a cohort is to be, as typed. @param way ONLINE or ROOM @param limits by sector; empty for no limit of its own */
record PlanForm(@Nullable String way, @Nullable String place, @Nullable String room, @Nullable String capacity, @Nullable String offerHours, @Nullable String evaluation, @Nullable Map<String, String> limits) {
    PlanForm {
        limits = limits == null ? Map.of() : limits;
    }

    static PlanForm empty() {
        return new PlanForm(null, null, null, null, "48", null, null);
    }

    static PlanForm of(Cohort cohort, String room) {
        Map<String, String> limits = new HashMap<>();
        cohort.limits().forEach((sector, most) -> limits.put(sector.name(), String.valueOf(most)));
        return new PlanForm(cohort.online() ? "ONLINE" : "ROOM", cohort.place(), room, String.valueOf(cohort.capacity()), String.valueOf(cohort.offerHours()), cohort.evaluation() == null ? null : cohort.evaluation().toString(), limits);
    }

    String limit(Sector sector) {
        return limits.getOrDefault(sector.name(), "");
    }

    Optional<Plan> read(Problems problems) {
        boolean online = "ONLINE".equals(way);
        if (!online && !"ROOM".equals(way)) problems.add("way", "Choose online or in a room");
        String where = place == null ? "" : place.strip(), link = room == null ? "" : room.strip();
        if ("ROOM".equals(way) && where.isEmpty()) problems.add("place", "Enter where it is");
        if (where.length() > 200) problems.add("place", "Use at most 200 letters");
        // Safety: only a secure address is ever given to learners, and nothing that a browser would run.
        if (online && !link.isEmpty() && Typed.address(link).filter(one -> one.toLowerCase(Locale.ROOT).startsWith("https:")).isEmpty()) problems.add("room", "Enter an address that begins with https://");
        Integer places = Typed.number(capacity, "capacity", 1, 10_000, "Enter how many places there are, like 30", problems), hours = Typed.number(offerHours, "offerHours", 1, 336, "Enter a number of hours from 1 to 336", problems);
        Map<Sector, Integer> most = new EnumMap<>(Sector.class);
        for (Sector sector : Sector.values()) {
            if (limit(sector).isBlank()) continue;
            Integer limit = Typed.number(limit(sector), "limits[" + sector.name() + "]", 0, 10_000, "Enter a number of places, or nothing", problems);
            if (limit != null) most.put(sector, limit);
        }
        if (places == null || hours == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Plan(online, online ? "" : where, online ? link : "", places, hours, id(), most));
    }

    private @Nullable UUID id() {
        try {
            return evaluation == null || evaluation.isBlank() ? null : UUID.fromString(evaluation);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
