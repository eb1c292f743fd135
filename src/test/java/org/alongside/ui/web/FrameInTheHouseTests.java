package org.alongside.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.alongside.AlongsideTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

/** The frame over real HTTP, with every door of the house in place. */
@AlongsideTest
class FrameInTheHouseTests {
    private final HttpClient browser = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(to(path).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String site, String body) throws Exception {
        return browser.send(to(path).header("Sec-Fetch-Site", site).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String title(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).expectFirst("h1").text();
    }

    @ParameterizedTest
    @CsvSource({"/about-this-site, How safe is this site?", "/cy/about-this-site, Pa mor ddiogel yw'r wefan hon?"})
    void a_public_page_sets_no_cookie_and_is_kept_nowhere(String path, String heading) throws Exception {
        HttpResponse<String> page = browser.send(to(path).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(title(page)).isEqualTo(heading);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    }

    @Test
    void a_page_travels_compressed() throws Exception {
        assertThat(get("/about-this-site").headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @ParameterizedTest
    @CsvSource({"/assets/govuk.css, no-store", "/assets/site.css, no-store", "/assets/site.js, no-store", "/assets/icon.svg, no-store", "/assets/desk/govuk.css, 'no-cache, private'", "/assets/desk/moj.css, 'no-cache, private'"})
    void a_visitors_disk_keeps_no_file_of_ours_a_workers_may(String file, String kept) throws Exception {
        HttpResponse<String> asset = get(file);

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().allValues("Cache-Control")).containsExactly(kept);
        if (!file.endsWith("svg")) assertThat(asset.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void a_worker_who_has_the_style_already_is_told_so() throws Exception {
        String tag = get("/assets/desk/site.css").headers().firstValue("ETag").orElseThrow();

        assertThat(browser.send(to("/assets/desk/site.css").header("Accept-Encoding", "gzip").header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"/nothing-here, 404, We cannot find this page", "/cy/nothing-here, 404, Ni allwn ddod o hyd i'r dudalen hon", "/assets/nothing.css, 404, We cannot find this page", "/error, 404, We cannot find this page"})
    void a_page_that_is_not_there_says_so_calmly(String path, int status, String heading) throws Exception {
        HttpResponse<String> page = browser.send(to(path).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(title(page)).isEqualTo(heading);
    }

    @Test
    void what_another_site_sends_is_refused_with_a_calm_page_in_the_readers_language() throws Exception {
        HttpResponse<String> page = post("/cy/about-this-site", "cross-site", "a=b");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(title(page)).isEqualTo("Ni allem dderbyn hynny");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"/leave", "/desk/leave", "/cy/leave"})
    void anyone_can_leave_from_anywhere(String path) throws Exception {
        HttpResponse<String> gone = get(path);

        assertThat(gone.statusCode()).isEqualTo(303);
        assertThat(gone.headers().firstValue("Location")).hasValue("https://www.bbc.co.uk/weather");
        assertThat(gone.headers().firstValue("Clear-Site-Data")).isPresent();
        assertThat(gone.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
