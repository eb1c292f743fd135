package org.alongside.training;

import java.util.UUID;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** What the house does by itself between two presses, for journeys. */
@TestComponent
public class TrainingFixture {
    private static final Actor.Job HOUSE = new Actor.Job(DemoTown.HARBOUR_HOUSE, Registrations.JOB);
    @Autowired private World world;
    @Autowired private Askings askings;
    @Autowired private Found found;

    /** The link in the mail that this address got when it asked last. */
    public String link(UUID cohort, String email) {
        return world.as(HOUSE, () -> {
            Registration newest = found.standing(cohort, Standing.values()).stream().filter(one -> one.email().equals(email)).reduce((one, later) -> later).orElseThrow();
            askings.look(newest.id());
            return newest.path();
        });
    }
}
