package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.ui.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an editor changes is found at once, here and on every other instance, and what is withdrawn is not found any more. */
@AlongsideTest
class DirectoryKeptCurrentTests {
    private static final Actor EDITOR = new Actor.Job(DemoTown.HARBOUR_HOUSE, Directory.IMPORT);
    private final UUID entry = UUID.randomUUID(), first = UUID.randomUUID(), second = UUID.randomUUID();
    @Autowired Directory directory;
    @Autowired PublishedServices published;
    @Autowired ObjectProvider<OtherListings> others;
    @Autowired Places places;
    @Autowired Words words;
    @Autowired Clock clock;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    private Directory elsewhere;

    @BeforeEach
    void two_services_that_nobody_sees_yet() {
        elsewhere = new Directory(published, others, places, words, clock);
        elsewhere.refresh();
        edit(() -> {
            sql.sql("insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :owner, 'Kept Current', true)").param("id", entry).param("owner", DemoTown.HARBOUR_HOUSE.id()).update();
            for (UUID service : List.of(first, second)) {
                sql.sql("""
                        insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, published, source, recorded_at)
                        values (:id, :owner, :entry, :name, 'Zebrafinch', '{UK}', false, 'x', now())
                        """).param("id", service).param("owner", DemoTown.HARBOUR_HOUSE.id()).param("entry", entry).param("name", service.equals(first) ? "Zebra one" : "Zebra two").update();
                sql.sql("insert into directory.service_part (service_id, organisation_id, position, kind, welcomes) values (:id, :owner, 0, 'OUTREACH', '{HARMED}')").param("id", service).param("owner", DemoTown.HARBOUR_HOUSE.id()).update();
            }
        });
        elsewhere.lookAgain();
    }

    @AfterEach
    void nobody_sees_them_any_more() {
        edit(() -> sql.sql("update directory.service set published = false where id in (:first, :second)").param("first", first).param("second", second).update());
        directory.lookAgain();
    }

    @Test
    void what_is_published_changed_and_withdrawn_is_known_on_every_instance() {
        assertThat(found(elsewhere)).isEmpty();

        edit(() -> publish(first, true));
        elsewhere.lookAgain();
        assertThat(found(elsewhere)).containsExactly("Zebra one");

        edit(() -> sql.sql("update directory.service set name = 'Zebra three' where id = :id").param("id", first).update());
        edit(() -> publish(second, true));
        elsewhere.lookAgain();
        assertThat(found(elsewhere)).containsExactly("Zebra three", "Zebra two");

        edit(() -> sql.sql("update directory.service_part set welcomes = '{}', does_not = '{HARMED}' where service_id = :id").param("id", second).update());
        edit(() -> sql.sql("update directory.organisation_entry set name = 'Renamed' where id = :id").param("id", entry).update());
        elsewhere.lookAgain();
        assertThat(found(elsewhere)).containsExactly("Zebra three");
        assertThat(elsewhere.service(first).orElseThrow().organisation()).isEqualTo("Renamed");

        edit(() -> publish(first, false));
        elsewhere.lookAgain();
        assertThat(found(elsewhere)).isEmpty();
        assertThat(elsewhere.service(first)).isEmpty();
    }

    @Test
    void an_instance_that_could_read_nothing_yet_reads_everything_at_its_next_look() {
        edit(() -> publish(first, true));
        Directory late = new Directory(published, others, places, words, clock);

        late.lookAgain();

        assertThat(found(late)).containsExactly("Zebra one");
        assertThat(late.receivedBy(DemoTown.HARBOUR_HOUSE)).as("and what nobody touched").hasSize(2);
    }

    @Test
    void numbers_that_came_with_a_restore_from_another_server_are_no_changes() {
        TestDatabase.asOwner("update directory.change set made_in = '9000000000000'::xid8 where service_id = '" + first + "'");

        assertThat(Acting.as(World.anyone(), () -> published.changes("0")).made()).noneMatch(change -> change.service().equals(first)).anyMatch(change -> change.service().equals(second));
        edit(() -> publish(first, true));
        elsewhere.lookAgain();
        assertThat(found(elsewhere)).as("and a change made here is one").containsExactly("Zebra one");
    }

    @Test
    void the_running_instance_looks_by_itself() throws Exception {
        edit(() -> publish(first, true));

        for (int waited = 0; found(directory).isEmpty() && waited < 100; waited++) Thread.sleep(50);
        assertThat(found(directory)).containsExactly("Zebra one");
    }

    @Test
    void what_was_written_first_and_committed_last_is_not_missed() throws Exception {
        CountDownLatch written = new CountDownLatch(1), go = new CountDownLatch(1);
        ExecutorService slow = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = slow.submit(() -> edit(() -> {
                publish(first, true);
                written.countDown();
                waitFor(go);
            }));
            assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
            edit(() -> publish(second, true));
            elsewhere.lookAgain();
            assertThat(found(elsewhere)).containsExactly("Zebra two");
            elsewhere.lookAgain();

            go.countDown();
            late.get(20, TimeUnit.SECONDS);
            elsewhere.lookAgain();
            assertThat(found(elsewhere)).containsExactly("Zebra one", "Zebra two");
        } finally {
            go.countDown();
            slow.shutdown();
        }
    }

    private static void waitFor(CountDownLatch go) {
        try {
            go.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(UUID service, boolean yes) {
        sql.sql("update directory.service set published = :yes where id = :id").param("yes", yes).param("id", service).update();
    }

    private void edit(Runnable work) {
        Acting.as(EDITOR, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static List<String> found(Directory where) {
        return where.find(new Seeker(Set.of(Audience.HARMED), Set.of(), "zebrafinch", null, null, false), 0, 10).found().stream().map(one -> one.listing().name()).toList();
    }
}
