package org.alongside.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.files.FileType;
import org.alongside.organisations.Team;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

@AlongsideTest
class NetworkTests {
    private static final String NOTICES = "select count(*) from messages.outbox where kind = 'NOTICE' and worker_id = :worker";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Members members;
    @Autowired Posts posts;
    @Autowired Moderation moderation;
    @Autowired Leaving leaving;
    @Autowired MemberDay day;
    @Autowired Team team;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    private final List<Actor.Worker> hired = new ArrayList<>();
    private Actor.Worker author, reader, moderator;

    @BeforeEach
    void three_members_of_two_organisations() {
        author = joined(hire(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.SUPPORT_WORKER));
        reader = joined(hire(DemoTown.LANTERN, Side.SUPPORT, Role.SUPPORT_WORKER));
        moderator = joined(hire(DemoTown.LANTERN, Side.SUPPORT, Role.MODERATOR));
    }

    @AfterEach
    void everybody_leaves() {
        clock.back();
        hired.forEach(world::leave);
        String all = String.join(", ", hired.stream().map(one -> "'" + one.worker().id() + "'").toList());
        for (String table : List.of("objection where raised_by", "objection where post_id in (select id from network.post where author_id", "file where post_id in (select id from network.post where author_id", "post where question_id is not null and author_id", "post where question_id in (select id from network.post where author_id", "post where author_id", "practitioner where worker_id", "member where worker_id")) {
            TestDatabase.asOwner("delete from network." + table + " in (" + all + ")" + (table.contains("(") ? ")" : ""));
        }
    }

    // ---- joining ----

    @Test
    void nobody_confirms_themself_and_nobody_confirms_somebody_of_another_organisation() {
        Actor.Worker manager = hire(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.MANAGER, Role.ADMINISTRATOR);
        world.as(manager, () -> members.ask("x", "x", manager));

        assertThatThrownBy(() -> world.as(manager, () -> members.confirm(manager.worker(), manager))).isInstanceOf(RuleBroken.class).hasMessageContaining("Somebody else");
        assertThatThrownBy(() -> world.as(World.NIA, () -> members.confirm(manager.worker(), World.NIA))).isInstanceOf(NotFound.class);
        assertThat(world.as(manager, () -> members.own(manager)).orElseThrow().state()).isEqualTo(MemberState.ASKED);
        // Control: a second person may.
        world.as(World.SAL, () -> members.confirm(manager.worker(), World.SAL));
        assertThat(world.as(manager, () -> members.own(manager)).orElseThrow().state()).isEqualTo(MemberState.CONFIRMED);
    }

    @Test
    void the_database_itself_lets_nobody_make_themself_a_member() {
        Actor.Worker manager = hire(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.MANAGER);
        world.as(manager, () -> members.ask("x", "x", manager));
        String confirm = "update network.member set state = 'CONFIRMED', until = date '2027-01-01', decided_by = :by, decided_at = timestamptz '2026-01-01' where worker_id = :who";

        for (UUID by : List.of(manager.worker().id(), World.SAL.worker().id())) {
            assertThatThrownBy(() -> world.as(manager, () -> sql.sql(confirm).param("by", by).param("who", manager.worker().id()).update())).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("insert into network.member (worker_id, state, asked_at, agreed_at, told_at, decided_by, until) values (gen_random_uuid(), 'CONFIRMED', now(), now(), now(), :by, now())").param("by", World.SAL.worker().id()).update()))
                .isInstanceOf(DataAccessException.class);
        for (String longer : List.of(confirm.replace("2027-01-01", "2027-01-02"), confirm.replace("timestamptz '2026-01-01'", "null"))) {
            assertThatThrownBy(() -> world.as(World.SAL, () -> sql.sql(longer).param("by", World.SAL.worker().id()).param("who", manager.worker().id()).update())).rootCause().hasMessageContaining("more than a year");
        }
        // Control: the same words by a manager who is somebody else.
        assertThat(world.as(World.SAL, () -> sql.sql(confirm).param("by", World.SAL.worker().id()).param("who", manager.worker().id()).update())).isEqualTo(1);
    }

    @Test
    void whoever_joins_reads_the_rules_first_and_those_in_charge_are_told() throws Exception {
        Actor.Worker newcomer = hire(DemoTown.HARBOUR_HOUSE, Side.CHANGE, Role.FACILITATOR);
        int before = notices(World.SAL);

        Document door = desk.page(newcomer, get("/desk/network"));
        Document refused = desk.page(newcomer, post("/desk/network/membership").param("does", "Facilitator").param("knows", "Groups"));
        desk.done(newcomer, post("/desk/network/membership").param("does", "Facilitator").param("knows", "Groups").param("agreed", "yes"));
        desk.done(newcomer, post("/desk/network/membership").param("does", "Facilitator").param("knows", "Groups").param("agreed", "yes"));

        assertThat(door.text()).contains("No client’s story");
        assertThat(refused.select("#agreed-error").text()).contains("Read the rules");
        assertThat(refused.select("#does").val()).isEqualTo("Facilitator");
        assertThat(notices(World.SAL)).isEqualTo(before + 1);
        assertThat(desk.page(World.SAL, get("/desk/network/colleagues")).text()).contains("Facilitator");
        assertThat(desk.page(newcomer, get("/desk/network")).text()).contains("You have asked");
    }

    @Test
    void a_refusal_is_read_by_whoever_is_asked_next() throws Exception {
        Actor.Worker newcomer = hire(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.SUPPORT_WORKER);
        world.as(newcomer, () -> members.ask("Facilitator", "Groups", newcomer));
        world.as(World.SAL, () -> members.refuse(newcomer.worker(), "Gave away what a client said", World.SAL));

        world.as(newcomer, () -> members.ask("Facilitator", "Groups", newcomer));

        assertThat(desk.page(World.ALEX, get("/desk/network/colleagues")).text()).contains("refused, or their time here was ended, before: Gave away what a client said");
    }

    @Test
    void whoever_leaves_their_organisation_is_no_member_in_the_same_moment() {
        UUID question = shown(author, "A question that stays");

        world.as(World.ALEX, () -> team.leave(World.ALEX, author.worker()));

        assertThatThrownBy(() -> world.as(author, () -> posts.own(author))).isInstanceOf(NotFound.class);
        assertThat(world.as(author, () -> count())).isZero();
        assertThat(world.as(reader, () -> posts.one(question, reader)).byWords()).isEqualTo("A former colleague");
    }

    @Test
    void a_membership_ends_after_a_year_unless_it_is_confirmed_again() {
        Actor.Job job = new Actor.Job(DemoTown.HARBOUR_HOUSE, "network-day");
        Actor.Worker kept = joined(hire(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.SUPPORT_WORKER));
        clock.pass(Duration.ofDays(340));
        assertThat(world.as(author, () -> members.mustBeIn(author)).endsSoon(LocalDate.of(2027, 10, 26))).isTrue();
        world.as(World.SAL, () -> members.confirm(kept.worker(), World.SAL));

        clock.pass(Duration.ofDays(30));
        // The house's clock decides even before the job has run.
        assertThatThrownBy(() -> world.as(author, () -> posts.own(author))).isInstanceOf(NotFound.class);
        assertThat(world.as(job, () -> day.look(DemoTown.HARBOUR_HOUSE, author.worker().id()))).isEmpty();
        assertThat(world.as(job, () -> day.look(DemoTown.HARBOUR_HOUSE, kept.worker().id()))).isPresent();

        assertThat(world.as(author, () -> members.own(author)).orElseThrow().state()).isEqualTo(MemberState.LAPSED);
        assertThat(world.as(author, () -> count())).isZero();
        world.as(kept, () -> members.mustBeIn(kept));
    }

    // ---- private ----

    @Test
    void to_whoever_is_no_member_there_is_nothing_not_even_a_number_of_rows() throws Exception {
        UUID question = shown(author, "Is this a secret?");

        for (Actor actor : List.of(World.SAL, World.KIT, World.NIA, World.ALEX, World.anyone(), new Actor.Holder("x"), new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase", Side.SUPPORT))) {
            assertThat(world.as(actor, () -> count())).as(actor.toString()).isZero();
            assertThat(world.as(actor, this::wrens)).isZero();
        }
        assertThat(desk.page(World.SAL, get("/desk/network")).text()).doesNotContain("Is this a secret?");
        assertThat(desk.send(World.SAL, get("/desk/network/posts/" + question)).getStatus()).isEqualTo(404);
        assertThat(desk.send(World.SAL, post("/desk/network/search").param("words", "secret")).getStatus()).isEqualTo(404);
        // Control: a member of another organisation reads it, with who wrote it.
        assertThat(world.as(reader, this::wrens)).isEqualTo(1);
        assertThat(desk.page(reader, get("/desk/network/posts/" + question)).text()).contains("Is this a secret?", "Support of men, Harbour House");
        assertThat(desk.page(reader, get("/desk/network")).text()).contains("Is this a secret?");
    }

    @Test
    void what_waits_is_there_for_its_author_and_for_moderators_alone() {
        UUID held = written(author, "Waits");

        assertThat(world.as(author, () -> posts.one(held, author)).standing()).isEqualTo(Standing.HELD);
        assertThat(world.as(moderator, () -> moderation.of(Standing.HELD, moderator))).extracting(Post::id).contains(held);
        assertThatThrownBy(() -> world.as(reader, () -> posts.one(held, reader))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(reader, () -> moderation.of(Standing.HELD, reader))).isInstanceOf(NotFound.class);
    }

    // ---- moderation ----

    @Test
    void nobody_moderates_their_own_words() {
        UUID own = written(moderator, "Mine");

        assertThat(world.as(moderator, () -> moderation.of(Standing.HELD, moderator))).extracting(Post::id).doesNotContain(own);
        assertThatThrownBy(() -> world.as(moderator, () -> moderation.publish(own, moderator))).isInstanceOf(RuleBroken.class);
        // The database refuses it, too, whoever says that they decided.
        for (UUID by : List.of(moderator.worker().id(), World.WREN.worker().id())) {
            String publish = "update network.post set standing = 'PUBLISHED', published_at = now(), decided_by = :by where id = :id";
            assertThatThrownBy(() -> world.as(moderator, () -> sql.sql(publish).param("by", by).param("id", own).update())).isInstanceOf(DataAccessException.class);
        }
        // Control: another one may.
        world.as(World.WREN, () -> moderation.publish(own, World.WREN));
    }

    @Test
    void somebody_with_the_role_who_is_no_member_moderates_nothing() {
        Actor.Worker outside = hire(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.MODERATOR);
        UUID held = written(author, "Waits");

        assertThatThrownBy(() -> world.as(outside, () -> moderation.publish(held, outside))).isInstanceOf(NotFound.class);
        assertThat(world.as(outside, () -> sql.sql("update network.post set standing = 'PUBLISHED', decided_by = :me where id = :id").param("me", outside.worker().id()).param("id", held).update())).isZero();
    }

    @Test
    void what_came_back_is_put_right_and_read_again_before_it_shows() throws Exception {
        UUID id = written(author, "First try");
        desk.done(moderator, post("/desk/network/posts/" + id + "/return").param("return", "Leave out the town"));

        assertThat(desk.page(author, get("/desk/network/posts/" + id)).text()).contains("Leave out the town", "Send it again");
        assertThat(desk.send(reader, get("/desk/network/posts/" + id)).getStatus()).isEqualTo(404);
        desk.done(author, post("/desk/network/posts/" + id).param("title", "Second try").param("words", "x").param("subject", "MEN"));
        assertThat(desk.send(reader, get("/desk/network/posts/" + id)).getStatus()).isEqualTo(404);
        desk.done(moderator, post("/desk/network/posts/" + id + "/publication"));
        assertThat(desk.page(reader, get("/desk/network/posts/" + id)).text()).contains("Second try").doesNotContain("Leave out the town");
    }

    @Test
    void what_is_hidden_is_gone_for_members_and_can_be_shown_again() throws Exception {
        UUID id = shown(author, "Hide me");
        desk.done(reader, post("/desk/network/posts/" + id + "/objections").param("objection", "I know this family"));
        desk.done(reader, post("/desk/network/posts/" + id + "/objections").param("objection", "I know this family"));
        assertThat(desk.page(moderator, get("/desk/network/held")).text()).contains("I know this family");

        desk.done(moderator, post("/desk/network/posts/" + id + "/hiding").param("hide", "It can be known who it is"));

        assertThat(desk.send(reader, get("/desk/network/posts/" + id)).getStatus()).isEqualTo(404);
        assertThat(desk.page(author, get("/desk/network/posts/" + id)).text()).contains("It can be known who it is").doesNotContain("I know this family");
        assertThat(desk.page(moderator, get("/desk/network/held")).text()).doesNotContain("I know this family").contains("Hide me");
        desk.done(moderator, post("/desk/network/posts/" + id + "/publication"));
        assertThat(desk.send(reader, get("/desk/network/posts/" + id)).getStatus()).isEqualTo(200);
    }

    @Test
    void a_moderator_learns_nothing_of_what_is_said_about_their_own_words() {
        UUID own = written(moderator, "Mine");
        world.as(World.WREN, () -> moderation.publish(own, World.WREN));
        world.as(reader, () -> moderation.object(UUID.randomUUID(), own, "Wrong", reader));

        assertThat(world.as(moderator, () -> sql.sql("select count(*) from network.objection where post_id = :id").param("id", own).query(Integer.class).single())).isZero();
        assertThat(world.as(World.WREN, () -> moderation.objections(World.WREN))).extracting(Moderation.Objection::reason).contains("Wrong");
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void the_order_is_the_same_in_the_database(Standing from) {
        for (Standing to : Standing.values()) {
            UUID id = written(author, "Order");
            Stream<Standing> way = switch (from) {
                case HELD -> Stream.of();
                case PUBLISHED -> Stream.of(Standing.PUBLISHED);
                case RETURNED -> Stream.of(Standing.RETURNED);
                case HIDDEN -> Stream.of(Standing.PUBLISHED, Standing.HIDDEN);
                case WITHDRAWN -> Stream.of(Standing.WITHDRAWN);
            };
            way.forEach(next -> TestDatabase.asOwner(step(id, next)));
            boolean may = true;
            try {
                TestDatabase.asOwner(step(id, to));
            } catch (RuntimeException refused) {
                may = false;
            }
            assertThat(may).as(from + " to " + to).isEqualTo(from.canBecome(to));
        }
    }

    private static String step(UUID id, Standing to) {
        return "update network.post set standing = '" + to + "', reason = 'x'" + (to == Standing.WITHDRAWN ? ", title = null, words = null" : "") + " where id = '" + id + "'";
    }

    @Test
    void what_looks_like_a_clients_detail_is_marked_before_anybody_decides() throws Exception {
        UUID id = UUID.randomUUID();
        String words = "Ring them on 01632 960155, or kim@example.org, WM1 2AB, 943 476 5919, AB 12 34 56 C, born 3 May 1984, see www.example.org/kim and that is all.";
        world.as(author, () -> posts.write(id, PostKind.QUESTION, null, new Post.Words(Subject.MEN, "Marked", words, "", null), null, author));

        Document page = desk.page(moderator, get("/desk/network/posts/" + id));

        assertThat(page.select("mark")).hasSize(7);
        assertThat(page.select("mark .govuk-visually-hidden").eachText()).anyMatch(one -> one.contains("telephone number")).anyMatch(one -> one.contains("e-mail")).anyMatch(one -> one.contains("postcode")).anyMatch(one -> one.contains("NHS")).anyMatch(one -> one.contains("National Insurance"))
                .anyMatch(one -> one.contains("date of birth")).anyMatch(one -> one.contains("link"));
        assertThat(String.join("", Marks.of(words).stream().map(Marks.Piece::text).toList())).as("not a letter is lost").isEqualTo(words);
        assertThat(Marks.of("Nothing to see, 3 of 12.")).hasSize(1);
        assertThat(desk.page(author, get("/desk/network/posts/" + id)).select("mark")).isEmpty();
    }

    // ---- words and files ----

    @Test
    void pressing_twice_writes_once_and_what_was_typed_stays_when_something_is_wrong() throws Exception {
        String once = UUID.randomUUID().toString();
        Document refused = desk.page(author, post("/desk/network/write").param("kind", "resource").param("once", once).param("title", "Kept").param("words", "").param("subject", "MEN").param("link", "javascript:alert(1)"));
        for (int i = 0; i < 2; i++) desk.done(author, post("/desk/network/write").param("kind", "question").param("once", once).param("title", "Twice?").param("words", "x").param("subject", "MEN"));

        assertThat(refused.select("#title").val()).isEqualTo("Kept");
        assertThat(refused.select("#words-error, #link-error")).hasSize(2);
        assertThat(world.as(author, () -> posts.own(author))).extracting(Post::title).containsExactly("Twice?");
        assertThat(desk.page(author, post("/desk/network/write").param("kind", "notice").param("title", "x").param("words", "x").param("subject", "MEN").param("lastDay.day", "1").param("lastDay.month", "1").param("lastDay.year", "2026")).select("#lastDay-error").text()).contains("a day to come");
    }

    @Test
    void a_file_leaves_without_what_was_hidden_in_it_and_is_saved_rather_than_shown() throws Exception {
        byte[] photo = withHidden(png());
        UUID id = UUID.randomUUID();
        desk.done(author, multipart("/desk/network/write").file(new MockMultipartFile("file", "Kim-at-home.png", "text/html", photo)).param("kind", "resource").param("once", id.toString()).param("title", "A picture").param("words", "x").param("subject", "MEN"));
        Document refused = desk.page(author, multipart("/desk/network/write").file(new MockMultipartFile("file", "x.pdf", "application/pdf", "<html><script>".getBytes())).param("kind", "resource").param("title", "x").param("words", "x").param("subject", "MEN"));
        assertThat(desk.send(reader, get("/desk/network/posts/" + id + "/file")).getStatus()).isEqualTo(404);

        world.as(moderator, () -> moderation.publish(id, moderator));
        MockHttpServletResponse file = desk.send(reader, get("/desk/network/posts/" + id + "/file"));

        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Hidden words");
        assertThat(new String(file.getContentAsByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("Hidden words");
        assertThat(FileType.of(file.getContentAsByteArray(), "")).contains(FileType.PNG);
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment").doesNotContain("Kim");
        assertThat(refused.select("#file-error").text()).contains("not taken here");
        world.as(author, () -> posts.withdraw(id, author));
        assertThat(desk.send(reader, get("/desk/network/posts/" + id + "/file")).getStatus()).isEqualTo(404);
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    /** A text chunk after the head of the picture. */
    private static byte[] withHidden(byte[] png) throws Exception {
        byte[] body = "tEXtComment\0Hidden words".getBytes(StandardCharsets.ISO_8859_1);
        CRC32 check = new CRC32();
        check.update(body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        out.write(ByteBuffer.allocate(4).putInt(body.length - 4).array());
        out.write(body);
        out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    @Test
    void questions_are_found_by_the_words_of_their_answers_and_those_without_one_stand_apart() throws Exception {
        UUID question = shown(author, "About screens in court"), other = shown(author, "About ferries");
        assertThat(found(Listed.UNANSWERED, "")).contains(question, other);
        UUID answer = UUID.randomUUID();
        desk.done(reader, post("/desk/network/posts/" + question + "/answers").param("once", answer.toString()).param("words", "Ask the usher for a wheelbarrow"));
        assertThat(found(Listed.UNANSWERED, "")).as("an answer that waits is none yet").contains(question);
        world.as(moderator, () -> moderation.publish(answer, moderator));

        assertThat(found(Listed.UNANSWERED, "")).contains(other).doesNotContain(question);
        assertThat(found(Listed.EVERYTHING, "wheelbarrows")).containsExactly(question);
        assertThat(found(Listed.RESOURCES, "wheelbarrows")).isEmpty();
        assertThat(desk.page(author, get("/desk/network/posts/" + question)).text()).contains("Ask the usher");
        world.as(author, () -> posts.withdraw(question, author));
        assertThat(desk.page(author, get("/desk/network/posts/" + question)).text()).contains("Ask the usher", "took the question back").doesNotContain("screens");
    }

    @Test
    void a_list_has_fifty_and_goes_on_where_it_stopped() throws Exception {
        TestDatabase.asOwner("insert into network.post (id, organisation_id, author_id, kind, subject, title, words, standing, written_at, published_at) select gen_random_uuid(), '" + author.organisation().id() + "', '" + author.worker().id()
                + "', 'QUESTION', 'MEN', 'Question ' || n, 'gooseberry', 'PUBLISHED', now(), timestamptz '2026-01-01' + (n / 3) * interval '1 minute' from generate_series(1, 120) n");

        List<String> all = new ArrayList<>();
        String before = "";
        int pages = 0;
        do {
            Document page = desk.page(reader, post("/desk/network/search").param("words", "gooseberry").param("before", before));
            all.addAll(page.select("main .lines a").eachText());
            before = page.select("input[name=before]").val();
            pages++;
        } while (!before.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(all).hasSize(120).doesNotHaveDuplicates();
        assertThat(all.get(0)).isEqualTo("Question 120");
    }

    @Test
    void a_notice_goes_down_after_its_last_day() {
        UUID id = UUID.randomUUID();
        world.as(author, () -> posts.write(id, PostKind.NOTICE, null, new Post.Words(Subject.TEAMS, "Meet", "x", "", LocalDate.of(2026, 11, 21)), null, author));
        world.as(moderator, () -> moderation.publish(id, moderator));
        assertThat(found(Listed.NOTICES, "")).contains(id);

        clock.pass(Duration.ofDays(2));

        assertThat(found(Listed.NOTICES, "")).doesNotContain(id);
    }

    // ---- going ----

    @Test
    void a_leavers_words_stay_under_a_former_colleague_unless_they_take_them_along() {
        Actor.Worker takes = joined(hire(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.SUPPORT_WORKER));
        UUID stays = shown(author, "Stays"), goes = shown(takes, "Goes");
        world.as(author, () -> members.leave(false, author));
        world.as(takes, () -> members.leave(true, takes));

        for (Actor.Worker gone : List.of(author, takes)) world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "network-leaving"), () -> leaving.tidy(gone.worker().id()));

        assertThat(world.as(reader, () -> posts.one(stays, reader)).byWords()).isEqualTo("A former colleague");
        assertThat(world.as(reader, () -> posts.one(goes, reader)).words()).isEmpty();
        assertThat(found(Listed.EVERYTHING, "")).contains(stays).doesNotContain(goes);
        assertThat(world.as(World.SAL, () -> members.colleagues(World.SAL))).extracting(Member::worker).doesNotContain(author.worker(), takes.worker());
    }

    @Test
    void news_are_told_once_a_week_at_most_to_those_who_want_them() {
        Actor.Job job = new Actor.Job(DemoTown.LANTERN, "network-day");
        int before = notices(reader);
        shown(author, "News");
        clock.pass(Duration.ofDays(8));
        world.as(job, () -> day.look(DemoTown.LANTERN, reader.worker().id()));
        assertThat(notices(reader)).as("not asked for").isEqualTo(before);

        world.as(reader, () -> members.change("x", "x", true, false, reader));
        shown(author, "More news");
        for (int looks = 0; looks < 3; looks++) world.as(job, () -> day.look(DemoTown.LANTERN, reader.worker().id()));
        clock.pass(Duration.ofDays(3));
        shown(author, "Still more news");
        world.as(job, () -> day.look(DemoTown.LANTERN, reader.worker().id()));
        assertThat(notices(reader)).isEqualTo(before + 1);

        clock.pass(Duration.ofDays(5));
        world.as(job, () -> day.look(DemoTown.LANTERN, reader.worker().id()));
        assertThat(notices(reader)).isEqualTo(before + 2);
    }

    @Test
    void a_moderator_is_told_that_something_waits_once_a_day_at_most() {
        Actor.Job job = new Actor.Job(DemoTown.LANTERN, "network-day");
        int before = notices(moderator);
        written(author, "Waits");
        for (int days = 0; days < 2; days++) {
            clock.pass(Duration.ofDays(1));
            for (int looks = 0; looks < 2; looks++) world.as(job, () -> day.look(DemoTown.LANTERN, moderator.worker().id()));
        }

        assertThat(notices(moderator)).isEqualTo(before + 2);
    }

    // ---- steps ----

    private Actor.Worker hire(OrganisationId house, Side side, Role... roles) {
        Actor.Worker one = world.hire(house, side, "Network tester", roles);
        hired.add(one);
        return one;
    }

    private Actor.Worker joined(Actor.Worker one) {
        Actor.Worker by = one.organisation().equals(DemoTown.LANTERN) ? World.NIA : World.SAL;
        world.as(one, () -> members.ask("Support of men", "Courts", one));
        world.as(by, () -> members.confirm(one.worker(), by));
        return one;
    }

    private UUID written(Actor.Worker by, String title) {
        UUID id = UUID.randomUUID();
        world.as(by, () -> posts.write(id, PostKind.QUESTION, null, new Post.Words(Subject.MEN, title, "x", "", null), null, by));
        return id;
    }

    private UUID shown(Actor.Worker by, String title) {
        UUID id = written(by, title);
        world.as(moderator, () -> moderation.publish(id, moderator));
        return id;
    }

    private List<UUID> found(Listed listed, String words) {
        return world.as(reader, () -> posts.find(new Posts.Find(listed, null, words, null), reader)).stream().map(Post::id).toList();
    }

    private int count() {
        return sql.sql("select (select count(*) from network.post) + (select count(*) from network.file) + (select count(*) from network.objection)").query(Integer.class).single();
    }

    private int wrens() {
        return sql.sql("select count(*) from network.practitioner where worker_id = :wren").param("wren", World.WREN.worker().id()).query(Integer.class).single();
    }

    private int notices(Actor.Worker worker) {
        return world.as(new Actor.Job(worker.organisation(), "send-message"), () -> sql.sql(NOTICES).param("worker", worker.worker().id()).query(Integer.class).single());
    }
}
