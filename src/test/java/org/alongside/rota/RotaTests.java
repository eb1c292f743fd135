package org.alongside.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Far ahead in the year, so that the demo town's own shifts do not stand between. */
@AlongsideTest
class RotaTests {
    /** A Monday. */
    static final LocalDate MONDAY = LocalDate.of(2027, 3, 22);
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Rota rota;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    @AfterEach
    void nobody() {
        clock.back();
        world.as(World.SAL, () -> sql.sql("update rota.shift set taken_off_by = :me, taken_off_at = now() where starts_at > '2027-01-01' and taken_off_at is null").param("me", World.SAL.worker().id()).update());
    }

    @Test
    void a_shift_past_midnight_and_across_the_change_of_the_clocks_is_as_long_as_the_clock_on_the_wall_says() {
        LocalDate before = LocalDate.of(2027, 3, 27);
        plan(before, "21:00", "07:00", 1);

        Shift night = week(MONDAY).get(0);
        assertThat(Times.london(night.from()).toLocalTime()).isEqualTo(LocalTime.of(21, 0));
        assertThat(Times.london(night.until()).toLocalDateTime()).isEqualTo(LocalDate.of(2027, 3, 28).atTime(7, 0));
        assertThat(Duration.between(night.from(), night.until())).as("an hour is lost that night").isEqualTo(Duration.ofHours(9));
    }

    @Test
    void somebody_is_on_duty_from_the_first_minute_until_the_last_and_no_longer() {
        plan(MONDAY, "09:00", "17:00", 1);
        Instant nine = MONDAY.atTime(9, 0).atZone(Times.LONDON).toInstant(), five = MONDAY.atTime(17, 0).atZone(Times.LONDON).toInstant();

        assertThat(onDuty(nine)).containsExactly(World.TOM.worker());
        assertThat(onDuty(five.minusSeconds(1))).containsExactly(World.TOM.worker());
        assertThat(onDuty(nine.minusSeconds(1))).isEmpty();
        assertThat(onDuty(five)).isEmpty();
        assertThat(world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "first-contact"), () -> rota.onDuty(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, nine))).as("a job may ask, too").hasSize(1);
        assertThat(world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "first-contact"), () -> rota.onDuty(DemoTown.HARBOUR_HOUSE, Side.CHANGE, nine))).as("each side has its own").isEmpty();
    }

    @Test
    void a_shift_is_repeated_by_weeks_and_a_second_press_plans_nothing_twice() {
        UUID once = UUID.randomUUID();
        for (int press = 0; press < 2; press++) world.as(World.SAL, () -> rota.plan(once, World.TOM.worker(), MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), 3, World.SAL));

        for (int later = 0; later < 4; later++) assertThat(week(MONDAY.plusWeeks(later))).as("week %d", later).hasSize(later < 3 ? 1 : 0);
    }

    @Test
    void a_shift_is_handed_over_and_taken_off() {
        plan(MONDAY, "09:00", "17:00", 1);
        UUID shift = week(MONDAY).get(0).id();
        world.as(World.TOM, () -> rota.handOver(shift, World.SAL.worker(), World.TOM));
        assertThat(week(MONDAY)).extracting(Shift::worker).containsExactly(World.SAL.worker());
        world.as(World.SAL, () -> rota.takeOff(shift, World.SAL));

        assertThat(week(MONDAY)).isEmpty();
        assertThatThrownBy(() -> world.as(World.SAL, () -> rota.takeOff(shift, World.SAL))).isInstanceOf(NotFound.class);
    }

    @Test
    void only_those_who_do_duty_on_the_same_side_are_put_on_it_and_only_by_those_in_charge() {
        for (Actor.Worker other : List.of(World.MINA, World.JO, World.KIT, World.ASH)) {
            assertThatThrownBy(() -> world.as(World.SAL, () -> rota.plan(UUID.randomUUID(), other.worker(), MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), 1, World.SAL))).as("" + other.worker()).isInstanceOf(RuleBroken.class);
        }
        for (Actor.Worker other : List.of(World.MINA, World.JO, World.ROBIN)) {
            assertThatThrownBy(() -> world.as(other, () -> rota.plan(UUID.randomUUID(), World.TOM.worker(), MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), 1, other))).isInstanceOf(NotFound.class);
            assertThat(world.as(other, () -> sql.sql("update rota.shift set taken_off_at = now(), taken_off_by = access.worker()").update())).as("past the application").isZero();
        }
        assertThatThrownBy(() -> plan(MONDAY, "06:00", "23:00", 1)).as("too long").isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> plan(LocalDate.of(2026, 11, 1), "09:00", "17:00", 1)).as("in the past").isInstanceOf(RuleBroken.class);
    }

    @Test
    void the_page_shows_a_week_and_says_what_is_wrong_beside_each_field() throws Exception {
        plan(MONDAY, "09:00", "17:30", 1);
        Document page = desk.page(World.MINA, get("/desk/rota?week=2027-03-24"));
        assertThat(page.text()).contains("Monday 22 March", "Tom Reyes, 9am to 5:30pm", "Nobody yet").doesNotContain("Put somebody on duty");

        Document refused = desk.page(World.SAL, post("/desk/rota").param("from", "late").param("until", "5pm").param("weeks", "x"));
        assertThat(refused.select(".govuk-error-summary a").eachText()).containsExactly("Choose who", "Enter the day", "Enter a time, such as 14:30 or 2:30pm", "Enter a number of weeks from 1 to 12");
        assertThat(refused.selectFirst("#until").val()).isEqualTo("5pm");
        assertThat(desk.page(World.MINA, get("/desk/rota?week=tomorrow")).text()).contains("Duty rota");
        assertThat(desk.page(World.ASH, get("/desk/rota?week=2027-03-24")).text()).doesNotContain("Tom Reyes");
    }

    @Test
    void the_inbox_says_who_is_on_duty() throws Exception {
        assertThat(desk.page(World.MINA, get("/desk/inbox")).select(".on-duty").text()).contains("On duty now: Tom Reyes, until 5pm.", "Then Sal Whitmore, from 5pm.");
    }

    private void plan(LocalDate day, String from, String until, int weeks) {
        world.as(World.SAL, () -> rota.plan(UUID.randomUUID(), World.TOM.worker(), day, LocalTime.parse(from), LocalTime.parse(until), weeks, World.SAL));
    }

    private List<Shift> week(LocalDate monday) {
        return world.as(World.MINA, () -> rota.week(monday));
    }

    private Set<WorkerId> onDuty(Instant at) {
        return world.as(World.MINA, () -> rota.onDuty(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, at));
    }
}
