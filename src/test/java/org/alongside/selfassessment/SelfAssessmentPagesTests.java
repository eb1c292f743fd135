package org.alongside.selfassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.standards.Edition;
import org.alongside.standards.Standards;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages on which an organisation looks at itself: one statement at a time, nothing lost, nothing overwritten. */
@AlongsideTest
class SelfAssessmentPagesTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired SelfAssessments assessments;
    @Autowired Standards standards;
    private SelfAssessmentId id;
    private String path;

    @BeforeEach
    void begun() {
        id = new SelfAssessmentId(UUID.randomUUID());
        world.as(World.SAL, () -> assessments.begin(id.id(), standards.one("supporting-men").orElseThrow(), Edition.SERVICES, "Pages " + id.id(), null, World.SAL));
        path = "/desk/self-assessments/" + id.id();
    }

    @AfterEach
    void put_away() {
        world.as(World.SAL, () -> assessments.putAway(id, World.SAL));
    }

    @Test
    void an_assessment_is_begun_from_the_list_and_a_mistake_keeps_what_was_typed() throws Exception {
        Document refused = page(post("/desk/self-assessments").param("once", UUID.randomUUID().toString()).param("about", "The helpline"), World.SAL);
        assertThat(refused.select(".govuk-error-summary a").eachText()).containsExactly("Choose by what you assess yourselves");
        assertThat(refused.select("#about").val()).isEqualTo("The helpline");
        assertThat(refused.select("#edition option").eachText()).noneMatch(text -> text.contains("men who look for help")).anyMatch(text -> text.contains("For services ("));
        assertThat(page(get("/desk/self-assessments"), World.MINA).select("form[action=/desk/self-assessments]")).as("who answers does not begin").isEmpty();
    }

    @Test
    void it_is_answered_one_statement_after_the_other_and_shows_counts_but_no_total() throws Exception {
        Document statement = page(get(path + "/statements/L1"), World.MINA);
        assertThat(statement.select("h1").text()).contains("L1");
        assertThat(statement.text()).contains("1 of 46", "What good looks like");

        MockHttpServletResponse saved = answer(post(path + "/statements/L1").param("revision", "0").param("answer", "PARTLY").param("why", "Half of it").param("then", "next"), World.MINA);
        assertThat(saved.getRedirectedUrl()).isEqualTo(path + "/statements/L2");

        Document all = page(get(path), World.SAL);
        assertThat(all.select("li#L1 .govuk-tag").eachText()).contains("Must", "Partly");
        assertThat(all.select("h2:contains(Musts that are not met yet) + ul li")).hasSize(1);
        assertThat(all.text()).doesNotContain("%").contains("1 of 46 statements are ready");
    }

    @Test
    void once_all_is_ready_whoever_may_hand_it_in_is_led_there_and_others_are_told_who_does() throws Exception {
        assertThat(page(get(path), World.SAL).select("main a.govuk-button").text()).isEqualTo("Begin with the first");
        for (String one : page(get(path), World.SAL).select("main ul.lines > li[id]").eachAttr("id")) answer(post(path + "/statements/" + one).param("revision", "0").param("answer", "NOT_YET").param("why", "Planned for spring"), World.MINA);

        Document all = page(get(path), World.SAL);
        assertThat(all.select("main a.govuk-button").text()).isEqualTo("Go on: hand it in");
        assertThat(all.select(all.select("main a.govuk-button").attr("href")).attr("action")).isEqualTo(path + "/submission");
        Document minas = page(get(path), World.MINA);
        assertThat(minas.select("main a.govuk-button")).isEmpty();
        assertThat(minas.text()).contains("A manager or administrator hands it in.");
    }

    @Test
    void whoever_saves_after_a_colleague_sees_both_and_loses_nothing() throws Exception {
        answer(post(path + "/statements/L1").param("revision", "0").param("answer", "MET").param("why", "Sal’s words"), World.SAL);

        Document both = page(post(path + "/statements/L1").param("revision", "0").param("answer", "NOT_YET").param("why", "Mina’s words"), World.MINA);
        assertThat(both.select(".notice").text()).contains("Sal Whitmore answered this while you were writing", "Sal’s words");
        assertThat(both.select("#why").val()).isEqualTo("Mina’s words");
        assertThat(both.select("input[name=revision]").val()).isEqualTo("1");

        answer(post(path + "/statements/L1").param("revision", "1").param("answer", "PARTLY").param("why", "Both"), World.MINA);
        assertThat(page(get(path + "/statements/L1"), World.SAL).select("#why").val()).isEqualTo("Both");
    }

    @Test
    void what_is_typed_is_kept_by_itself_and_a_colleagues_words_are_not_written_over() throws Exception {
        MockHttpServletResponse kept = answer(post(path + "/statements/L1/autosave").param("revision", "0").param("why", "Half a sen"), World.MINA);
        assertThat(kept.getStatus()).isEqualTo(204);
        assertThat(kept.getHeader("X-Revision")).isEqualTo("revision=1");
        assertThat(answer(post(path + "/statements/L1/autosave").param("revision", "0").param("why", "Other"), World.SAL).getStatus()).isEqualTo(409);
        assertThat(page(get(path + "/statements/L1"), World.SAL).select("#why").val()).isEqualTo("Half a sen");
    }

    @Test
    void evidence_is_added_with_everything_that_is_wrong_said_at_once() throws Exception {
        Document wrong = page(evidence("LINK").param("link", "javascript:alert(1)").param("title", "Our page"), World.MINA);
        assertThat(wrong.select(".govuk-error-summary a").eachText()).contains("Enter an address that begins with https://", "Look through it first: nobody you work with may be found in it");
        assertThat(wrong.select("#title").val()).isEqualTo("Our page");
        assertThat(wrong.select("details[open] #title")).hasSize(1);

        Document details = page(evidence("SEEN").param("title", "A visit").param("words", "Ring 01632 960123").param("nobody", "yes"), World.MINA);
        assertThat(details.select("#detailsWhy-error").text()).contains("1 telephone number");
    }

    @Test
    void what_survivors_asked_for_is_offered_beside_its_statement_and_put_there_with_one_press() throws Exception {
        Document offered = page(get(path + "/statements/L5"), World.MINA);
        assertThat(offered.text()).contains("What survivors asked for, and what was done", "We heard: The first question on the phone felt like an accusation.");

        answer(post(offered.select("form[action*=/evidence/heard/]").attr("action")), World.MINA);
        Document there = page(get(path + "/statements/L5"), World.MINA);
        assertThat(there.select("h2#shown + ul li").text()).contains("Survivors asked for it, and it was done");
        assertThat(there.text()).doesNotContain("What survivors asked for, and what was done");
    }

    @Test
    void what_shows_another_standard_is_offered_and_put_everywhere_with_one_press() throws Exception {
        SelfAssessmentId core = new SelfAssessmentId(UUID.randomUUID());
        world.as(World.SAL, () -> assessments.begin(core.id(), standards.one("core-support").orElseThrow(), Edition.SERVICES, "Pages " + core.id(), null, World.SAL));
        answer(multipart("/desk/self-assessments/" + core.id() + "/statements/C10/evidence").param("once", UUID.randomUUID().toString()).param("kind", "SEEN").param("title", "A walk through the first call").param("words", "Seen by two").param("collected.day", "1").param("collected.month", "11")
                .param("collected.year", "2026").param("owner", World.MINA.worker().id().toString()).param("nobody", "yes"), World.MINA);

        assertThat(page(get(path + "/statements/A4"), World.MINA).text()).contains("What you have already shows this too", "A walk through the first call", "It shows C10 of");
        assertThat(page(get(path), World.MINA).select(".govuk-summary-card:contains(You have shown this elsewhere) a").eachText()).contains("A4");

        answer(post(path + "/carrying"), World.MINA);
        assertThat(page(get(path + "/statements/A4"), World.MINA).select("h2#shown + ul li").text()).contains("A walk through the first call");
        world.as(World.SAL, () -> assessments.putAway(core, World.SAL));
    }

    @Test
    void a_file_comes_back_as_it_was_and_never_runs_in_the_browser() throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "plan.txt", "text/html", "The plan".getBytes(StandardCharsets.UTF_8));
        answer(multipart(path + "/statements/L3/evidence").file(file).param("once", UUID.randomUUID().toString()).param("kind", "FILE").param("title", "Plan").param("collected.day", "1").param("collected.month", "11").param("collected.year", "2026").param("owner", World.MINA.worker().id().toString())
                .param("nobody", "yes"), World.MINA);

        String line = page(get(path + "/statements/L3"), World.MINA).select("ul.lines a:contains(Plan)").attr("href");
        MockHttpServletResponse back = answer(get(line + "/file"), World.MINA);
        assertThat(back.getContentAsString()).isEqualTo("The plan");
        assertThat(back.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(back.getContentType()).startsWith("text/plain");
        assertThat(page(post(line + "/removal"), World.MINA).select(".govuk-error-summary a").eachText()).containsExactly("Say why it goes");
    }

    @Test
    void handing_in_says_what_is_missing_and_printing_holds_all_of_it() throws Exception {
        Document refused = page(post(path + "/submission"), World.SAL);
        assertThat(refused.select("#submission").text()).contains("Not answered: L1");
        assertThat(page(get(path + "/print"), World.MINA).select("main h3")).hasSize(46);
    }

    @Test
    void the_form_offers_the_kinds_of_file_that_are_taken_and_no_other() throws Exception {
        Element file = page(get(path + "/statements/L1"), World.MINA).selectFirst("input[type=file]");

        assertThat(Set.of(file.attr("accept").split(","))).isEqualTo(Set.of(".pdf", ".jpg", ".jpeg", ".png", ".txt"));
        assertThat(file.parent().text()).contains("PDF, a photo or plain text").doesNotContain("Word", "Excel");
    }

    @Test
    void hostile_words_stay_words() throws Exception {
        answer(post(path + "/statements/L1").param("revision", "0").param("answer", "PARTLY").param("why", "<script>alert(1)</script><img src=x onerror=alert(1)>"), World.SAL);

        for (String where : new String[] {path + "/statements/L1", path + "/print"}) assertThat(page(get(where), World.SAL).select("main script:not([src]), main img")).as(where).isEmpty();
    }

    private MockHttpServletRequestBuilder evidence(String kind) {
        return post(path + "/statements/L1/evidence").param("once", UUID.randomUUID().toString()).param("kind", kind).param("collected.day", "1").param("collected.month", "11").param("collected.year", "2026").param("owner", World.MINA.worker().id().toString());
    }

    private Document page(org.springframework.test.web.servlet.RequestBuilder request, Actor.Worker me) throws Exception {
        return Jsoup.parse(answer(request, me).getContentAsString());
    }

    private MockHttpServletResponse answer(org.springframework.test.web.servlet.RequestBuilder request, Actor.Worker me) throws Exception {
        org.springframework.test.web.servlet.request.ConfigurableSmartRequestBuilder<?> smart = (org.springframework.test.web.servlet.request.ConfigurableSmartRequestBuilder<?>) request;
        smart.with(world.signedIn(me));
        return mvc.perform(request).andReturn().getResponse();
    }
}
