package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.alongside.AlongsideTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** What a visit weighs on a poor line and an old phone: the bytes as they travel. */
@AlongsideTest
class WeightTests {
    private final HttpClient client = HttpClient.newHttpClient();
    @Value("${local.server.port}") int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pages/1", "/pages/2", "/pages/3", "/pages/4", "/pages/5", "/pages/6", "/pages/7", "/pages/8", "/pages/9", "/pages/10", "/pages/11", "/pages/12", "/helplines",
            "/find", "/refer", "/refer/status", "/plan", "/plan?easy=yes", "/about-this-site", "/not-there", "/cy", "/cy/helplines", "/cy/find", "/cy/plan"})
    void a_page_travels_in_fewer_than_15_kilobytes(String path) throws Exception {
        assertThat(weight(path)).as("bytes of " + path).isBetween(200, 15_000);
    }

    @Test
    void the_results_of_a_search_travel_in_fewer_than_15_kilobytes() {
        try (Someone them = new Someone(port, Chromium.PHONE, true)) {
            Map<String, Integer> weights = weighed(them.page);
            them.goes("/find").answers("Who is the help for?", "A man").presses("Show me who can help").isOn("Who can help");

            assertThat(weights).isNotEmpty().allSatisfy((address, weight) -> assertThat(weight).as(address).isLessThan(15_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/helplines", "/plan"})
    void a_first_visit_with_everything_it_loads_travels_in_fewer_than_120_kilobytes(String path) throws Exception {
        try (Someone them = new Someone(port, Chromium.PHONE, true)) {
            Set<String> loaded = Collections.synchronizedSet(new LinkedHashSet<>());
            them.page.onRequest(request -> loaded.add(request.url().replaceFirst("https?://[^/]*", "")));
            them.goes(path).page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

            int sum = 0;
            for (String file : loaded) sum += weight(file);
            assertThat(loaded).anyMatch(file -> file.endsWith(".css")).anyMatch(file -> file.endsWith(".js"));
            assertThat(sum).as("bytes of " + loaded).isLessThan(120_000);
        }
    }

    private static Map<String, Integer> weighed(Page page) {
        Map<String, Integer> weights = new HashMap<>();
        page.onRequestFinished(request -> {
            if (request.isNavigationRequest() && request.method().equals("GET")) weights.put(request.url(), request.sizes().responseBodySize);
        });
        return weights;
    }

    /** Bytes on the wire, headers left out, for a client that takes gzip. */
    private int weight(String path) throws Exception {
        HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        return answer.body().length;
    }
}
