package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.engagement.DemoEngagement;
import org.alongside.engagement.PublicPosts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A manager says something to everybody; somebody reads it on a phone and ticks an answer, and leaves nothing behind. */
@AlongsideTest
class HaveYourSayJourneyTests {
    private static final String TITLE = "A bench that listens", OURS = " in (select id from engagement.post where title = '" + TITLE + "')";
    @Value("${local.server.port}") int port;
    @Autowired PublicPosts posts;

    @AfterEach
    void the_bench_goes() {
        for (String table : List.of("engagement.poll_day where post_id", "engagement.visit_day where post_id", "engagement.resource where post_id", "comments.conversation where id")) TestDatabase.asOwner("delete from " + table + OURS);
        TestDatabase.asOwner("delete from engagement.post where title = '" + TITLE + "'");
        posts.lookAgain();
    }

    @Test
    void a_post_is_written_shown_read_and_answered_with_and_without_javascript() {
        List<String> problems = new ArrayList<>();
        String path;
        try (Someone sal = new Someone(port, Chromium.DESKTOP, true)) {
            sal.signsIn("sal").goes("/desk/engagement").follows("Write a post").isOn("Write a post").presses("Save as a draft").reads("Enter what it is called");
            problems.addAll(Accessible.problems(sal.page));
            sal.types("What is it called?", TITLE).answers("What is it about?", "Being hurt or controlled").picks("What kind of post is it?", "News").types("The first lines", "Somebody sits there.").types("The words", "## When\n\n- On Fridays").presses("Save as a draft");
            sal.isOn(TITLE).follows("Look at it as everybody will").reads("Only you and your colleagues see this", "National Domestic Abuse Helpline", "On Fridays");
            problems.addAll(Accessible.problems(sal.page));
            sal.follows("Back").isOn(TITLE).picks("Which questions?", "What would help where you live?").presses("Save the poll").reads("The poll is there").presses("Show it to everybody now").reads("Everybody reads it now");
            problems.addAll(Accessible.problems(sal.page));
            path = sal.page.locator("a:has-text('The page itself')").getAttribute("href");
        }
        posts.lookAgain();
        for (boolean javaScript : new boolean[] {false, true}) {
            try (Someone them = new Someone(port, Chromium.PHONE, javaScript)) {
                them.goes("/have-your-say").isOn("Have your say").follows(TITLE).isOn(TITLE).reads("You can stop reading at any time");
                problems.addAll(javaScript ? Accessible.problems(them.page) : List.of());
                assertThat(them.path()).isEqualTo(path);
                assertThat(them.page.title()).isEqualTo("Local support");
                them.follows("Tick your answers").isOn("What would help where you live?").presses("Send").reads("Tick at least one answer");
                problems.addAll(javaScript ? Accessible.problems(them.page) : List.of());
                them.answers("What should come first where you live?", "Safe places to stay").answers("Where would you look for help, for you or for a friend?", "A helpline", "A website").presses("Send").isOn("Thank you").reads("Nobody can see that they are yours");
                assertThat(them.page.context().cookies()).isEmpty();
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void every_page_of_it_can_be_used_by_everyone() {
        List<String> problems = new ArrayList<>();
        try (Someone them = new Someone(port, Chromium.PHONE, true)) {
            for (String page : List.of("/have-your-say", "/cy/have-your-say", "/have-your-say/1", "/have-your-say/2", "/cy/have-your-say/3", "/have-your-say/campaigns/1", "/have-your-say/2/poll", "/have-your-say/1/poll", "/cy/have-your-say/1/poll", "/have-your-say/2/poll?busy", "/have-your-say/1/poll/thanks")) problems.addAll(Accessible.problems(them.goes(page).page));
        }
        try (Someone sal = new Someone(port, Chromium.DESKTOP, true)) {
            sal.signsIn("sal");
            for (String page : List.of("", "/posts", "/posts/" + DemoEngagement.TODAY, "/posts/" + DemoEngagement.WAITS, "/posts/" + DemoEngagement.OLDER, "/posts/" + DemoEngagement.DRAFT + "/preview", "/campaigns", "/campaigns/" + DemoEngagement.CAMPAIGN)) problems.addAll(Accessible.problems(sal.goes("/desk/engagement" + page).page));
        }
        assertThat(problems).isEmpty();
    }
}
