package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class SessionTests {
    private static int networks;
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    @Test
    void fifteen_minutes_without_a_click_end_the_session() throws Exception {
        Cookie session = signIn("mina@harbour.example");
        age(session, "last_access_time", Duration.ofMinutes(14));
        mvc.perform(get("/desk/account").cookie(session)).andExpect(status().isOk());

        age(session, "last_access_time", Duration.ofMinutes(16));
        mvc.perform(get("/desk/account").cookie(session)).andExpect(redirectedUrlPattern("/desk/sign-in**"));
    }

    @Test
    void ten_hours_end_the_session_however_busy_it_was() throws Exception {
        Cookie session = signIn("mina@harbour.example");
        age(session, "creation_time", Duration.ofHours(10).minusMinutes(1));
        mvc.perform(get("/desk/account").cookie(session)).andExpect(status().isOk());

        age(session, "creation_time", Duration.ofHours(10).plusMinutes(1));
        mvc.perform(get("/desk/account").cookie(session)).andExpect(redirectedUrlPattern("/desk/sign-in**"));
    }

    @Test
    void a_pretended_time_does_not_lengthen_or_shorten_a_session() throws Exception {
        Cookie session = signIn("mina@harbour.example");
        clock.pass(Duration.ofDays(400));
        try {
            mvc.perform(get("/desk/account").cookie(session)).andExpect(status().isOk());
        } finally {
            clock.back();
        }
    }

    @Test
    void the_session_holds_who_you_are_and_nothing_else() throws Exception {
        Cookie session = signIn("mina@harbour.example");

        assertThat(sql.sql("select a.attribute_name from organisations.spring_session_attributes a join organisations.spring_session s on s.primary_id = a.session_primary_id where s.session_id = :id")
                .param("id", id(session)).query(String.class).list())
                .containsExactlyInAnyOrder("worker", "organisation", "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME");
    }

    @Test
    void public_pages_neither_make_nor_read_nor_lengthen_a_session() throws Exception {
        Cookie session = signIn("mina@harbour.example");
        age(session, "last_access_time", Duration.ofMinutes(5));
        List<String> before = sessions();

        for (String path : List.of("/", "/about-this-site", "/no-such-page", "/helplines")) {
            mvc.perform(get(path).cookie(session)).andExpect(cookie().doesNotExist("desk"));
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void leaving_the_desk_ends_the_session() throws Exception {
        Cookie session = signIn("mina@harbour.example");
        mvc.perform(get("/desk/leave").cookie(session)).andExpect(status().isSeeOther());

        mvc.perform(get("/desk/account").cookie(session)).andExpect(redirectedUrlPattern("/desk/sign-in**"));
    }

    @Test
    void a_worker_sees_their_other_sessions_and_ends_them() throws Exception {
        Cookie here = signIn("jo@harbour.example");
        Cookie elsewhere = signIn("jo@harbour.example");
        Cookie colleague = signIn("mina@harbour.example");

        mvc.perform(get("/desk/account").cookie(here)).andExpect(content().string(containsString("Elsewhere")));
        mvc.perform(post("/desk/account/other-sessions").with(World.sameSite()).cookie(here)).andExpect(status().isFound());

        mvc.perform(get("/desk/account").cookie(elsewhere)).andExpect(redirectedUrlPattern("/desk/sign-in**"));
        mvc.perform(get("/desk/account").cookie(here)).andExpect(status().isOk());
        mvc.perform(get("/desk/account").cookie(colleague)).andExpect(status().isOk());
    }

    private Cookie signIn(String email) throws Exception {
        return new Cookie("desk", mvc.perform(post("/desk/sign-in").with(World.sameSite()).with(request -> {
            request.setCookies(new Cookie("familiar", "x"));
            request.setRemoteAddr("127.77." + ++networks + ".1");
            return request;
        }).param("email", email).param("password", DemoWorkers.PASSWORD)).andExpect(status().isFound()).andReturn().getResponse().getCookie("desk").getValue());
    }

    private void age(Cookie session, String column, Duration by) {
        long then = Instant.now().minus(by).toEpochMilli();
        sql.sql("update organisations.spring_session set " + column + " = :then where session_id = :id").param("then", then).param("id", id(session)).update();
    }

    private List<String> sessions() {
        return sql.sql("select session_id || ' ' || last_access_time from organisations.spring_session order by session_id").query(String.class).list();
    }

    private static String id(Cookie session) {
        return new String(Base64.getDecoder().decode(session.getValue()));
    }
}
