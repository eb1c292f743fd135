package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.Plan;
import org.alongside.evaluation.QuestionSet;
import org.alongside.instruments.Instruments;
import org.alongside.shared.Times;
import org.alongside.training.Cohorts;
import org.alongside.training.Course;
import org.alongside.training.Courses;
import org.alongside.training.TrainingFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Register, confirm, wait, take the place, answer, come in, answer again, hold a certificate; and the report tells what one answer can show. */
@AlongsideTest
class TrainingJourneyTests {
    private static final String NOTICE = "Notice the signs that somebody may be living with abuse";
    @Value("${local.server.port}") int port;
    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired Courses courses;
    @Autowired Cohorts cohorts;
    @Autowired Evaluations evaluations;
    @Autowired Instruments instruments;
    @Autowired TrainingFixture house;
    private final UUID course = UUID.randomUUID(), cohort = UUID.randomUUID();

    @AfterEach
    void nothingIsLeftOnOffer() {
        clock.back();
        TestDatabase.asOwner("update training.cohort set published_at = null where id = '" + cohort + "'");
    }

    @Test
    void somebody_registers_waits_takes_a_place_answers_comes_and_holds_a_certificate_and_the_report_says_how_little_one_answer_shows() throws Exception {
        Instant starts = TestClock.START.plus(Duration.ofDays(10));
        EvaluationId evaluation = world.as(World.LEE, () -> evaluations.plan(UUID.randomUUID(), new Plan("Asking on the doorstep", "Some questions.", List.of(new QuestionSet(instruments.current("confidence"), "fairly")), IdentityMode.NAMED, 3, false, Times.day(starts)), World.LEE));
        world.as(World.LEE, () -> {
            courses.add(new Course(course, "Asking on the doorstep", "", "For repairs teams.", ""), World.LEE);
            cohorts.plan(cohort, course, new Cohorts.Plan(true, "", "https://room.example/doorstep", 1, 48, evaluation.id(), Map.of()), starts, starts.plus(Duration.ofHours(2)), World.LEE);
            cohorts.publish(cohort, World.LEE);
        });
        try (Someone ada = new Someone(port, Chromium.PHONE, false); Someone ben = new Someone(port, Chromium.PHONE, true); Someone lee = new Someone(port, Chromium.DESKTOP, true)) {
            asks(ada, "Ada Learner", "ada@doorstep.example", "Ask for a place");
            String adas = house.link(cohort, "ada@doorstep.example");
            ada.goes(adas).presses("I want the place").reads("You have a place.");

            asks(ben, "Ben Learner", "ben@doorstep.example", "Join the waiting list");
            String bens = house.link(cohort, "ben@doorstep.example");
            ben.goes(bens).presses("I want the place").reads("You are on the waiting list: number 1.");

            ada.page.locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Give the place back")).click();
            ada.presses("Give the place back").reads("You gave your place back");
            ben.goes(bens).reads("A place has become free.").presses("Take the place").reads("You have a place.");

            answers(ben, "Not at all");
            clock.moveTo(starts.minus(Duration.ofMinutes(5)));
            ben.goes(bens).presses("Come in").reads("You are marked as present.", "https://room.example/doorstep");
            clock.moveTo(starts.plus(Duration.ofHours(2)));
            ben.goes(bens).reads("You were there. Thank you.");
            Download certificate = ben.page.waitForDownload(() -> ben.follows("Your certificate"));
            assertThat(Files.readString(certificate.path(), java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF");
            ben.goes(bens);
            answers(ben, "Very");
            ada.goes(adas).doesNotRead("Your certificate");

            clock.back();
            lee.signsIn("lee").goes("/desk/training/cohorts/" + cohort).isOn("Asking on the doorstep").reads("Ben Learner", "1 of 1");
            lee.goes("/desk/evaluations/" + evaluation.id() + "/report").isOn("Asking on the doorstep").doesNotRead("Ben Learner").doesNotRead(" rose");
        }
    }

    private void asks(Someone who, String name, String email, String button) {
        who.goes("/training").follows("Asking on the doorstep").isOn("Asking on the doorstep").types("Your name", name).types("Your work e-mail address", email).presses(button);
        who.reads("There is a problem").reads("Choose where you work, or what kind of work it is");
        assertThat(who.page.locator("#name").inputValue()).as("what was typed stays").isEqualTo(name);
        who.picks("Where do you work?", "Quayside Homes, Repairs").presses(button).isOn("Look in your inbox");
    }

    private static void answers(Someone who, String how) {
        who.follows("Answer them").reads("What we promise you").follows("Go on").answers(NOTICE, how).presses("Send my answers").isOn("Thank you");
    }
}
