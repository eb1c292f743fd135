package org.alongside.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.helpline.Topic;
import org.alongside.instruments.Instruments;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

class EngagementTests extends WithPosts {
    private static final LocalDate TODAY = Times.day(TestClock.START);
    @Autowired ActingTransaction acting;
    @Autowired Instruments instruments;

    // ---- what is not shown yet is nowhere ----

    /** Where anybody could come across a post. */
    private Set<String> places(UUID id) throws Exception {
        Post its = one(id);
        Set<String> found = new TreeSet<>();
        if (status(its.path()) == 200) found.add("page");
        if (status("/cy" + its.path()) == 200) found.add("Welsh page");
        if (status(its.path() + "/poll") == 200) found.add("poll");
        if (status(its.picture().path()) == 200) found.add("picture");
        for (String list : List.of("/have-your-say", "/cy/have-your-say", "/have-your-say?category=news", "/have-your-say/feed", "/cy/have-your-say/feed")) {
            if (asked(list).getContentAsString(StandardCharsets.UTF_8).contains(its.title())) found.add(list);
        }
        if (status("/have-your-say/campaigns/" + campaign(id)) == 200) found.add("campaign");
        return found;
    }

    private int campaign(UUID post) {
        UUID campaign = one(post).written().campaign();
        return world.as(writer, () -> campaigns.one(campaign)).number();
    }

    /** A post with all there can be of it. */
    private UUID whole() throws IOException {
        UUID campaign = UUID.randomUUID();
        world.as(writer, () -> campaigns.begin(campaign, new Campaign.Written(Topic.GENERAL, Language.ENGLISH, "Harbour weeks", "About it", "Run by nobody.", TODAY, null), writer));
        UUID id = draft(of(campaign, words(Topic.SURVIVORS, "Lanterns on the quay")));
        byte[] picture = photo(1600);
        world.as(writer, () -> {
            pictures.put(id, picture, "x.jpg", "A lantern", writer);
            polls.choose(id, "what-would-help", true, writer);
        });
        return id;
    }

    @Test
    void a_draft_is_nowhere_until_it_is_shown_and_nowhere_again_when_it_is_taken_down() throws Exception {
        UUID id = whole();
        publicPosts.lookAgain();
        assertThat(places(id)).isEmpty();

        show(id);
        assertThat(places(id)).as("control").hasSize(10);

        world.as(writer, () -> posts.withdraw(id, writer));
        publicPosts.lookAgain();
        assertThat(places(id)).isEmpty();
        world.as(writer, () -> posts.takeBack(id, writer));
        show(id);
        assertThat(places(id)).as("control: shown again").hasSize(10);
    }

    @Test
    void what_waits_for_its_time_is_nowhere_before_and_everywhere_from_then_on() throws Exception {
        UUID id = whole();
        Instant time = TestClock.START.plus(Duration.ofHours(30));
        world.as(writer, () -> posts.schedule(id, time, writer));

        runs(id);
        clock.pass(Duration.ofHours(30).minusSeconds(1));
        assertThat(runs(id)).isEqualTo(time);
        assertThat(places(id)).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        assertThat(runs(id)).isNull();
        assertThat(places(id)).as("control").hasSize(10);
        assertThat(one(id).publishAt()).isEqualTo(time);
    }

    // Safety: the memory looks at the clock itself.
    @Test
    void a_post_that_is_in_the_memory_too_early_is_not_shown_before_its_time() throws Exception {
        UUID id = whole();
        show(id);
        assertThat(places(id)).as("control").hasSize(10);

        clock.pass(Duration.ofMinutes(-1));

        assertThat(places(id)).isEmpty();
    }

    @Test
    void a_time_that_was_planned_before_shows_nothing_once_another_is_planned() {
        UUID id = draft();
        world.as(writer, () -> posts.schedule(id, TestClock.START.plus(Duration.ofHours(1)), writer));
        UUID earlier = showing(id);
        world.as(writer, () -> posts.schedule(id, TestClock.START.plus(Duration.ofHours(9)), writer));
        clock.pass(Duration.ofHours(2));

        assertThat(world.as(job(), () -> posts.show(earlier))).isEmpty();

        assertThat(one(id).state()).isEqualTo(State.SCHEDULED);
        clock.pass(Duration.ofHours(8));
        runs(id);
        assertThat(one(id).state()).as("control").isEqualTo(State.PUBLISHED);
    }

    @Test
    void the_database_itself_shows_the_public_nothing_that_is_not_shown() throws Exception {
        UUID id = whole();
        Actor nobody = World.anyone();
        for (String table : List.of("post where id", "picture where post_id", "resource where post_id", "visit_day where post_id", "poll_day where post_id")) assertThat(rows(nobody, table, id)).as(table).isZero();

        show(id);

        assertThat(rows(nobody, "post where id", id)).as("control").isOne();
        assertThat(rows(nobody, "picture where post_id", id)).as("control").isOne();
        assertThat(world.as(nobody, () -> sql.sql("update engagement.post set title = 'x' where id = :id").param("id", id).update())).isZero();
        assertThatThrownBy(() -> world.as(nobody, () -> sql.sql("insert into engagement.resource (id, post_id, organisation_id, title, address, about, added_at) values (:id, :id, :id, 'x', 'https://x', '', now())").param("id", id).update())).isInstanceOf(DataAccessException.class);
        // The job shows what waits, and nothing else.
        assertThat(world.as(job(), () -> sql.sql("update engagement.post set title = 'x' where id = :id").param("id", id).update())).isZero();
    }

    private int rows(Actor who, String table, UUID id) {
        return world.as(who, () -> sql.sql("select count(*) from engagement." + table + " = :id").param("id", id).query(Integer.class).single());
    }

    // ---- whose help stands above ----

    @ParameterizedTest
    @EnumSource(Topic.class)
    void whose_help_there_is_stands_before_the_first_word_and_its_phones_are_words(Topic topic) throws Exception {
        UUID campaign = UUID.randomUUID();
        world.as(writer, () -> campaigns.begin(campaign, new Campaign.Written(topic, Language.ENGLISH, "Harbour weeks", "About it", "Run by nobody.", TODAY, null), writer));
        UUID id = shown(of(campaign, words(topic, TITLE)));
        world.as(writer, () -> polls.choose(id, "what-would-help", true, writer));
        publicPosts.lookAgain();
        List<String> lines = switch (topic) {
            case SURVIVORS -> List.of("National Domestic Abuse Helpline", "Men’s Advice Line", "National LGBT+ helpline");
            case BEHAVIOUR -> List.of("Respect");
            case GENERAL -> List.of("National Domestic Abuse Helpline", "Men’s Advice Line");
        };

        for (String path : List.of(one(id).path(), "/cy" + one(id).path(), "/have-your-say/campaigns/" + campaign(id), one(id).path() + "/poll")) {
            Element main = page(path).expectFirst("main");
            String text = main.text();
            Element support = main.expectFirst("aside.support");
            assertThat(support.text()).contains(lines);
            assertThat(support.select("a[href^=tel:]")).isNotEmpty().allSatisfy(phone -> assertThat(phone.text().replaceAll("\\D", "")).hasSizeGreaterThan(5));
            assertThat(text.indexOf(support.text())).as(path).isLessThan(text.indexOf(main.expectFirst("h1").text())).isLessThan(text.contains("Words of it.") ? text.indexOf("Words of it.") : text.length());
            assertThat(main.children().first().text()).startsWith(support.text().substring(0, 20));
            assertThat(support.text().contains("stop reading") || support.text().contains("roi’r gorau")).isEqualTo(topic.hasNote());
        }
    }

    // ---- writing ----

    @Test
    void who_writes_is_a_moderator_or_a_manager_of_the_same_organisation() throws Exception {
        UUID id = draft();
        Actor.Worker elsewhere = hire(DemoTown.LANTERN, Role.MODERATOR, Role.MANAGER);

        for (Actor.Worker nobody : List.of(World.MINA, World.CAM, World.ALEX, elsewhere)) {
            for (String path : List.of("/desk/engagement/posts/" + id, "/desk/engagement/posts/" + id + "/preview", "/desk/engagement/posts/" + id + "/picture")) assertThat(desk.send(nobody, get(path)).getStatus()).isEqualTo(404);
            for (String verb : List.of("", "/publication", "/schedule", "/draft", "/withdrawal", "/picture/removal", "/resources", "/poll", "/told")) assertThat(desk.send(nobody, post("/desk/engagement/posts/" + id + verb)).getStatus()).as(verb).isEqualTo(404);
            assertThat(world.as(nobody, () -> sql.sql("select count(*) from engagement.post where id = :id").param("id", id).query(Integer.class).single())).isZero();
            assertThatThrownBy(() -> world.as(nobody, () -> posts.publish(id, nobody))).isInstanceOf(NotFound.class);
        }
        assertThat(mvc.perform(get("/desk/engagement")).andReturn().getResponse().getStatus()).isNotEqualTo(200);
        assertThat(desk.send(World.SAL, get("/desk/engagement/posts/" + id)).getStatus()).as("control").isEqualTo(200);
    }

    @Test
    void a_post_is_written_looked_at_shown_and_told_about_on_the_desk() throws Exception {
        UUID once = UUID.randomUUID();
        Document refused = desk.page(writer, post("/desk/engagement/posts").param("once", once.toString()).param("title", "  ").param("words", "kept as typed").param("closes.day", "31").param("closes.month", "2").param("closes.year", "2027"));
        assertThat(refused.select(".govuk-error-summary li")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(refused.select("#words").val()).isEqualTo("kept as typed");
        assertThat(refused.select("[id=closes].govuk-input--error, #closes-error")).isNotEmpty();

        for (int press = 0; press < 2; press++) {
            desk.done(writer, post("/desk/engagement/posts").param("once", once.toString()).param("title", TITLE).param("topic", "BEHAVIOUR").param("category", "STORY").param("author", "Harbour House").param("language", "ENGLISH").param("comments", "yes").param("lead", "").param("words", "Hello"));
        }
        String path = "/desk/engagement/posts/" + once;
        Document unfinished = desk.page(writer, post(path + "/publication"));
        assertThat(unfinished.select("#publication").text()).contains("first lines");
        desk.done(writer, post(path).param("version", "0").param("title", TITLE).param("topic", "BEHAVIOUR").param("category", "STORY").param("author", "Harbour House").param("language", "ENGLISH").param("lead", "First.").param("words", "Hello **there**"));
        Document preview = desk.page(writer, get(path + "/preview"));
        assertThat(preview.text()).contains("Only you and your colleagues see this", "Hello there", "Respect");
        assertThat(preview.select("main strong").eachText()).contains("there");
        desk.done(writer, post(path + "/publication"));
        desk.done(writer, post(path + "/publication"));
        publicPosts.lookAgain();
        Document seen = page(one(once).path());
        preview.select(".notice, .govuk-back-link").remove();
        seen.select(".govuk-back-link").remove();
        assertThat(seen.expectFirst("article").text()).as("what was looked at is what everybody reads").isEqualTo(preview.expectFirst("article").text());

        assertThat(desk.page(writer, post(path + "/told").param("version", "1").param("heard", "x")).select("#did-error")).isNotEmpty();
        for (int press = 0; press < 2; press++) desk.done(writer, post(path + "/told").param("version", "1").param("heard", "Most said yes").param("did", "We began"));
        publicPosts.lookAgain();
        String text = page(one(once).path()).expectFirst("article").text();
        assertThat(text.indexOf("Most said yes")).isPositive().isLessThan(text.indexOf("Hello"));
        assertThat(text).contains("What we heard, what we did", "We began");
        desk.done(writer, post(path + "/withdrawal"));
        assertThat(one(once).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void of_two_who_write_at_once_the_second_keeps_what_they_wrote_and_is_told() throws Exception {
        UUID id = draft();
        world.as(World.SAL, () -> posts.change(id, 0, words(Topic.GENERAL, "First was faster"), World.SAL));

        Document refused = desk.page(writer, post("/desk/engagement/posts/" + id).param("version", "0").param("title", "Second was slower").param("topic", "GENERAL").param("category", "NEWS").param("author", "x").param("language", "ENGLISH").param("lead", "x").param("words", "my long words"));

        assertThat(refused.select(".govuk-error-summary").text()).contains("Somebody else saved this meanwhile");
        assertThat(refused.select("#words").val()).isEqualTo("my long words");
        assertThat(one(id).title()).isEqualTo("First was faster");
        for (int press = 0; press < 2; press++) desk.done(writer, post("/desk/engagement/posts/" + id).param("version", "1").param("title", "Put together").param("topic", "GENERAL").param("category", "NEWS").param("author", "x").param("language", "ENGLISH"));
        assertThat(one(id).title()).as("control").isEqualTo("Put together");
    }

    @Test
    void a_time_that_is_past_or_no_time_stands_beside_its_field() throws Exception {
        UUID id = draft();
        String path = "/desk/engagement/posts/" + id + "/schedule";

        assertThat(desk.page(writer, post(path).param("on.day", "19").param("on.month", "11").param("on.year", "2026").param("time", "10:00")).select("#on-error").text()).contains("time to come");
        Document noTime = desk.page(writer, post(path).param("on.day", "1").param("on.month", "12").param("on.year", "2026").param("time", "noonish"));
        assertThat(noTime.select("#time-error")).isNotEmpty();
        assertThat(noTime.select("#time").val()).isEqualTo("noonish");
        assertThat(noTime.select("#on").val() + noTime.select("[name=on.day]").val()).contains("1");
        desk.done(writer, post(path).param("on.day", "1").param("on.month", "12").param("on.year", "2026").param("time", "9:30"));
        assertThat(one(id).publishAt()).isEqualTo(Instant.parse("2026-12-01T09:30:00Z"));
    }

    @Test
    void a_post_ends_at_the_end_of_its_last_day_in_london() throws Exception {
        UUID id = shown(until(TODAY, words(Topic.GENERAL, TITLE)));
        Instant midnight = TODAY.plusDays(1).atStartOfDay(Times.LONDON).toInstant();
        clock.moveTo(midnight.minusSeconds(1));
        assertThat(page(one(id).path()).text()).contains("You can answer until 20 November 2026");
        assertThat(one(id).conversation(clock.instant()).isOpen(clock.instant())).isTrue();

        clock.moveTo(midnight);

        assertThat(page(one(id).path()).text()).contains("Ended on 20 November 2026").doesNotContain("You can answer until");
        assertThat(one(id).conversation(clock.instant()).isOpen(clock.instant())).isFalse();
        // In summer the day of London ends an hour before that of the machines.
        assertThat(new Post(UUID.randomUUID(), 1, DemoTown.HARBOUR_HOUSE, until(LocalDate.of(2026, 7, 1), words(Topic.GENERAL, "x")), State.DRAFT, null, null, null, null, null, List.of(), 0).closesAt()).isEqualTo(Instant.parse("2026-07-01T23:00:00Z"));
    }

    @Test
    void a_post_that_would_be_over_before_anybody_reads_it_is_not_shown() {
        UUID over = draft(until(TODAY.minusDays(1), words(Topic.GENERAL, TITLE))), soon = draft(until(TODAY, words(Topic.GENERAL, TITLE)));

        assertThatThrownBy(() -> world.as(writer, () -> posts.publish(over, writer))).isInstanceOf(RuleBroken.class).hasMessageContaining("last day is past");
        assertThatThrownBy(() -> world.as(writer, () -> posts.schedule(soon, TestClock.START.plus(Duration.ofDays(2)), writer))).isInstanceOf(RuleBroken.class).hasMessageContaining("end before it is shown");
        world.as(writer, () -> posts.publish(soon, writer));
    }

    // ---- what is talked about under it ----

    @Test
    void what_is_talked_about_under_a_post_is_open_while_the_post_is_and_hidden_with_it() {
        UUID id = draft(until(TODAY.plusDays(5), words(Topic.BEHAVIOUR, TITLE)));
        assertThat(conversation(id)).isEmpty();

        show(id);
        assertThat(conversation(id)).containsExactly("Benches by the harbour|/have-your-say/" + one(id).number() + "|BEHAVIOUR|true|2026-11-26");
        world.as(writer, () -> posts.change(id, 0, until(TODAY.plusDays(9), words(Topic.SURVIVORS, "Moved")), writer));
        assertThat(conversation(id)).containsExactly("Moved|/have-your-say/" + one(id).number() + "|SURVIVORS|true|2026-11-30");
        Post.Written quiet = words(Topic.SURVIVORS, "Moved");
        world.as(writer, () -> posts.change(id, 1, new Post.Written(quiet.category(), quiet.topic(), quiet.language(), null, quiet.author(), quiet.title(), quiet.lead(), quiet.words(), "", false, null), writer));
        assertThat(conversation(id).get(0)).contains("|false|");
        world.as(writer, () -> posts.change(id, 2, quiet, writer));
        assertThat(conversation(id).get(0)).contains("|true|");
        world.as(writer, () -> posts.withdraw(id, writer));
        assertThat(conversation(id).get(0)).contains("|false|");
    }

    @Test
    void the_job_that_shows_a_post_opens_what_is_talked_about_under_it() {
        UUID id = draft();
        world.as(writer, () -> posts.schedule(id, TestClock.START.plus(Duration.ofHours(1)), writer));
        assertThat(conversation(id)).isEmpty();
        clock.pass(Duration.ofHours(1));

        runs(id);

        assertThat(conversation(id).get(0)).contains("|true|");
    }

    private List<String> conversation(UUID id) {
        return world.as(writer, () -> sql.sql("select title || '|' || path || '|' || topic || '|' || shown || '|' || coalesce((closes_at at time zone 'Europe/London')::date::text, '') from comments.conversation where id = :id").param("id", id).query(String.class).list());
    }

    // ---- pictures ----

    @Test
    void a_picture_loses_where_it_was_taken_and_is_no_wider_than_a_page() throws Exception {
        UUID id = draft();
        byte[] photo = photo(1600), small = photo(40);
        UUID other = draft();
        assertThat(hidden(small)).as("control").contains("Exif").contains("GPSPLACE");
        world.as(writer, () -> pictures.put(other, small, "x.jpg", "A wall", writer));
        assertThat(hidden(Acting.as(writer, () -> pictures.of(other, writer)).bytes())).as("one that is not drawn smaller").doesNotContain("Exif", "GPSPLACE");
        assertThat(hidden(photo)).as("control").contains("Exif").contains("GPSPLACE");

        desk.done(writer, multipart("/desk/engagement/posts/" + id + "/picture").file(new MockMultipartFile("file", "Mum and me.jpg", "image/jpeg", photo)).param("alt", "A grey wall"));
        show(id);

        MockHttpServletResponse given = asked(one(id).picture().path());
        assertThat(given.getContentType()).isEqualTo("image/jpeg");
        assertThat(given.getHeader("Content-Disposition")).doesNotContain("Mum");
        assertThat(hidden(given.getContentAsByteArray())).doesNotContain("Exif", "GPSPLACE");
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(given.getContentAsByteArray()));
        assertThat(seen.getWidth()).isEqualTo(Pictures.WIDEST);
        Element shown = page(one(id).path()).expectFirst("article img");
        assertThat(shown.attr("alt")).isEqualTo("A grey wall");
        assertThat(shown.attr("width")).isEqualTo("1280");
        assertThat(desk.send(writer, get("/desk/engagement/posts/" + id + "/picture")).getContentAsByteArray()).isEqualTo(given.getContentAsByteArray());
    }

    @Test
    void a_picture_says_what_it_shows_and_is_a_photo_or_a_picture() throws Exception {
        UUID id = draft();
        String path = "/desk/engagement/posts/" + id + "/picture";
        MockMultipartFile photo = new MockMultipartFile("file", "x.jpg", "image/jpeg", photo(1600)), page = new MockMultipartFile("file", "x.jpg", "image/jpeg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)), none = new MockMultipartFile("file", new byte[0]);

        assertThat(desk.page(writer, multipart(path).file(photo).param("alt", " ")).select("#alt-error").text()).contains("Say what the picture shows");
        Document refused = desk.page(writer, multipart(path).file(page).param("alt", "A wall"));
        assertThat(refused.select("#file-error").text()).contains("JPEG or PNG");
        assertThat(refused.select("#alt").val()).isEqualTo("A wall");
        assertThat(desk.page(writer, multipart(path).file(none).param("alt", "A wall")).select("#file-error").text()).contains("Choose a picture");
        assertThat(one(id).picture()).isNull();

        desk.done(writer, multipart(path).file(photo).param("alt", "A wall"));
        UUID first = one(id).picture().id();
        desk.done(writer, multipart(path).file(none).param("alt", "A white wall"));
        assertThat(one(id).picture().alt()).isEqualTo("A white wall");
        assertThat(one(id).picture().id()).isEqualTo(first);
        desk.done(writer, post(path + "/removal"));
        assertThat(one(id).picture()).isNull();
    }

    /** White, and with where it was taken in its hidden part, as phones write it. */
    static byte[] photo(int width) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        BufferedImage picture = new BufferedImage(width, 400, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) for (int y = 0; y < 400; y++) picture.setRGB(x, y, 0xFFFFFF);
        ImageIO.write(picture, "jpg", plain);
        byte[] jpeg = plain.toByteArray(), area = "ASCII\0\0\0GPSPLACE".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 18 + 42 + 48 + area.length);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(26).putInt(0);
        exif.putShort((short) 3).putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(68);
        exif.putShort((short) 0x1B).putShort((short) 7).putInt(area.length).putInt(116).putInt(0);
        for (int part : new int[] {51, 1, 29, 1, 15, 1}) exif.putInt(part);
        exif.position(6 + 116).put(area);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(jpeg, 0, 2);
        photo.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (exif.capacity() + 2 >> 8), (byte) (exif.capacity() + 2)});
        photo.write(exif.array());
        photo.write(jpeg, 2, jpeg.length - 2);
        return photo.toByteArray();
    }

    private static String hidden(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    // ---- what everybody finds ----

    @Test
    void a_link_out_is_written_out_and_nothing_typed_becomes_a_page_of_its_own() throws Exception {
        UUID id = draft(words(Topic.GENERAL, "<b>Bold & \"brave\"</b>"));
        String path = "/desk/engagement/posts/" + id + "/resources";
        assertThat(desk.page(writer, post(path).param("name", "x").param("address", "http://insecure.example/")).select("#address-error").text()).contains("https://");
        assertThat(desk.page(writer, post(path).param("name", "x").param("address", "javascript:alert(1)")).select("#address-error")).isNotEmpty();
        String once = UUID.randomUUID().toString();
        for (int press = 0; press < 2; press++) desk.done(writer, post(path).param("once", once).param("name", "A guide").param("address", "https://guide.example/a").param("about", "How to"));
        show(id);

        Document page = page(one(id).path());

        assertThat(page.expectFirst("h1").text()).isEqualTo("<b>Bold & \"brave\"</b>");
        assertThat(page.select("article a[href^=https]").eachText()).containsExactly("https://guide.example/a");
        assertThat(page.select("article a[href^=https]").attr("rel")).contains("noreferrer");
        assertThat(page.select("a[href*=facebook], a[href*=twitter], iframe, img[src^=http]")).isEmpty();
        assertThat(page.select(".share code").text()).endsWith(one(id).path());
        desk.done(writer, post(path + "/" + one(id).resources().get(0).id() + "/removal"));
        assertThat(one(id).resources()).isEmpty();
    }

    @Test
    void lists_begin_with_what_asks_and_go_on_with_the_newest_twenty_to_a_page() throws Exception {
        Post.Written quiet = words(Topic.GENERAL, "Quiet");
        Post.Written noQuestion = new Post.Written(Category.STORY, quiet.topic(), quiet.language(), null, quiet.author(), "Quiet", quiet.lead(), quiet.words(), "", false, null);
        UUID asks = draft(words(Topic.GENERAL, "Asks since long"));
        world.as(writer, () -> posts.publish(asks, TestClock.START.minus(Duration.ofDays(90)), writer));
        for (int number = 0; number < 21; number++) {
            UUID id = draft(noQuestion);
            Instant at = TestClock.START.minus(Duration.ofHours(number));
            world.as(writer, () -> posts.publish(id, at, writer));
        }
        publicPosts.lookAgain();

        Document first = page("/have-your-say"), stories = page("/have-your-say?category=story"), second = page("/have-your-say?page=2"), beyond = page("/have-your-say?page=999999&category=%3Cscript%3E"), wild = page("/have-your-say?page=-1"), welsh = page("/cy/have-your-say");

        List<String> titles = first.select("ul.posts h2").eachText();
        assertThat(titles).hasSize(20);
        assertThat(titles.indexOf("Asks since long")).isLessThan(titles.indexOf("Quiet"));
        assertThat(stories.select("ul.posts h2").eachText()).containsOnly("Quiet").hasSize(20);
        assertThat(stories.select("nav.pages a").attr("href")).isEqualTo("/have-your-say?category=story&page=2");
        assertThat(second.select("ul.posts li")).isNotEmpty();
        assertThat(beyond.select("ul.posts h2").eachText()).isEqualTo(second.select("ul.posts h2").eachText());
        assertThat(wild.select("ul.posts h2").eachText()).isEqualTo(titles);
        assertThat(welsh.expectFirst("h1").text()).isEqualTo("Dweud eich dweud");
        assertThat(welsh.select("ul.posts h2[lang=en]")).isNotEmpty();
        assertThat(welsh.select("ul.posts h2 a").attr("href")).startsWith("/cy/have-your-say/");
    }

    @Test
    void numbers_that_lead_nowhere_are_only_pages_that_are_not_there() throws Exception {
        for (String path : List.of("/have-your-say/0", "/have-your-say/999999999", "/have-your-say/12345678901234", "/have-your-say/x", "/have-your-say/campaigns/999999999", "/have-your-say/pictures/" + UUID.randomUUID(), "/have-your-say/999999999/poll", "/have-your-say/pictures/x")) {
            assertThat(status(path)).as(path).isEqualTo(404);
        }
        UUID noPoll = shown();
        assertThat(status(one(noPoll).path() + "/poll")).isEqualTo(404);
    }

    @Test
    void what_was_read_stays_readable_while_the_database_is_away() {
        boolean[] gone = {false};
        PublicPosts leftBehind = new PublicPosts(acting, posts, campaigns, instruments, sql) {
            @Override
            protected String stamp() {
                if (gone[0]) throw new DataAccessResourceFailureException("away");
                return super.stamp();
            }
        };
        UUID id = shown();
        gone[0] = true;
        leftBehind.lookAgain();
        assertThat(leftBehind.shown(clock.instant())).as("control: nothing before it was read").isEmpty();
        gone[0] = false;
        leftBehind.lookAgain();
        gone[0] = true;
        leftBehind.lookAgain();
        assertThat(leftBehind.shown(clock.instant())).extracting(Post::id).contains(id);
    }

    @Test
    void a_campaign_is_begun_changed_and_told_about_on_the_desk_and_two_writers_do_not_overwrite_each_other() throws Exception {
        UUID once = UUID.randomUUID();
        assertThat(desk.page(writer, get("/desk/engagement/campaigns")).select("#runBy").val()).contains("Harbour House");
        Document refused = desk.page(writer, post("/desk/engagement/campaigns").param("once", once.toString()).param("title", "Weeks").param("topic", "GENERAL").param("language", "ENGLISH").param("runBy", "Us").param("starts.day", "2").param("starts.month", "12").param("starts.year", "2026").param("closes.day", "1").param("closes.month", "12").param("closes.year", "2026"));
        assertThat(refused.select("#closes-error").text()).contains("cannot end before it begins");
        for (int press = 0; press < 2; press++) desk.done(writer, post("/desk/engagement/campaigns").param("once", once.toString()).param("title", "Weeks").param("topic", "GENERAL").param("language", "ENGLISH").param("runBy", "Us").param("starts.day", "2").param("starts.month", "12").param("starts.year", "2026"));
        String path = "/desk/engagement/campaigns/" + once;
        desk.done(World.SAL, post(path).param("version", "0").param("title", "Fast weeks").param("topic", "GENERAL").param("language", "WELSH").param("runBy", "Us").param("starts.day", "2").param("starts.month", "12").param("starts.year", "2026"));
        Document meanwhile = desk.page(writer, post(path).param("version", "0").param("title", "Slow weeks").param("topic", "GENERAL").param("language", "ENGLISH").param("runBy", "Us").param("starts.day", "2").param("starts.month", "12").param("starts.year", "2026"));
        assertThat(meanwhile.select(".govuk-error-summary").text()).contains("meanwhile");
        assertThat(meanwhile.select("#title").val()).isEqualTo("Slow weeks");
        for (int press = 0; press < 2; press++) desk.done(writer, post(path + "/told").param("version", "1").param("heard", "That it helps").param("did", "More of it"));
        assertThat(desk.page(writer, post(path + "/told").param("version", "1").param("heard", "x").param("did", "y")).select("#heard-error").text()).contains("meanwhile");
        assertThat(desk.send(hire(DemoTown.LANTERN, Role.MANAGER), get(path)).getStatus()).isEqualTo(404);
        assertThat(desk.send(World.MINA, get("/desk/engagement/campaigns")).getStatus()).isEqualTo(404);

        shown(of(once, words(Topic.SURVIVORS, TITLE)));

        Document page = page("/have-your-say/campaigns/" + world.as(writer, () -> campaigns.one(once)).number());
        assertThat(page.expectFirst("h1").text()).isEqualTo("Fast weeks");
        assertThat(page.expectFirst("h1").attr("lang")).isEqualTo("cy");
        assertThat(page.text()).contains("What we heard, what we did", "That it helps", TITLE, "From 2 December 2026");
        assertThat(desk.page(writer, get(path)).text()).contains(TITLE);
        Actor.Worker elsewhere = hire(DemoTown.LANTERN, Role.MANAGER);
        UUID stolen = UUID.randomUUID();
        assertThatThrownBy(() -> world.as(elsewhere, () -> posts.write(stolen, of(once, words(Topic.GENERAL, "x")), elsewhere))).isInstanceOf(NotFound.class);
    }

    // ---- how often ----

    @Test
    void how_often_a_post_is_opened_adds_up_however_many_open_it_at_once() throws Exception {
        UUID id = shown();
        Post its = one(id);
        Thread[] readers = Stream.generate(() -> new Thread(() -> {
            for (int time = 0; time < 500; time++) visits.count(its);
        })).limit(8).toArray(Thread[]::new);
        Thread[] writers = Stream.generate(() -> new Thread(() -> {
            for (int time = 0; time < 10; time++) visits.writeDown();
        })).limit(3).toArray(Thread[]::new);
        // Another instance of the application, with a memory of its own.
        Visits other = new Visits(acting, sql, clock);
        for (Thread one : readers) one.start();
        for (Thread one : writers) one.start();
        for (int time = 0; time < 50; time++) {
            other.count(its);
            if (time % 10 == 0) other.writeDown();
        }
        for (Thread one : readers) one.join();
        for (Thread one : writers) one.join();
        other.writeDown();
        page(its.path());
        desk.page(writer, get("/desk/engagement/posts/" + id + "/preview"));
        visits.writeDown();

        assertThat(Acting.as(writer, () -> visits.of(id, writer)).get(TODAY)).isEqualTo(8 * 500 + 50 + 1);
        Document page = desk.page(writer, get("/desk/engagement/posts/" + id));
        assertThat(page.text()).contains("4051 times in the last 28 days");
        assertThat(page.select("figure.chart table tbody tr").last().text()).isEqualTo("20 November 2026 4051");
    }

    @Test
    void nothing_of_who_opened_a_post_is_written_down() {
        List<String> columns = world.as(writer, () -> sql.sql("select table_name || '.' || column_name || ' ' || data_type from information_schema.columns where table_schema = 'engagement' and table_name in ('visit_day', 'poll_day') order by 1").query(String.class).list());

        assertThat(columns).containsExactly("poll_day.answer text", "poll_day.day date", "poll_day.item text", "poll_day.number integer", "poll_day.organisation_id uuid", "poll_day.post_id uuid", "visit_day.day date", "visit_day.number integer", "visit_day.organisation_id uuid", "visit_day.post_id uuid");
    }

    private Actor job() {
        return new Actor.Job(DemoTown.HARBOUR_HOUSE, Posts.JOB);
    }

    private UUID showing(UUID id) {
        return world.as(writer, () -> sql.sql("select showing_id from engagement.post where id = :id").param("id", id).query(UUID.class).single());
    }

    /** The job of a post that waits; when it looks again. */
    private Instant runs(UUID id) {
        UUID showing = showing(id);
        Instant again = world.as(job(), () -> posts.show(showing)).orElse(null);
        publicPosts.lookAgain();
        return again;
    }
}
