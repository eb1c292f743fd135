package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.comments.DemoComments;
import org.alongside.comments.PublishedComments;
import org.alongside.comments.Square;
import org.alongside.engagement.PublicPosts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town asks, people answer, somebody reads before it shows, and the town says what it heard. */
@AlongsideTest
class ConversationJourneyTests {
    private static final Pattern LINK = Pattern.compile("/have-your-say/\\S*");
    @Value("${local.server.port}") int port;
    @Autowired Square square;
    @Autowired PublicPosts posts;
    @Autowired PublishedComments published;
    @Autowired TestClock clock;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired @Qualifier("residentAsked") Task<Void> residentAsked;
    @Autowired @Qualifier("residentLeftWithTheirWords") Task<Void> residentLeftWithTheirWords;
    private final String title = "Where do you wait? " + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    @AfterEach
    void nothingOfItStays() {
        square.closes();
        TestDatabase.asOwner("update engagement.post set state = 'WITHDRAWN', publish_at = null where title = '" + title + "'");
        posts.lookAgain();
    }

    @Test
    void a_town_asks_and_hears_and_nobody_reads_a_word_that_nobody_has_looked_at() {
        square.opens();
        try (Someone sal = new Someone(port, Chromium.DESKTOP, true); Someone ada = new Someone(port, Chromium.PHONE, true); Someone ben = new Someone(port, Chromium.PHONE, false); Someone jo = new Someone(port, Chromium.DESKTOP, true); Someone priya = new Someone(port, Chromium.DESKTOP, false)) {
            sal.signsIn("sal").goes("/desk/engagement/posts").types("What is it called?", title).answers("What is it about?", "Being hurt or controlled").picks("What kind of post is it?", "A question to residents").types("The first lines", "We would like to know where you wait.")
                    .types("The words", "## Waiting\n\nIt is long.").types("Who says this?", "Westermouth Council").ticks("People may write comments").presses("Save as a draft").isOn(title);
            look();
            ben.goes("/have-your-say").doesNotRead(title);
            sal.presses("Show it to everybody now").reads("Shown");
            look();

            ada.goes("/have-your-say").follows(title).isOn(title).reads("Nobody has said anything yet");
            assertThat(ada.page.locator("aside.support").boundingBox().y).isLessThan(ada.page.locator("article").boundingBox().y);
            String post = ada.path();
            says(ada, post, "A. Neighbour", "The waiting room has one door. Ring Barbara on 01632 960155.");
            String number = ada.textOf(".notice .govuk-heading-l");
            ben.goes(post).doesNotRead("The waiting room has one door");

            jo.signsIn("jo").goes("/desk/comments").reads("1 comment waits to be read").presses("Read the next one").isOn("A comment");
            assertThat(jo.page.locator("mark").allInnerTexts()).anyMatch(one -> one.startsWith("01632 960155"));
            jo.types("More to take out", "Barbara").presses("Show it").reads("Shown.");
            look();
            ben.goes(post).reads("A. Neighbour", "The waiting room has one door. Ring [removed] on [removed].").doesNotRead("960155");
            assertThat(ben.page.locator(".comments a[href^='tel:'], .comments a[href^='http']").count()).isZero();

            ben.page.locator(".comments > li a").first().click();
            ben.isOn("Write a reply").reads("The waiting room has one door");
            clock.pass(Duration.ofSeconds(10));
            ben.types("What would you like to say?", "My cousin Peter of Mill Lane sat there, too.").presses("Send").isOn("Thank you, it is with us");
            String bens = ben.textOf(".notice .govuk-heading-l");
            jo.goes("/desk/comments").presses("Read the next one").reads("What it replies to");
            jo.page.locator("summary", new Page.LocatorOptions().setHasText("Send it back")).click();
            jo.page.locator("details[open]").getByLabel("Somebody could be recognised by it").check();
            jo.types("What has to change?", "Please leave your cousin out.").presses("Send it back").reads("Its writer reads why");
            ben.goes("/have-your-say/comments/follow").types("Your number", bens).presses("Show it").isOn("Your comments").reads("Came back to you", "Please leave your cousin out.");
            ben.follows("Change it and send it again").isOn("Change your comment").types("What would you like to say?", "").presses("Send").reads("Write what you would like to say");
            ben.types("What would you like to say?", "Others sat there, too.").presses("Send").isOn("Your comments").reads("Waits to be read");
            jo.goes("/desk/comments").presses("Read the next one").presses("Show it").reads("Shown.");
            look();
            ada.goes(post).reads("Others sat there, too.");

            says(ada, post, "", "He is outside now and he has a knife");
            ada.reads("somebody may not be safe", "Call 999", "Somebody who is trained for this reads it first");
            assertThat(Accessible.problems(ada.page)).isEmpty();
            String adas = ada.textOf(".notice.done .govuk-heading-l");
            jo.goes("/desk/comments").reads("Nothing waits for you");
            priya.signsIn("priya").goes("/desk/comments").follows("Read what waits").page.locator("main .lines a").first().click();
            priya.isOn("A comment").reads("He is outside now").types("What they read when they look with their number or in their account", "We are glad you wrote. Is there a time when you can ring 999?").presses("Show it to them").reads("A comment");
            priya.types("What you did", "Rang 999 with the words; no place in them.").answers("And the words?", "They are not shown").presses("Done").reads("Nothing waits");
            ada.goes("/have-your-say/comments/follow").types("Your number", adas).presses("Show it").isOn("Your comments").reads("We are glad you wrote.", "Not shown");
            assertThat(Accessible.problems(ada.page)).isEmpty();

            // What "Exit this page" asks for, without the site it leads to.
            ada.page.context().request().get("http://localhost:" + port + "/leave", RequestOptions.create().setMaxRedirects(0));
            ada.goes("/have-your-say/comments/mine").isOn("Your comment").doesNotRead("We are glad you wrote.");
            ada.types("Your number", number).presses("Show it").isOn("Your comments").reads("The waiting room has one door");

            ben.goes(post).page.locator(".comments > li .quiet a[href*=report]").first().click();
            ben.isOn("Something is wrong").answers("What is wrong?", "It hurts or blames").presses("Tell us").isOn("Thank you");
            jo.goes("/desk/comments").reads("It hurts or blames").page.locator("button", new Page.LocatorOptions().setHasText("It may stay as it is")).click();
            jo.doesNotRead("It hurts or blames");

            sal.goes("/desk/engagement").follows(title).isOn(title);
            sal.page.locator("summary", new Page.LocatorOptions().setHasText("What we heard, what we did")).click();
            sal.types("What did people say?", "One door is not enough.").types("What was done about it?", "A second door is open.").presses("Save what came of it");
            look();
            ben.goes(post).reads("One door is not enough.", "A second door is open.");
        }
    }

    @Test
    void somebody_makes_an_account_from_another_device_says_something_and_leaves_with_their_words() {
        square.opens();
        String email = "ada-" + UUID.randomUUID() + "@homes.example";
        try (Someone ada = new Someone(port, Chromium.PHONE, true); Someone tablet = new Someone(port, Chromium.DESKTOP, false); Someone jo = new Someone(port, Chromium.DESKTOP, true); Someone anybody = new Someone(port, Chromium.PHONE, false)) {
            ada.goes("/have-your-say/account/new").types("Your e-mail address", email).presses("Send me the link").isOn("Look in your inbox");
            assertThat(Accessible.problems(ada.page)).isEmpty();
            tablet.goes(link(email)).isOn("Choose your password");
            tablet.page.locator("#password").fill("three green kettles");
            tablet.presses("Save and sign in").isOn("Your account");
            ada.goes("/have-your-say/account/sign-in").types("Your e-mail address", email);
            ada.page.locator("#password").fill("three green kettles");
            ada.presses("Sign in").isOn("Your account");
            assertThat(Accessible.problems(ada.page)).isEmpty();

            String form = "/have-your-say/comments/" + DemoComments.CONVERSATION + "/new";
            ada.goes(form).reads("It stands among your comments in your account");
            clock.pass(Duration.ofSeconds(10));
            String words = "A bench in the shade, " + title;
            ada.types("What would you like to say?", words).presses("Send").isOn("Thank you, it is with us").doesNotRead("Your number is");
            ada.goes("/have-your-say/comments/mine").reads(words, "Waits to be read");
            tablet.goes("/have-your-say/comments/mine").reads(words);
            jo.signsIn("jo").goes("/desk/comments").presses("Read the next one").reads("A bench in the shade").presses("Show it").reads("Shown.");
            look();
            anybody.goes("/have-your-say/" + posts.shown(clock.instant()).stream().filter(one -> one.id().equals(DemoComments.CONVERSATION)).findFirst().orElseThrow().number()).reads("A bench in the shade");

            ada.goes("/have-your-say/account/removal").answers("What happens to the comments you wrote?", "They are deleted, too");
            ada.page.locator("#password").fill("three green kettles");
            ada.presses("Delete my account");
            ada.page.waitForURL(url -> url.endsWith("/gone"));
            jobs(residentLeftWithTheirWords);
            look();
            anybody.page.reload();
            anybody.doesNotRead("A bench in the shade");
            tablet.goes("/have-your-say/comments/mine").isOn("Your comment").doesNotRead("A bench in the shade");
        }
    }

    /** The link in the newest mail to this address. */
    private String link(String email) {
        jobs(residentAsked);
        record Mail(UUID id, byte[] body, UUID address, byte[] email) {}
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "send-message"), () -> sql.sql("select o.id, o.body, a.id as address, a.email from messages.outbox o join messages.own_address a on a.id = o.own_address_id where o.body is not null and octet_length(a.email) > 0 order by o.asked_at desc").query(Mail.class).list()).stream()
                .filter(mail -> email.equals(TestDatabase.SEAL.open(mail.email, "messages.own_address.email", mail.address))).map(mail -> LINK.matcher(TestDatabase.SEAL.openWords(mail.body, "messages.outbox.body", mail.id))).filter(Matcher::find).map(Matcher::group).findFirst().orElseThrow();
    }

    /** What waits for this job is done now. */
    private void jobs(Task<Void> task) {
        for (String instance : world.as(World.anyone(), () -> sql.sql("select task_instance from access.scheduled_tasks where task_name = :name").param("name", task.getName()).query(String.class).list())) task.execute(new TaskInstance<>(task.getName(), instance), null);
    }

    private void says(Someone somebody, String post, String name, String words) {
        somebody.goes(post).follows("Say something").isOn("Say something");
        clock.pass(Duration.ofSeconds(10));
        somebody.types("What would you like to say?", words).types("What should we call you here?", name).presses("Send").isOn("Thank you, it is with us");
    }

    /** Everybody reads it within a second. */
    private void look() {
        posts.lookAgain();
        published.lookAgain();
    }
}
