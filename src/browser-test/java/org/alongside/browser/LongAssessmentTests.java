package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ViewportSize;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.selfassessment.Answer;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.standards.Edition;
import org.alongside.standards.Oscal;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.alongside.standards.Standards;
import org.alongside.standards.Versions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Sixty statements on a small phone, with nothing but keys, while the line breaks and a colleague writes too. */
@AlongsideTest
class LongAssessmentTests {
    private static final int SECTIONS = 4, EACH = 15, ALL = SECTIONS * EACH;
    /** Keys before the first answer on a page: past the way back and the exit, and no menus. */
    private static final int MOST_TABS = 12;
    @Value("${local.server.port}") int port;
    @Autowired World world;
    @Autowired Versions versions;
    @Autowired Standards standards;
    @Autowired SelfAssessments assessments;
    private SelfAssessmentId id;

    @BeforeEach
    void a_long_standard_is_loaded_and_begun() {
        List<Section> sections = IntStream.rangeClosed(1, SECTIONS).mapToObj(section -> new Section("section-" + section, "Section " + section, "About it", IntStream.rangeClosed(1, EACH)
                .mapToObj(one -> new Statement("S" + section + "N" + one, one % 3 == 0, "What is asked in section " + section + " under number " + one + ", in a sentence as long as such sentences are.", null, List.of("It is written down", "Everybody who works here knows it"), List.of("The paper itself"), Set.of(Edition.SERVICES))).toList())).toList();
        String text = Oscal.write(new Standard("a-long-standard", "1", "A long standard", "About it", "Somebody", "CC-BY-4.0", LocalDate.of(2026, 1, 1), false, sections));
        world.as(World.ALEX, () -> versions.show(versions.load(text, World.ALEX).id(), "By agreement", World.ALEX));
        standards.lookAgain();
        id = world.as(World.SAL, () -> assessments.begin(UUID.randomUUID(), standards.one("a-long-standard").orElseThrow(), Edition.SERVICES, "", null, World.SAL));
    }

    @AfterEach
    void and_is_gone() {
        for (String gone : List.of("selfassessment.shown where assessment_id", "selfassessment.answer where assessment_id", "selfassessment.assessment where id")) TestDatabase.asOwner("delete from " + gone + " = '" + id.id() + "'");
        TestDatabase.asOwner("delete from standards.version where key = 'a-long-standard'");
        TestDatabase.asOwner("delete from standards.taken_key where key = 'a-long-standard'");
        standards.lookAgain();
    }

    @Test
    void sixty_statements_are_answered_by_keyboard_on_a_small_phone_and_nothing_is_lost() {
        List<Statement> all = assessment().statements();
        assertThat(all).hasSize(ALL);
        try (Someone sal = new Someone(port, new ViewportSize(320, 640), true)) {
            Page page = sal.signsIn("sal@harbour.example").page;
            sal.goes("/desk/self-assessments/" + id.id()).reads("0 of 60 statements are ready");
            assertThat(Accessible.problems(page)).isEmpty();
            sal.follows("Begin with the first");
            for (int at = 0; at < ALL; at++) {
                String statement = all.get(at).id();
                sal.isOn(statement + ":").reads((at + 1) + " of 60.");
                if (at == 0 || at == ALL - 1) {
                    assertThat(page.locator("main").ariaSnapshot()).contains("group \"Is it so?\"", "radio \"Met\"", "radio \"Does not apply\"", "textbox \"Why do you say so?\"", "status", "navigation \"Statements\"");
                    assertThat(Accessible.problems(page)).isEmpty();
                }
                if (at == 20) colleague(statement, "Mina was here before");
                page.locator("h1").click();
                int tabs = 0;
                for (; tabs < MOST_TABS && !"answer".equals(page.evaluate("document.activeElement.name")); tabs++) page.keyboard().press("Tab");
                assertThat(tabs).as("keys before the first answer of " + statement).isLessThan(MOST_TABS);
                page.keyboard().press("Space");
                page.keyboard().press("ArrowDown");
                page.keyboard().press("Tab");
                if (at == 40) page.context().setOffline(true);
                page.keyboard().type("Half of " + statement);
                if (at == 40) {
                    PlaywrightAssertions.assertThat(page.locator("#saved")).containsText("Not saved yet");
                    page.context().setOffline(false);
                    PlaywrightAssertions.assertThat(page.locator("#saved")).containsText("Saved ");
                }
                page.keyboard().press("Tab");
                page.keyboard().press("Enter");
                if (at == 20) {
                    sal.reads("Mina Okafor answered this while you were writing", "Mina was here before");
                    PlaywrightAssertions.assertThat(page.locator("#why")).hasValue("Half of " + statement);
                    page.locator("button[value=next]").focus();
                    page.keyboard().press("Enter");
                }
            }
            sal.isOn("A long standard").reads("60 of 60 statements are ready");
            assertThat(Accessible.problems(page)).isEmpty();
        }
        assertThat(all).allSatisfy(one -> {
            assertThat(assessment().of(one).is(Answer.PARTLY)).as(one.id()).isTrue();
            assertThat(assessment().of(one).why()).isEqualTo("Half of " + one.id());
        });
    }

    private void colleague(String statement, String words) {
        world.as(World.MINA, () -> assessments.answer(id, statement, 0, Answer.NOT_YET, words, World.MINA));
    }

    private SelfAssessment assessment() {
        return world.as(World.SAL, () -> assessments.one(id));
    }
}
