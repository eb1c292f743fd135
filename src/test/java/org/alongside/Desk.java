package org.alongside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.alongside.access.Actor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The desk as a worker's browser meets it, for tests: {@code desk.page(World.MINA, get("/desk/cases"))}. */
@TestComponent
public class Desk {
    @Autowired private MockMvc mvc;
    @Autowired private World world;

    /** What comes back, whatever it is. */
    public MockHttpServletResponse send(Actor.Worker me, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(world.signedIn(me))).andReturn().getResponse();
    }

    /** A page, as every page has to be. */
    public Document page(Actor.Worker me, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse response = send(me, request);
        assertThat(response.getStatus()).isEqualTo(200);
        Document page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("script:not([src])")).isEmpty();
        return page;
    }

    /** Something that is done and leads on; the errors of the form say why where it is not. */
    public void done(Actor.Worker me, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse response = send(me, request);
        assertThat(response.getStatus()).as(Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8)).select(".govuk-error-summary").text()).isEqualTo(302);
    }
}
