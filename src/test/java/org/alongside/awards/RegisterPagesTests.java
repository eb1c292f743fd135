package org.alongside.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.ActingTransaction;
import org.alongside.access.DemoTown;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.selfassessment.DemoSelfAssessments;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What stands in the register is read by anybody, as it is today. */
@AlongsideTest
class RegisterPagesTests {
    @Autowired MockMvc mvc;
    @Autowired Desk desk;
    @Autowired SelfAssessments assessments;
    @Autowired World world;
    @Autowired Register register;
    @Autowired Awards awards;
    @Autowired PublicRegister publicly;
    @Autowired ActingTransaction acting;
    @Autowired JdbcClient sql;
    @Autowired Directory directory;
    private String path;

    @BeforeEach
    void lanterns() {
        path = "/standards/register/" + world.as(World.anyone(), () -> register.one(DemoAwards.AWARD)).code();
    }

    @AfterEach
    void stands_again() {
        world.as(World.WREN, () -> awards.lift(DemoAwards.AWARD, "Over", World.WREN));
        publicly.lookAgain();
    }

    @Test
    void anybody_finds_who_stands_there_and_whose_word_it_is_in_both_languages() throws Exception {
        assertThat(page("/standards/register").select("main ul.lines li").text()).contains("Lantern Northquay", "Stands today", "Awarded by Tideway Quality Board");
        Document entry = page(path);
        assertThat(entry.text()).contains("Lantern Northquay", "Version 1", "For those who begin", "made anew each time");
        assertThat(page("/cy" + path).select("h1").text()).isEqualTo("Sut mae gwasanaeth yn sefyll");
        assertThat(entry.title()).as("neutral in the tab").doesNotContain("Lantern");
    }

    @Test
    void what_is_suspended_says_so_at_once_and_not_why() throws Exception {
        world.as(World.WREN, () -> awards.suspend(DemoAwards.AWARD, "Somebody complained", World.WREN));
        publicly.lookAgain();

        assertThat(page(path).text()).contains("Suspended").doesNotContain("Stands today", "complained");
        assertThat(page("/standards/register").select("main ul.lines li").text()).contains("Lantern Northquay Suspended");
        assertThat(page("/services/" + directory.receivedBy(DemoTown.LANTERN).get(0).id()).select("main a[href=" + path + "]")).as("beside the service").isEmpty();
        assertThat(Jsoup.parse(answer(path + "/badge.svg").getContentAsString(), Parser.xmlParser()).select("text").text()).contains("Suspended").doesNotContain("Awarded");
        assertThat(answer(path + "/badge.json").getContentAsString()).contains("\"stands\":false").doesNotContain("complained");
        assertThat(answer(path + "/certificate.pdf").getStatus()).as("no paper of what does not stand").isEqualTo(404);
    }

    @Test
    void the_register_is_read_while_the_database_is_away() {
        boolean[] gone = {false};
        PublicRegister leftBehind = new PublicRegister(acting, register, sql) {
            @Override
            protected String stamp() {
                if (gone[0]) throw new DataAccessResourceFailureException("away");
                return super.stamp();
            }
        };
        String code = path.substring(path.lastIndexOf('/') + 1);
        gone[0] = true;
        leftBehind.lookAgain();
        assertThat(leftBehind.byCode(code)).as("control: nothing before it was read").isEmpty();
        gone[0] = false;
        leftBehind.lookAgain();
        gone[0] = true;

        leftBehind.lookAgain();

        assertThat(leftBehind.byCode(code)).isPresent();
        assertThat(leftBehind.on(LocalDate.of(2026, 11, 20))).extracting(Award::ownerName).contains("Lantern Northquay");
    }

    @Test
    void the_badge_and_the_certificate_say_level_version_dates_and_where_to_check() throws Exception {
        MockHttpServletResponse badge = answer(path + "/badge.svg");
        assertThat(badge.getContentType()).startsWith("image/svg+xml");
        assertThat(badge.getCookies()).isEmpty();
        Document svg = Jsoup.parse(badge.getContentAsString(), Parser.xmlParser());
        assertThat(svg.select("svg > title").text()).contains("Awarded by Tideway Quality Board");
        assertThat(svg.select("text").text()).contains("Version 1", path);
        assertThat(svg.select("script, image, use, a")).as("nothing in it is fetched or runs").isEmpty();
        assertThat(answer(path + "/badge.json").getContentAsString()).contains("\"level\":\"awarded\"", "\"stands\":true", "\"version\":\"1\"");

        try (PDDocument paper = Loader.loadPDF(answer(path + "/certificate.pdf").getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("Lantern Northquay", "Tideway Quality Board", path);
        }
    }

    @Test
    void a_number_that_is_nobodys_is_not_found() throws Exception {
        for (String none : List.of("000000000000", "1", "abc", "../..")) for (String what : List.of("", "/badge.svg", "/badge.json", "/certificate.pdf")) assertThat(answer("/standards/register/" + none + what).getStatus()).as(none + what).isIn(400, 404);
    }

    @Test
    void the_award_shows_beside_the_service_and_changes_nothing_else_in_the_directory() throws Exception {
        Listing lanterns = directory.receivedBy(DemoTown.LANTERN).get(0);
        String found = answer("/find").getContentAsString();

        assertThat(page("/services/" + lanterns.id()).select("main a[href=" + path + "]").text()).contains("Awarded by Tideway Quality Board", "Supporting men who are hurt at home");

        Listing other = directory.all(null).stream().filter(one -> one.receiver() == null).findFirst().orElseThrow();
        assertThat(page("/services/" + other.id()).select("main a[href^=/standards/register/]")).isEmpty();
        assertThat(found).doesNotContain("Awarded by");
    }

    @Test
    void an_award_is_renewed_from_its_own_page_with_every_answer_to_be_confirmed_and_stands_meanwhile() throws Exception {
        String next = desk.page(World.NIA, get("/desk/awards/" + DemoAwards.AWARD)).select("a:contains(Begin the next one)").attr("href");
        Document form = desk.page(World.NIA, get(next));
        assertThat(form.select("#edition option[selected]").val()).isEqualTo("supporting-men/starting");
        assertThat(form.select("#from option[selected]").val()).isEqualTo(DemoSelfAssessments.LANTERNS.id().toString());

        SelfAssessmentId begun = new SelfAssessmentId(UUID.fromString(form.select("input[name=once]").val()));
        desk.done(World.NIA, post("/desk/self-assessments").param("once", begun.id().toString()).param("edition", "supporting-men/starting").param("about", "").param("from", DemoSelfAssessments.LANTERNS.id().toString()));

        SelfAssessment renewed = world.as(World.NIA, () -> assessments.one(begun));
        assertThat(renewed.toConfirm()).hasSameSizeAs(renewed.statements());
        assertThat(page(path).text()).contains("Stands today");
        assertThat(desk.send(World.SAL, get("/desk/self-assessments?from=" + begun.id())).getStatus()).as("nobody begins from what others said").isEqualTo(404);
        world.as(World.NIA, () -> assessments.putAway(begun, World.NIA));
    }

    private Document page(String where) throws Exception {
        return Jsoup.parse(answer(where).getContentAsString());
    }

    private MockHttpServletResponse answer(String where) throws Exception {
        return mvc.perform(get(where)).andReturn().getResponse();
    }
}
