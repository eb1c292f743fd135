package org.alongside.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another server, which may be slow, broken or sly. It stands at 127.0.0.2 as if that were the open net; 127.0.0.1 is what nobody may be led to. */
class FetchTests {
    private final List<String> asked = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private HttpServer open;
    private HttpServer closed;
    private String base;

    @BeforeEach
    void two_servers() throws IOException {
        open = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        closed = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        closed.createContext("/", exchange -> {
            asked.add("closed");
            exchange.sendResponseHeaders(200, -1);
        });
        open.setExecutor(Executors.newCachedThreadPool());
        open.start();
        closed.start();
        base = "http://feed.example:" + open.getAddress().getPort();
    }

    @AfterEach
    void gone() {
        open.stop(0);
        closed.stop(0);
    }

    private Fetch fetch(String... addresses) {
        return new Fetch(new Fetch.Rules(host -> {
            names.add(host);
            return host.equals("feed.example") ? new InetAddress[] {InetAddress.getByName(addresses[Math.min(names.size(), addresses.length) - 1])} : InetAddress.getAllByName(host);
        }, address -> address.getHostAddress().equals("127.0.0.2") || PublicAddresses.contains(address), true, 300_000, Duration.ofMillis(400), Duration.ofMillis(1500), Duration.ofMillis(10)));
    }

    private void answers(String path, int status, String... bodies) {
        AtomicInteger time = new AtomicInteger();
        open.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("User-Agent"));
            byte[] body = bodies[Math.min(time.getAndIncrement(), bodies.length - 1)].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private void leads(String path, String where) {
        open.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", where);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    @Test
    void a_look_at_a_page_reads_none_of_it_and_goes_where_it_leads_no_further_than_the_question() throws IOException {
        answers("/there", 200, "x".repeat(400_000));
        answers("/gone", 404, "no");
        leads("/moved", "http://127.0.0.1:" + closed.getAddress().getPort() + "/");
        open.createContext("/headless", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 405 : 200, 0);
            exchange.close();
        });
        try (Fetch fetch = fetch("127.0.0.2")) {
            assertThat(List.of(fetch.status(URI.create(base + "/there")), fetch.status(URI.create(base + "/gone")), fetch.status(URI.create(base + "/moved")), fetch.status(URI.create(base + "/headless")))).containsExactly(200, 404, 302, 200);
            assertThatThrownBy(() -> fetch.status(URI.create("http://127.0.0.1:" + closed.getAddress().getPort() + "/"))).isInstanceOf(Fetch.NotAllowed.class);
        }
        assertThat(asked).doesNotContain("closed");
    }

    @Test
    void an_answer_is_had_and_the_question_does_not_say_who_asks() throws IOException {
        answers("/x", 200, "hello");

        assertThat(new String(fetch("127.0.0.2").get(URI.create(base + "/x")).body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(asked).hasSize(1).allMatch(one -> one.endsWith("directory-reader/1.0"));
    }

    // Safety: a feed must not make this machine read what stands behind its own door.
    @Test
    void nobody_is_led_to_a_machine_that_is_not_on_the_open_net() {
        leads("/away", "http://127.0.0.1:" + closed.getAddress().getPort() + "/secret");
        leads("/mapped", "http://[::ffff:127.0.0.1]:" + closed.getAddress().getPort() + "/secret");
        leads("/number", "http://2130706433:" + closed.getAddress().getPort() + "/secret");
        leads("/metadata", "http://169.254.169.254/latest/meta-data");
        leads("/file", "file:///etc/passwd");

        for (String path : List.of("/away", "/mapped", "/number", "/metadata", "/file")) assertThatThrownBy(() -> fetch("127.0.0.2").get(URI.create(base + path))).as(path).isInstanceOf(Fetch.NotAllowed.class);
        assertThatThrownBy(() -> fetch("127.0.0.2").get(URI.create("http://localhost:" + closed.getAddress().getPort()))).isInstanceOf(Fetch.NotAllowed.class);
        assertThat(asked).isEmpty();
    }

    // Safety: a name that means another machine the second time is not asked for a second time.
    @Test
    void the_machine_that_was_looked_at_is_the_one_that_is_asked() throws IOException {
        answers("/x", 200, "hello");
        Fetch fetch = fetch("127.0.0.2", "127.0.0.1");

        assertThat(new String(fetch.get(URI.create(base + "/x")).body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(names).as("one look, and the connection goes where it led").hasSize(1);
        URI elsewhere = URI.create("http://feed.example:" + closed.getAddress().getPort() + "/x");
        assertThatThrownBy(() -> fetch.get(elsewhere)).isInstanceOf(Fetch.NotAllowed.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void closed_addresses_are_told_from_open_ones() throws UnknownHostException {
        for (String address : List.of("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.2.5", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16", "::1", "::", "fe80::1", "fd00:ec2::254", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
                "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1", "::7f00:1")) assertThat(PublicAddresses.contains(InetAddress.getByName(address))).as(address).isFalse();
        for (String address : List.of("8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450:4009::1")) assertThat(PublicAddresses.contains(InetAddress.getByName(address))).as(address).isTrue();
    }

    @Test
    void only_https_unless_it_is_allowed() throws IOException {
        try (Fetch usual = new Fetch(Fetch.Rules.usual(false))) {
            for (String address : List.of("http://feed.example/", "ftp://feed.example/", "https://name:word@feed.example/")) assertThatThrownBy(() -> usual.get(URI.create(address))).as(address).isInstanceOf(Fetch.NotAllowed.class);
        }
    }

    @Test
    void packed_answers_are_unpacked_and_never_beyond_the_limit() throws IOException {
        for (int kilobytes : List.of(10, 50_000)) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                for (int at = 0; at < kilobytes; at++) gzip.write("x".repeat(1024).getBytes(StandardCharsets.UTF_8));
            }
            open.createContext("/" + kilobytes, exchange -> {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, packed.size());
                exchange.getResponseBody().write(packed.toByteArray());
                exchange.close();
            });
        }

        assertThat(fetch("127.0.0.2").get(URI.create(base + "/10")).body()).hasSize(10 * 1024);
        assertThatThrownBy(() -> fetch("127.0.0.2").get(URI.create(base + "/50000"))).isInstanceOf(Fetch.NotAllowed.class).hasMessageContaining("larger");
    }

    @Test
    void a_slow_server_is_left_and_one_that_stumbles_is_asked_again() throws IOException {
        AtomicInteger hungUp = new AtomicInteger();
        HttpHandler endless = exchange -> {
            if (exchange.getRequestURI().getPath().equals("/leads")) exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/leads") ? 302 : 200, 0);
            try {
                for (int at = 0; at < 2000; at++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (IOException | InterruptedException left) {
                hungUp.incrementAndGet();
                exchange.close();
            }
        };
        open.createContext("/slow", endless);
        open.createContext("/leads", endless);
        AtomicInteger times = new AtomicInteger();
        open.createContext("/stumbles", exchange -> {
            exchange.sendResponseHeaders(times.incrementAndGet() < 3 ? 503 : 200, -1);
            exchange.close();
        });
        answers("/gone", 404, "");

        assertThatThrownBy(() -> fetch("127.0.0.2").get(URI.create(base + "/slow"))).hasMessageContaining("slow");
        assertThatThrownBy(() -> fetch("127.0.0.2").get(URI.create(base + "/leads"))).as("nor is one that leads elsewhere and goes on talking").hasMessageContaining("slow");
        assertThat(hungUp).as("it is not waited for to the end").hasPositiveValue();
        assertThat(fetch("127.0.0.2").get(URI.create(base + "/stumbles")).body()).isEmpty();
        assertThat(times).hasValue(3);
        assertThatThrownBy(() -> fetch("127.0.0.2").get(URI.create(base + "/gone"))).isInstanceOf(Fetch.Refused.class);
        assertThat(asked).as("no is no").hasSize(1);
    }

    @Test
    void pages_are_read_to_the_last_and_thin_services_are_asked_for_whole() throws IOException {
        answers("/api/services/1", 200, "{\"id\": \"1\", \"name\": \"One\", \"phones\": [{\"number\": \"01632 960001\"}]}");
        answers("/api/services", 200, "{\"total_items\": 2, \"total_pages\": 2, \"contents\": [{\"id\": \"1\", \"name\": \"One\"}]}", "{\"total_items\": 2, \"total_pages\": 2, \"contents\": [{\"id\":", "{\"total_items\": 2, \"total_pages\": 2, \"contents\": [{\"id\": \"2\", \"name\": \"Two\", \"phones\": []}]}");
        answers("/api", 200, "{\"version\": \"HSDS-UK-3.0\", \"openapi_url\": \"x\"}");
        Fetch fetch = fetch("127.0.0.2");

        Feed feed = Feed.open(URI.create(base + "/api"), fetch).feed();
        Feed.Page first = feed.page(1), second = feed.page(2);

        assertThat(first.services().get(0).path("phones")).hasSize(1);
        assertThat(first.last()).isFalse();
        assertThat(second.last()).isTrue();
        assertThat(second.services()).hasSize(1);
        assertThat(asked).anyMatch(one -> one.contains("page=2&per_page=50&perPage=50&full=true"));
    }

    @Test
    void a_server_that_refuses_what_it_does_not_know_is_asked_more_plainly() throws IOException {
        open.createContext("/services", exchange -> {
            byte[] page = "{\"contents\": [], \"total_pages\": 1}".getBytes(StandardCharsets.UTF_8);
            boolean plain = !exchange.getRequestURI().getQuery().contains("full");
            exchange.sendResponseHeaders(plain ? 200 : 400, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });

        assertThat(Feed.again(URI.create(base + "/services"), fetch("127.0.0.2")).page(1).last()).isTrue();
    }
}
