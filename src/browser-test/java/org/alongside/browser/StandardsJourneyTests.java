package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.awards.Awards;
import org.alongside.awards.PublicRegister;
import org.alongside.awards.Register;
import org.alongside.peerreview.Finding;
import org.alongside.peerreview.Method;
import org.alongside.peerreview.Review;
import org.alongside.peerreview.Reviews;
import org.alongside.selfassessment.Answer;
import org.alongside.selfassessment.Evidence;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.selfassessment.Shelf;
import org.alongside.standards.Edition;
import org.alongside.standards.Standards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A service says how far it is, a reviewer looks, somebody else decides, a commissioner sees it, and anybody can check it. */
@AlongsideTest
class StandardsJourneyTests {
    @Value("${local.server.port}") int port;
    @Autowired World world;
    @Autowired SelfAssessments assessments;
    @Autowired Shelf shelf;
    @Autowired Reviews reviews;
    @Autowired Awards awards;
    @Autowired Register register;
    @Autowired PublicRegister publicly;
    @Autowired Standards standards;

    @AfterEach
    void nothing_of_it_stays_in_the_register() {
        world.as(World.SAL, () -> register.own().stream().filter(one -> one.about().startsWith("Evenings")).forEach(one -> awards.giveUp(one.id(), World.SAL)));
    }

    @Test
    void a_service_is_looked_at_and_stands_in_the_register_until_nothing_shows_it_any_more() {
        String part = "Evenings " + UUID.randomUUID();
        try (Someone sal = new Someone(port, Chromium.PHONE, true); Someone noor = new Someone(port, Chromium.DESKTOP, true); Someone wren = new Someone(port, Chromium.DESKTOP, false); Someone ines = new Someone(port, Chromium.DESKTOP, true); Someone anybody = new Someone(port, Chromium.PHONE, false)) {
            sal.signsIn("sal@harbour.example").goes("/desk/self-assessments").isOn("Our self-assessments");
            sal.page.getByLabel("By what do you assess yourselves?").selectOption("supporting-men/starting");
            sal.types("Which part of you?", part).presses("Begin").isOn("Supporting men who are hurt at home").follows("Begin with the first").isOn("L1");
            sal.answers("Is it so?", "Met").types("Why do you say so?", "It stands on our first page.").presses("Save and see all").isOn("Supporting men").reads("Nothing shows it yet");
            sal.presses("Hand it in").reads("Not answered: L2").reads("with nothing that shows it: L1");
            sal.page.locator("li#L1 a").click();
            sal.isOn("L1").page.locator("summary", new Page.LocatorOptions().setHasText("Add what shows it")).click();
            sal.answers("How is it shown?", "Seen on site").types("What is it?", "A walk through the house").types("What does it show?", "Two trustees went through all rooms.").ticks("I looked through it: nobody we work with can be found in it").presses("Add it").reads("Added.", "A walk through the house");
            theRest(part);
            SelfAssessmentId id = id(part);
            sal.goes("/desk/self-assessments/" + id.id()).presses("Hand it in").reads("Handed in.");
            sal.page.getByLabel("Who may see it?").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Westermouth Council"));
            sal.presses("Let them see it").reads("Westermouth Council sees it");
            sal.follows("Looked at from outside").isOn("Looked at from outside");
            sal.page.getByLabel("Who may look at it?").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Tideway Quality Board"));
            sal.presses("Ask them").reads("Asked for");

            noor.signsIn("noor@board.example").goes("/desk/peer-reviews/" + review(id)).isOn("Review: Harbour House");
            noor.answers("Is there a reason why you should not judge them?", "No").types("What connects you with them?", "Nothing does.").presses("Take it").reads("It is yours now.");
            noor.page.locator("li#L1 a").click();
            noor.isOn("L1").reads("A walk through the house").answers("What did you find?", "Met").presses("Save and see all").reads("Say what you saw it by");
            noor.types("What did you see it by?", "Opened the first page myself.").presses("Save and see all").isOn("Review: Harbour House");
            lookAtTheRest(id);
            noor.goes("/desk/peer-reviews/" + review(id)).types("What did you find, in a few sentences?", "As they say.").presses("Show it to them").reads("Shown to them.");

            sal.goes("/desk/self-assessments/" + id.id() + "/review").reads("Opened the first page myself.").types("Anything about all of it?", "Thank you.").presses("We have answered").reads("Answered.");

            noor.goes("/desk/awards/decisions/" + review(id)).reads("You looked at it, or decided on it before.");
            wren.signsIn("wren@board.example").goes("/desk/awards").follows("Harbour House").isOn("Decide: Harbour House").reads("Thank you.", "All musts were found to be met.");
            wren.page.getByLabel("It is awarded").check();
            wren.types("Why?", "All of it was seen.").presses("Decide").reads("What we gave");

            String code = world.as(World.SAL, () -> register.own().stream().filter(one -> one.about().equals(part)).findFirst().orElseThrow().code());
            anybody.goes("/standards/register").follows("Harbour House, " + part).isOn("How a service stands").reads("Stands today", "Awarded by Tideway Quality Board", "Version 1");
            anybody.goes("/standards/register/" + code + "/badge.svg");
            assertThat(anybody.page.content()).contains("Awarded by Tideway Quality Board");

            ines.signsIn("ines@council.example").goes("/desk/self-assessments/side-by-side").isOn("Services side by side").reads("Harbour House, " + part, "Lantern Northquay");

            UUID walk = world.as(World.SAL, () -> shelf.of(id).stream().map(Evidence::id).findFirst().orElseThrow());
            sal.goes("/desk/self-assessments/" + id.id() + "/evidence/" + walk).types("Why does it go?", "Somebody could be known by it").presses("Take it away").reads("Taken away");
            // Everybody reads it within a second.
            publicly.lookAgain();
            anybody.goes("/standards/register/" + code).reads("Paused").doesNotRead("Stands today");
            anybody.goes("/standards/register/" + code + "/badge.svg");
            assertThat(anybody.page.content()).contains("Paused").doesNotContain("fill=\"#1f5450\"");
        }
    }

    @Test
    void when_the_line_breaks_nothing_that_was_typed_is_lost_and_nothing_is_pressed_into_the_void() {
        SelfAssessmentId id = begun("Evenings without a line " + UUID.randomUUID());
        String page = "/desk/self-assessments/" + id.id() + "/statements/L1";
        try (Someone sal = new Someone(port, Chromium.PHONE, true); Someone mina = new Someone(port, Chromium.DESKTOP, true)) {
            sal.signsIn("sal@harbour.example").goes(page).isOn("L1");
            sal.page.context().setOffline(true);
            sal.types("Why do you say so?", "Typed while the line was down");
            PlaywrightAssertions.assertThat(sal.page.locator("#saved")).containsText("Not saved yet");
            sal.presses("Save and see all");
            PlaywrightAssertions.assertThat(sal.page.locator("#why")).hasValue("Typed while the line was down");

            sal.page.context().setOffline(false);
            PlaywrightAssertions.assertThat(sal.page.locator("#saved")).containsText("Saved ");
            assertThat(said(id)).isEqualTo("Typed while the line was down");

            mina.signsIn("mina@harbour.example").goes(page).isOn("L1").types("Why do you say so?", "Mina goes on");
            PlaywrightAssertions.assertThat(mina.page.locator("#saved")).containsText("Saved ");
            sal.types("Why do you say so?", "Sal goes on");
            PlaywrightAssertions.assertThat(sal.page.locator("#saved")).containsText("A colleague saved this");
            assertThat(said(id)).as("not written over").isEqualTo("Mina goes on");
            sal.presses("Save and see all").reads("Mina Okafor answered this while you were writing", "Mina goes on");
            PlaywrightAssertions.assertThat(sal.page.locator("#why")).hasValue("Sal goes on");
        } finally {
            world.as(World.SAL, () -> assessments.putAway(id, World.SAL));
        }
    }

    @Test
    void what_is_typed_before_the_page_is_all_there_is_saved_too_and_opening_a_page_saves_nothing() {
        SelfAssessmentId id = begun("Evenings on a slow line " + UUID.randomUUID());
        try (Someone sal = new Someone(port, Chromium.PHONE, true)) {
            sal.signsIn("sal@harbour.example");
            Route[] held = new Route[1];
            sal.page.route("**/autosave.js", route -> held[0] = route);
            sal.page.navigate("http://localhost:" + port + "/desk/self-assessments/" + id.id() + "/statements/L1", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            sal.types("Why do you say so?", "Typed at once");
            held[0].resume();
            PlaywrightAssertions.assertThat(sal.page.locator("#saved")).containsText("Saved ");
            assertThat(said(id)).isEqualTo("Typed at once");

            sal.page.unroute("**/autosave.js");
            List<String> sent = new ArrayList<>();
            sal.page.onRequest(request -> sent.add(request.method()));
            sal.goes("/desk/self-assessments/" + id.id() + "/statements/L2").page.waitForTimeout(1500);
            assertThat(sent).as("what is only opened is not saved").contains("GET").doesNotContain("POST");
        } finally {
            world.as(World.SAL, () -> assessments.putAway(id, World.SAL));
        }
    }

    @Test
    void it_is_answered_by_keyboard_alone() {
        SelfAssessmentId id = begun("Evenings by keyboard " + UUID.randomUUID());
        try (Someone sal = new Someone(port, Chromium.DESKTOP, true)) {
            sal.signsIn("sal@harbour.example").goes("/desk/self-assessments/" + id.id() + "/statements/L1").isOn("L1");
            for (int press = 0; press < 60 && !"answer".equals(sal.page.evaluate("document.activeElement.name")); press++) sal.page.keyboard().press("Tab");
            sal.page.keyboard().press("ArrowDown");
            sal.page.keyboard().press("Tab");
            sal.page.keyboard().type("Half of it is there");
            sal.page.keyboard().press("Tab");
            sal.page.keyboard().press("Enter");
            sal.isOn("L2");
            assertThat(said(id)).isEqualTo("Half of it is there");
        } finally {
            world.as(World.SAL, () -> assessments.putAway(id, World.SAL));
        }
    }

    @Test
    void a_commissioner_asks_how_many_men_were_reached_and_reads_the_answer_in_which_nobody_can_be_found() {
        try (Someone ines = new Someone(port, Chromium.DESKTOP, false); Someone sal = new Someone(port, Chromium.PHONE, false)) {
            ines.signsIn("ines@council.example").goes("/desk/commissioning").follows("Ask services").isOn("Ask services").presses("Ask").reads("Choose the months");
            ines.ticks("Harbour House").picks("About which months?", "April 2025 to March 2026").types("What should they know?", "For our committee.").presses("Ask").reads("Asked. You are told when somebody answers.", "0 of 1 answered");

            sal.signsIn("sal@harbour.example").goes("/desk/commissioning/asked-of-us").follows("Westermouth Council: April 2025 to March 2026").isOn("Westermouth Council asks").reads("For our committee.", "The numbers below come from our own records.");
            sal.page.getByLabel("Men", new Page.GetByLabelOptions().setExact(true)).first().fill("41");
            sal.page.getByLabel("Everybody, the men among them").first().fill("388");
            sal.picks("Our plan to reach more men", "More men, sooner").presses("Look at what they would read").reads("They would read this", "about 40", "about 390").presses("Send it").reads("Sent. They read it as it stands here.");

            ines.goes("/desk/commissioning").reads("1 of 1 answered").page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Men reached from April 2025 to March 2026")).getByRole(AriaRole.LINK).click();
            ines.isOn("Harbour House").reads("April 2025 to March 2026", "about 40", "about 390", "The plan to reach more men: More men, sooner").doesNotRead("388");
        } finally {
            for (String gone : List.of("number where request_id in", "step where request_id in", "plan where request_id in", "request where id in")) TestDatabase.asOwner("delete from commissioning." + gone + " (select id from commissioning.request where words = 'For our committee.')");
        }
    }

    private SelfAssessmentId begun(String part) {
        return world.as(World.SAL, () -> assessments.begin(UUID.randomUUID(), standards.one("supporting-men").orElseThrow(), Edition.STARTING, part, null, World.SAL));
    }

    private String said(SelfAssessmentId id) {
        return world.as(World.SAL, () -> assessments.one(id).said().get("L1").why());
    }

    private SelfAssessmentId id(String part) {
        return world.as(World.SAL, () -> assessments.all().stream().filter(one -> one.about().equals(part)).map(SelfAssessment::id).findFirst().orElseThrow());
    }

    private UUID review(SelfAssessmentId id) {
        return world.as(World.NOOR, () -> reviews.of(id).stream().map(Review::id).findFirst().orElseThrow());
    }

    /** What was done once by hand is done for the other statements without a browser. */
    private void theRest(String part) {
        SelfAssessmentId id = id(part);
        world.as(World.SAL, () -> {
            UUID walk = shelf.of(id).get(0).id();
            assessments.one(id).statements().forEach(one -> {
                shelf.use(id, one.id(), List.of(walk), World.SAL);
                if (!one.id().equals("L1")) assessments.answer(id, one.id(), 0, Answer.MET, "", World.SAL);
            });
        });
    }

    private void lookAtTheRest(SelfAssessmentId id) {
        UUID review = review(id);
        world.as(World.NOOR, () -> assessments.one(id).statements().stream().filter(one -> !one.id().equals("L1")).forEach(one -> reviews.find(review, one.id(), 0, new Finding.Written(Answer.MET, "Seen", Method.OBSERVE, LocalDate.of(2026, 11, 1)), World.NOOR)));
    }
}
