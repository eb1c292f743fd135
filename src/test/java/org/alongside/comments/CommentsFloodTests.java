package org.alongside.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fifty comments a second over real connections from as many networks: each one that was acknowledged is there, and none is seen before somebody has read it. {@code bin/drill comments} keeps it up for a minute. */
@AlongsideTest
class CommentsFloodTests {
    private static final int A_SECOND = 50, SECONDS = Integer.getInteger("alongside.comments", 2);
    private static final Pattern SLIP = Pattern.compile("name=\"slip\" value=\"([^\"]+)\""), STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    @LocalServerPort int port;
    @Autowired World world;
    @Autowired Square square;
    @Autowired PublishedComments published;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger(), looks = new AtomicInteger();

    @BeforeEach
    void opens() {
        square.opens();
    }

    @AfterEach
    void closes() {
        square.closes();
    }

    @Test
    void of_a_flood_nothing_that_was_acknowledged_is_lost_and_nothing_is_shown_early() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Thread reader = new Thread(() -> {
            while (!over.get()) {
                published.lookAgain();
                published.under(square.id).forEach(one -> seen.add(one.words()));
                looks.incrementAndGet();
            }
        });
        reader.start();
        long began = System.nanoTime();
        ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(32);
        for (int number = 0; number < A_SECOND * SECONDS; number++) {
            int its = number;
            clockwork.schedule(() -> send(its), number * 1_000_000_000L / A_SECOND, TimeUnit.NANOSECONDS);
        }
        clockwork.shutdown();
        assertThat(clockwork.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        double took = (System.nanoTime() - began) / 1e9;

        assertThat(acknowledged).as("all of them").hasSize(A_SECOND * SECONDS);
        assertThat(refused).hasValue(0);
        assertThat(missing()).isEmpty();
        assertThat(seen).as("before anybody has read one").isEmpty();

        // Controls: whoever looks would have seen one, and whoever counts would have missed one.
        UUID one = world.as(Square.HOUSE, () -> sql.sql("select id from comments.comment where conversation_id = :id limit 1").param("id", square.id).query(UUID.class).single());
        square.shows(new Square.Said(one, "", false), World.JO);
        for (int time = 0; time < 200 && seen.isEmpty(); time++) Thread.sleep(50);
        over.set(true);
        reader.join();
        assertThat(seen).hasSize(1);
        TestDatabase.asOwner("delete from comments.published where comment_id = '" + one + "'");
        TestDatabase.asOwner("delete from comments.comment where id = '" + one + "'");
        assertThat(missing()).hasSize(1);

        List<Long> times = new ArrayList<>(acknowledged.values());
        times.sort(Long::compare);
        System.out.printf("%d comments in %.1f s (%.1f a second), answered in %d ms (half of them) and %d ms (99 of 100); public memory read %d times meanwhile%n", acknowledged.size(), took, acknowledged.size() / took, times.get(times.size() / 2) / 1_000_000, times.get(times.size() * 99 / 100) / 1_000_000, looks.get());
    }

    private static String words(int number) {
        return "It helped that somebody asked, " + UUID.nameUUIDFromBytes(("flood" + number).getBytes(StandardCharsets.UTF_8)).toString().replaceAll("[0-9-]", "x") + number;
    }

    private void send(int number) {
        String path = "/have-your-say/comments/" + square.id + "/new";
        String from = "127." + (1 + number / 250 % 250) + "." + (1 + number % 250) + ".1";
        try {
            Matcher slip = SLIP.matcher(exchange(from, "GET " + path, ""));
            if (!slip.find()) throw new IOException("no form");
            long began = System.nanoTime();
            String answer = exchange(from, "POST " + path, "words=" + URLEncoder.encode(words(number), StandardCharsets.UTF_8) + "&name=&website=&slip=" + URLEncoder.encode(slip.group(1), StandardCharsets.UTF_8));
            if (answer.contains("/have-your-say/comments/sent")) acknowledged.put(words(number), System.nanoTime() - began);
            else refused.incrementAndGet();
        } catch (IOException | RuntimeException failed) {
            refused.incrementAndGet();
        }
    }

    /** By hand, since each has to come from a network of its own. */
    private String exchange(String from, String what, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            socket.getOutputStream().write((what + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher status = STATUS.matcher(answer);
            if (!status.find() || !Set.of("200", "302").contains(status.group(1))) throw new IOException(answer.substring(0, Math.min(80, answer.length())));
            return answer;
        }
    }

    /** Acknowledged, and not in the database word for word. */
    private Set<String> missing() {
        Set<String> missing = new HashSet<>(acknowledged.keySet());
        world.as(Square.HOUSE, () -> sql.sql("select id, written from comments.comment where state in ('HELD', 'PUBLISHED')").query(row -> {
            missing.remove(Written.of(TestDatabase.SEAL.open(row.getBytes("written"), CommentRows.WRITTEN, row.getObject("id", UUID.class))).words());
        }));
        return missing;
    }
}
