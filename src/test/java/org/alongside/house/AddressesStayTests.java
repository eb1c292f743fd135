package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.referral.Asking;
import org.alongside.referral.Draft;
import org.alongside.referral.Drafts;
import org.alongside.referral.Question;
import org.alongside.referral.Referrals;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Safety: two addresses nobody else has are planted, one in a referral and one in a case; then everybody asks for every page, the plan is printed, mail leaves,
 * and every row and line of log is searched. They are found where somebody opened them for a reason, and nowhere else.
 */
@AlongsideTest
class AddressesStayTests {
    /** Long enough that no sealed bytes, no number of a case and no key holds one by chance: three letters were once found among random bytes. */
    private static final List<String> PLANTED = List.of("Zebedee", "WM9 9LN", "WM99LN", "Quillfeather", "WM8 8NL", "WM88NL");
    private static final List<Actor.Worker> EVERYBODY = List.of(World.MINA, World.TOM, World.SAL, World.PRIYA, World.JO, World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA);
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;

    private final Everything everything = new Everything();

    @Test
    void a_planted_address_is_found_where_a_reason_was_given_and_nowhere_else() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Map<String, String> ids = new LinkedHashMap<>();
        try {
            plant(ids);
            Set<String> found = new TreeSet<>();
            for (Actor.Worker worker : EVERYBODY) for (String page : pages(ids)) look(page, worker).stream().map(marker -> worker.worker() + " " + page + " " + marker).forEach(found::add);
            for (String page : List.of("/", "/find", "/helplines", "/refer", "/refer/status", "/plan")) holds(mvc.perform(get(page)).andReturn().getResponse()).forEach(marker -> found.add(page + " " + marker));
            holds(ask(post("/desk/cases/" + ids.get("case") + "/plan/1/paper").param("safe", "yes"), World.MINA)).forEach(marker -> found.add("paper " + marker));
            holds(ask(post("/desk/people").param("given", "Planted").param("family", "Testcase"), World.MINA)).forEach(marker -> found.add("search " + marker));
            holds(ask(post("/desk/audit").param("record", ids.get("case")), World.PRIYA)).forEach(marker -> found.add("trail " + marker));
            letters().forEach(letter -> PLANTED.stream().filter(letter::contains).forEach(marker -> found.add("mail " + marker)));
            rows().forEach(found::add);
            log.list.stream().map(ILoggingEvent::getFormattedMessage).forEach(line -> PLANTED.stream().filter(line::contains).forEach(marker -> found.add("log " + line)));

            assertThat(found).isEmpty();
            // Control: they are there, for whoever says why.
            assertThat(holds(ask(post("/desk/referrals/" + ids.get("waiting") + "/address").param("reason", "IMMEDIATE_DANGER"), World.TOM))).containsExactly("Quillfeather", "WM8 8NL");
            assertThat(holds(ask(post("/desk/people/" + ids.get("person") + "/addresses/" + ids.get("address") + "/opening").param("reason", "IMMEDIATE_DANGER"), World.TOM))).containsExactly("Zebedee", "WM9 9LN");
            assertThat(look("/desk/referrals/" + ids.get("waiting"), World.TOM)).isEmpty();
            assertThat(letters()).isNotEmpty();
        } finally {
            root.detachAppender(log);
        }
    }

    @Test
    void a_helpline_worker_opens_a_referrals_address_only_for_somebody_in_danger_and_others_not_at_all() throws Exception {
        Map<String, String> ids = new LinkedHashMap<>();
        plant(ids);
        String address = "/desk/referrals/" + ids.get("waiting") + "/address";

        assertThat(ask(post(address).param("reason", "VISIT"), World.JO).getStatus()).isEqualTo(404);
        assertThat(holds(ask(post(address).param("reason", "IMMEDIATE_DANGER"), World.JO))).isNotEmpty();
        for (Actor.Worker other : List.of(World.KIT, World.ROBIN, World.ASH, World.NIA, World.ALEX)) assertThat(ask(post(address).param("reason", "IMMEDIATE_DANGER"), other).getStatus()).isEqualTo(404);
        MockHttpServletResponse asked = ask(post(address).param("reason", ""), World.TOM);
        assertThat(asked.getContentAsString()).contains("Choose why you need the address");
        assertThat(holds(asked)).isEmpty();
        int opened = everything.see(all -> all.sql("select count(*) from audit.entry where subject_id = :id and detail = 'address opened: IMMEDIATE_DANGER'").param("id", UUID.fromString(ids.get("waiting"))).query(Integer.class).single());
        assertThat(opened).isEqualTo(1);
    }

    /** One referral became a case, one waits, and one was passed on. */
    private void plant(Map<String, String> ids) throws Exception {
        String screened = call("1 Zebedee Lane", "WM9 9LN");
        send(World.TOM, "/desk/referrals/" + screened + "/screening");
        send(World.TOM, "/desk/referrals/" + screened + "/acceptance");
        ids.put("referral", screened);
        ids.put("person", value("select person_id::text from referral.referral where id = :id", screened));
        ids.put("case", value("select id::text from casework.client_case where referral_id = :id", screened));
        ids.put("address", value("select id::text from people.address where person_id = :id", ids.get("person")));
        send(World.MINA, "/desk/cases/" + ids.get("case") + "/plan/draft", "then", "agree", "r.pets", "0", "w.pets", "The cat", "kept", "PAPER", "review.day", "27", "review.month", "11", "review.year", "2026");
        ids.put("waiting", professional("2 Quillfeather Row", "WM8 8NL"));
        String passed = call("3 Quillfeather Row", "WM8 8NL");
        send(World.TOM, "/desk/referrals/" + passed + "/transfer", "to", DemoTown.LANTERN.id().toString(), "parts", "PERSON", "parts", "PLACE", "parts", "SAFE_CONTACT", "parts", "SITUATION", "basis", "AGREED");
        ids.put("passed", passed);
        ids.put("copy", value("select copy_id::text from referral.passage where referral_id = :id", passed));
    }

    private String call(String address, String area) throws Exception {
        String id = UUID.randomUUID().toString();
        send(World.JO, "/desk/calls/new/" + id, "do", "referral", "given-name", "Planted", "family-name", "Testcase", "address", address, "area", area);
        return id;
    }

    /** Sent from the public page, so that a letter to the professional waits. */
    private String professional(String address, String area) {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        return world.as(holder, () -> {
            Draft draft = drafts.begin(Asking.FOR_SOMEONE, holder);
            drafts.answer(before -> Map.of(Question.CHANNELS, "NONE", Question.GIVEN_NAME, "Planted", Question.FAMILY_NAME, "Testcase", Question.ADDRESS, address, Question.AREA, area,
                    Question.REFERRER_EMAIL, "work@example.org", Question.RECEIVER, DemoTown.HARBOUR_HOUSE.id().toString()));
            referrals.receive(draft.id());
            return draft.id().id().toString();
        });
    }

    /** Every page of the desk that can be asked for, with the planted records in its address. */
    private List<String> pages(Map<String, String> ids) {
        Stream<String> decided = DeskRoutes.decided().stream().filter(route -> route.method().equals("GET") && (route.kind().equals("case") || route.kind().equals("person") || route.kind().equals("referral") || !route.holdsARecord()))
                .map(route -> route.path().replaceAll("\\{(number|other):[^/]*}", "1").replace("{id}", ids.getOrDefault(route.kind(), ""))).filter(path -> !path.contains("{"));
        return Stream.concat(decided.distinct(), Stream.of("waiting", "passed", "copy").map(one -> "/desk/referrals/" + ids.get(one))).toList();
    }

    private List<String> look(String page, Actor.Worker worker) throws Exception {
        return holds(ask(get(page), worker));
    }

    private static List<String> holds(MockHttpServletResponse response) throws Exception {
        String all = response.getContentAsString() + response.getHeaderNames().stream().map(response::getHeaders).toList();
        return PLANTED.stream().filter(all::contains).toList();
    }

    /** Every row of every table as text, sealed bytes as the letters they would be; hashes of passwords, which hold any three letters some day, are left out. */
    private List<String> rows() {
        return everything.see(all -> everything.tables().stream().filter(table -> !table.equals("organisations.credential")).flatMap(table -> PLANTED.stream().filter(marker -> {
            String hex = HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8));
            return all.sql("select exists (select from " + table + " t where t::text ilike :text or t::text ilike :hex)").param("text", "%" + marker + "%").param("hex", "%" + hex + "%").query(Boolean.class).single();
        }).map(marker -> table + " " + marker)).toList());
    }

    /** The words of every letter that waits or waited to be sent. */
    private List<String> letters() {
        return everything.see(all -> all.sql("select id, body from messages.outbox where body is not null")
                .query((row, number) -> TestDatabase.SEAL.open(row.getBytes("body"), "messages.outbox.body", row.getObject("id", UUID.class))).list());
    }

    private String value(String sql, String id) {
        return everything.see(all -> all.sql(sql).param("id", UUID.fromString(id)).query(String.class).single());
    }

    private void send(Actor.Worker worker, String path, String... words) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(world.signedIn(worker));
        for (int i = 0; i < words.length; i += 2) request.param(words[i], words[i + 1]);
        mvc.perform(request).andExpect(status().is3xxRedirection());
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, Actor.Worker worker) throws Exception {
        return mvc.perform(request.with(world.signedIn(worker))).andReturn().getResponse();
    }
}
