package org.alongside.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.helpline.Topic;
import org.alongside.residents.ResidentEvent;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is shown before somebody has read it, what is hard is looked at by two, and what shows danger goes to a safeguarding lead. */
@AlongsideTest
class ModerationTests {
    @Autowired World world;
    @Autowired Square square;
    @Autowired Comments comments;
    @Autowired Moderation moderation;
    @Autowired Safeguarding safeguarding;
    @Autowired Reports reports;
    @Autowired Themes themes;
    @Autowired Cares cares;
    @Autowired PublishedComments published;
    @Autowired ApplicationEventPublisher events;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    @BeforeEach
    void opens() {
        square.opens();
    }

    @AfterEach
    void closes() {
        square.closes();
    }

    @Test
    void what_somebody_says_is_seen_by_nobody_before_a_person_has_read_it() {
        Square.Said said = square.says("Sparrow", "A worker who listened and did not hurry me.", square.id, null);
        published.lookAgain();
        assertThat(square.state(said)).isEqualTo(CommentState.HELD);
        assertThat(published.under(square.id)).isEmpty();
        assertThat(published.place(said.id())).isEmpty();

        assertThat(square.shows(said, World.JO)).isTrue();
        assertThat(published.under(square.id)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Sparrow");
            assertThat(one.words()).isEqualTo("A worker who listened and did not hurry me.");
        });
    }

    @Test
    void the_database_shows_the_public_nothing_but_what_was_published() {
        Square.Said held = square.says("It waits."), shown = square.says("It is shown.");
        square.shows(shown, World.JO);
        for (Actor actor : List.of(World.anyone(), new Actor.Holder("somebody-else"))) {
            assertThat(world.as(actor, () -> sql.sql("select count(*) from comments.comment").query(Integer.class).single())).isZero();
            assertThat(world.as(actor, () -> sql.sql("select comment_id from comments.published where conversation_id = :id").param("id", square.id).query(UUID.class).list())).containsExactly(shown.id());
        }
        // Nobody puts a row beside one that waits, neither its writer nor a moderator.
        for (Actor actor : List.of(comments.writer(held.code()).holder(), World.JO, World.anyone())) {
            assertThatThrownBy(() -> world.as(actor, () -> sql.sql("insert into comments.published (comment_id, organisation_id, conversation_id, name, words, published_at) values (:id, :house, :square, '', 'x', now())").param("id", held.id()).param("house", DemoTown.HARBOUR_HOUSE.id())
                    .param("square", square.id).update())).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void nobody_decides_about_their_own_words_whatever_is_asked_of_the_database() {
        Square.Said said = square.says("Nobody has read this yet.");
        Actor writer = comments.writer(said.code()).holder();
        for (String change : List.of("state = 'PUBLISHED', decided_by = gen_random_uuid()", "state = 'HIDDEN', decided_by = gen_random_uuid()", "state = 'RETURNED', reason = 'POINTS', decided_by = gen_random_uuid()", "is_hard = true", "first_by = gen_random_uuid()", "written = 'x'")) {
            assertThatThrownBy(() -> world.as(writer, () -> sql.sql("update comments.comment set " + change + " where id = :id").param("id", said.id()).update())).as(change).isInstanceOf(DataAccessException.class);
        }
        assertThat(world.as(writer, () -> sql.sql("update comments.comment set may_quote = true where id = :id").param("id", said.id()).update())).as("control").isEqualTo(1);
        assertThatThrownBy(() -> world.as(World.JO, () -> sql.sql("update comments.comment set written = 'x' where id = :id").param("id", said.id()).update())).as("and a moderator puts no words in").isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_is_hard_is_shown_after_two_people_looked_and_never_the_same_one_twice() {
        Square.Said said = square.says("When it began I had bruises. Now I have a garden.");
        assertThat(square.shows(said, World.JO)).isFalse();
        assertThat(published.under(square.id)).isEmpty();
        assertThatThrownBy(() -> square.shows(said, World.JO)).isInstanceOf(RuleBroken.class);
        assertThat(world.as(World.JO, () -> moderation.next(false, World.JO))).as("it does not come to the same person again").isEmpty();
        assertThatThrownBy(() -> world.as(World.JO, () -> sql.sql("update comments.comment set state = 'PUBLISHED', decided_by = :me, decided_at = now() where id = :id").param("me", World.JO.worker().id()).param("id", said.id()).update())).isInstanceOf(DataAccessException.class);

        assertThat(square.shows(said, World.SAL)).isTrue();
        assertThat(published.under(square.id)).hasSize(1);
        assertThat(square.shows(square.says("A garden helps."), World.JO)).as("control: what is not hard needs one").isTrue();
    }

    @Test
    void a_comment_that_shows_danger_goes_to_a_safeguarding_lead_and_to_nobody_else() {
        Square.Said said = square.says("He said he is going to kill me and he is outside now");
        assertThat(said.danger()).isTrue();
        assertThat(square.state(said)).isEqualTo(CommentState.SAFEGUARDING);
        assertThatThrownBy(() -> world.as(World.JO, () -> moderation.one(said.id(), World.JO))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> moderation.one(said.id(), World.SAL))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.NIA, () -> safeguarding.one(said.id(), World.NIA))).as("a lead elsewhere").isInstanceOf(NotFound.class);
        assertThat(world.as(World.PRIYA, () -> safeguarding.waiting(World.PRIYA))).extracting(Comment::id).containsExactly(said.id());

        world.as(World.PRIYA, () -> safeguarding.answer(said.id(), "We are glad you wrote.", World.PRIYA));
        assertThat(comments.mine(said.id(), comments.writer(said.code())).answer()).isEqualTo("We are glad you wrote.");
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> safeguarding.close(said.id(), true, " ", World.PRIYA))).isInstanceOf(RuleBroken.class);
        world.as(World.PRIYA, () -> safeguarding.close(said.id(), true, "Old story, said in the past; spoke with the duty worker.", World.PRIYA));
        assertThat(square.shows(said, World.JO)).as("two look at it all the same").isFalse();
        assertThat(square.shows(said, World.SAL)).isTrue();
    }

    @Test
    void leads_hear_of_danger_at_once_and_again_with_the_managers_after_an_hour_but_never_once_for_each_comment() {
        int before = notices();
        Square.Said said = square.says("I do not want to live any more");
        square.arrived(said);
        assertThat(notices() - before).as("Priya").isEqualTo(1);
        square.arrived(square.says("I want to die, too"));
        assertThat(notices() - before).as("not for each").isEqualTo(1);
        square.pass(Duration.ofMinutes(61));
        square.round();
        assertThat(notices() - before).as("Priya, Sal and Kit").isEqualTo(4);
    }

    @Test
    void a_moderator_who_is_worried_gives_it_away_at_once() {
        Square.Said said = square.says("Every evening I count his steps on the stairs.");
        world.as(World.JO, () -> moderation.alarm(said.id(), World.JO));
        assertThat(square.state(said)).isEqualTo(CommentState.SAFEGUARDING);
        assertThat(world.as(World.PRIYA, () -> safeguarding.waiting(World.PRIYA))).hasSize(1);
        assertThatThrownBy(() -> world.as(World.SAL, () -> moderation.one(said.id(), World.SAL))).isInstanceOf(NotFound.class);
        int before = notices();
        square.arrived(said);
        assertThat(notices()).isGreaterThan(before);
    }

    @Test
    void what_comes_back_says_why_and_waits_again_once_it_was_changed() {
        Square.Said said = square.says("My neighbour Barbara at number nine saw it all.");
        world.as(World.JO, () -> moderation.giveBack(said.id(), 0, Reason.POINTS, "Please leave the neighbour out.", World.JO));
        Comments.Writer writer = comments.writer(said.code());
        assertThat(comments.mine(writer)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(CommentState.RETURNED);
            assertThat(one.answer()).isEqualTo("Please leave the neighbour out.");
        });
        comments.sendAgain(said.id(), Written.typed("", "Somebody saw it all, and that helped."), true, writer);
        assertThat(square.state(said)).isEqualTo(CommentState.HELD);
        assertThatThrownBy(() -> world.as(World.JO, () -> moderation.publish(said.id(), new Moderation.Showing(0, true, List.of(), List.of(), Set.of()), World.JO))).as("whoever still has the old words before them").isInstanceOf(RuleBroken.class);
        assertThat(square.shows(said, World.JO)).isTrue();
        assertThatThrownBy(() -> comments.sendAgain(said.id(), Written.typed("", "Once more"), true, writer)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void whoever_takes_their_words_back_takes_them_from_everybody() {
        Square.Said shown = square.says("It helped me to read this.");
        square.shows(shown, World.JO);
        Square.Said reply = square.says("", "Me too.", square.id, shown.id());
        square.shows(reply, World.JO);
        comments.withdraw(shown.id(), comments.writer(shown.code()));
        published.lookAgain();

        assertThat(published.under(square.id)).singleElement().satisfies(one -> {
            assertThat(one.isGone()).isTrue();
            assertThat(one.replies()).extracting(PublishedComment::words).containsExactly("Me too.");
        });
        assertThat(world.as(Square.HOUSE, () -> sql.sql("select written is null and answer is null from comments.comment where id = :id").param("id", shown.id()).query(Boolean.class).single())).isTrue();

        Square.Said danger = square.says("I am scared for my life");
        comments.withdraw(danger.id(), comments.writer(danger.code()));
        assertThat(square.state(danger)).as("a lead may still read it").isEqualTo(CommentState.SAFEGUARDING);
        world.as(World.PRIYA, () -> safeguarding.close(danger.id(), true, "Read; nothing more to do.", World.PRIYA));
        assertThat(square.state(danger)).as("and then it goes, wherever the lead would have sent it").isEqualTo(CommentState.WITHDRAWN);
    }

    @Test
    void a_reply_stands_under_what_is_shown_and_replies_have_no_replies() {
        Square.Said waits = square.says("Not shown yet.");
        assertThatThrownBy(() -> square.says("", "A reply to what nobody sees.", square.id, waits.id())).isInstanceOf(DataAccessException.class);
        square.shows(waits, World.JO);
        Square.Said reply = square.says("", "Now it can have one.", square.id, waits.id());
        square.shows(reply, World.JO);
        assertThatThrownBy(() -> square.says("", "A reply to a reply.", square.id, reply.id())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void two_who_read_at_once_never_read_the_same_one() throws Exception {
        for (int number = 0; number < 12; number++) square.says("Comment number " + "abcdefghijkl".charAt(number) + " is here.");
        List<Actor.Worker> moderators = new ArrayList<>();
        for (int number = 0; number < 6; number++) moderators.add(world.hire(Side.SUPPORT, "Moderator", Role.MODERATOR));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Optional<UUID>>> all = moderators.stream().<Callable<Optional<UUID>>>map(one -> () -> world.as(one, () -> moderation.next(false, one))).toList();
            List<UUID> read = new ArrayList<>();
            for (Future<Optional<UUID>> one : threads.invokeAll(all)) one.get().ifPresent(read::add);
            assertThat(read).hasSize(6).doesNotHaveDuplicates();
            assertThat(world.as(moderators.get(0), () -> moderation.next(false, moderators.get(0)))).as("whoever has one keeps it").contains(read.get(0));
            assertThatThrownBy(() -> world.as(moderators.get(1), () -> moderation.giveBack(read.get(0), 0, Reason.OFF_TOPIC, "x", moderators.get(1)))).isInstanceOf(RuleBroken.class);

            square.pass(Moderation.READS.plusSeconds(1));
            world.as(moderators.get(1), () -> moderation.leave(read.get(0), moderators.get(1)));
            assertThat(world.as(moderators.get(1), () -> moderation.one(read.get(0), moderators.get(1)).takenBy())).as("nobody gives back what another has").isEqualTo(moderators.get(0).worker());
            world.as(moderators.get(1), () -> moderation.giveBack(read.get(0), 0, Reason.OFF_TOPIC, "x", moderators.get(1)));
        } finally {
            threads.shutdownNow();
            moderators.forEach(world::leave);
        }
    }

    @Test
    void hard_ones_are_shared_out_and_nobody_reads_what_they_would_rather_not() {
        world.as(World.SAL, () -> cares.promise(new Care("Mo-Fr 09:00-17:00", 8, 2, 1), World.SAL));
        published.lookAgain();
        for (int number = 0; number < 4; number++) square.says("There was blood on the floor, time " + "abcd".charAt(number) + ".");
        Set<UUID> read = new HashSet<>();
        for (int time = 0; time < 2; time++) {
            UUID next = world.as(World.JO, () -> moderation.next(false, World.JO)).orElseThrow();
            read.add(next);
            world.as(World.JO, () -> moderation.leave(next, World.JO));
            world.as(Square.HOUSE, () -> sql.sql("update comments.comment set is_spam = true where id = :id").param("id", next).update());
        }
        assertThat(read).hasSize(2);
        assertThat(world.as(World.JO, () -> moderation.next(false, World.JO))).as("enough for today").isEmpty();
        assertThat(world.as(World.JO, () -> moderation.lanes(World.JO))).satisfies(lanes -> {
            assertThat(lanes.isEnoughForToday()).isTrue();
            assertThat(lanes.notForMe()).isEqualTo(2);
        });
        assertThat(world.as(World.SAL, () -> moderation.next(false, World.SAL))).as("control: others still read").isPresent();
        square.pass(Duration.ofDays(1));
        assertThat(world.as(World.JO, () -> moderation.next(false, World.JO))).as("and tomorrow so does Jo").isPresent();

        world.as(World.JO, () -> moderation.leave(world(World.JO), World.JO));
        world.as(World.JO, () -> moderation.wish(Set.of(Flag.INJURY), false, World.JO));
        assertThat(world.as(World.JO, () -> moderation.next(false, World.JO))).isEmpty();
    }

    private UUID world(Actor.Worker me) {
        return sql.sql("select id from comments.comment where taken_by = :me limit 1").param("me", me.worker().id()).query(UUID.class).single();
    }

    @Test
    void whoever_works_with_people_who_hurt_others_does_not_read_what_those_say_who_are_hurt() {
        Square.Said said = square.says("I am hurt and I speak.");
        assertThatThrownBy(() -> world.as(World.KIT, () -> moderation.one(said.id(), World.KIT))).isInstanceOf(NotFound.class);
        UUID behaviour = UUID.randomUUID();
        square.opens(behaviour, DemoTown.HARBOUR_HOUSE, Topic.BEHAVIOUR);
        Square.Said other = square.says("", "I walked out of the room and it helped.", behaviour, null);
        assertThat(world.as(World.KIT, () -> moderation.one(other.id(), World.KIT)).id()).as("control").isEqualTo(other.id());
        assertThat(world.as(World.KIT, () -> moderation.next(false, World.KIT))).contains(other.id());
    }

    @Test
    void another_organisation_and_workers_without_the_role_find_nothing() {
        Square.Said said = square.says("For Harbour House alone.");
        for (Actor.Worker nobody : List.of(World.NIA, World.WREN)) {
            assertThatThrownBy(() -> world.as(nobody, () -> moderation.one(said.id(), nobody))).isInstanceOf(NotFound.class);
            assertThat(world.as(nobody, () -> moderation.next(false, nobody))).isEmpty();
        }
        for (Actor.Worker nobody : List.of(World.MINA, World.PRIYA, World.ALEX)) {
            assertThatThrownBy(() -> world.as(nobody, () -> moderation.one(said.id(), nobody))).isInstanceOf(NotFound.class);
            assertThat(world.as(nobody, () -> sql.sql("select count(*) from comments.comment").query(Integer.class).single())).isZero();
        }
        assertThatThrownBy(() -> comments.mine(said.id(), comments.writer("000000000000"))).isInstanceOf(NotFound.class);
    }

    @Test
    void one_word_that_somebody_could_be_found_takes_a_comment_from_view_until_somebody_looked_and_not_again_after_that() {
        Square.Said said = square.says("I live behind the bakery with the blue door.");
        square.shows(said, World.JO);
        reported(said, Reports.Why.HURTS);
        assertThat(published.under(square.id)).as("control: other words only ask").hasSize(1);
        reported(said, Reports.Why.POINTS);
        assertThat(published.under(square.id)).isEmpty();
        assertThat(square.state(said)).isEqualTo(CommentState.HELD);
        assertThat(world.as(World.JO, () -> reports.open(World.JO))).hasSize(2);

        square.shows(said, World.SAL);
        assertThat(world.as(World.JO, () -> reports.open(World.JO))).as("settled with it").isEmpty();
        reported(said, Reports.Why.POINTS);
        assertThat(published.under(square.id)).as("nobody silences somebody by pressing again").hasSize(1);
        assertThatThrownBy(() -> reports.report(UUID.randomUUID(), Reports.Why.OTHER, "")).isInstanceOf(NotFound.class);
    }

    private void reported(Square.Said said, Reports.Why why) {
        reports.report(said.id(), why, "Look at it");
        for (UUID report : world.as(Square.HOUSE, () -> sql.sql("select id from comments.report where settled_at is null").query(UUID.class).list())) world.as(Square.HOUSE, () -> reports.act(report));
        published.lookAgain();
    }

    @Test
    void what_a_machine_may_have_sent_waits_apart_and_a_person_still_looks() {
        world.as(World.JO, () -> cares.add(UUID.randomUUID(), "cheap watches", Cares.Effect.SPAM, World.JO));
        Square.Said advert = square.says("Buy CHEAP watches today"), links = square.says("See a.example.com b.example.com and c.example.com now"), person = square.says("I watched, and I helped.");
        Square.Said first = square.says("The same words come again and again.");
        square.pass(Duration.ofMinutes(1));
        Square.Said second = square.says("The same  words come AGAIN and again!");
        for (Square.Said one : List.of(advert, links, person, first, second)) square.arrived(one);

        assertThat(world.as(Square.HOUSE, () -> sql.sql("select id from comments.comment where is_spam and conversation_id = '" + square.id + "'").query(UUID.class).list())).containsExactlyInAnyOrder(advert.id(), links.id(), second.id());
        assertThat(world.as(World.JO, () -> moderation.lanes(World.JO))).satisfies(lanes -> assertThat(List.of(lanes.waiting(), lanes.spam())).containsExactly(2, 3));
        UUID next = world.as(World.JO, () -> moderation.next(true, World.JO)).orElseThrow();
        world.as(World.JO, () -> moderation.isNoSpam(next, World.JO));
        assertThat(world.as(World.JO, () -> moderation.lanes(World.JO)).waiting()).isEqualTo(3);
    }

    @Test
    void a_promise_is_counted_in_the_hours_in_which_somebody_reads() {
        Care care = new Care("Mo-Fr 09:00-17:00; PH off", 8, 8, 0);
        // Friday 20 November 2026, ten in the morning; and half past four on the same day; and on a Saturday.
        assertThat(care.due(Instant.parse("2026-11-20T10:00:00Z"))).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(care.due(Instant.parse("2026-11-20T16:30:00Z"))).isEqualTo(Instant.parse("2026-11-23T16:30:00Z"));
        assertThat(care.due(Instant.parse("2026-11-21T12:00:00Z"))).isEqualTo(Instant.parse("2026-11-23T17:00:00Z"));
        assertThat(care.due(Instant.parse("2026-12-24T16:00:00Z"))).as("Christmas Day is a Friday, and Boxing Day is kept on the Monday").isEqualTo(Instant.parse("2026-12-29T16:00:00Z"));
        assertThat(new Care("24/7", 4, 8, 0).due(Instant.parse("2026-11-21T12:00:00Z"))).isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
    }

    @Test
    void moderators_hear_that_something_waits_and_managers_when_a_promise_is_not_kept() {
        int before = notices();
        square.arrived(square.says("It waits for somebody."));
        assertThat(notices() - before).as("Jo").isEqualTo(1);
        square.round();
        assertThat(notices() - before).isEqualTo(1);
        square.pass(Duration.ofDays(3).plusHours(1));
        square.round();
        assertThat(notices() - before).as("Jo, Sal and Kit").isEqualTo(4);
        square.round();
        assertThat(notices() - before).as("not twice an hour").isEqualTo(4);
    }

    @Test
    void counts_of_themes_are_protected_and_only_those_are_quoted_who_said_so() {
        UUID housing = UUID.randomUUID(), courts = UUID.randomUUID();
        world.as(World.JO, () -> themes.add(housing, "Housing", World.JO));
        world.as(World.JO, () -> themes.add(courts, "Courts", World.JO));
        assertThatThrownBy(() -> world.as(World.JO, () -> themes.add(UUID.randomUUID(), "housing", World.JO))).isInstanceOf(RuleBroken.class);
        for (int number = 0; number < 7; number++) about(square.says("A flat of my own helped, number " + "abcdefg".charAt(number) + "."), housing);
        Square.Said one = square.says("The judge listened.");
        about(one, courts);
        Themes.Analysis analysis = world.as(World.SAL, () -> themes.analysis(square.id, World.SAL));
        assertThat(analysis.themes().get("Courts").words()).isEqualTo("not shown");
        assertThat(analysis.themes().get("Housing").words()).as("and not by taking away").isEqualTo("not shown");
        assertThat(analysis.shown().words()).isEqualTo("about 10");
        assertThat(analysis.quotes()).isEmpty();

        comments.quote(one.id(), true, comments.writer(one.code()));
        assertThat(world.as(World.SAL, () -> themes.analysis(null, World.SAL)).quotes()).extracting(Themes.Quote::words).containsExactly("The judge listened.");
        comments.quote(one.id(), false, comments.writer(one.code()));
        assertThat(world.as(World.SAL, () -> themes.analysis(null, World.SAL)).quotes()).isEmpty();
    }

    private void about(Square.Said said, UUID theme) {
        world.as(World.JO, () -> moderation.publish(said.id(), new Moderation.Showing(0, true, List.of(), List.of(), Set.of(theme)), World.JO));
    }

    @Test
    void each_comment_has_its_time_and_then_is_gone() {
        Square.Said returned = square.says("It came back."), hidden = square.says("It is hidden."), shown = square.says("It is shown."), waits = square.says("It waits.");
        world.as(World.JO, () -> moderation.giveBack(returned.id(), 0, Reason.OFF_TOPIC, "Another post is about this.", World.JO));
        world.as(World.JO, () -> moderation.hide(hidden.id(), 0, Reason.HURTS, "", World.JO));
        square.shows(shown, World.JO);
        square.pass(CommentClock.SENT_BACK.plusSeconds(1));
        square.round();
        assertThat(square.state(returned)).isEqualTo(CommentState.WITHDRAWN);
        assertThat(square.state(hidden)).isEqualTo(CommentState.HIDDEN);
        square.pass(CommentClock.HIDDEN);
        square.round();
        assertThat(left()).containsExactlyInAnyOrder(shown.id(), waits.id());
        square.pass(CommentClock.SHOWN);
        square.round();
        published.lookAgain();
        assertThat(published.under(square.id)).isEmpty();
        square.pass(CommentClock.TAKEN_BACK.plusSeconds(1));
        square.round();
        assertThat(left()).as("what nobody has read is not forgotten").containsExactly(waits.id());
    }

    @Test
    void when_somebody_gives_up_their_account_their_words_stay_without_them_or_go_as_they_chose() {
        UUID ada = UUID.randomUUID(), ben = UUID.randomUUID();
        Square.Said stays = of(ada, "My words may stay."), goes = of(ben, "My words go with me."), danger = of(ben, "I am scared for my life");
        square.shows(stays, World.JO);
        square.shows(goes, World.JO);
        world.as(World.anyone(), () -> {
            events.publishEvent(new ResidentEvent.Left(ada, false));
            events.publishEvent(new ResidentEvent.Left(ben, true));
        });
        world.as(Square.HOUSE, () -> comments.left(ada, false));
        world.as(Square.HOUSE, () -> comments.left(ben, true));
        published.lookAgain();
        assertThat(published.under(square.id)).extracting(PublishedComment::words).containsExactly("My words may stay.");
        assertThat(world.as(World.PRIYA, () -> safeguarding.one(danger.id(), World.PRIYA)).wantsGone()).as("what a lead reads just now goes when they are done").isTrue();
        assertThat(world.as(Square.HOUSE, () -> sql.sql("select count(*) from comments.comment where resident_id is not null").query(Integer.class).single())).isZero();
        assertThat(comments.mine(new Comments.Writer(new Actor.Holder(ada.toString()), ada))).as("nothing leads back").isEmpty();
        assertThat(world.as(Square.HOUSE, () -> sql.sql("select count(*) from access.scheduled_tasks where task_name like 'comments-left%' and (task_instance like '%' || :ada or task_instance like '%' || :ben)").param("ada", ada.toString()).param("ben", ben.toString()).query(Integer.class).single()))
                .as("each organisation is asked to see to its own").isGreaterThanOrEqualTo(2);
    }

    @Test
    void whoever_has_an_account_hears_that_there_is_news_and_whoever_has_none_hears_nothing() {
        UUID ada = UUID.randomUUID();
        Square.Said with = of(ada, "Tell me when somebody has read it."), without = square.says("I look for myself.");
        assertThat(newsFor(ada)).isZero();
        square.shows(with, World.JO);
        square.shows(without, World.JO);
        assertThat(newsFor(ada)).isEqualTo(1);
        assertThat(world.as(World.anyone(), () -> sql.sql("select count(*) from access.scheduled_tasks where task_name = 'resident-news' and task_instance like '%' || :id").param("id", without.id().toString()).query(Integer.class).single())).isZero();
    }

    private int newsFor(UUID resident) {
        return world.as(World.anyone(), () -> sql.sql("select count(*) from access.scheduled_tasks where task_name = 'resident-news' and task_instance like '%' || :id").param("id", resident.toString()).query(Integer.class).single());
    }

    private Square.Said of(UUID resident, String words) {
        UUID id = UUID.randomUUID();
        comments.write(new Comments.NewComment(id, square.id, null, Written.typed("", words), false, false, false), new Comments.Writer(new Actor.Holder(resident.toString()), resident));
        return new Square.Said(id, "", false);
    }

    private List<UUID> left() {
        return world.as(Square.HOUSE, () -> sql.sql("select id from comments.comment where conversation_id = :id").param("id", square.id).query(UUID.class).list());
    }

    private int notices() {
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "send-message"), () -> sql.sql("select count(*)::int from messages.outbox where kind = 'NOTICE'").query(Integer.class).single());
    }

    @Test
    void a_second_press_is_the_same_comment() {
        UUID id = UUID.randomUUID();
        Comments.NewComment one = new Comments.NewComment(id, square.id, null, Written.typed("", "Once is enough."), false, false, false);
        comments.write(one, comments.writer("123456789012"));
        comments.write(one, comments.writer("123456789012"));
        assertThat(comments.mine(comments.writer("123456789012"))).hasSize(1);
    }
}
