package org.alongside.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.referral.Answers;
import org.alongside.referral.Asking;
import org.alongside.referral.Draft;
import org.alongside.referral.Drafts;
import org.alongside.referral.Question;
import org.alongside.referral.ReferralId;
import org.alongside.referral.Referrals;
import org.alongside.referral.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The enquiry in a corridor: nothing is kept of it until somebody refers, and then nothing is typed twice. */
@AlongsideTest
class GuidedEnquiryTests {
    private static final String HARBOUR = DemoTown.HARBOUR_HOUSE.id().toString();
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;

    // Safety: what somebody ticks while another person stands beside them is on no server, in no address and in no cookie.
    @Test
    void until_somebody_refers_nothing_is_stored_or_sent() throws Exception {
        int before = rows();
        Visitor them = new Visitor(mvc);
        Document page = them.see("/enquiry/ask");
        them.see("/enquiry/ask?safe=ALONE&heard=HARMED&risks=WEAPON");

        assertThat(them.last.getHeaders("Set-Cookie")).isEmpty();
        assertThat(them.page.select("input[checked]")).as("an address fills nothing in").isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(page.select("form").eachAttr("action")).containsOnly("/refer");
        assertThat(page.select("form").eachAttr("method")).containsOnly("post");
        assertThat(page.select("form").eachAttr("autocomplete")).containsOnly("off");
        assertThat(page.select("input[name=safe], input[name=heard]")).hasSize(8).allSatisfy(tick -> {
            assertThat(tick.closest("form")).as("it stands in no form").isNull();
            assertThat(tick.attr("autocomplete")).isEqualTo("off");
        });
        assertThat(page.select("[data-autosave]")).isEmpty();
        // Control: referring does store.
        them.send("/refer", "asking", "FOR_SOMEONE", "risks", "WEAPON");
        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void it_asks_the_referrals_own_questions_with_its_own_answers_and_never_who_somebody_is() throws Exception {
        Document page = new Visitor(mvc).see("/enquiry/ask");
        for (Asking asking : List.of(Asking.FOR_SOMEONE, Asking.FOR_THEIR_BEHAVIOUR)) {
            Element form = form(page, asking);
            Set<String> names = new TreeSet<>(form.select("input, textarea").eachAttr("name"));
            names.remove("asking");
            assertThat(Drafts.BROUGHT.stream().map(Question::field)).containsAll(names);
            assertThat(names).contains("safe-now", "risks", "children", "consent").doesNotContain("given-name", "phone", "area", "other-person");
            for (Question question : List.of(Question.SAFE_NOW, Question.RISKS, Question.CHILDREN, Question.CONSENT)) {
                assertThat(form.select("input[name=" + question.field() + "]").eachAttr("value")).containsExactlyElementsOf(question.options());
            }
            assertThat(form.select("button[type=submit]")).hasSize(1);
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(form(page, Asking.FOR_SOMEONE).select("[name=willing], [name=how-known]")).isEmpty();
        assertThat(form(page, Asking.FOR_THEIR_BEHAVIOUR).select("[name=willing]")).hasSize(4);
    }

    @Test
    void what_was_answered_there_is_not_asked_again_and_arrives() throws Exception {
        Visitor them = new Visitor(mvc);
        them.send("/refer", "asking", "FOR_THEIR_BEHAVIOUR", "safe-now", "NOT_SURE", "risks", "CHOKING", "risks", "LEAVING", "how-known", "THEY_SAID", "risk-words", "He held her neck on Sunday.", "children", "YES",
                "children-words", "One, aged 3", "consent", "YES", "willing", "UNSURE", "willing-words", "If it helps.");
        assertThat(them.at).as("how contact is safe comes first all the same").isEqualTo("/refer/how");
        List<String> asked = walk(them);

        assertThat(asked).contains("/refer/how", "/refer/work", "/refer/name", "/refer/story", "/refer/others").doesNotContain("/refer/now", "/refer/seen", "/refer/agreed", "/refer/family");
        assertThat(them.page.text()).contains("Choking or strangling", "He held her neck on Sunday.", "One, aged 3", "They are not sure", "They said so themselves");
        assertThat(them.page.select("a[href=/refer/seen]")).as("and can be changed").isNotEmpty();
        ReferralId id = draft(them).id();
        them.send("/refer/check");

        assertThat(them.at).isEqualTo("/refer/done");
        Answers arrived = world.as(World.KIT, () -> referrals.answers(id));
        assertThat(arrived.only(Drafts.BROUGHT).given()).containsAllEntriesOf(Map.of(Question.SAFE_NOW, "NOT_SURE", Question.RISKS, "CHOKING,LEAVING", Question.HOW_KNOWN, "THEY_SAID", Question.CHILDREN, "YES", Question.CONSENT, "YES", Question.WILLING, "UNSURE"));
    }

    @Test
    void for_somebody_who_is_harmed_the_same_holds_and_what_was_left_open_is_asked() throws Exception {
        Visitor them = new Visitor(mvc);
        them.send("/refer", "asking", "FOR_SOMEONE", "risks", "VERY_AFRAID", "consent", "YES");
        List<String> asked = walk(them);

        assertThat(asked).contains("/refer/now", "/refer/family").doesNotContain("/refer/seen", "/refer/agreed");
        assertThat(draft(them).answers().of(Question.RISKS)).isEqualTo("VERY_AFRAID");
        // Control: without an enquiry all of it is asked.
        assertThat(walk(new Visitor(mvc).begin(Asking.FOR_SOMEONE))).contains("/refer/now", "/refer/family", "/refer/seen", "/refer/agreed");
    }

    // Safety: nothing by which somebody is named or reached is kept before it was said how contact is safe.
    @Test
    void nothing_else_can_be_brought_along_and_junk_is_left_out() throws Exception {
        Visitor them = new Visitor(mvc);
        them.send("/refer", "asking", "FOR_SOMEONE", "phone", "07700 900123", "email", "a@example.org", "given-name", "Sam", "address", "1 High Street", "channels", "PHONE", "safe-when", "ANY_TIME", "other-person", "x", "words", "y",
                "receiver", HARBOUR, "risks", "BOGUS", "safe-now", "<script>", "children", "MAYBE", "willing", "YES", "how-known", "POLICE", "skip", "yes");

        assertThat(draft(them).answers().given()).isEmpty();
        assertThat(walk(them)).as("junk answers no question").contains("/refer/seen", "/refer/now", "/refer/family");
        Visitor themself = new Visitor(mvc);
        themself.send("/refer", "asking", "MYSELF", "safe-now", "YES", "children", "YES");
        assertThat(draft(themself).answers().given()).as("only professionals bring something along").isEmpty();
    }

    // Safety: 999 before anything else, also when the danger was ticked on the page before.
    @Test
    void danger_that_was_ticked_shows_999_first_and_then_asks_how_contact_is_safe() throws Exception {
        Visitor them = new Visitor(mvc);
        them.send("/refer", "asking", "FOR_SOMEONE", "safe-now", "NO");
        assertThat(them.at).isEqualTo("/refer/help");
        assertThat(them.page.select("a[href=tel:999]")).isNotEmpty();

        them.send("/refer/help");
        assertThat(them.at).isEqualTo("/refer/how");
    }

    @Test
    void without_agreement_the_reason_is_asked_for_when_it_was_left_out() throws Exception {
        Visitor them = new Visitor(mvc);
        them.send("/refer", "asking", "FOR_SOMEONE", "consent", "NO");
        assertThat(walk(them)).contains("/refer/agreed");
    }

    @Test
    void the_welsh_enquiry_refers_in_welsh() throws Exception {
        Visitor them = new Visitor(mvc);
        Document page = them.see("/cy/enquiry/ask");
        assertThat(form(page, Asking.FOR_SOMEONE).attr("action")).isEqualTo("/cy/refer");
        them.send("/cy/refer", "asking", "FOR_SOMEONE", "safe-now", "YES");
        assertThat(them.at).isEqualTo("/cy/refer/how");
    }

    /** Walks to the check page, skipping whatever may be skipped. @return the pages that asked something */
    private List<String> walk(Visitor them) throws Exception {
        List<String> asked = new ArrayList<>();
        if (!them.at.equals("/refer/how")) them.see("/refer/how");
        while (!them.at.equals("/refer/check") && asked.size() < 30) {
            asked.add(them.at);
            switch (them.at) {
                case "/refer/how" -> them.send(them.at, "channels", "NONE");
                case "/refer/where" -> them.send(them.at, "receiver", HARBOUR);
                default -> them.send(them.at, "skip", "yes");
            }
        }
        return asked;
    }

    private static Element form(Document page, Asking asking) {
        return page.select("form").stream().filter(form -> form.selectFirst("input[name=asking]").val().equals(asking.name())).findFirst().orElseThrow();
    }

    private Draft draft(Visitor them) {
        return world.as(new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", them.cookie("step"))), () -> drafts.mine()).orElseThrow();
    }

    private int rows() {
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "forget-drafts"), () -> sql.sql("select count(*) from referral.draft").query(Integer.class).single());
    }
}
