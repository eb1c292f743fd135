package org.alongside.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.DemoTown;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What stands in the register is read by anybody, as it is today. */
@AlongsideTest
class RegisterPagesTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired Register register;
    @Autowired Awards awards;
    @Autowired Directory directory;
    private String path;

    @BeforeEach
    void lanterns() {
        path = "/standards/register/" + world.as(World.anyone(), () -> register.one(DemoAwards.AWARD)).code();
    }

    @AfterEach
    void stands_again() {
        world.as(World.WREN, () -> awards.lift(DemoAwards.AWARD, "Over", World.WREN));
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

        assertThat(page(path).text()).contains("Suspended").doesNotContain("Stands today", "complained");
        assertThat(Jsoup.parse(answer(path + "/badge.svg").getContentAsString(), Parser.xmlParser()).select("text").text()).contains("Suspended").doesNotContain("Awarded");
        assertThat(answer(path + "/badge.json").getContentAsString()).contains("\"stands\":false").doesNotContain("complained");
        assertThat(answer(path + "/certificate.pdf").getStatus()).as("no paper of what does not stand").isEqualTo(404);
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

    private Document page(String where) throws Exception {
        return Jsoup.parse(answer(where).getContentAsString());
    }

    private MockHttpServletResponse answer(String where) throws Exception {
        return mvc.perform(get(where)).andReturn().getResponse();
    }
}
