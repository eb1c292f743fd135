package org.alongside.agencies;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Sector;

/** An agency around us with the teams of it that were written down, by name. */
public record Agency(UUID id, String name, Sector sector, List<Team> teams) {
    /** @param staff how many people work in it, 1 and more */
    public record Team(UUID id, String name, int staff) {}

    public Agency {
        teams = List.copyOf(teams);
    }

    /** How many people work in the teams that were written down. */
    public int staff() {
        return teams.stream().mapToInt(Team::staff).sum();
    }
}
