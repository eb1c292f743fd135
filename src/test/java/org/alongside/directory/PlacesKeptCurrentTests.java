package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.directory.gazetteer.LoadedPlaces;
import org.alongside.directory.gazetteer.Outcode;
import org.alongside.ui.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator loads is known on every instance, and what was found by places before is found by them anew. */
@AlongsideTest
class PlacesKeptCurrentTests {
    private static final Actor LOADS = new Actor.Job(Directory.IMPORTED, "import-places"), EDITOR = new Actor.Job(DemoTown.HARBOUR_HOUSE, Directory.IMPORT);
    private final UUID entry = UUID.randomUUID(), service = UUID.randomUUID();
    private final Places elsewhere = new Places();
    @Autowired LoadedPlaces loaded;
    @Autowired ObjectProvider<OtherListings> others;
    @Autowired Words words;
    @Autowired Clock clock;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void a_service_with_an_office_in_a_place_nobody_knows() {
        edit(EDITOR, () -> {
            sql.sql("insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :owner, 'Places Current', true)").param("id", entry).param("owner", DemoTown.HARBOUR_HOUSE.id()).update();
            sql.sql("insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, offices, published, source, recorded_at) values (:id, :owner, :entry, 'Okapi', 'okapiplace', '{UK}', '{ZZ7}', true, '(made up)', now())")
                    .param("id", service).param("owner", DemoTown.HARBOUR_HOUSE.id()).param("entry", entry).update();
            sql.sql("insert into directory.service_part (service_id, organisation_id, position, kind, welcomes) values (:id, :owner, 0, 'OUTREACH', '{HARMED}')").param("id", service).param("owner", DemoTown.HARBOUR_HOUSE.id()).update();
        });
    }

    @AfterEach
    void they_go_again() {
        TestDatabase.asOwner("delete from directory.place");
        TestDatabase.asOwner("delete from directory.place_load");
        TestDatabase.asOwner("delete from directory.change where service_id = '" + service + "'");
        TestDatabase.asOwner("delete from directory.service_part where service_id = '" + service + "'");
        TestDatabase.asOwner("delete from directory.service where id = '" + service + "'");
        TestDatabase.asOwner("delete from directory.organisation_entry where id = '" + entry + "'");
    }

    @Test
    void another_instance_learns_what_was_loaded_and_what_was_loaded_after_that() {
        PlacesRefresh refresh = new PlacesRefresh(elsewhere, loaded);
        assertThat(refresh.lookAgain()).isFalse();
        assertThat(elsewhere.ofOutcode("ZZ7").rough()).isTrue();

        load("ZZ7", 55.00, -3.00);
        assertThat(refresh.lookAgain()).isTrue();
        assertThat(elsewhere.ofOutcode("ZZ7").rough()).isFalse();
        assertThat(elsewhere.ofOutcode("ZZ7").latitude()).isEqualTo(55.00);
        assertThat(elsewhere.ofOutcode("BD1").district()).isEqualTo("Bradford");
        assertThat(refresh.lookAgain()).isFalse();

        load("ZZ6", 55.00, -3.00);
        assertThat(refresh.lookAgain()).isTrue();
        assertThat(elsewhere.ofOutcode("ZZ7").rough()).isTrue();
    }

    @Test
    void near_is_asked_of_the_new_place_once_all_is_read_again() {
        Directory directory = new Directory(reading(), others, elsewhere, words, clock);
        PlacesRefresh refresh = new PlacesRefresh(elsewhere, loaded);
        DirectoryRefresh scheduled = new DirectoryRefresh(directory, refresh);
        scheduled.afterSingletonsInstantiated();
        assertThat(near(directory, "ZZ7")).as("in the middle of its area, and so is whoever asks").contains("Okapi");
        assertThat(near(directory, "DG1")).doesNotContain("Okapi");

        load("ZZ7", elsewhere.ofOutcode("DG1").latitude(), elsewhere.ofOutcode("DG1").longitude());
        scheduled.lookAtPlaces();

        assertThat(near(directory, "DG1")).contains("Okapi");
        assertThat(near(directory, "ZZ1")).doesNotContain("Okapi");
    }

    @Test
    void with_the_database_away_places_answer_as_they_did() {
        boolean[] gone = {false};
        LoadedPlaces leaving = new LoadedPlaces(sql) {
            @Override
            public Optional<UUID> version() {
                if (gone[0]) throw new DataAccessResourceFailureException("away");
                return loaded.version();
            }

            @Override
            public List<Outcode> read() {
                return loaded.read();
            }
        };
        load("ZZ7", 55.00, -3.00);
        PlacesRefresh refresh = new PlacesRefresh(elsewhere, leaving);
        refresh.lookAgain();
        gone[0] = true;

        assertThat(refresh.lookAgain()).isFalse();
        assertThat(elsewhere.ofOutcode("ZZ7").latitude()).isEqualTo(55.00);
    }

    /** As the house reads them, but with places of its own. */
    private PublishedServices reading() {
        return new PublishedServices(sql, new EntryRows(sql, clock), elsewhere) {
            @Override
            List<Listing> read() {
                return transaction.execute(status -> super.read());
            }

            @Override
            Changes changes(String since) {
                return transaction.execute(status -> super.changes(since));
            }
        };
    }

    private void load(String code, double latitude, double longitude) {
        edit(LOADS, () -> {
            sql.sql("delete from directory.place").update();
            sql.sql("insert into directory.place (outcode, latitude, longitude, nation) values (:code, :latitude, :longitude, 'SCOTLAND')").param("code", code).param("latitude", latitude).param("longitude", longitude).update();
            sql.sql("insert into directory.place_load (id, kind, outcodes, loaded_at) values (:id, 'OUTCODES', 1, clock_timestamp())").param("id", UUID.randomUUID()).update();
        });
    }

    private List<String> near(Directory where, String code) {
        return where.find(new Seeker(Set.of(Audience.HARMED), Set.of(), "okapiplace", elsewhere.ofOutcode(code), 10, false), 0, 10).found().stream().map(one -> one.listing().name()).toList();
    }

    private void edit(Actor actor, Runnable work) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
