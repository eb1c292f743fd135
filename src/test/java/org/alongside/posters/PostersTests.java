package org.alongside.posters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.Camera;
import org.alongside.World;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.directory.Nation;
import org.alongside.directory.Part.Kind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Posters and leaflets, from the choice to the paper. */
@AlongsideTest
class PostersTests {
    private static final List<String> DESIGNS = List.of("1", "2", "3", "4", "5", "6");
    private static final String MAN = "1", WOMAN = "2", DEAF = "5", OWN_WAYS = "6", POSTER = "1", STRIPS = "2", LEAFLET = "3";
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)https?:|www\\.|[a-z0-9-]+\\.(org|com|net|uk|wales|scot|cymru)\\b|@");
    private static final Pattern ABUSE = Pattern.compile("(?i)abuse|violen|hurt|scare|refuge|help|safe|danger|999");

    @Autowired MockMvc mvc;
    @Autowired Directory directory;

    @Test
    void the_choice_and_what_was_chosen_are_whole_in_both_languages_and_leave_nothing_behind() throws Exception {
        List<String> pages = new ArrayList<>(List.of("/posters", "/posters/" + called("Harbour House support")));
        DESIGNS.forEach(design -> List.of("en", "cy").forEach(language -> pages.add(path(design, language, null))));
        for (String path : pages) {
            for (String language : List.of("", "/cy")) {
                MockHttpServletResponse answer = answer(get(language + path));
                Document page = Jsoup.parse(answer.getContentAsString());

                assertThat(answer.getStatus()).as(path).isEqualTo(200);
                assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
                assertThat(page.title()).isEqualTo("Local support");
                assertThat(page.select("h1, a.exit")).hasSize(2);
                assertThat(page.text()).doesNotContain("posters.", "directory.keep").contains(language.isEmpty() ? "Example text, not yet reviewed" : "heb ei adolygu eto");
                assertThat(page.select("[src^=http], link[href^=http], main a[href^=http], script:not([src]), [style]")).as("nobody else is asked").isEmpty();
            }
        }
    }

    @Test
    void men_are_pictured_and_named_first_of_all() throws Exception {
        Document page = page("/posters");

        assertThat(page.select(".design").eachText()).containsExactly("A man", "A woman", "Two men who are a couple", "An older person", "A Deaf person", "Somebody worried about how they treat the one they love");
        assertThat(page.select(".design svg")).hasSize(6);
        assertThat(words(path(MAN, "en", null), POSTER)).contains("Men are hurt at home too.", "It is not your fault");
        assertThat(words(path(MAN, "cy", null), POSTER)).contains("Mae dynion yn cael eu brifo gartref hefyd.");
    }

    @Test
    void a_choice_leads_to_an_address_of_numbers_without_words() throws Exception {
        UUID service = called("Harbour House support");

        assertThat(sent("design", MAN, "service", "Harbour House support, Harbour House", "language", "en").getRedirectedUrl()).isEqualTo("/posters/1/en/" + service).doesNotContainPattern(ABUSE);
        assertThat(sent("design", OWN_WAYS, "service", "", "language", "cy").getRedirectedUrl()).isEqualTo("/posters/6/cy/0");
        assertThat(sent("design", MAN, "language", "en").getHeaders("Set-Cookie")).as("what was understood is carried nowhere").isEmpty();
        assertThat(answer(post("/cy/posters").with(World.sameSite()).param("design", WOMAN)).getRedirectedUrl()).isEqualTo("/cy/posters/2/en/0");
    }

    @Test
    void what_was_not_understood_is_asked_again_and_what_was_typed_stays() throws Exception {
        MockHttpServletResponse refused = sent("design", "", "service", "Zqxjkvw<b>", "language", "cy");
        Cookie kept = refused.getCookie("w");
        assertThat(refused.getRedirectedUrl()).isEqualTo("/posters");
        assertThat(refused.getHeaders("Set-Cookie")).hasSize(2).allSatisfy(set -> assertThat(set).contains("HttpOnly", "SameSite=Lax").containsPattern("Path=(/cy)?/posters").doesNotContain("Max-Age", "Zq"));

        Document page = Jsoup.parse(answer(get("/posters").cookie(kept)).getContentAsString());
        assertThat(page.select("#service").attr("value")).isEqualTo("Zqxjkvw<b>");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#design", "#service");
        assertThat(page.select("input[name=language][value=cy]").hasAttr("checked")).isTrue();
        assertThat(page.select("input").eachAttr("id")).contains("design", "service");

        assertThat(answer(post("/posters").with(World.sameSite()).cookie(kept).param("design", MAN)).getHeaders("Set-Cookie")).allMatch(set -> set.contains("Max-Age=0")).isNotEmpty();
        assertThat(answer(get("/leave").cookie(kept)).getHeaders("Set-Cookie")).anyMatch(set -> set.startsWith("w=") && set.contains("Max-Age=0"));
    }

    @Test
    void a_name_that_several_services_may_mean_is_asked_back_and_the_answer_is_used() throws Exception {
        Cookie kept = sent("design", MAN, "service", "harbor house", "language", "en").getCookie("w");
        Document page = Jsoup.parse(answer(get("/posters").cookie(kept)).getContentAsString());
        String support = called("Harbour House support").toString();

        assertThat(page.select("input[name=which]").eachAttr("value")).contains(support);
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#which");
        assertThat(sent("design", MAN, "service", "harbor house", "which", support, "language", "en").getRedirectedUrl()).isEqualTo("/posters/1/en/" + support);
        // Control: an id that the name does not mean is no answer.
        assertThat(sent("design", WOMAN, "service", "harbor house", "which", called("Westermouth refuge").toString()).getRedirectedUrl()).isEqualTo("/posters");
    }

    // Safety: a poster sends people to a door; it must not be one that stays shut for whoever is in the picture.
    @Test
    void a_service_stands_only_under_a_picture_of_somebody_it_says_it_is_for() throws Exception {
        UUID refuge = called("Westermouth refuge"), change = called("Harbour House change team"), outreach = called("Harbour House support");

        assertThat(sent("design", MAN, "service", "Westermouth refuge").getRedirectedUrl()).isEqualTo("/posters");
        assertThat(status(path(MAN, "en", refuge))).isEqualTo(404);
        assertThat(status(path(MAN, "en", refuge) + "/1")).isEqualTo(404);
        assertThat(status(path(WOMAN, "en", refuge))).as("the control").isEqualTo(200);
        assertThat(status(path(OWN_WAYS, "en", outreach))).isEqualTo(404);
        assertThat(status(path(OWN_WAYS, "en", change))).as("the control").isEqualTo(200);
        assertThat(status(path(WOMAN, "en", called("DV FLAG East")))).as("not stated is not a yes").isEqualTo(404);
        assertThat(words(path("4", "en", refuge), POSTER)).contains("For women.");
    }

    // Safety: who does not hear is not sent to a number that can only be rung.
    @Test
    void a_deaf_person_is_sent_where_hearing_is_not_needed() throws Exception {
        assertThat(status(path(DEAF, "en", called("Westermouth refuge")))).isEqualTo(404);
        assertThat(status(path(DEAF, "en", called("Live Fear Free")))).as("the control").isEqualTo(200);
        assertThat(words(path(DEAF, "en", called("Live Fear Free")), POSTER)).contains("Text 07860 077333", "999 BSL");
        assertThat(status(path(DEAF, "en", null) + "/" + STRIPS)).as("the first line has no number").isEqualTo(404);
        assertThat(page(path(DEAF, "en", null)).select(".sheets a").eachAttr("href")).hasSize(2);
    }

    @Test
    void where_each_region_has_its_own_number_each_says_which_and_no_strip_picks_one() throws Exception {
        String freedom = path(MAN, "en", called("Freedom"));

        assertThat(words(freedom, POSTER)).contains("London: 0800 298 9199", "Scotland: 0808 169 4315");
        assertThat(status(freedom + "/" + STRIPS)).isEqualTo(404);
    }

    @Test
    void each_sheet_says_what_it_is_to_whoever_hears_it_and_its_words_can_be_marked_and_copied() throws Exception {
        for (String design : DESIGNS) {
            for (String language : List.of("en", "cy")) {
                for (String sheet : sheets(path(design, language, null))) {
                    try (PDDocument document = Loader.loadPDF(answer(get(sheet)).getContentAsByteArray())) {
                        assertThat(document.getDocumentCatalog().getLanguage()).as(sheet).isEqualTo(language);
                        assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Local support");
                        assertThat(document.getDocumentCatalog().getStructureTreeRoot()).as("tagged").isNotNull();
                        assertThat(document.getNumberOfPages()).as(sheet).isEqualTo(sheet.endsWith(LEAFLET) ? 2 : 1);
                        assertThat(text(document)).as(sheet).doesNotContain("posters.").contains("20", language.equals("en") ? "not yet reviewed" : "heb ei adolygu");
                    }
                }
            }
        }
        assertThat(answer(get(path(MAN, "en", null) + "/1")).getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"sheet.pdf\"");
        assertThat(answer(get(path(MAN, "en", null) + "/1")).getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void without_a_service_the_national_lines_stand_there_and_the_page_cites_where_they_were_found() throws Exception {
        Document page = page(path(MAN, "en", null));

        assertThat(words(path(MAN, "en", null), POSTER)).contains("0808 8010 327", "0808 800 1170", "0808 80 10 800", "0800 027 1234", "0808 802 1414");
        assertThat(page.select(".source").eachText()).hasSize(5).contains("mankind.org.uk/");
        assertThat(words(path(WOMAN, "en", null), LEAFLET)).contains("0808 2000 247");
        assertThat(words(path(OWN_WAYS, "en", null), STRIPS)).contains("0808 8024 040").doesNotContain("0808 2000 247");
    }

    @Test
    void the_square_on_every_sheet_leads_to_the_page_in_its_language_and_paper_holds_no_address_of_somebody_else() throws Exception {
        UUID service = called("Staying Put");
        for (String language : List.of("en", "cy")) {
            String start = "http://localhost" + (language.equals("cy") ? "/cy" : "");
            for (String sheet : sheets(path(MAN, language, service))) assertThat(seen(sheet)).as(sheet).isEqualTo(start + "/services/" + service);
            for (String sheet : sheets(path(DEAF, language, null))) assertThat(seen(sheet)).as(sheet).isEqualTo(start + "/helplines");
        }
        for (Listing listing : directory.all(null)) {
            for (String design : List.of(MAN, WOMAN, DEAF, OWN_WAYS)) {
                String path = path(design, "en", listing.id());
                if (status(path) != 200) continue;
                try (PDDocument document = Loader.loadPDF(answer(get(path + "/1")).getContentAsByteArray())) {
                    assertThat(words(document)).as(listing.name()).doesNotContainPattern(ELSEWHERE).contains(listing.name());
                    assertThat(document.getPage(0).getAnnotations()).as("nothing to press").isEmpty();
                    listing.contacts().stream().filter(contact -> contact.isDialled()).forEach(contact -> assertThat(words(document)).contains(contact.value()));
                }
            }
        }
    }

    // Safety: whoever finds a strip in a pocket finds a number.
    @Test
    void a_strip_holds_a_number_and_nothing_that_tells_what_for() throws Exception {
        for (String path : List.of(path(MAN, "en", null), path(WOMAN, "cy", called("Westermouth refuge")), path(OWN_WAYS, "en", null))) {
            try (PDDocument document = Loader.loadPDF(answer(get(path + "/" + STRIPS)).getContentAsByteArray())) {
                PDPage page = document.getPage(0);
                PDFTextStripperByArea area = new PDFTextStripperByArea();
                area.addRegion("strips", new Rectangle2D.Float(0, 236 * 72 / 25.4f + 2, page.getMediaBox().getWidth(), 62 * 72 / 25.4f));
                area.addRegion("above", new Rectangle2D.Float(0, 0, page.getMediaBox().getWidth(), 236 * 72 / 25.4f));
                area.extractRegions(page);

                assertThat(area.getTextForRegion("strips").replaceAll("\\s", "")).as(path).hasSizeGreaterThan(100).matches("\\d+").matches("(\\d{11})\\1{9}");
                assertThat(area.getTextForRegion("above")).as("the control").containsPattern("\\p{L}");
            }
        }
    }

    // Safety: a leaflet lies about folded.
    @Test
    void outside_a_leaflet_is_paper_for_notes() throws Exception {
        for (String design : DESIGNS) {
            try (PDDocument document = Loader.loadPDF(answer(get(path(design, "en", null) + "/" + LEAFLET)).getContentAsByteArray())) {
                PDFTextStripper outside = new PDFTextStripper();
                outside.setEndPage(1);
                assertThat(outside.getText(document).strip()).isEqualTo("Notes");
                assertThat(text(document)).as("the control").containsPattern(ABUSE);
            }
        }
    }

    // Safety: where a refuge is, or roughly is, stands on no paper.
    @Test
    void no_sheet_holds_a_place_of_anybody() throws Exception {
        int places = 0;
        for (Listing listing : directory.all(null)) {
            String path = path(WOMAN, "en", listing.id());
            if (status(path) != 200) continue;
            List<String> said = new ArrayList<>(listing.serves().areas());
            said.removeIf(area -> area.equals("UK") || Stream.of(Nation.values()).anyMatch(nation -> nation.name().equals(area)));
            listing.offices().forEach(office -> said.add(office.name()));
            said.add("ZZ1");
            places += said.size();
            for (String sheet : sheets(path)) assertThat(said).as(listing.name()).noneMatch(place -> wordsOf(sheet).replace(listing.name(), "").toLowerCase(Locale.ROOT).contains(place.toLowerCase(Locale.ROOT)));
            if (listing.parts().stream().anyMatch(part -> part.kind() == Kind.REFUGE)) assertThat(page(path).select(".poster").text().replace(listing.name(), "")).doesNotContain("Westermouth", "ZZ1");
        }
        // Control: there are places that could have been said.
        assertThat(places).isGreaterThan(20);
    }

    @Test
    void nothing_on_a_sheet_lies_over_anything_else() throws Exception {
        List<String> all = new ArrayList<>();
        for (String design : DESIGNS) for (String language : List.of("en", "cy")) all.add(path(design, language, null));
        for (String name : List.of("Harbour House support", "Freedom", "Lifeline")) for (String language : List.of("en", "cy")) all.add(path(MAN, language, called(name)));
        for (String path : all) {
            for (String sheet : sheets(path)) {
                if (sheet.endsWith(LEAFLET)) continue;
                List<TextPosition> letters = letters(sheet);
                try (PDDocument document = Loader.loadPDF(answer(get(sheet)).getContentAsByteArray())) {
                    assertThat(document.getNumberOfPages()).as(sheet).isEqualTo(1);
                }
                float end = sheet.endsWith(STRIPS) ? 236 * 72 / 25.4f : 290 * 72 / 25.4f;
                List<TextPosition> upright = letters.stream().filter(letter -> letter.getDir() == 0 && !letter.getUnicode().isBlank()).toList();
                assertThat(upright).as(sheet).hasSizeGreaterThan(100).allSatisfy(letter -> assertThat(letter.getYDirAdj()).isLessThan(end));
                assertThat(overlapping(upright)).as(sheet).isEmpty();
            }
        }
    }

    @Test
    void an_address_that_means_nothing_is_not_found() throws Exception {
        for (String path : List.of("/posters/7/en/0", "/posters/0/en/0", "/posters/x/en/0", "/posters/1/fr/0", "/posters/1/en/x", "/posters/1/en/" + UUID.randomUUID(), "/posters/1/en/0/4", "/posters/1/en/0/x", "/posters/" + UUID.randomUUID())) assertThat(status(path)).as(path).isEqualTo(404);
    }

    @Test
    void made_up_services_say_so_on_every_sheet() throws Exception {
        for (String sheet : sheets(path(MAN, "en", called("Harbour House support")))) assertThat(wordsOf(sheet)).contains("This service is made up");
        for (String sheet : sheets(path(MAN, "en", called("Staying Put")))) assertThat(wordsOf(sheet)).doesNotContain("made up");
    }

    /** Letters whose boxes share more than a corner with the box of another. */
    private static List<String> overlapping(List<TextPosition> letters) {
        List<String> over = new ArrayList<>();
        for (int one = 0; one < letters.size(); one++) {
            Rectangle2D box = box(letters.get(one));
            for (int other = one + 1; other < letters.size(); other++) if (box.intersects(box(letters.get(other)))) over.add(letters.get(one).getUnicode() + letters.get(other).getUnicode() + " at " + box);
        }
        return over;
    }

    /** The middle of a letter, so that neighbours that touch are no trouble. */
    private static Rectangle2D box(TextPosition letter) {
        float height = letter.getFontSizeInPt() * .5f, width = letter.getWidthDirAdj();
        return new Rectangle2D.Float(letter.getXDirAdj() + width * .3f, letter.getYDirAdj() - height, width * .4f, height * .9f);
    }

    private List<TextPosition> letters(String sheet) throws Exception {
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(answer(get(sheet)).getContentAsByteArray())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                }
            }.getText(document);
        }
        return letters;
    }

    private String seen(String sheet) throws Exception {
        try (PDDocument document = Loader.loadPDF(answer(get(sheet)).getContentAsByteArray())) {
            return Camera.reads(new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 120));
        }
    }

    private List<String> sheets(String path) throws Exception {
        return page(path).select(".sheets a").eachAttr("href");
    }

    private String words(String path, String sheet) throws Exception {
        return wordsOf(path + "/" + sheet);
    }

    private String wordsOf(String sheet) {
        try (PDDocument document = Loader.loadPDF(mvc.perform(get(sheet)).andReturn().getResponse().getContentAsByteArray())) {
            return words(document);
        } catch (Exception unreadable) {
            throw new AssertionError(sheet, unreadable);
        }
    }

    private static String words(PDDocument document) {
        try {
            return text(document).replaceAll("\\s+", " ");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static String path(String design, String language, UUID service) {
        return "/posters/" + design + "/" + language + "/" + (service == null ? "0" : service);
    }

    private UUID called(String name) {
        return directory.all(null).stream().filter(listing -> listing.name().equals(name)).findFirst().orElseThrow().id();
    }

    private int status(String path) throws Exception {
        return answer(get(path)).getStatus();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(answer(get(path)).getContentAsString());
    }

    private MockHttpServletResponse sent(String... words) throws Exception {
        MockHttpServletRequestBuilder request = post("/posters").with(World.sameSite());
        for (int i = 0; i < words.length; i += 2) request.param(words[i], words[i + 1]);
        return answer(request);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
