package org.alongside.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.people.About;
import org.alongside.people.CountedAs;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many were here in a time: everybody once, whatever happened to their cases. */
@AlongsideTest
class ServedTests {
    @Autowired World world;
    @Autowired People people;
    @Autowired Cases cases;
    @Autowired Allocations allocations;
    @Autowired Served served;
    @Autowired TestClock clock;

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void somebody_comes_waits_and_is_supported() {
        LocalDate first = today();
        Served.Count before = men(first, first);
        CaseId id = world.as(World.MINA, () -> cases.open(man(), null, World.MINA));
        assertThat(men(first, first)).isEqualTo(new Served.Count(before.came() + 1, before.supported(), before.waiting()));

        world.as(World.MINA, () -> cases.accept(id, World.MINA));
        assertThat(men(first, first)).isEqualTo(new Served.Count(before.came() + 1, before.supported(), before.waiting() + 1));

        clock.pass(Duration.ofDays(3));
        world.as(World.MINA, () -> allocations.allocate(id, new Allocate(UUID.randomUUID(), World.MINA.worker(), null, null, null, null), World.MINA));
        assertThat(men(first, first)).as("on the first day he was still waiting").isEqualTo(new Served.Count(before.came() + 1, before.supported(), before.waiting() + 1));
        assertThat(men(first, today())).as("by today he is supported").isEqualTo(new Served.Count(before.came() + 1, before.supported() + 1, before.waiting()));
        assertThat(men(today(), today()).came()).as("he came three days ago").isEqualTo(0);
    }

    @Test
    void whoever_comes_twice_is_one_person() {
        LocalDate today = today();
        Served.Count before = men(today, today);
        PersonId man = world.as(World.MINA, this::man);

        world.as(World.MINA, () -> cases.open(man, null, World.MINA));
        world.as(World.MINA, () -> cases.open(man, null, World.MINA));

        assertThat(men(today, today).came()).isEqualTo(before.came() + 1);
    }

    @Test
    void only_managers_count_and_only_their_own_side_of_their_own_organisation() {
        world.as(World.MINA, () -> cases.open(man(), null, World.MINA));
        assertThatThrownBy(() -> world.as(World.MINA, () -> served.between(today(), today(), World.MINA))).isInstanceOf(NotFound.class);
        for (Actor.Worker other : new Actor.Worker[] {World.KIT, World.NIA}) assertThat(world.as(other, () -> served.between(today(), today(), other)).get(CountedAs.MAN).came()).isZero();
        assertThat(men(today(), today()).came()).as("control").isPositive();
    }

    private PersonId man() {
        return people.record(new NewPerson(Side.SUPPORT, About.named("Served", "Count" + UUID.randomUUID()).describedAs("", "man")), World.MINA);
    }

    private Served.Count men(LocalDate from, LocalDate until) {
        return world.as(World.SAL, () -> served.between(from, until, World.SAL)).get(CountedAs.MAN);
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
