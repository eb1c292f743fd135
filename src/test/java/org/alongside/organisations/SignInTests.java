package org.alongside.organisations;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.alongside.AlongsideTest;
import org.alongside.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class SignInTests {
    @Autowired MockMvc mvc;
    @Autowired World world;

    @Test
    void a_worker_signs_in_and_is_sent_to_their_work() throws Exception {
        mvc.perform(post("/desk/sign-in").with(World.sameSite()).param("email", " Mina@Harbour.example").param("password", "westermouth"))
                .andExpect(redirectedUrl("/desk")).andExpect(cookie().path("desk", "/desk")).andExpect(cookie().httpOnly("desk", true));
        mvc.perform(get("/desk").with(world.signedIn(World.MINA))).andExpect(status().isFound());
    }

    @Test
    void a_stranger_is_asked_to_sign_in_and_comes_back_to_the_page_they_wanted() throws Exception {
        mvc.perform(get("/desk/team")).andExpect(redirectedUrl("/desk/sign-in?to=%2Fdesk%2Fteam"));
        mvc.perform(get("/desk/sign-in")).andExpect(status().isOk()).andExpect(content().string(containsString("<h1")));
    }
}
