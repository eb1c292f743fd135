package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Edition.How;
import org.alongside.directory.Entries.Shown;
import org.alongside.directory.Part.Kind;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who writes, who publishes, what is confirmed, and how everything can be undone. */
@AlongsideTest
class EntriesTests {
    @Autowired Entries entries;
    @Autowired EntryRows rows;
    @Autowired Directory directory;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired Clock clock;

    final UUID id = UUID.randomUUID();
    UUID house;

    @BeforeEach
    void a_house() {
        house = world.as(World.ALEX, () -> entries.organisations(null, World.ALEX)).stream().filter(one -> one.keeper().equals(DemoTown.HARBOUR_HOUSE)).findFirst().orElseThrow().offerer().id();
    }

    @AfterEach
    void out_of_the_town_again() {
        world.as(World.ALEX, () -> {
            sql.sql("update directory.service set published = false where id = :id").param("id", id).update();
            sql.sql("delete from directory.draft where service_id = :id").param("id", id).update();
        });
        directory.refresh();
    }

    @Test
    void a_manager_writes_and_only_a_directory_editor_makes_it_public() {
        world.as(World.SAL, () -> entries.save(entry("Wren drop-in"), 0, "Please look at the hours", World.SAL));

        assertThat(known()).as("a draft is not public").isEmpty();
        assertThatThrownBy(() -> world.as(World.SAL, () -> entries.publish(id, 1, false, World.SAL))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> entries.open(id, World.MINA))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.NIA, () -> entries.open(id, World.NIA))).as("another organisation").isInstanceOf(NotFound.class);
        assertThat(world.as(World.ALEX, () -> entries.lines(Shown.WAITING, "wren", 0, 50, World.ALEX)).lines()).extracting(Entries.Line::wished).containsExactly("Please look at the hours");

        world.as(World.ALEX, () -> entries.publish(id, 1, false, World.ALEX));

        assertThat(known()).contains("Wren drop-in");
        assertThat(open().editions()).extracting(Edition::how).containsExactly(How.PUBLISHED);
        assertThat(open().draft()).isNull();
    }

    @Test
    void publishing_does_not_say_that_it_was_checked_only_a_person_who_confirms_does() {
        publish(entry("Wren drop-in"));
        assertThat(open().kept().checkedOn()).isNull();
        assertThat(directory.service(id).orElseThrow().isAgeing(Times.day(clock.instant()))).isTrue();

        world.as(World.ALEX, () -> entries.confirm(id, open(World.ALEX).kept().version(), World.ALEX));

        assertThat(open().kept().checkedOn()).isEqualTo(Times.day(clock.instant()));
        assertThat(open().kept().ownFields()).contains("NAME", "WAYS", "PARTS");
        assertThat(open().editions()).extracting(Edition::how).containsExactly(How.CONFIRMED, How.PUBLISHED);
        // Control: whoever writes the row without confirming leaves the day as it was.
        world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Directory.IMPORT), () -> rows.write(entry("Wren, imported"), DemoTown.HARBOUR_HOUSE, Set.of()));
        assertThat(open().kept().entry().name()).isEqualTo("Wren, imported");
    }

    @Test
    void every_public_state_can_be_put_back_and_the_history_keeps_them_all() {
        publish(entry("Wren one"));
        publish(entry("Wren two"));

        world.as(World.ALEX, () -> entries.putBack(id, 1, open(World.ALEX).kept().version(), World.ALEX));

        assertThat(known()).contains("Wren one");
        assertThat(open().editions()).extracting(one -> one.number() + " " + one.how() + " " + one.entry().name()).containsExactly("3 UNDONE Wren one", "2 PUBLISHED Wren two", "1 PUBLISHED Wren one");
        assertThat(open().editions()).allSatisfy(one -> assertThat(one.madeBy()).isEqualTo(World.ALEX.worker().id()));
        assertThat(open().editions().get(0).entry()).isEqualTo(entry("Wren one"));
    }

    @Test
    void what_is_taken_out_is_not_found_and_can_be_brought_back() {
        publish(entry("Wren drop-in"));
        world.as(World.ALEX, () -> entries.withdraw(id, open(World.ALEX).kept().version(), World.ALEX));
        directory.lookAgain();
        assertThat(known()).isEmpty();
        assertThat(world.as(World.ALEX, () -> entries.lines(Shown.WITHDRAWN, "wren drop", 0, 50, World.ALEX)).lines()).extracting(Entries.Line::id).contains(id);

        world.as(World.ALEX, () -> entries.bringBack(id, open(World.ALEX).kept().version(), World.ALEX));
        directory.lookAgain();
        assertThat(known()).contains("Wren drop-in");
    }

    @Test
    void two_people_who_change_the_same_entry_do_not_write_over_each_other() {
        publish(entry("Wren drop-in"));
        world.as(World.SAL, () -> entries.save(entry("Wren, says Sal"), 0, null, World.SAL));
        assertThatThrownBy(() -> world.as(World.ALEX, () -> entries.save(entry("Wren, says Alex"), 0, null, World.ALEX))).isInstanceOf(RuleBroken.class).hasMessageContaining("Somebody else");

        int old = open().kept().version();
        world.as(World.ALEX, () -> entries.confirm(id, old, World.ALEX));
        assertThatThrownBy(() -> world.as(World.ALEX, () -> entries.publish(id, 1, false, World.ALEX))).as("begun on what is not public any more").isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.ALEX, () -> entries.withdraw(id, old, World.ALEX))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_double_press_publishes_once() throws Exception {
        world.as(World.ALEX, () -> entries.save(entry("Wren drop-in"), 0, null, World.ALEX));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> press = () -> {
                try {
                    world.as(World.ALEX, () -> entries.publish(id, 1, false, World.ALEX));
                    return true;
                } catch (RuleBroken | NotFound second) {
                    return false;
                }
            };
            List<Future<Boolean>> pressed = two.invokeAll(List.of(press, press));
            assertThat(List.of(pressed.get(0).get(), pressed.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
        assertThat(open().editions()).hasSize(1);
    }

    @Test
    void what_nobody_here_keeps_is_looked_after_by_the_directory_editors_and_by_no_manager() {
        UUID real = directory.all("Pathways to Change").get(0).id();

        assertThat(world.as(World.ALEX, () -> entries.open(real, World.ALEX)).mayEdit()).isTrue();
        assertThatThrownBy(() -> world.as(World.SAL, () -> entries.open(real, World.SAL))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.SAL, () -> entries.lines(Shown.ALL, null, 0, 200, World.SAL)).lines()).isNotEmpty().allMatch(Entries.Line::ours);
    }

    @Test
    void a_service_that_becomes_a_refuge_loses_its_offices_and_its_history_has_none_since() {
        Entry before = new Entry(id, house, "Wren house", "A house.", List.of(part(Kind.OUTREACH)), ways(), Set.of("UK"), List.of("BD1", "LS1"), List.of(), Welcome.NOT_STATED, Conditions.NOT_STATED, "(made up)");
        publish(before);
        assertThat(directory.service(id).orElseThrow().offices()).hasSize(2);

        Entry refuge = new Entry(id, house, "Wren house", "A house.", List.of(part(Kind.REFUGE)), ways(), Set.of("UK"), List.of("BD1", "LS1"), List.of(), Welcome.NOT_STATED, Conditions.NOT_STATED, "(made up)");
        publish(refuge);

        assertThat(directory.service(id).orElseThrow().offices()).isEmpty();
        assertThat(open().editions().get(0).entry().offices()).isEmpty();
    }

    private static Part part(Kind kind) {
        return new Part(kind, Set.of(Audience.HARMED, Audience.MEN), Set.of(), Set.of());
    }

    private static List<WayIn> ways() {
        return List.of(new WayIn(Way.PHONE, "01632 960077", "Office", true, "Mo-Fr 09:00-17:00; PH off", Set.of(Nation.ENGLAND)), new WayIn(Way.TEXT, "07700 900177", null, null, null, Set.of()));
    }

    private Entry entry(String name) {
        Conditions on = new Conditions(false, "Ring first", Welcome.YES, Welcome.NO, "Ring.", Cost.FREE, null, 16, null, Set.of(RiskLevel.HIGH));
        return new Entry(id, house, name, "A place to drop in.", List.of(part(Kind.OUTREACH), part(Kind.GROUP)), ways(), Set.of("Westermouth", "BD"), List.of("BD1"), List.of("ur", "bfi"), Welcome.YES, on, "(made up)");
    }

    private void publish(Entry entry) {
        world.as(World.ALEX, () -> entries.save(entry, 0, null, World.ALEX));
        world.as(World.ALEX, () -> entries.publish(id, 1, false, World.ALEX));
        directory.lookAgain();
    }

    private Entries.Opened open() {
        return world.as(World.ALEX, () -> open(World.ALEX));
    }

    private Entries.Opened open(Actor.Worker me) {
        return entries.open(id, me);
    }

    private Optional<String> known() {
        directory.lookAgain();
        return directory.service(id).map(Listing::name);
    }
}
