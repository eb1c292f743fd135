package org.alongside.ui.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.alongside.ui.Frames;
import org.alongside.ui.FramesForTests;
import org.alongside.ui.OnLeave;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class LeaveTests {
    private final List<String> forgotten = new ArrayList<>();
    private final StaticListableBeanFactory modules = new StaticListableBeanFactory();
    private final Frames frames = FramesForTests.frames();
    private final MockMvc door = MockMvcBuilders.standaloneSetup(new LeaveController(modules.getBeanProvider(OnLeave.class), frames)).build();

    @Test
    void leaving_leads_to_the_weather_and_drops_everything_the_browser_holds() throws Exception {
        door.perform(get("/leave").cookie(new Cookie("draft", "abc"), new Cookie("words", "xyz")))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("https://www.bbc.co.uk/weather"))
                .andExpect(cookie().maxAge("draft", 0)).andExpect(cookie().maxAge("words", 0))
                .andExpect(header().string("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\""));
    }

    @Test
    void every_module_forgets_what_it_holds() throws Exception {
        modules.addBean("draft", (OnLeave) (request, response) -> forgotten.add("draft"));

        door.perform(get("/leave"));

        assertThat(forgotten).containsExactly("draft");
    }

    @Test
    void a_module_that_cannot_forget_keeps_nobody_here() throws Exception {
        modules.addBean("broken", (OnLeave) (request, response) -> { throw new IllegalStateException("the database is away"); });
        modules.addBean("draft", (OnLeave) (request, response) -> forgotten.add("draft"));

        door.perform(get("/leave")).andExpect(redirectedUrl("https://www.bbc.co.uk/weather"));

        assertThat(forgotten).containsExactly("draft");
    }

    @Test
    void leaving_the_desk_ends_the_session() throws Exception {
        MockHttpSession session = new MockHttpSession();

        door.perform(get("/desk/leave").session(session)).andExpect(status().isSeeOther());

        assertThat(session.isInvalid()).isTrue();
    }
}
