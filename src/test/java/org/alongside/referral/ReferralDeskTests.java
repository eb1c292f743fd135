package org.alongside.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.disclosure.Because;
import org.alongside.people.Channel;
import org.alongside.people.People;
import org.alongside.people.AddressKey;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.PersonId;
import org.alongside.people.Safe;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Inbox, screening, decisions, passing on, calls, the clock, and who sees what. */
@AlongsideTest
class ReferralDeskTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;
    @Autowired Addresses addresses;
    @Autowired People people;
    @Autowired FirstContactClock firstContactClock;
    @Autowired TestClock clock;

    @AfterEach
    void clockBack() {
        clock.back();
    }

    @Test
    void the_inbox_shows_danger_first_then_who_has_waited_longest() throws Exception {
        Document inbox = open("/desk/inbox", World.TOM);
        List<String> tags = inbox.select(".govuk-summary-card__actions .govuk-tag:first-child").eachText();
        List<String> order = List.of("In danger now", "Not sure they are safe", "Safety not said", "Safe for now");

        assertThat(tags).isNotEmpty().isSortedAccordingTo((one, other) -> Integer.compare(order.indexOf(one), order.indexOf(other)));
    }

    @Test
    void each_side_has_its_own_inbox() throws Exception {
        ReferralId support = sent(Asking.MYSELF, Map.of(Question.GIVEN_NAME, "Supporta"));
        ReferralId change = sent(Asking.MY_BEHAVIOUR, Map.of(Question.GIVEN_NAME, "Changea"));

        assertThat(everyPage("/desk/inbox", World.TOM)).contains(support.id().toString()).doesNotContain(change.id().toString());
        assertThat(everyPage("/desk/inbox", World.KIT)).contains(change.id().toString()).doesNotContain(support.id().toString());
        assertThat(open("/desk/inbox", World.KIT).select("h1").text()).isEqualTo("Behaviour-change inbox");
    }

    @Test
    void screening_makes_the_person_with_their_safe_contact_and_writes_the_look() throws Exception {
        ReferralId id = sent(Asking.MYSELF, contact());

        mvc.perform(post("/desk/referrals/" + id.id() + "/screening").with(world.signedIn(World.TOM))).andExpect(redirectedUrl("/desk/referrals/" + id.id()));
        open("/desk/referrals/" + id.id(), World.TOM);

        UUID person = world.as(World.TOM, () -> sql.sql("select person_id from referral.referral where id = :id").param("id", id.id()).query(UUID.class).single());
        world.as(World.TOM, () -> {
            assertThat(people.find(new PersonId(person))).isPresent();
            assertThat(people.safeContact(new PersonId(person)).answer(Channel.PHONE).safe()).isEqualTo(Safe.YES);
            assertThat(people.safeContact(new PersonId(person)).answer(Channel.EMAIL).safe()).isEqualTo(Safe.NO);
        });
        assertThat(world.as(World.PRIYA, () -> sql.sql("select count(*) from audit.entry where kind = 'referral' and subject_id = :id and act = 'LOOKED' and worker_id = :tom")
                .param("id", id.id()).param("tom", World.TOM.worker().id()).query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void two_workers_at_once_screen_one_referral_once_and_the_second_gets_a_clear_page() throws Exception {
        ReferralId id = sent(Asking.MYSELF, contact());
        mvc.perform(post("/desk/referrals/" + id.id() + "/screening").with(world.signedIn(World.TOM))).andExpect(status().is3xxRedirection());

        var second = mvc.perform(post("/desk/referrals/" + id.id() + "/screening").with(world.signedIn(World.MINA))).andReturn().getResponse();

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("This did not happen", "already");
        assertThat(world.as(World.TOM, () -> sql.sql("select screening_by_id from referral.referral where id = :id").param("id", id.id()).query(UUID.class).single())).isEqualTo(World.TOM.worker().id());
    }

    @Test
    void declining_needs_a_reason_keeps_what_was_typed_and_can_be_undone() throws Exception {
        ReferralId id = sent(Asking.MYSELF, contact());
        String path = "/desk/referrals/" + id.id();

        String again = mvc.perform(post(path + "/refusal").param("signpost", "Lantern <b>").with(world.signedIn(World.TOM))).andReturn().getResponse().getContentAsString();
        assertThat(Jsoup.parse(again).selectFirst("#reason-error").text()).contains("Choose why");
        assertThat(Jsoup.parse(again).selectFirst("#signpost").wholeText()).contains("Lantern <b>");

        mvc.perform(post(path + "/refusal").param("reason", "NO_CAPACITY").param("signpost", "Lantern").with(world.signedIn(World.TOM))).andExpect(redirectedUrl(path));
        assertThat(open(path, World.TOM).text()).contains("We have no room", "Lantern", "Undo this decision");
        mvc.perform(post(path + "/reopening").with(world.signedIn(World.TOM))).andExpect(redirectedUrl(path));
        assertThat(statusOf(id, World.TOM)).isEqualTo("RECEIVED");
    }

    @Test
    void withdrawing_needs_words() throws Exception {
        ReferralId id = sent(Asking.MYSELF, contact());
        String path = "/desk/referrals/" + id.id() + "/withdrawal";

        assertThat(mvc.perform(post(path).with(world.signedIn(World.TOM))).andReturn().getResponse().getContentAsString()).contains("Say who withdrew it");
        mvc.perform(post(path).param("why", "She rang and said no").with(world.signedIn(World.TOM))).andExpect(status().is3xxRedirection());
        assertThat(statusOf(id, World.TOM)).isEqualTo("WITHDRAWN");
    }

    @Test
    void passing_on_copies_only_the_agreed_parts_and_tells_the_sender_how_it_stands() {
        Map<Question, String> given = contact();
        given.put(Question.ADDRESS, "1 Hidden Lane");
        given.put(Question.WORDS, "Words");
        given.put(Question.CHILDREN_WORDS, "Only for Harbour House");
        ReferralId id = sent(Asking.MYSELF, given);

        ReferralId copy = Acting.as(World.TOM, () -> referrals.passOn(id, new PassOn(DemoTown.LANTERN, Set.of(Part.SITUATION, Part.SAFE_CONTACT, Part.PLACE), Because.THEY_AGREED), World.TOM));

        Answers theirs = world.as(World.ASH, () -> referrals.answers(copy));
        assertThat(theirs.of(Question.WORDS)).isEqualTo("Words");
        assertThat(theirs.of(Question.PHONE)).isEqualTo("07700 900123");
        assertThat(theirs.wereAsked(Question.GIVEN_NAME)).isFalse();
        assertThat(theirs.wereAsked(Question.CHILDREN_WORDS)).isFalse();
        assertThat(theirs.wereAsked(Question.ADDRESS)).isFalse();
        assertThat(world.as(World.TOM, () -> referrals.answers(copy)).given()).as("the sender does not see the receiver's copy").isEmpty();
        assertThat(world.as(World.ASH, () -> referrals.answers(id)).given()).as("nor the other way round").isEmpty();

        Acting.as(World.ASH, () -> { referrals.screen(copy, World.ASH); });
        assertThat(world.as(World.TOM, () -> sql.sql("select status from referral.passage where copy_id = :id").param("id", copy.id()).query(String.class).single())).isEqualTo("SCREENING");
        assertThat(world.as(World.KIT, () -> sql.sql("select count(*) from referral.passage where copy_id = :id").param("id", copy.id()).query(Integer.class).single())).isZero();
    }

    @Test
    void what_was_passed_on_is_in_the_ledger_with_its_basis_and_what_stayed() throws Exception {
        Map<Question, String> given = contact();
        given.put(Question.ADDRESS, "1 Hidden Lane");
        ReferralId id = sent(Asking.MYSELF, given);
        PersonId person = Acting.as(World.TOM, () -> referrals.screen(id, World.TOM));

        mvc.perform(post("/desk/referrals/" + id.id() + "/transfer").param("to", DemoTown.LANTERN.id().toString()).param("parts", "SAFE_CONTACT", "PLACE").param("basis", "SAFEGUARDING")
                .param("why", "Marker of a child alone").param("told", "NO").param("notTold", "Marker of a watched phone").with(world.signedIn(World.TOM))).andExpect(status().is3xxRedirection());

        String ledger = open("/desk/people/" + person.id() + "/shared", World.TOM).text();
        assertThat(ledger).contains("Passed on: Lantern Northquay", "A child or an adult must be protected", "Left: area, email, phone, safe contact", "Did not leave: home address", "Marker of a child alone", "Marker of a watched phone").doesNotContain("Hidden Lane", "900123");
        for (Actor.Worker stranger : List.of(World.KIT, World.ASH, World.ALEX)) mvc.perform(get("/desk/people/" + person.id() + "/shared").with(world.signedIn(stranger))).andExpect(status().isNotFound());
        assertThat(world.as(World.TOM, () -> sql.sql("select necessity || why_not_told from disclosure.release where person_id = :id").param("id", person.id()).query(byte[].class).single())).as("sealed").asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
    }

    @Test
    void before_anybody_is_a_person_here_the_ledger_names_the_referral() {
        ReferralId id = sent(Asking.MYSELF, contact());
        Acting.as(World.TOM, () -> referrals.passOn(id, new PassOn(DemoTown.LANTERN, Set.of(Part.SAFE_CONTACT), Because.THEY_AGREED), World.TOM));

        assertThat(world.as(World.TOM, () -> sql.sql("select basis || ' ' || told || ' ' || fields::text from disclosure.release where referral_id = :id and person_id is null").param("id", id.id()).query(String.class).list())).containsExactly("AGREED true {EMAIL,PHONE,SAFE_CONTACT}");
    }

    @Test
    void passing_on_without_agreement_asks_why_and_whether_they_know_and_keeps_what_was_typed() throws Exception {
        ReferralId id = sent(Asking.MYSELF, contact());
        String path = "/desk/referrals/" + id.id() + "/transfer";

        Document nothing = Jsoup.parse(mvc.perform(post(path).param("to", "").with(world.signedIn(World.TOM))).andReturn().getResponse().getContentAsString());
        assertThat(nothing.select(".govuk-error-summary a").eachText()).containsExactly("Choose an organisation", "Choose what to pass on", "Choose on what basis it may be passed on");
        Document without = Jsoup.parse(mvc.perform(post(path).param("to", DemoTown.LANTERN.id().toString()).param("parts", "SITUATION").param("basis", "RISK_TO_LIFE").param("notTold", "Kept words").with(world.signedIn(World.TOM))).andReturn().getResponse().getContentAsString());
        assertThat(without.select(".govuk-error-summary a").eachText()).containsExactly("Say why it is passed on without agreement", "Say whether they have been told");
        assertThat(without.selectFirst("#notTold").text()).isEqualTo("Kept words");
        assertThat(statusOf(id, World.TOM)).isEqualTo("RECEIVED");
    }

    @Test
    void a_passed_on_referral_still_knows_whose_words_it_holds() {
        Map<Question, String> given = contact();
        given.put(Question.REFERRER_NAME, "Lin");
        ReferralId id = sent(Asking.FOR_SOMEONE, given);
        ReferralId copy = Acting.as(World.TOM, () -> referrals.passOn(id, new PassOn(DemoTown.LANTERN, Set.of(Part.SAFE_CONTACT), Because.THEY_AGREED), World.TOM));

        PersonId person = Acting.as(World.ASH, () -> referrals.screen(copy, World.ASH));

        assertThat(world.as(World.ASH, () -> people.safeContact(person)).answer(Channel.PHONE).safe()).isEqualTo(Safe.UNKNOWN);
    }

    @Test
    void nobody_writes_a_referral_into_another_organisation_past_the_rules() {
        assertThatThrownBy(() -> world.as(World.TOM, () -> sql.sql("""
                insert into referral.referral (id, version, organisation_id, side, status, source, danger, child, no_contact, own_words, received_at, contact_due_at, came_from_id)
                values (gen_random_uuid(), 0, :lantern, 'SUPPORT', 'RECEIVED', 'PASSED_ON', 'NOW', false, false, true, now(), now(), :ours)
                """).param("lantern", DemoTown.LANTERN.id()).param("ours", DemoTown.HARBOUR_HOUSE.id()).update())).rootCause().hasMessageContaining("row-level security");
        assertThatThrownBy(() -> world.as(World.anyone(), () -> sql.sql("""
                insert into referral.referral (id, version, organisation_id, side, status, source, danger, child, no_contact, own_words, received_at, contact_due_at)
                values (gen_random_uuid(), 0, :lantern, 'SUPPORT', 'RECEIVED', 'SELF', 'NOW', false, false, true, now(), now())
                """).param("lantern", DemoTown.LANTERN.id()).update())).rootCause().hasMessageContaining("row-level security");
    }

    @Test
    void when_the_clock_runs_out_the_duty_workers_are_told_then_the_managers_and_the_inbox_says_so() throws Exception {
        ReferralId id = sent(Asking.MYSELF, with(contact(), Question.SAFE_NOW, "NO"));
        Actor.Job duty = new Actor.Job(DemoTown.HARBOUR_HOUSE, FirstContactClock.DUTY);
        Actor.Job manager = new Actor.Job(DemoTown.HARBOUR_HOUSE, FirstContactClock.MANAGER);

        clock.pass(Duration.ofMinutes(119));
        Acting.as(duty, () -> firstContactClock.ranOut(DemoTown.HARBOUR_HOUSE, id.id()));
        assertThat(told(id)).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        Acting.as(duty, () -> firstContactClock.ranOut(DemoTown.HARBOUR_HOUSE, id.id()));
        Acting.as(duty, () -> firstContactClock.ranOut(DemoTown.HARBOUR_HOUSE, id.id()));
        assertThat(told(id)).containsExactly("DUTY " + World.TOM.worker().id());
        clock.pass(Duration.ofHours(1));
        Acting.as(manager, () -> firstContactClock.ranOutLongAgo(DemoTown.HARBOUR_HOUSE, id.id()));
        assertThat(told(id)).containsExactly("DUTY " + World.TOM.worker().id(), "MANAGER " + World.SAL.worker().id());

        assertThat(open("/desk/referrals/" + id.id(), World.SAL).text()).contains("Duty worker (Tom Reyes)", "Manager (Sal Whitmore)");
    }

    @Test
    void whoever_is_on_duty_by_the_rota_is_told_and_while_nobody_is_every_duty_worker() {
        Actor.Job duty = new Actor.Job(DemoTown.HARBOUR_HOUSE, FirstContactClock.DUTY);
        ReferralId evening = sent(Asking.MYSELF, with(contact(), Question.SAFE_NOW, "NO")), night = sent(Asking.MYSELF, with(contact(), Question.SAFE_NOW, "NO"));

        // The manager has the evening in the demo town; nobody has the night.
        clock.pass(Duration.ofHours(8));
        Acting.as(duty, () -> firstContactClock.ranOut(DemoTown.HARBOUR_HOUSE, evening.id()));
        assertThat(told(evening)).containsExactly("DUTY " + World.SAL.worker().id());
        clock.pass(Duration.ofHours(5));
        Acting.as(duty, () -> firstContactClock.ranOut(DemoTown.HARBOUR_HOUSE, night.id()));
        assertThat(told(night)).containsExactly("DUTY " + World.TOM.worker().id());
    }

    @Test
    void the_home_address_that_was_given_goes_into_the_compartment_when_somebody_takes_the_referral_and_no_letter_goes_there() {
        ReferralId id = sent(Asking.MYSELF, with(with(contact(), Question.ADDRESS, "14 Quay Row"), Question.AREA, "WM1 2AB"));

        PersonId person = Acting.as(World.TOM, () -> referrals.screen(id, World.TOM));

        assertThat(Acting.as(World.TOM, () -> addresses.kept(person))).singleElement().satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo(AddressKind.HOME);
            assertThat(kept.forLetters()).isFalse();
            assertThat(kept.unsafe()).isFalse();
        });
        assertThat(Acting.as(World.TOM, () -> addresses.keys(person))).as("another way of writing it is the same house")
                .containsExactly(AddressKey.of(TestDatabase.SEAL, DemoTown.HARBOUR_HOUSE, "14, Quay Row, Westermouth", "wm12ab").orElseThrow());
    }

    @Test
    void a_referral_without_an_address_leaves_the_compartment_empty() {
        ReferralId id = sent(Asking.MYSELF, with(contact(), Question.AREA, "WM1 2AB"));

        PersonId person = Acting.as(World.TOM, () -> referrals.screen(id, World.TOM));

        assertThat(Acting.as(World.TOM, () -> addresses.kept(person))).isEmpty();
    }

    @Test
    void that_there_was_nobody_to_tell_is_written_down_and_seen() throws Exception {
        ReferralId id = sent(Asking.MYSELF, with(with(contact(), Question.SAFE_NOW, "NO"), Question.RECEIVER, DemoTown.LANTERN.id().toString()));
        clock.pass(Duration.ofDays(3));

        String ash = " where worker_id = '" + World.ASH.worker().id() + "'";
        TestDatabase.asOwner("update organisations.membership set roles = array_remove(roles, 'DUTY')" + ash);
        try {
            Acting.as(new Actor.Job(DemoTown.LANTERN, FirstContactClock.DUTY), () -> firstContactClock.ranOut(DemoTown.LANTERN, id.id()));
        } finally {
            TestDatabase.asOwner("update organisations.membership set roles = roles || '{DUTY}'" + ash);
        }

        assertThat(open("/desk/referrals/" + id.id(), World.NIA).text()).contains("Duty worker (nobody has this role)");
    }

    @Test
    void a_referral_that_a_lead_keeps_a_worker_apart_from_is_not_there_for_them_and_nothing_is_decided_about_it() throws Exception {
        ReferralId id = sent(Asking.MYSELF, with(with(contact(), Question.GIVEN_NAME, "Apartness"), Question.AREA, "WM1 2AB"));
        String referral = "/desk/referrals/" + id.id();
        // Control: before, it is there for both.
        assertThat(everyPage("/desk/inbox", World.TOM)).contains(id.id().toString());
        keepApart(id, World.TOM);

        for (String page : List.of("", "/refusal", "/withdrawal", "/transfer")) {
            MockHttpServletResponse theirs = mvc.perform(get(referral + page).with(world.signedIn(World.TOM))).andReturn().getResponse();
            MockHttpServletResponse nobodys = mvc.perform(get("/desk/referrals/" + new UUID(7, 7) + page).with(world.signedIn(World.TOM))).andReturn().getResponse();
            assertThat(theirs.getStatus()).as(page).isEqualTo(404);
            assertThat(theirs.getContentAsString().replace(id.id().toString(), "")).as(page).isEqualTo(nobodys.getContentAsString().replace(new UUID(7, 7).toString(), ""));
        }
        for (String act : List.of("/screening", "/acceptance", "/refusal", "/withdrawal", "/reopening", "/address")) {
            mvc.perform(post(referral + act).param("reason", act.equals("/address") ? "IMMEDIATE_DANGER" : "NO_CAPACITY").param("why", "x").with(world.signedIn(World.TOM))).andExpect(status().isNotFound());
        }
        assertThat(everyPage("/desk/inbox", World.TOM)).doesNotContain(id.id().toString());
        assertThat(everyPage("/desk/inbox", World.SAL)).contains(id.id().toString());
        assertThat(open(referral, World.SAL).text()).contains("Apartness", "Received");
    }

    private void keepApart(ReferralId id, Actor.Worker worker) {
        UUID hit = UUID.randomUUID();
        world.as(new Actor.Job(worker.organisation(), "intake-check"), () -> sql.sql("""
                insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_role, known_kind, known_record_id, known_role, reasons, for_managers, found_at, version)
                values (:id, :organisation, 'REFERRAL', :referral, 'CLIENT', 'WORKER', :worker, 'WORKER', '{NAME}', false, now(), 0)
                """).param("id", hit).param("organisation", worker.organisation().id()).param("referral", id.id()).param("worker", worker.worker().id()).update());
        world.as(World.PRIYA, () -> sql.sql("insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_by, decided_at) values (:organisation, 'REFERRAL', :referral, :worker, :hit, :lead, now())")
                .param("organisation", worker.organisation().id()).param("referral", id.id()).param("worker", worker.worker().id()).param("hit", hit).param("lead", World.PRIYA.worker().id()).update());
    }

    @Test
    void a_referral_somebody_reads_in_time_tells_nobody() {
        ReferralId id = sent(Asking.MYSELF, contact());
        Acting.as(World.TOM, () -> { referrals.screen(id, World.TOM); });
        clock.pass(Duration.ofDays(3));

        Acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, FirstContactClock.DUTY), () -> firstContactClock.ranOut(DemoTown.HARBOUR_HOUSE, id.id()));

        assertThat(told(id)).isEmpty();
    }

    @Test
    void whoever_rings_with_their_number_is_found_in_their_organisation_only() throws Exception {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        Code code = Acting.as(holder, () -> referrals.receive(draft(holder, Asking.MYSELF, contact())));

        mvc.perform(post("/desk/inbox/number").param("number", code.written()).with(world.signedIn(World.JO))).andExpect(status().is3xxRedirection());
        for (Actor.Worker stranger : List.of(World.ASH, World.KIT)) {
            assertThat(mvc.perform(post("/desk/inbox/number").param("number", code.written()).with(world.signedIn(stranger))).andReturn().getResponse().getContentAsString()).contains("No referral here has this number");
        }
    }

    @Test
    void another_organisations_and_the_other_sides_referral_cannot_be_told_from_one_that_does_not_exist() throws Exception {
        ReferralId id = sent(Asking.MYSELF, contact());
        for (Actor.Worker stranger : List.of(World.ASH, World.NIA, World.KIT, World.ROBIN, World.ALEX)) {
            for (String action : List.of("", "/refusal", "/transfer", "/withdrawal")) {
                var theirs = mvc.perform(get("/desk/referrals/" + id.id() + action).with(world.signedIn(stranger))).andReturn().getResponse();
                var nothing = mvc.perform(get("/desk/referrals/" + UUID.randomUUID() + action).with(world.signedIn(stranger))).andReturn().getResponse();
                assertThat(theirs.getStatus()).isEqualTo(404).isEqualTo(nothing.getStatus());
                assertThat(theirs.getContentAsString()).isEqualTo(nothing.getContentAsString());
            }
            for (String action : List.of("/screening", "/acceptance", "/reopening")) {
                mvc.perform(post("/desk/referrals/" + id.id() + action).with(world.signedIn(stranger))).andExpect(status().isNotFound());
            }
            mvc.perform(post("/desk/referrals/" + id.id() + "/refusal").param("reason", "NO_CAPACITY").with(world.signedIn(stranger))).andExpect(status().isNotFound());
            mvc.perform(post("/desk/referrals/" + id.id() + "/withdrawal").param("why", "x").with(world.signedIn(stranger))).andExpect(status().isNotFound());
            mvc.perform(post("/desk/referrals/" + id.id() + "/transfer").param("to", DemoTown.LANTERN.id().toString()).param("basis", "AGREED").param("parts", "SITUATION").with(world.signedIn(stranger))).andExpect(status().isNotFound());
        }
        assertThat(statusOf(id, World.TOM)).isEqualTo("RECEIVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral.referral where id", "referral.answer where referral_id", "referral.told where referral_id", "referral.passage where referral_id"})
    void each_table_is_open_to_its_organisation_and_side_alone(String table) {
        ReferralId id = sent(Asking.MYSELF, contact());
        clock.pass(Duration.ofDays(2));
        Acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, FirstContactClock.DUTY), () -> firstContactClock.ranOut(DemoTown.HARBOUR_HOUSE, id.id()));
        Acting.as(World.TOM, () -> { referrals.passOn(id, new PassOn(DemoTown.LANTERN, Set.of(Part.SITUATION), Because.THEY_AGREED), World.TOM); });

        assertThat(rows(table, id, World.TOM)).isPositive();
        assertThat(rows(table, id, World.KIT)).isZero();
        assertThat(rows(table, id, World.ALEX)).isZero();
        assertThat(rows(table, id, World.anyone())).isZero();
        assertThat(rows(table, id, new Actor.Holder("guess"))).isZero();
        assertThat(rows(table, id, new Actor.Worker(World.TOM.worker(), new OrganisationId(UUID.randomUUID()), World.TOM.side(), World.TOM.roles()))).isZero();
    }

    @Test
    void a_call_is_kept_as_it_is_typed_and_only_its_worker_sees_it() throws Exception {
        UUID call = UUID.randomUUID();
        mvc.perform(post("/desk/calls/new/" + call + "/words").param("words", "He took the phone").with(world.signedIn(World.JO))).andExpect(status().isNoContent());

        assertThat(open("/desk/calls/new/" + call, World.JO).selectFirst("#words").wholeText()).contains("He took the phone");
        for (Actor.Worker colleague : List.of(World.TOM, World.SAL, World.ASH, World.KIT)) {
            mvc.perform(get("/desk/calls/new/" + call).with(world.signedIn(colleague))).andExpect(status().isNotFound());
            mvc.perform(post("/desk/calls/new/" + call + "/words").param("words", "overwritten").with(world.signedIn(colleague))).andExpect(status().isNotFound());
        }
        assertThat(open("/desk/calls/new/" + call, World.JO).selectFirst("#words").wholeText()).contains("He took the phone");
    }

    @Test
    void a_call_becomes_a_referral_and_is_counted_and_whoever_screens_starts_at_once() throws Exception {
        for (Actor.Worker taker : List.of(World.TOM, World.JO)) {
            UUID call = UUID.randomUUID();
            for (int presses = 0; presses < 2; presses++) {
                mvc.perform(post("/desk/calls/new/" + call).param("do", "referral").param("given-name", "Nell").param("caller", "SELF").param("channels", "PHONE").param("safe-when", "ANY_TIME")
                        .param("phone", "07700 900123").with(world.signedIn(taker))).andExpect(redirectedUrl("/desk/referrals/" + call));
            }

            assertThat(statusOf(new ReferralId(call), taker)).isEqualTo(taker == World.TOM ? "SCREENING" : "RECEIVED");
        }
        assertThat(open("/desk/calls", World.JO).text()).contains("Referral");
    }

    @Test
    void an_anonymous_call_becomes_a_referral_too() throws Exception {
        UUID call = UUID.randomUUID();
        mvc.perform(post("/desk/calls/new/" + call).param("do", "referral").param("words", "No name").with(world.signedIn(World.JO))).andExpect(redirectedUrl("/desk/referrals/" + call));

        assertThat(open("/desk/referrals/" + call, World.TOM).text()).contains("No name");
    }

    @Test
    void a_number_without_safe_contact_is_refused_beside_the_field_and_not_kept() throws Exception {
        UUID call = UUID.randomUUID();
        String again = mvc.perform(post("/desk/calls/new/" + call).param("do", "referral").param("phone", "07700 900123").with(world.signedIn(World.JO))).andReturn().getResponse().getContentAsString();

        assertThat(Jsoup.parse(again).selectFirst("#channels-error")).isNotNull();
        assertThat(Jsoup.parse(again).selectFirst("#phone").val()).isEqualTo("07700 900123");
        assertThat(Acting.as(World.JO, () -> drafts.call(new ReferralId(call)).orElseThrow()).answers().has(Question.PHONE)).isFalse();
    }

    @Test
    void a_contact_keeps_no_name_no_number_and_half_a_postcode() throws Exception {
        UUID call = UUID.randomUUID();
        mvc.perform(post("/desk/calls/new/" + call).param("do", "contact").param("given-name", "Secretname").param("channels", "PHONE").param("safe-when", "ANY_TIME").param("phone", "07700 900123")
                .param("area", "LA1 4YW").param("caller", "SELF").param("issue", "MONEY").with(world.signedIn(World.JO))).andExpect(redirectedUrl("/desk/calls"));

        assertThat(open("/desk/calls", World.JO).text()).contains("LA1").doesNotContain("4YW", "Secretname", "07700");
        mvc.perform(get("/desk/calls/new/" + call).with(world.signedIn(World.JO))).andExpect(status().isNotFound());
    }

    @Test
    void the_helpline_log_is_open_to_its_organisation_and_side_alone() throws Exception {
        UUID mine = world.as(World.JO, () -> sql.sql("select id from helpline.contact order by started_at limit 1").query(UUID.class).single());

        mvc.perform(get("/desk/calls/" + mine).with(world.signedIn(World.TOM))).andExpect(status().isOk());
        for (Actor.Worker stranger : List.of(World.ASH, World.KIT, World.ALEX)) {
            mvc.perform(get("/desk/calls/" + mine).with(world.signedIn(stranger))).andExpect(status().isNotFound());
            assertThat(world.as(stranger, () -> sql.sql("select count(*) from helpline.contact where id = :id").param("id", mine).query(Integer.class).single())).isZero();
        }
        assertThat(open("/desk/calls?day=2020-01-01", World.JO).text()).contains("Nothing recorded on this day");
        assertThat(open("/desk/calls?day=nonsense", World.JO).select("h1")).hasSize(1);
    }

    @Test
    void only_a_manager_changes_the_clock() throws Exception {
        mvc.perform(post("/desk/inbox/clock").param("urgent", "1").with(world.signedIn(World.TOM))).andExpect(status().isNotFound());
        mvc.perform(post("/desk/inbox/clock").param("urgent", "4").param("usual", "48").param("manager", "2").with(world.signedIn(World.NIA))).andExpect(redirectedUrl("/desk/inbox"));

        assertThat(open("/desk/inbox", World.NIA).selectFirst("#urgent option[selected]").val()).isEqualTo("4");
    }

    @Test
    void a_helpline_worker_without_a_side_and_a_stranger_find_no_inbox() throws Exception {
        mvc.perform(get("/desk/inbox").with(world.signedIn(World.ALEX))).andExpect(status().isNotFound());
        mvc.perform(get("/desk/calls/new").with(world.signedIn(World.ALEX))).andExpect(status().isNotFound());
        assertThatThrownBy(() -> Acting.as(World.ALEX, () -> { referrals.screen(new ReferralId(UUID.randomUUID()), World.ALEX); })).isInstanceOf(NotFound.class);
    }

    @Test
    void a_professionals_address_gets_a_neutral_question_and_nothing_that_names_anybody() {
        List<String> before = subjects();
        sent(Asking.FOR_SOMEONE, with(contact(), Question.REFERRER_EMAIL, "lin@example.org"));
        sent(Asking.MYSELF, with(contact(), Question.REFERRER_EMAIL, "lin@example.org"));

        List<String> after = new ArrayList<>(subjects());
        before.forEach(after::remove);
        assertThat(after).containsExactlyInAnyOrder("Please confirm your e-mail address", "We have received your message");
    }

    // Safety: the referrer learns that there is news and nothing else, by mail only at an address they confirmed, and how it stands only with their number.
    @Test
    void a_referrer_is_told_that_there_is_news_and_not_a_word_of_what() {
        for (Asking asking : List.of(Asking.FOR_SOMEONE, Asking.FOR_THEIR_BEHAVIOUR)) {
            Actor.Worker me = asking.side() == Side.SUPPORT ? World.TOM : World.KIT;
            ReferralId id = sent(asking, with(with(contact(), Question.REFERRER_EMAIL, "lin@example.org"), Question.GIVEN_NAME, "Newsmarker"));
            ReferralId nobody = sent(asking, contact());
            List<String> before = subjects();

            Acting.as(me, () -> { referrals.screen(nobody, me); });
            Acting.as(me, () -> { referrals.screen(id, me); });
            Acting.as(me, () -> referrals.decline(id, DeclineReason.THEY_SAID_NO, "Newsmarker was rung.", asking.side() == Side.CHANGE ? RiskHolder.REFERRER : null, me));

            List<String> after = new ArrayList<>(subjects());
            before.forEach(after::remove);
            assertThat(after).as("when it is read and when it is decided; nothing where no address was left").containsExactly("There is news about your message", "There is news about your message");
            // An OWN_ADDRESS message waits until its button was pressed (MessagesTests); the receipt waits beside it.
            assertThat(toReferrer(id)).hasSize(3).allSatisfy(body -> assertThat(body).startsWith("OWN_ADDRESS Hello,").doesNotContain("Newsmarker", "declined", "abuse", "partner", "Harbour").doesNotContainPattern("[0-9]"));
        }
    }

    private List<String> toReferrer(ReferralId id) {
        Actor.Worker me = world.as(World.TOM, () -> sql.sql("select count(*) from referral.referral where id = :id").param("id", id.id()).query(Integer.class).single()) == 1 ? World.TOM : World.KIT;
        UUID address = world.as(me, () -> sql.sql("select referrer_address_id from referral.referral where id = :id").param("id", id.id()).query(UUID.class).single());
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "send-message"), () -> sql.sql("select id, kind, body from messages.outbox where own_address_id = :address and kind <> 'CONFIRMATION'").param("address", address)
                .query((row, number) -> row.getString("kind") + " " + TestDatabase.SEAL.open(row.getBytes("body"), "messages.outbox.body", row.getObject("id", UUID.class))).list());
    }

    private List<String> subjects() {
        return world.as(World.SAL, () -> sql.sql("select subject from messages.outbox where kind in ('CONFIRMATION', 'OWN_ADDRESS') and organisation_id = :id")
                .param("id", DemoTown.HARBOUR_HOUSE.id()).query(String.class).list());
    }

    @Test
    void passing_on_to_an_organisation_without_a_staffed_inbox_is_refused() {
        ReferralId id = sent(Asking.MY_BEHAVIOUR, contact());

        assertThatThrownBy(() -> Acting.as(World.KIT, () -> { referrals.passOn(id, new PassOn(DemoTown.LANTERN, Set.of(Part.SITUATION), Because.THEY_AGREED), World.KIT); })).isInstanceOf(RuleBroken.class);
    }

    static Map<Question, String> contact() {
        Map<Question, String> given = new EnumMap<>(Question.class);
        given.put(Question.CHANNELS, "PHONE");
        given.put(Question.SAFE_WHEN, "ANY_TIME");
        given.put(Question.PHONE, "07700 900123");
        given.put(Question.GIVEN_NAME, "Sam");
        given.put(Question.WORDS, "");
        return given;
    }

    private static Map<Question, String> with(Map<Question, String> given, Question question, String words) {
        given.put(question, words);
        return given;
    }

    private ReferralId sent(Asking asking, Map<Question, String> given) {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        return Acting.as(holder, () -> {
            ReferralId id = draft(holder, asking, given);
            referrals.receive(id);
            return id;
        });
    }

    private ReferralId draft(Actor.Holder holder, Asking asking, Map<Question, String> given) {
        Map<Question, String> all = new EnumMap<>(given);
        all.putIfAbsent(Question.CHANNELS, "NONE");
        all.putIfAbsent(Question.RECEIVER, DemoTown.HARBOUR_HOUSE.id().toString());
        ReferralId id = drafts.begin(asking, holder).id();
        drafts.answer(draft -> all);
        return id;
    }

    private Document open(String path, Actor.Worker me) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(me))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private String everyPage(String path, Actor.Worker me) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String next = path; next != null; ) {
            Document page = open(next, me);
            all.append(page.html());
            next = page.select("a[rel=next]").isEmpty() ? null : page.selectFirst("a[rel=next]").attr("href");
        }
        return all.toString();
    }

    private String statusOf(ReferralId id, Actor.Worker me) {
        return world.as(me, () -> sql.sql("select status from referral.referral where id = :id").param("id", id.id()).query(String.class).single());
    }

    private List<String> told(ReferralId id) {
        return world.as(World.SAL, () -> sql.sql("select role || ' ' || worker_id from referral.told where referral_id = :id order by role").param("id", id.id()).query(String.class).list());
    }

    private int rows(String table, ReferralId id, Actor who) {
        return world.as(who, () -> sql.sql("select count(*) from " + table + " = :id").param("id", id.id()).query(Integer.class).single());
    }
}
