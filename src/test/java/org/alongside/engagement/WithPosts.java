package org.alongside.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.helpline.Topic;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody who writes posts for one test, and takes all of them along. */
@AlongsideTest
abstract class WithPosts {
    static final String TITLE = "Benches by the harbour";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired Posts posts;
    @Autowired Campaigns campaigns;
    @Autowired Pictures pictures;
    @Autowired Polls polls;
    @Autowired Visits visits;
    @Autowired PublicPosts publicPosts;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    final List<Actor.Worker> hired = new ArrayList<>();
    Actor.Worker writer;

    @BeforeEach
    void somebody_writes() {
        clock.back();
        writer = hire(DemoTown.HARBOUR_HOUSE, Role.MODERATOR);
    }

    @AfterEach
    void all_of_it_goes() {
        clock.back();
        visits.writeDown();
        hired.forEach(world::leave);
        String theirs = String.join(", ", hired.stream().map(one -> "'" + one.worker().id() + "'").toList()), of = " in (select id from engagement.post where made_by in (" + theirs + "))";
        for (String table : List.of("visit_day", "poll_day", "picture", "resource")) TestDatabase.asOwner("delete from engagement." + table + " where post_id" + of);
        TestDatabase.asOwner("delete from comments.conversation where id" + of);
        TestDatabase.asOwner("delete from engagement.post where made_by in (" + theirs + ")");
        TestDatabase.asOwner("delete from engagement.campaign where made_by in (" + theirs + ")");
        publicPosts.lookAgain();
    }

    Actor.Worker hire(OrganisationId organisation, Role... roles) {
        Actor.Worker worker = world.hire(organisation, null, "Somebody", roles);
        hired.add(worker);
        return worker;
    }

    static Post.Written words(Topic topic, String title) {
        return new Post.Written(Category.NEWS, topic, Language.ENGLISH, null, "Westermouth Council", title, "First lines of it.", "Words of it.\n\n## More\n\n- one\n- two", "Which bench?", true, null);
    }

    static Post.Written of(@Nullable UUID campaign, Post.Written it) {
        return new Post.Written(it.category(), it.topic(), it.language(), campaign, it.author(), it.title(), it.lead(), it.words(), it.question(), it.takesComments(), it.closesOn());
    }

    static Post.Written until(LocalDate last, Post.Written it) {
        return new Post.Written(it.category(), it.topic(), it.language(), it.campaign(), it.author(), it.title(), it.lead(), it.words(), it.question(), it.takesComments(), last);
    }

    UUID draft(Post.Written words) {
        UUID id = UUID.randomUUID();
        world.as(writer, () -> posts.write(id, words, writer));
        return id;
    }

    UUID draft() {
        return draft(words(Topic.SURVIVORS, TITLE));
    }

    UUID shown(Post.Written words) {
        UUID id = draft(words);
        show(id);
        return id;
    }

    UUID shown() {
        return shown(words(Topic.SURVIVORS, TITLE));
    }

    void show(UUID id) {
        world.as(writer, () -> posts.publish(id, writer));
        publicPosts.lookAgain();
    }

    Post one(UUID id) {
        return world.as(writer, () -> posts.one(id, writer));
    }

    MockHttpServletResponse asked(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }

    int status(String path) throws Exception {
        return asked(path).getStatus();
    }

    Document page(String path) throws Exception {
        MockHttpServletResponse response = asked(path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(response.getCookies()).isEmpty();
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        Document page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isEqualTo("Local support");
        assertThat(page.select("script:not([src])")).isEmpty();
        return page;
    }
}
