package org.alongside.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.DemoTown;
import org.alongside.directory.Places;
import org.alongside.helpline.Topic;
import org.alongside.ui.Frames;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** Five thousand texts that somebody wrote to do harm, as readers and moderators get them: nothing in them is active, and none reaches out of its own lines. */
@AlongsideTest
class HostileTextsTests {
    private static final int TEXTS = 5000, A_PAGE = 250;
    private static final String[] SCRIPTS = {"<script>document.title='gone'</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href=\"javascript:alert(1)\">here</a>", "\"><iframe src=//evil.example></iframe>", "<style>*{display:none}</style>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "</p></section><form action=//evil.example><button>Send", "<body onpageshow=alert(1)>", "<object data=data:text/html,x>", "<meta http-equiv=refresh content=0;url=//evil.example>",
            "&lt;script&gt;alert(1)&lt;/script&gt;", "<ScRiPt >alert(1)</sCrIpT >", "<details open ontoggle=alert(1)>", "<base href=//evil.example>", "${7*7} #{7*7} {{7*7}} @if(true)x@endif", "<template><script>alert(1)</script></template>", "<!--", "]]>", "<plaintext>", "<textarea>", "</textarea><script>alert(1)</script>"};
    private static final String[] MARKDOWN = {"[here](javascript:alert(1))", "![x](https://evil.example/pixel.png)", "<https://evil.example>", "[a]: javascript:alert(1)\n[a]", "# A heading\n\n* list\n\n> quote\n\n```js\nalert(1)\n```", "|a|b|\n|-|-|\n|c|d|", "[x](data:text/html;base64,PHNjcmlwdD4=)", "**bold** _it_ ~~no~~ `code`"};
    private static final int[] TURNING = {0x202A, 0x202B, 0x202D, 0x202E, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C}, HIDDEN = {0x200B, 0x2060, 0xFEFF, 0x00AD, 0x180E, 0xE0041, 0xE007F, 0x2063, 0xFFF9, 0x0000, 0x0007, 0x001B, 0x0085, 0xE000, 0xFFFE};
    @Autowired Square square;
    @Autowired Places places;
    @Autowired PublishedComments published;
    @Autowired Desk desk;
    @Autowired Frames frames;
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.alongside");

    @BeforeEach
    void opens() {
        square.opens();
    }

    @AfterEach
    void closes() {
        square.closes();
    }

    /** The same five thousand each time. */
    static List<String> texts() {
        Random dice = new Random(20261120);
        List<Function<Random, String>> kinds = List.of(one -> pick(SCRIPTS, one) + pick(SCRIPTS, one), one -> pick(MARKDOWN, one) + "\n\n" + pick(MARKDOWN, one), one -> woven("I am telling you something", TURNING, one), one -> woven("kill", HIDDEN, one) + woven(" myself tonight", HIDDEN, one),
                HostileTextsTests::piled, one -> ("http" + (one.nextBoolean() ? "s" : "") + "://evil" + one.nextInt(99) + ".example/?a=<b>&c='d' ").repeat(1 + one.nextInt(60)), one -> letters(one, 1 + one.nextInt(9000)), HostileTextsTests::anything,
                one -> "A".repeat(1 + one.nextInt(3000)) + pick(SCRIPTS, one), one -> "\n".repeat(1 + one.nextInt(500)) + "x" + "\r\n \t".repeat(one.nextInt(200)));
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < TEXTS; number++) texts.add(kinds.get(number % kinds.size()).apply(dice));
        return texts;
    }

    private static String pick(String[] of, Random dice) {
        return of[dice.nextInt(of.length)];
    }

    private static String woven(String words, int[] with, Random dice) {
        StringBuilder woven = new StringBuilder();
        words.codePoints().forEach(letter -> woven.appendCodePoint(letter).appendCodePoint(with[dice.nextInt(with.length)]));
        return woven.toString();
    }

    private static String piled(Random dice) {
        StringBuilder piled = new StringBuilder();
        "help me".codePoints().forEach(letter -> {
            piled.appendCodePoint(letter);
            for (int mark = dice.nextInt(60); mark > 0; mark--) piled.append((char) (0x300 + dice.nextInt(0x6F)));
        });
        return piled.toString();
    }

    private static String letters(Random dice, int many) {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < many; at++) letters.append((char) (dice.nextInt(20) == 0 ? ' ' : 'a' + dice.nextInt(26)));
        return letters.toString();
    }

    private static String anything(Random dice) {
        StringBuilder any = new StringBuilder();
        for (int at = 0; at < 300; at++) any.append((char) dice.nextInt(0x10000));
        return any.toString();
    }

    @Test
    void of_five_thousand_hostile_texts_nothing_is_active_for_whoever_reads() throws Exception {
        List<String> texts = texts();
        Set<String> calm = shape(page(List.of("Nothing but words.", "And more of them.")));
        int shown = 0;
        for (int from = 0; from < texts.size(); from += A_PAGE) {
            List<String> some = texts.subList(from, from + A_PAGE).stream().map(typed -> Written.typed(typed.substring(0, Math.min(30, typed.length())), typed)).filter(one -> !one.words().isEmpty()).map(one -> one.isTooLong() ? one.words().substring(0, one.words().offsetByCodePoints(0, Written.WORDS)) : one.words()).toList();
            Document page = page(some);
            shown += some.size();
            assertThat(shape(page)).as("no element, attribute or link that calm words do not have").isEqualTo(calm);
            assertThat(page.select("ol.comments > li").stream().map(one -> one.select(".typed").stream().map(Element::wholeText).reduce((first, second) -> first + "\n\n" + second).orElse("")).toList()).as("and every letter of them stands there to be read").containsExactlyElementsOf(some);
            some.forEach(HostileTextsTests::staysInItsLines);
        }
        assertThat(shown).isGreaterThan(TEXTS * 9 / 10);
        Document broken = page(List.of("Nothing but words."));
        broken.select(".typed").first().append("<a href=//evil.example>here</a>");
        assertThat(shape(broken)).as("control").isNotEqualTo(calm);
    }

    /** What the public's page is made of: names of elements and attributes, and where links and sources lead, without ids. */
    private static Set<String> shape(Document page) {
        Set<String> shape = new TreeSet<>();
        for (Element element : page.getAllElements()) {
            shape.add(element.tagName());
            for (Attribute attribute : element.attributes()) {
                boolean leads = Set.of("href", "src", "action", "srcset", "data", "style", "content").contains(attribute.getKey());
                shape.add(element.tagName() + " " + attribute.getKey() + (leads ? "=" + attribute.getValue().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID") : ""));
            }
        }
        return shape;
    }

    private static void staysInItsLines(String words) {
        assertThat(words.codePoints().filter(letter -> Character.getType(letter) == Character.CONTROL && letter != '\n' || Character.getType(letter) == Character.PRIVATE_USE || Character.getType(letter) == Character.SURROGATE)).isEmpty();
        for (int turning : TURNING) assertThat(words.indexOf(turning)).isNegative();
        assertThat(words).doesNotContain("\n\n\n").doesNotContainPattern("\\p{Mn}{4}");
    }

    /** The part of a public page that holds these comments. */
    private Document page(List<String> words) {
        List<PublishedComment> comments = words.stream().map(one -> new PublishedComment(UUID.randomUUID(), Plain.line(one.substring(0, one.offsetByCodePoints(0, Math.min(20, one.codePointCount(0, one.length()))))), one, LocalDate.of(2026, 11, 20), List.of())).toList();
        StringOutput out = new StringOutput();
        engine.render("comments/conversation.jte", Map.of("frame", frames.ofNobody(new MockHttpServletRequest("GET", "/have-your-say/1")), "conversation", new Conversation(square.id, DemoTown.HARBOUR_HOUSE, "What helped you?", "/have-your-say/1", Topic.SURVIVORS, true, Instant.EPOCH), "comments", comments), out);
        return Jsoup.parse(out.toString());
    }

    @Test
    void they_pass_through_the_database_as_they_are() {
        List<String> texts = texts();
        for (int number = 0; number < 110; number++) {
            Square.Said said = square.says(texts.get(number).substring(0, Math.min(1500, texts.get(number).length())));
            String words = square.comments.mine(said.id(), square.comments.writer(said.code())).written().words();
            if (square.state(said) != CommentState.HELD || words.isEmpty()) continue;
            if (!square.shows(said, World.JO)) square.shows(said, World.SAL);
            assertThat(published.place(said.id()).orElseThrow().comment().words()).isEqualTo(words);
        }
        assertThat(published.under(square.id)).hasSizeGreaterThan(70);
    }

    @Test
    void nor_for_whoever_moderates_or_says_that_something_is_wrong() throws Exception {
        List<String> texts = texts();
        for (int number = 0; number < 40; number++) {
            Square.Said said = square.says(texts.get(number).substring(0, Math.min(20, texts.get(number).length())), "Words, " + texts.get(number).substring(0, Math.min(500, texts.get(number).length())), square.id, null);
            if (square.state(said) != CommentState.HELD) continue;
            Document page = desk.page(World.JO, get("/desk/comments/" + said.id()));
            assertThat(page.select("main script, main img, main iframe, main svg, main style, main object, main a[href^=http], main a[href^=javascript]")).as(texts.get(number)).isEmpty();
            page.getAllElements().forEach(one -> one.attributes().forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on")));
        }
        assertThat(Jsoup.parse("<main><img src=x></main>").select("main img")).as("control").hasSize(1);
    }

    @Test
    void words_dressed_up_are_found_all_the_same() {
        for (String dressed : List.of("I want to ki\u200Bll my\u00ADself", "I want to k\u0456ll myself", "I WANT TO KILL MYSELF", "I want to kìll mỳself", "I want to \u202Ekill myself\u202C")) {
            assertThat(Flagged.of(Plain.of(dressed), List.of(), places).has(Flag.DANGER)).as(dressed).isTrue();
        }
        assertThat(Flagged.of("I want to bake a cake for myself", List.of(), places).has(Flag.DANGER)).as("control").isFalse();
    }

    @Test
    void words_of_the_world_stay_as_they_are() {
        for (String words : List.of("Ngày mai tôi sẽ đi với bạn", "שלום, שמי דנה", "مرحبا، اسمي ليلى و می\u200Cخواهم بمانم", "ਮੈਂ ਇੱਥੇ ਹਾਂ", "👩\u200D👧\u200D👦 and 🏳\uFE0F\u200D🌈", "Mae’r ŵyl yng Nghaerdydd", "क्षत्रिय")) {
            assertThat(Plain.of(words)).isEqualTo(Normalizer.normalize(words, Normalizer.Form.NFC));
        }
    }

    @Test
    void no_text_keeps_the_rules_busy() {
        for (String slow : List.of("a.".repeat(1000), "0".repeat(2000), "((((((".repeat(300), "will ".repeat(400), "a dot ".repeat(330), "](".repeat(1000), "https://".repeat(250), "@".repeat(2000), "he is here ".repeat(180), " ".repeat(2000) + "x", "A".repeat(2000), "'".repeat(2000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Flagged.of(slow, List.of("a", "will will"), places));
        }
    }

    @Test
    void flags_mark_what_the_issue_names() {
        Flagged found = Flagged.of("Ask for Barbara in Westermouth, WM1 2AB, ring 01632 960155 or see www.evil.example, on Tuesday", List.of(), places);
        assertThat(found.flags()).contains(Flag.NAME, Flag.PLACE, Flag.DETAIL, Flag.LINK, Flag.DATE);
        assertThat(String.join("", found.pieces().stream().map(Flagged.Piece::text).toList())).isEqualTo(found.text());
        assertThat(Flagged.of("it was good to be heard", List.of(), places).flags()).as("control").isEmpty();
        assertThat(Flagged.of("the grange was cold", List.of("grange"), places).flags()).containsExactly(Flag.RULE);
    }
}
