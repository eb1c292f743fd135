package org.alongside.directory;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Part.Kind;
import org.alongside.house.Everything;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Fifty refuges whose keepers write where they are into every field there is. Nobody finds out. */
@AlongsideTest
class CanaryTests {
    private static final Actor.Job IMPORT = new Actor.Job(Directory.IMPORTED, Directory.IMPORT);
    private static final List<String> AREAS = List.of("Bradford", "BD", "ENGLAND", "UK", "Leeds");
    @Autowired EntryRows rows;
    @Autowired Editions editions;
    @Autowired Entries entries;
    @Autowired Directory directory;
    @Autowired Places places;
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;

    final List<Canary> canaries = new ArrayList<>();
    final UUID house = UUID.randomUUID();
    final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** @param spelt every way in which the place may be written */
    record Canary(UUID id, String outcode, String postcode, List<String> spelt) {}

    /** Says the same as the fifty, and is no refuge. */
    private static final Canary CONTROL = new Canary(UUID.fromString("00000000-0000-4000-8000-00000000ca9a"), "BD9", "BD9 5VV", List.of("BD9 5VV", "BD95VV", "53.123456, -1.654321"));

    @BeforeEach
    void fifty_refuges() {
        log.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
        Random random = new Random(50);
        world.as(IMPORT, () -> rows.write(Offerer.named(house, "Canary Houses"), Directory.IMPORTED));
        for (int number = 0; number < 50; number++) {
            // No such postcodes: the letters C, I, K, M, O and V never stand in the second half.
            String outcode = List.of("BD9", "LS6", "HX1", "WF2", "HD3").get(number % 5), unit = random.nextInt(10) + "V" + "CIKMOV".charAt(number % 6);
            String postcode = outcode + " " + unit, degrees = String.format("53.%06d, -1.%06d", random.nextInt(1_000_000), random.nextInt(1_000_000));
            canaries.add(new Canary(UUID.randomUUID(), outcode, postcode, List.of(postcode, postcode.replace(" ", ""), postcode.toLowerCase(), degrees, degrees.split(", ")[0], degrees.split(", ")[1])));
        }
        canaries.forEach(one -> publish(entry(one, Kind.REFUGE)));
        publish(entry(CONTROL, Kind.OUTREACH));
        canaries.forEach(one -> world.as(World.ALEX, () -> entries.save(entry(one, Kind.REFUGE), 0, null, World.ALEX)));
        directory.refresh();
    }

    @AfterEach
    void out_of_the_town_again() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
        world.as(IMPORT, () -> sql.sql("update directory.service set published = false where organisation_entry_id = :house").param("house", house).update());
        world.as(World.ALEX, () -> sql.sql("delete from directory.draft where service_id = any (:ids)").param("ids", canaries.stream().map(Canary::id).toArray(UUID[]::new)).update());
        directory.refresh();
    }

    @Test
    void no_page_feed_row_index_or_log_says_where_a_refuge_is() throws Exception {
        assertThat(directory.all("Canary")).as("control: they are found").hasSize(51);
        StringBuilder everything = new StringBuilder();
        for (Canary one : canaries) everything.append(answer("/services/" + one.id)).append(answer("/open-referral/services/" + one.id));
        for (String path : List.of("/open-referral/services?per_page=500&full=true", "/open-referral/services?format=ndjson&full=true", "/open-referral/service_at_locations?per_page=500&full=true", "/open-referral/organizations?per_page=500&full=true", "/open-referral/services?minimal=true")) everything.append(answer(path));
        for (String where : List.of("Bradford", "BD9", "LS6", "HX1")) everything.append(found(where));
        for (Canary one : canaries.subList(0, 5)) everything.append(desk.page(World.ALEX, get("/desk/directory/" + one.id)).outerHtml()).append(desk.page(World.ALEX, get("/desk/directory/" + one.id + "/words")).outerHtml());
        for (String table : new Everything().tables()) if (table.startsWith("directory.")) everything.append(rows(table));
        log.list.forEach(event -> everything.append(event.getFormattedMessage()).append(event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage()));
        assertThat(everything).as("control: what may be known is there").contains("Canary Houses", "Canary 07", "01632 960055");

        for (String spelt : CONTROL.spelt) assertThat(everything.indexOf(spelt)).as("control: of a service that is no refuge " + spelt + " is said").isNotNegative();
        for (Canary one : canaries) for (String spelt : one.spelt) assertThat(everything.indexOf(spelt)).as(spelt).isNegative();
    }

    /** The whole answer, distance and order, to whoever asks from 200 places: the same as if each refuge stood somewhere else. */
    @Test
    void two_hundred_points_cannot_place_a_refuge_better_than_its_area() {
        List<Listing> here = canaries.stream().map(one -> listing(one, one.outcode, Kind.REFUGE)).toList(), elsewhere = canaries.stream().map(one -> listing(one, "TR1", Kind.REFUGE)).toList();

        assertThat(answers(here)).isEqualTo(answers(elsewhere));
        // Control: of services that may be found, the points do tell.
        List<Listing> open = canaries.stream().map(one -> listing(one, one.outcode, Kind.OUTREACH)).toList(), moved = canaries.stream().map(one -> listing(one, "TR1", Kind.OUTREACH)).toList();
        assertThat(answers(open)).isNotEqualTo(answers(moved));
    }

    private List<String> answers(List<Listing> listings) {
        SearchIndex index = new SearchIndex(listings, places, Listing::summary);
        List<String> outcodes = Stream.of("BD", "LS", "HX", "WF", "HD", "M", "TR", "YO", "S", "DN", "OL", "BB", "HG", "PL").flatMap(area -> IntStream.rangeClosed(1, 20).mapToObj(number -> area + number)).filter(code -> !places.find(code).isEmpty()).limit(200).toList();
        assertThat(outcodes).hasSize(200);
        Concepts concepts = new Concepts();
        return outcodes.stream().flatMap(code -> Stream.of(2, 10, 50).map(miles -> {
            Seeker seeker = new Seeker(Set.of(Audience.HARMED), Set.of(), null, places.ofOutcode(code), miles, false);
            SearchIndex.Matches matches = index.matching(seeker, concepts);
            return code + miles + index.best(matches, seeker, FindingTests.FRIDAY_AT_TEN, 1, none -> false, 50).first().stream().map(found -> found.listing().id() + "" + Found.of(found.listing(), seeker, FindingTests.FRIDAY_AT_TEN).orElseThrow().miles()).collect(joining(","));
        })).toList();
    }

    private Listing listing(Canary one, String outcode, Kind kind) {
        int number = canaries.indexOf(one);
        Part part = new Part(kind, Set.of(Audience.HARMED), Set.of(), Set.of());
        return new Listing(one.id, "Canary " + number, Offerer.named(house, "Canary Houses"), "A house", List.of(part), List.of(), new Serves(Set.of(AREAS.get(number % AREAS.size()))), List.of(places.ofOutcode(outcode)), List.of(), Welcome.YES, Conditions.NOT_STATED, null, true, "(made up)", null, null);
    }

    private Entry entry(Canary one, Kind kind) {
        String at = String.join(" and ", one.spelt.subList(0, Math.min(4, one.spelt.size())));
        Conditions on = new Conditions(false, "Come to " + at, Welcome.YES, Welcome.YES, "Knock at " + at, Cost.FREE, "Pay at " + at, null, null, Set.of());
        int number = Math.max(0, canaries.indexOf(one));
        return new Entry(one.id, house, String.format("Canary %02d", number) + " " + one.postcode, "A house at " + at, List.of(new Part(kind, Set.of(Audience.HARMED, Audience.WOMEN), Set.of(), Set.of())), List.of(new WayIn(Way.PHONE, "01632 960055", at.substring(0, 30), null, "24/7", Set.of())),
                Set.of(AREAS.get(number % AREAS.size())), List.of(one.outcode), List.of("en"), Welcome.YES, on, "https://canary.example/" + one.postcode.replace(" ", ""));
    }

    private String found(String where) throws Exception {
        Cookie[] cookies = mvc.perform(post("/find").with(World.sameSite()).param("where", where).param("why", "HARMED").param("words", "canary house")).andReturn().getResponse().getCookies();
        StringBuilder pages = new StringBuilder();
        for (int page = 1; page <= 6; page++) pages.append(mvc.perform(get("/find").param("page", String.valueOf(page)).cookie(cookies)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        return pages.toString();
    }

    private void publish(Entry entry) {
        world.as(IMPORT, () -> {
            rows.write(entry, Directory.IMPORTED, Set.of());
            editions.add(entry, Directory.IMPORTED, Edition.How.IMPORTED);
            sql.sql("update directory.service set published = true where id = :id").param("id", entry.id()).update();
        });
    }

    private static String rows(String table) {
        return new Everything().see(all -> all.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t").query(String.class).single());
    }

    private String answer(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
