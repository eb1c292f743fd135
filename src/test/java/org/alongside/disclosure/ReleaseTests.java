package org.alongside.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class ReleaseTests {
    private static final PersonId PERSON = new PersonId(new UUID(1, 1));
    private static final List<Passage> EVERYTHING = Stream.of(Field.values()).map(field -> new Passage(field, field.name(), "marker-" + field)).toList();

    @Autowired World world;
    @Autowired Disclosure disclosure;
    @Autowired People people;
    @Autowired JdbcClient sql;

    @Test
    void over_ten_thousand_generated_releases_no_address_leaves_but_inside_the_system_agreed_to_and_looked_at_by_a_second_person() {
        Random random = new Random(20261120);
        int addressesLeft = 0;
        for (int i = 0; i < 10_000; i++) {
            Release release = any(random);
            String document = Allowed.of(release, EVERYTHING).passages().stream().map(Passage::words).collect(Collectors.joining(" "));

            assertThat(document).doesNotContain("marker-REFUGE");
            boolean cleared = release.purpose() == Purpose.PASS_ON && release.recipient() instanceof Recipient.Organisation && release.via() == Via.SYSTEM && release.clearedBy() != null;
            for (Field address : List.of(Field.HOME_ADDRESS, Field.STAYING_AT)) {
                boolean left = document.contains("marker-" + address);
                assertThat(left).as("%s in %s", address, release).isEqualTo(cleared && release.agreed().contains(address));
                if (left) addressesLeft++;
            }
        }
        assertThat(addressesLeft).as("the sample does reach the case that is cleared").isPositive();
    }

    @Test
    void a_number_never_travels_without_the_answers_that_say_whether_it_may_be_used() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Set<Field> allowed = any(random).allowed();
            if (allowed.contains(Field.PHONE) || allowed.contains(Field.EMAIL)) assertThat(allowed).contains(Field.SAFE_CONTACT);
        }
    }

    @Test
    void the_plan_a_client_keeps_names_nobody_unless_they_chose_it() {
        assertThat(Release.clientKeeps(PERSON, Via.PRINT, Set.of()).allowed()).containsExactly(Field.PLAN);
        assertThat(Release.clientKeeps(PERSON, Via.PRINT, EnumSet.allOf(Field.class)).allowed())
                .containsExactlyInAnyOrder(Field.PLAN, Field.KNOWN_AS, Field.EMERGENCY_CONTACTS, Field.CODE_WORD, Field.SERVICE, Field.NEEDS, Field.GOALS);
    }

    @Test
    void a_clients_plan_given_to_anyone_else_is_empty() {
        Release toSomeoneElse = new Release(new Recipient.Person(new PersonId(new UUID(2, 2))), Purpose.CLIENT_KEEPS, PERSON, Via.PRINT, EnumSet.allOf(Field.class), null);

        assertThat(Allowed.of(toSomeoneElse, EVERYTHING).passages()).isEmpty();
    }

    @Test
    void each_release_is_in_the_ledger_with_the_kinds_of_fact_and_none_of_their_words() {
        PersonId person = person();

        Allowed allowed = world.as(World.MINA, () -> disclosure.release(Release.clientKeeps(person, Via.PRINT, Set.of()), List.of(new Passage(Field.PLAN, "Leaving", "by the back"), new Passage(Field.HOME_ADDRESS, "Home", "marker")), World.MINA));

        assertThat(allowed.passages()).extracting(Passage::words).containsExactly("by the back");
        assertThat(ledger(World.TOM, person)).containsExactly("CLIENT_KEEPS {PLAN} {HOME_ADDRESS}");
        for (Actor actor : List.of(World.ROBIN, World.ASH, World.ALEX, World.anyone())) assertThat(ledger(actor, person)).as(actor.toString()).isEmpty();
    }

    @Test
    void nobody_clears_their_own_disclosure_or_releases_a_person_behind_the_wall() {
        PersonId person = person();
        Release own = new Release(new Recipient.Organisation(DemoTown.LANTERN), Purpose.PASS_ON, person, Via.SYSTEM, EnumSet.allOf(Field.class), World.MINA.worker());

        assertThatThrownBy(() -> world.as(World.MINA, () -> disclosure.release(own, EVERYTHING, World.MINA))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> disclosure.release(Release.clientKeeps(person, Via.PRINT, Set.of()), EVERYTHING, World.ROBIN))).isInstanceOf(NotFound.class);
    }

    private static Release any(Random random) {
        List<Recipient> recipients = List.of(new Recipient.Person(PERSON), new Recipient.Person(new PersonId(new UUID(3, 3))), new Recipient.Worker(new WorkerId(new UUID(4, 4))), new Recipient.Organisation(DemoTown.LANTERN), new Recipient.Agency(new UUID(6, 6)));
        List<Field> agreed = new ArrayList<>(List.of(Field.values()));
        agreed.removeIf(field -> random.nextBoolean());
        return new Release(recipients.get(random.nextInt(5)), Purpose.values()[random.nextInt(4)], PERSON, Via.values()[random.nextInt(4)], Set.copyOf(agreed), random.nextBoolean() ? new WorkerId(new UUID(5, 5)) : null);
    }

    private PersonId person() {
        return world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Lee", "Ledger")), World.MINA));
    }

    private List<String> ledger(Actor actor, PersonId person) {
        return world.as(actor, () -> sql.sql("select purpose || ' ' || fields::text || ' ' || withheld::text from disclosure.release where person_id = :id").param("id", person.id()).query(String.class).list());
    }
}
