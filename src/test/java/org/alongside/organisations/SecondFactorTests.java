package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Role;
import org.alongside.organisations.Team.Newcomer;
import org.alongside.shared.Side;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A colleague who comes in by a link, sets up one-time codes and signs in with them: the way of everyone outside the demo. */
@AlongsideTest
class SecondFactorTests {
    private static final String PASSWORD = "seven quiet herons";
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired Team team;

    final String email = "new-" + UUID.randomUUID() + "@harbour.example";
    String link;

    @BeforeEach
    void a_colleague_is_invited() {
        link = "/desk/link/" + world.as(World.ALEX, () -> team.invite(World.ALEX, new Newcomer("Lee Marsh", email, Side.SUPPORT, Set.of(Role.SUPPORT_WORKER))));
    }

    @Test
    void until_the_second_factor_is_set_up_the_password_opens_nothing() throws Exception {
        Cookie half = accept();

        for (String path : new String[] {"/desk", "/desk/account", "/desk/team", "/desk/account/password"}) {
            mvc.perform(get(path).cookie(half)).andExpect(header().string("Location", containsString("/desk/sign-in")));
        }
        mvc.perform(get("/desk/sign-in/code").cookie(half)).andExpect(redirectedUrl("/desk/sign-in"));
        mvc.perform(get("/desk/account/second-factor").cookie(half)).andExpect(status().isOk()).andExpect(content().string(not(containsString("Sal Whitmore"))));
    }

    @Test
    void the_picture_is_ours_and_is_kept_nowhere() throws Exception {
        Cookie half = accept();

        mvc.perform(get("/desk/account/second-factor/picture").cookie(half)).andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("image/svg+xml"))).andExpect(header().string("Cache-Control", containsString("no-store")));
        mvc.perform(get("/desk/account/second-factor/picture")).andExpect(status().isNotFound());
        mvc.perform(get("/desk/account/second-factor")).andExpect(redirectedUrl("/desk/sign-in"));
    }

    @Test
    void a_code_signs_in_once_and_never_again() throws Exception {
        byte[] secret = enrol();
        Cookie half = password();
        String code = next(secret);

        mvc.perform(post("/desk/sign-in/code").with(World.sameSite()).cookie(half).param("code", "000000")).andExpect(content().string(containsString("not right")));
        Cookie whole = session(mvc.perform(post("/desk/sign-in/code").with(World.sameSite()).cookie(half).param("code", code).param("to", "/desk/account")).andExpect(redirectedUrl("/desk/account")).andReturn());
        mvc.perform(get("/desk/account").cookie(whole)).andExpect(status().isOk()).andExpect(content().string(containsString("Lee Marsh")));

        mvc.perform(post("/desk/sign-in/code").with(World.sameSite()).cookie(password()).param("code", code)).andExpect(status().isOk()).andExpect(content().string(containsString("used already")));
    }

    @Test
    void a_password_alone_and_a_half_open_session_reach_no_page() throws Exception {
        enrol();
        Cookie half = password();

        mvc.perform(get("/desk/account").cookie(half)).andExpect(status().isFound());
        mvc.perform(get("/desk/account/second-factor").cookie(half)).andExpect(redirectedUrl("/desk/sign-in"));
        mvc.perform(post("/desk/account/second-factor").with(World.sameSite()).cookie(half).param("code", "000000")).andExpect(redirectedUrl("/desk/sign-in"));
    }

    @Test
    void codes_of_the_step_before_and_after_are_taken_and_older_ones_are_not() throws Exception {
        byte[] secret = enrol();
        long now = Instant.now().getEpochSecond() / 30;

        mvc.perform(code(password(), SecondFactors.code(secret, now - 3))).andExpect(content().string(containsString("not right")));
        mvc.perform(code(password(), SecondFactors.code(secret, now + 3))).andExpect(content().string(containsString("not right")));
        mvc.perform(code(password(), next(secret))).andExpect(redirectedUrl("/desk"));
    }

    @Test
    void guessing_codes_is_soon_stopped() throws Exception {
        enrol();
        Cookie half = password();
        for (int i = 0; i < 6; i++) mvc.perform(code(half, "11111" + i));

        mvc.perform(code(half, "111119")).andExpect(content().string(containsString("too many tries")));
    }

    @Test
    void a_new_phone_needs_the_password_and_the_old_codes_stop() throws Exception {
        byte[] old = enrol();
        Cookie whole = session(mvc.perform(code(password(), next(old))).andReturn());
        byte[] offered = secret(mvc.perform(get("/desk/account/second-factor").cookie(whole)).andReturn());
        long now = Instant.now().getEpochSecond() / 30;

        mvc.perform(post("/desk/account/second-factor").with(World.sameSite()).cookie(whole).param("code", SecondFactors.code(offered, now))).andExpect(content().string(containsString("This is not your password")));
        mvc.perform(post("/desk/account/second-factor").with(World.sameSite()).cookie(whole).param("code", SecondFactors.code(offered, now)).param("password", PASSWORD)).andExpect(redirectedUrl("/desk/account"));

        assertThat(offered).isNotEqualTo(old);
        mvc.perform(code(password(), SecondFactors.code(old, now + 1))).andExpect(content().string(containsString("not right")));
        mvc.perform(code(password(), next(offered))).andExpect(redirectedUrl("/desk"));
    }

    private Cookie accept() throws Exception {
        mvc.perform(get(link)).andExpect(status().isOk()).andExpect(content().string(containsString("Harbour House")));
        return session(mvc.perform(post(link).with(World.sameSite()).param("password", PASSWORD)).andExpect(redirectedUrl("/desk/account/second-factor")).andReturn());
    }

    private byte[] enrol() throws Exception {
        Cookie half = accept();
        byte[] secret = secret(mvc.perform(get("/desk/account/second-factor").cookie(half)).andReturn());
        mvc.perform(post("/desk/account/second-factor").with(World.sameSite()).cookie(half).param("code", SecondFactors.code(secret, Instant.now().getEpochSecond() / 30 - 1))).andExpect(redirectedUrl("/desk"));
        return secret;
    }

    private Cookie password() throws Exception {
        return session(mvc.perform(post("/desk/sign-in").with(World.sameSite()).param("email", email).param("password", PASSWORD)).andExpect(redirectedUrl("/desk/sign-in/code")).andReturn());
    }

    private static MockHttpServletRequestBuilder code(Cookie half, String code) {
        return post("/desk/sign-in/code").with(World.sameSite()).cookie(half).param("code", code);
    }

    private static String next(byte[] secret) {
        return SecondFactors.code(secret, Instant.now().getEpochSecond() / 30 + 1);
    }

    private static byte[] secret(MvcResult page) throws Exception {
        String key = page.getResponse().getContentAsString().replaceAll("(?s).*>((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})<.*", "$1").replace(" ", "");
        return Base32.decode(key);
    }

    private static Cookie session(MvcResult result) {
        return new Cookie("desk", result.getResponse().getCookie("desk").getValue());
    }
}
