package org.alongside.comments;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.helpline.Topic;
import org.alongside.shared.TwelveDigits;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conversation of Harbour House for one test, and people who say something in it. */
@TestComponent
public class Square {
    static final Actor.Job HOUSE = new Actor.Job(DemoTown.HARBOUR_HOUSE, Comments.JOB);
    private static final OrganisationId NOWHERE = new OrganisationId(new UUID(0, 7));
    private static final String OURS = "select c.id from comments.comment c join comments.conversation v on v.id = c.conversation_id where v.title = 'What helped you?'";
    public final UUID id = UUID.randomUUID();
    @Autowired World world;
    @Autowired Conversations conversations;
    @Autowired PublishedComments published;
    @Autowired Comments comments;
    @Autowired Moderation moderation;
    @Autowired CommentClock commentClock;
    @Autowired JdbcClient sql;
    @Autowired Clock clock;

    public void opens() {
        others(DemoTown.HARBOUR_HOUSE, NOWHERE);
        opens(id, DemoTown.HARBOUR_HOUSE, Topic.SURVIVORS);
    }

    void opens(UUID conversation, OrganisationId organisation, Topic topic) {
        Actor.Worker manager = organisation.equals(DemoTown.LANTERN) ? World.NIA : World.SAL;
        world.as(manager, () -> conversations.keep(new Conversation(conversation, organisation, "What helped you?", "/have-your-say/1", topic, true, null)));
        published.lookAgain();
    }

    /** Everything is as before, and what the demo town says is back. */
    public void closes() {
        for (String table : List.of("report", "tag", "published")) TestDatabase.asOwner("delete from comments." + table + " where comment_id in (" + OURS + ")");
        TestDatabase.asOwner("delete from comments.comment where id in (" + OURS + ")");
        TestDatabase.asOwner("delete from comments.draft");
        TestDatabase.asOwner("delete from comments.word_rule where words <> 'the grange'");
        TestDatabase.asOwner("delete from comments.theme where organisation_id = '" + DemoTown.HARBOUR_HOUSE.id() + "'");
        TestDatabase.asOwner("delete from comments.moderator");
        TestDatabase.asOwner("update comments.care set hours = '" + Care.USUAL.hours() + "', within_hours = 8, hard_a_day = 8, version = 1");
        TestDatabase.asOwner("delete from comments.conversation where title = 'What helped you?'");
        TestDatabase.asOwner("delete from access.try_bucket");
        others(NOWHERE, DemoTown.HARBOUR_HOUSE);
        if (clock instanceof TestClock test) test.back();
        published.lookAgain();
    }

    /** So that a test about what waits counts its own, whatever the demo town and other tests said before. */
    private static void others(OrganisationId from, OrganisationId to) {
        for (String table : List.of("comment", "theme")) TestDatabase.asOwner("update comments." + table + " set organisation_id = '" + to.id() + "' where organisation_id = '" + from.id() + "'");
    }

    /** Somebody who keeps the number of what they said. */
    public record Said(UUID id, String code, boolean danger) {}

    public Said says(String words) {
        return says("", words, id, null);
    }

    public Said says(String name, String words, UUID conversation, @Nullable UUID replyTo) {
        UUID comment = UUID.randomUUID();
        String code = TwelveDigits.random();
        boolean danger = comments.write(new Comments.NewComment(comment, conversation, replyTo, Written.typed(name, words), false, false, false), comments.writer(code));
        return new Said(comment, code, danger);
    }

    CommentState state(Said said) {
        return world.as(HOUSE, () -> sql.sql("select state from comments.comment where id = :id").param("id", said.id).query(CommentState.class).single());
    }

    /** One moderator reads it and shows it as it is. */
    public boolean shows(Said said, Actor.Worker moderator) {
        boolean shown = world.as(moderator, () -> moderation.publish(said.id, asItIs(said, moderator), moderator));
        published.lookAgain();
        return shown;
    }

    Moderation.Showing asItIs(Said said, Actor.Worker moderator) {
        return new Moderation.Showing(moderation.one(said.id, moderator).revision(), true, List.of(), List.of(), Set.of());
    }

    void arrived(Said said) {
        world.as(HOUSE, () -> commentClock.arrived(DemoTown.HARBOUR_HOUSE, said.id));
    }

    void round() {
        world.as(HOUSE, () -> commentClock.round(DemoTown.HARBOUR_HOUSE));
    }

    void pass(Duration time) {
        ((TestClock) clock).pass(time);
    }
}
