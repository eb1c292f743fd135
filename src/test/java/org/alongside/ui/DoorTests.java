package org.alongside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What happens at the door of every request, before any page is asked for. */
class DoorTests {
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicReference<HttpServletRequest> passed = new AtomicReference<>();

    private HttpServletRequest through(Filter filter, MockHttpServletRequest request) throws ServletException, IOException {
        filter.doFilter(request, response, (asked, answer) -> passed.set((HttpServletRequest) asked));
        return passed.get();
    }

    private static MockHttpServletRequest get(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }

    private static MockHttpServletRequest post(String site, String origin) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/refer");
        request.addHeader("Host", "help.example.org");
        if (site != null) request.addHeader("Sec-Fetch-Site", site);
        if (origin != null) request.addHeader("Origin", origin);
        return request;
    }

    @ParameterizedTest
    @CsvSource({"same-origin,", "same-origin, https://help.example.org", ", https://help.example.org", ", https://HELP.example.org"})
    void a_post_from_our_own_page_is_let_in(String site, String origin) throws Exception {
        assertThat(through(new SameOriginPosts(), post(site, origin))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({",", "cross-site,", "same-site, https://help.example.org", "none,", "cross-site, https://help.example.org", ", null", ", https://evil.example", ", https://help.example.org.evil.example", ", https://help.example.org:8443", ", not a url", "' ',"})
    void a_post_from_anywhere_else_is_refused(String site, String origin) throws Exception {
        assertThat(through(new SameOriginPosts(), post(site, origin))).isNull();
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void a_question_of_another_program_is_let_in_and_nothing_that_hides_behind_its_address() throws Exception {
        MockHttpServletRequest question = post("cross-site", null);
        question.setServletPath("/open-referral/services");
        assertThat(through(new SameOriginPosts(), question)).isNotNull();

        passed.set(null);
        MockHttpServletRequest hidden = post("cross-site", null);
        hidden.setRequestURI("/open-referral/..;/desk/sign-in");
        hidden.setServletPath("/desk/sign-in");
        assertThat(through(new SameOriginPosts(), hidden)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post"})
    void every_way_but_reading_needs_our_own_page(String method) throws Exception {
        MockHttpServletRequest request = post("cross-site", null);
        request.setMethod(method);

        assertThat(through(new SameOriginPosts(), request)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void reading_is_open_to_anyone(String method) throws Exception {
        MockHttpServletRequest request = post("cross-site", "https://evil.example");
        request.setMethod(method);

        assertThat(through(new SameOriginPosts(), request)).isNotNull();
    }

    @Test
    void every_answer_tells_the_browser_to_keep_and_pass_on_nothing() throws Exception {
        through(new Headers(), get("/"));

        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Request-OTR")).isEqualTo("1");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; ").contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'").doesNotContain("unsafe", "*", "http");
        assertThat(response.getHeader("Permissions-Policy")).contains("geolocation=()", "camera=()", "microphone=()");
        assertThat(response.getHeader("X-Robots-Tag")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/find", "/cy/find", "/refer/status", "/desk", "/desk/inbox", "/plan", "/leave", "/enquiry/tally/x", "/cy/enquiry/tally/x"})
    void pages_about_one_person_stay_out_of_search_engines(String path) throws Exception {
        through(new Headers(), get(path));

        assertThat(response.getHeader("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    }

    @ParameterizedTest
    @CsvSource({"/cy, /", "/cy/, /", "/cy/helplines, /helplines", "/cy/services/1, /services/1", "/cy//evil.example, /evil.example"})
    void under_cy_a_page_is_the_same_page_in_welsh(String asked, String path) throws Exception {
        HttpServletRequest request = through(new Welsh(), get(asked));

        assertThat(Welsh.isAsked(request)).isTrue();
        assertThat(Welsh.path(request)).isEqualTo(path);
        assertThat(request.getRequestURI()).isEqualTo(path);
        assertThat(request.getServletPath()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cyder", "/helplines", "/desk/inbox", "/cy/desk", "/cy/desk/inbox", "/cy/assets/site.css", "/cy/cy"})
    void everything_else_is_left_alone(String asked) throws Exception {
        HttpServletRequest request = through(new Welsh(), get(asked));

        assertThat(Welsh.isAsked(request)).isFalse();
        assertThat(request.getRequestURI()).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"/cy/refer, /refer/2, /cy/refer/2", "/refer, /refer/2, /refer/2", "/cy/leave, https://www.bbc.co.uk/weather, https://www.bbc.co.uk/weather", "/cy/refer, /desk, /desk"})
    void a_redirect_keeps_the_readers_language(String asked, String to, String where) throws Exception {
        new Welsh().doFilter(get(asked), response, (request, answer) -> ((HttpServletResponse) answer).sendRedirect(to));

        assertThat(response.getRedirectedUrl()).isEqualTo(where);
    }

    @Test
    void a_page_that_steps_quietly_is_told_where_to_go_next() throws Exception {
        MockHttpServletRequest request = get("/cy/refer");
        request.addHeader("X-Step", "form");
        new Welsh().doFilter(request, response, (asked, answer) -> ((HttpServletResponse) answer).sendRedirect("/refer/2"));

        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(response.getHeader("X-Next")).isEqualTo("/cy/refer/2");
        assertThat(response.getHeader("Location")).isNull();
    }
}
