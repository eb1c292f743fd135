package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may read and write what, asked of the database alone. */
@AlongsideTest
class OrganisationsAccessTests {
    private static final List<String> ORGANISATION_OF = List.of("organisations.worker", "organisations.membership", "organisations.side_change", "organisations.link");
    @Autowired World world;
    @Autowired Organisations organisations;
    @Autowired JdbcClient sql;

    @Test
    void nobody_sees_a_row_of_another_organisation() {
        for (String table : ORGANISATION_OF) {
            for (Actor.Worker worker : List.of(World.MINA, World.ROBIN, World.ALEX, World.PRIYA)) {
                assertThat(count(worker, table + " where organisation_id <> '" + DemoTown.HARBOUR_HOUSE.id() + "'")).as(table).isZero();
            }
        }
        assertThat(count(World.MINA, "organisations.worker")).isGreaterThanOrEqualTo(8);
        assertThat(count(World.ASH, "organisations.worker where organisation_id = '" + DemoTown.LANTERN.id() + "'")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void the_public_sees_who_takes_referrals_and_no_worker() {
        assertThat(world.as(World.anyone(), () -> organisations.receiving(Side.SUPPORT))).extracting(Receiving::publicName).containsExactly("Harbour House", "Lantern Northquay");
        assertThat(world.as(World.anyone(), () -> organisations.receiving(Side.CHANGE))).extracting(Receiving::nextRead).containsExactly(Instant.parse("2026-11-23T10:00:00Z"));
        for (String table : List.of("worker", "membership", "credential", "second_factor", "link", "side_change")) assertThat(count(World.anyone(), "organisations." + table)).as(table).isZero();
    }

    @Test
    void whoever_asks_is_told_the_same_organisation_this_house_was_set_up_for() {
        assertThat(count(World.anyone(), "organisations.organisation where id = '" + DemoTown.COUNCIL.id() + "'")).as("control: not everybody sees every organisation").isZero();
        for (Actor one : List.of(World.anyone(), World.MINA, World.ASH, World.INES, new Actor.Job(DemoTown.LANTERN, "copies"))) assertThat(world.as(one, () -> organisations.first())).as(one.toString()).contains(DemoTown.HARBOUR_HOUSE);
        assertThat(count(World.anyone(), "organisations.organisation where id = '" + DemoTown.COUNCIL.id() + "'")).as("and has not become anybody else").isZero();
    }

    @Test
    void at_the_door_an_address_shows_its_own_account_and_a_wrong_one_nothing() {
        Actor mina = new Email("mina@harbour.example").holder(TestDatabase.SEAL);

        assertThat(count(mina, "organisations.worker")).isEqualTo(1);
        assertThat(count(mina, "organisations.credential")).isEqualTo(1);
        assertThat(count(mina, "organisations.second_factor")).isZero();
        assertThat(count(new Actor.Holder("nobody"), "organisations.worker")).isZero();
        assertThat(count(new Actor.Holder("nobody"), "organisations.credential")).isZero();
    }

    @Test
    void a_password_is_seen_by_its_owner_only() {
        for (Actor.Worker worker : List.of(World.MINA, World.ALEX, World.PRIYA, World.SAL)) {
            assertThat(world.as(worker, () -> sql.sql("select worker_id from organisations.credential").query(UUID.class).list())).containsExactly(worker.worker().id());
        }
        assertThat(world.as(World.ALEX, () -> sql.sql("update organisations.credential set password_hash = 'x' where worker_id <> access.worker()").update())).isZero();
    }

    @Test
    void nobody_adds_a_colleague_a_team_or_an_organisation_who_may_not() {
        String worker = "insert into organisations.worker values ('" + UUID.randomUUID() + "', '" + DemoTown.HARBOUR_HOUSE.id() + "', 'X', '', 'x', now())";
        for (Actor actor : List.of(World.MINA, World.NIA, World.anyone(), new Actor.Job(DemoTown.HARBOUR_HOUSE, "any"))) {
            assertThatThrownBy(() -> world.as(actor, () -> sql.sql(worker).update())).rootCause().hasMessageContaining("row-level security");
        }
        assertThatThrownBy(() -> world.as(World.ALEX, () -> sql.sql("insert into organisations.organisation values ('" + UUID.randomUUID() + "', 'X', 'X', 'COUNCIL', null, now())").update())).rootCause().hasMessageContaining("row-level security");
        assertThat(world.as(World.MINA, () -> sql.sql("update organisations.team set receives = false").update())).isZero();
        assertThat(world.as(World.NIA, () -> sql.sql("update organisations.team set receives = receives").update())).isEqualTo(1);
    }

    @Test
    void a_job_knows_whom_to_notify_in_its_own_organisation() {
        Actor job = new Actor.Job(DemoTown.HARBOUR_HOUSE, "referral-clock");

        assertThat(world.as(job, () -> organisations.withRole(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.DUTY))).containsExactly(DemoTown.TOM_DUTY_WORKER);
        assertThat(world.as(job, () -> organisations.withRole(DemoTown.HARBOUR_HOUSE, null, Role.DUTY))).contains(DemoTown.TOM_DUTY_WORKER, DemoTown.KIT_DUTY_WORKER_CHANGE);
        assertThat(world.as(job, () -> organisations.withRole(DemoTown.LANTERN, null, Role.DUTY))).isEmpty();
        assertThat(world.as(job, () -> organisations.emailOf(DemoTown.TOM_DUTY_WORKER))).contains("tom@harbour.example");
        assertThat(world.as(job, () -> organisations.emailOf(DemoTown.ASH_SUPPORT_WORKER_ELSEWHERE))).isEmpty();
        assertThatThrownBy(() -> world.as(World.MINA, () -> organisations.emailOf(DemoTown.TOM_DUTY_WORKER))).isInstanceOf(NotFound.class);
    }

    @Test
    void names_are_for_colleagues_and_for_those_who_may_refer() {
        assertThat(world.as(World.MINA, () -> organisations.nameOf(DemoTown.TOM_DUTY_WORKER))).isEqualTo("Tom Reyes");
        assertThat(world.as(World.ASH, () -> organisations.nameOf(DemoTown.TOM_DUTY_WORKER))).isEqualTo("A former colleague");
        assertThat(world.as(World.MINA, () -> organisations.nameOf(DemoTown.LANTERN))).contains("Lantern Northquay");
        assertThat(world.as(World.MINA, () -> organisations.colleagues())).extracting(Colleague::name).contains("Mina Okafor", "Robin Hale").doesNotContain("Ash Patel");
    }

    @Test
    void an_address_is_sealed_and_its_fingerprint_tells_nothing() {
        String stored = world.as(World.MINA, () -> sql.sql("select encode(email, 'escape') || email_key || name from organisations.worker where id = :id").param("id", World.MINA.worker().id()).query(String.class).single());

        assertThat(stored).doesNotContain("mina@").doesNotContain("harbour.example");
    }

    private int count(Actor actor, String from) {
        return world.as(actor, () -> sql.sql("select count(*) from " + from).query(Integer.class).single());
    }
}
