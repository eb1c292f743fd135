package org.alongside.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Residents, their browsers and their inboxes, for tests of accounts. */
class Accounts {
    static final Actor.Job HOUSE = new Actor.Job(DemoTown.HARBOUR_HOUSE, Residents.JOB), SENDER = new Actor.Job(DemoTown.HARBOUR_HOUSE, "send-message");
    static final String ACCOUNT = "/have-your-say/account", PASSWORD = "three green kettles";
    private static final Pattern LINK = Pattern.compile("/have-your-say/\\S*");
    private final World world;
    private final MockMvc mvc;
    private final JdbcClient sql;
    private final Askings askings;
    private final TestClock clock;

    Accounts(World world, MockMvc mvc, JdbcClient sql, Askings askings, TestClock clock) {
        this.world = world;
        this.mvc = mvc;
        this.sql = sql;
        this.askings = askings;
        this.clock = clock;
    }

    void nobody() {
        for (String table : List.of("session", "asking", "try", "farewell")) TestDatabase.asOwner("delete from residents." + table);
        TestDatabase.asOwner("delete from residents.account where not demo");
        TestDatabase.asOwner("delete from access.try_bucket");
    }

    /** One browser: it keeps cookies by name, as long as they last. */
    class Browser {
        private final Map<String, Cookie> cookies = new LinkedHashMap<>();
        String language = "";

        MockHttpServletResponse send(String path, String... fields) throws Exception {
            var request = post(language + path).with(World.sameSite());
            for (int field = 0; field < fields.length; field += 2) request.param(fields[field], fields[field + 1]);
            return keep(mvc.perform(carrying(request)).andReturn().getResponse());
        }

        MockHttpServletResponse open(String path) throws Exception {
            return keep(mvc.perform(carrying(get(path.startsWith("/cy") ? path : language + path))).andReturn().getResponse());
        }

        Document page(String path) throws Exception {
            MockHttpServletResponse answer = open(path);
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            Document page = Jsoup.parse(answer.getContentAsString());
            assertThat(page.select("h1")).as(path).hasSize(1);
            return page;
        }

        /** Sends a form and opens the page it leads to. */
        Document after(String path, String... fields) throws Exception {
            return page(String.valueOf(send(path, fields).getRedirectedUrl()));
        }

        boolean isSignedIn() throws Exception {
            return open(ACCOUNT).getStatus() == 200;
        }

        boolean signsIn(String email, String password) throws Exception {
            send(ACCOUNT + "/sign-in", "email", email, "password", password);
            return isSignedIn();
        }

        /** As somebody does who copies it by hand. */
        void take(Browser other, String name) {
            cookies.put(name, other.cookies.get(name));
        }

        String cookie(String name) {
            return cookies.containsKey(name) ? cookies.get(name).getValue() : null;
        }

        private MockHttpServletRequestBuilder carrying(MockHttpServletRequestBuilder request) {
            return cookies.isEmpty() ? request : request.cookie(cookies.values().toArray(Cookie[]::new));
        }

        private MockHttpServletResponse keep(MockHttpServletResponse answer) {
            for (Cookie cookie : answer.getCookies()) {
                if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
                else cookies.put(cookie.getName(), cookie);
            }
            return answer;
        }
    }

    Browser browser() {
        return new Browser();
    }

    /** Somebody with an account, signed in in this browser; a while passes, so that they may be written to again. */
    Browser has(String email) throws Exception {
        Browser browser = new Browser();
        browser.send(ACCOUNT + "/new", "email", email);
        look();
        browser.send(link(email), "password", PASSWORD);
        assertThat(browser.isSignedIn()).isTrue();
        clock.pass(Duration.ofMinutes(3));
        return browser;
    }

    /** What the job does with everything that was asked. */
    void look() {
        List<UUID> asked = world.as(HOUSE, () -> sql.sql("select id from residents.asking order by asked_at, id").query(UUID.class).list());
        asked.forEach(id -> askings.look(DemoTown.HARBOUR_HOUSE, id));
    }

    record Mail(String subject, String body) {}

    private record Sealed(UUID id, String subject, byte[] body, UUID address, byte[] email, String state) {}

    /** What waits for this address or was sent to it, the oldest first. */
    List<Mail> mails(String email) {
        List<Mail> mails = new ArrayList<>();
        world.as(SENDER, () -> sql.sql("select o.id, o.subject, o.body, a.id as address, a.email, o.state from messages.outbox o join messages.own_address a on a.id = o.own_address_id where octet_length(a.email) > 0 and o.body is not null order by o.asked_at, o.id").query(Sealed.class).list())
                .stream().filter(one -> TestDatabase.SEAL.openWords(one.email, "messages.own_address.email", one.address).equals(email)).forEach(one -> mails.add(new Mail(one.subject, TestDatabase.SEAL.openWords(one.body, "messages.outbox.body", one.id))));
        return mails;
    }

    /** The path of the link in the newest mail. */
    String link(String email) {
        List<Mail> mails = mails(email);
        Matcher link = LINK.matcher(mails.get(mails.size() - 1).body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /** All that somebody can see of an answer; what is sealed anew each time counts by its length. */
    static Map<String, Object> visible(MockHttpServletResponse answer) throws Exception {
        Map<String, Object> visible = new LinkedHashMap<>();
        visible.put("status", answer.getStatus());
        answer.getHeaderNames().stream().sorted().forEach(name -> visible.put(name, answer.getHeaders(name).stream().map(Accounts::bare).toList()));
        visible.put("body", answer.getContentAsString());
        return visible;
    }

    private static String bare(String header) {
        return Arrays.stream(header.split("; ")).map(part -> part.matches("[a-z]=[\\w-]{20,}") ? part.charAt(0) + "=" + part.length() : part).reduce((one, next) -> one + "; " + next).orElse("");
    }
}
