package org.alongside.instruments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@AlongsideTest
class SetPagesTests {
    @Autowired World world;
    @Autowired Desk desk;
    final String key = "own-" + UUID.randomUUID();

    @Test
    void everybody_reads_what_is_asked_and_only_those_in_charge_load_files() throws Exception {
        Document mina = desk.page(World.MINA, get("/desk/instruments"));

        assertThat(mina.text()).contains("Safety assessment", "Signs that go before serious harm", "How heavy, and which way it goes", "Who does what to whom", "Needs and outcomes", "How we were with you").doesNotContain("Load a file");
        assertThat(desk.page(World.SAL, get("/desk/instruments")).text()).contains("Load a file of your own");
    }

    @Test
    void a_file_with_mistakes_is_answered_line_by_line() throws Exception {
        Document page = desk.page(World.SAL, file("key: x\nversion: 1\nsections: [{key: a, title: A, items: [{key: b, kind: essay}]}]\n"));

        assertThat(page.select(".mistakes li").eachText()).anySatisfy(line -> assertThat(line).startsWith("own.yaml, line 3:").contains("essay")).anySatisfy(line -> assertThat(line).contains("no \"title\""));
        assertThat(page.select(".govuk-error-summary").text()).contains("This file cannot be used yet");
        assertThat(desk.page(World.SAL, file("")).select(".govuk-error-message").text()).contains("Choose a file that is not empty");
        assertThat(desk.page(World.SAL, multipart("/desk/instruments").file(new MockMultipartFile("file", "x", null, new byte[] {(byte) 0xC3, 0x28}))).select(".govuk-error-message").text()).contains("not a text file in UTF-8");
    }

    @Test
    void what_was_loaded_shows_as_it_will_be_asked_is_published_and_put_away() throws Exception {
        String there = desk.send(World.SAL, file(good())).getRedirectedUrl();
        Document preview = desk.page(World.SAL, get(there));

        assertThat(preview.text()).contains("Not published yet", "Is the door locked?", "Somebody Else", "Shown by permission.", "Wording and order stay as they are", "The count of 1 questions", "A number never lowers a level");
        assertThat(desk.send(World.SAL, post(there + "/publication")).getRedirectedUrl()).isEqualTo(there);
        assertThat(desk.page(World.SAL, get(there)).select("main .govuk-tag").first().text()).isEqualTo("In use");
        desk.send(World.SAL, post(there + "/retirement"));
        assertThat(desk.page(World.SAL, get(there)).select("main .govuk-tag").first().text()).isEqualTo("Put away");
        assertThat(desk.page(World.MINA, get("/desk/instruments")).text()).doesNotContain(key);
    }

    @Test
    void printed_empty_it_names_no_service_and_no_subject() throws Exception {
        String there = desk.page(World.MINA, get("/desk/instruments")).select("main a:contains(Safety assessment)").attr("href");
        Document paper = desk.page(World.MINA, get(there + "/blank"));

        assertThat(paper.title()).isEqualTo("Notes");
        assertThat(paper.select("h1").text()).isEqualTo("Notes");
        assertThat(paper.text()).contains("Is it safe to talk right now?", "No answer").doesNotContain("Harbour");
        assertThat(desk.page(World.MINA, get(there + "/blank?large=true")).select("html").attr("class")).contains("large-print");
    }

    @Test
    void the_file_of_a_set_comes_back_as_it_is() throws Exception {
        String there = desk.send(World.SAL, file(good())).getRedirectedUrl();
        MockHttpServletResponse response = desk.send(World.SAL, get(there + "/file"));

        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(good());
        assertThat(response.getHeader("Content-Disposition")).contains("attachment");
        assertThat(desk.send(World.MINA, get(there + "/file")).getStatus()).isEqualTo(404);
    }

    private String good() {
        return """
                key: %s
                version: "1"
                title: A checklist of %s
                about: For tests.
                licence: {kind: no-derivatives, holder: Somebody Else, notice: Shown by permission.}
                sections: [{key: a, title: A, items: [{key: b, ask: "Is the door locked?", kind: yes-no}]}]
                scales: [{key: s, title: Ticks, method: count, items: [b], bands: [{from: 1, to: 1, key: x, text: Reached, raises: high}]}]
                """.formatted(key, key);
    }

    private static AbstractMockHttpServletRequestBuilder<?> file(String text) {
        return multipart("/desk/instruments").file(new MockMultipartFile("file", "own.yaml", "text/yaml", text.getBytes(StandardCharsets.UTF_8)));
    }
}
