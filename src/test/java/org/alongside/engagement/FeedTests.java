package org.alongside.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.alongside.TestClock;
import org.alongside.helpline.Topic;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The feed by what RFC 4287 demands; its sections stand beside each check. */
class FeedTests extends WithPosts {
    private static final String ATOM = "http://www.w3.org/2005/Atom", RFC3339 = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)";

    @Test
    void the_feed_keeps_to_every_must_whatever_is_written_in_it() throws Exception {
        shown(words(Topic.SURVIVORS, "Harbour & <b>quay</b> ]]> ends"));
        shown(words(Topic.BEHAVIOUR, "Bell\u0007 and\u000B null-ish\uFFFE, half \uD83D of a face"));
        shown(words(Topic.GENERAL, "شارع الميناء 🌊"));

        for (String path : List.of("/have-your-say/feed", "/cy/have-your-say/feed")) {
            MockHttpServletResponse response = asked(path);
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getContentType()).isEqualTo("application/atom+xml;charset=UTF-8");
            assertThat(response.getCookies()).isEmpty();
            assertThat(problems(response.getContentAsByteArray())).isEmpty();
            assertThat(titles(response.getContentAsByteArray())).contains("Harbour & <b>quay</b> ]]> ends", "شارع الميناء 🌊").anyMatch(title -> title.startsWith("Bell and null-ish, half"));
        }
    }

    // The control: what is wrong is found.
    @Test
    void a_feed_that_breaks_a_must_is_found_out() throws Exception {
        shown();
        String good = asked("/have-your-say/feed").getContentAsString(StandardCharsets.UTF_8);
        assertThat(problems(good)).isEmpty();

        assertThat(problems(good.replaceFirst("<id>[^<]*</id>", ""))).contains("feed: one id");
        assertThat(problems(good.replaceAll("urn:uuid:[0-9a-f-]{36}", "urn:uuid:same"))).contains("entries: ids are unique");
        assertThat(problems(good.replaceFirst("<updated>[^<]*</updated>", "<updated>20 November 2026</updated>"))).contains("feed: updated is a date");
        assertThat(problems(good.replaceAll("<author>.*?</author>", ""))).contains("feed: an author");
        assertThat(problems(good.replaceAll("href=\"http://[^/]*/have-your-say/", "href=\"/have-your-say/"))).contains("entry: absolute links");
        assertThat(problems(good.replaceAll("type=\"text\"", "type=\"text/plain\""))).contains("entry: title is text, html or xhtml");
        assertThat(problems(good.replace("</feed>", "</fed>"))).contains("not well-formed");
        assertThat(problems(good.replaceFirst("<summary", "\u0007<summary"))).contains("not well-formed");
    }

    @Test
    void the_feed_tells_the_first_lines_after_what_they_are_about_and_not_the_words() throws Exception {
        UUID id = shown(words(Topic.SURVIVORS, TITLE));
        String feed = asked("/have-your-say/feed").getContentAsString(StandardCharsets.UTF_8);

        assertThat(feed).contains("You can stop reading at any time. First lines of it.", "urn:uuid:" + id).doesNotContain("Words of it.", "<content");
        assertThat(feed.indexOf("Local support")).as("a neutral name").isLessThan(feed.indexOf("Have your say"));
        Document welsh = read(asked("/cy/have-your-say/feed").getContentAsByteArray());
        assertThat(welsh.getDocumentElement().getAttributeNS(XMLConstants.XML_NS_URI, "lang")).isEqualTo("cy");
        assertThat(links(children(welsh.getDocumentElement(), "entry").get(0), "alternate").get(0)).contains("/cy/have-your-say/");
    }

    @Test
    void what_changed_while_everybody_reads_it_is_updated_in_the_feed_and_keeps_its_day() throws Exception {
        UUID id = shown();
        clock.pass(Duration.ofHours(3));
        world.as(writer, () -> posts.tell(id, 0, "Heard", "Did", writer));
        publicPosts.lookAgain();

        Element entry = children(read(asked("/have-your-say/feed").getContentAsByteArray()).getDocumentElement(), "entry").stream().filter(one -> text(one, "id").endsWith(id.toString())).findFirst().orElseThrow();

        assertThat(Instant.parse(text(entry, "published"))).isEqualTo(TestClock.START);
        assertThat(Instant.parse(text(entry, "updated"))).isEqualTo(TestClock.START.plus(Duration.ofHours(3)));
    }

    private static List<String> titles(byte[] feed) throws Exception {
        return children(read(feed).getDocumentElement(), "entry").stream().map(one -> text(one, "title")).toList();
    }

    private static List<String> problems(byte[] feed) throws Exception {
        return problems(new String(feed, StandardCharsets.UTF_8));
    }

    private static List<String> problems(String feed) {
        List<String> wrong = new ArrayList<>();
        Element root;
        try {
            root = read(feed.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
        } catch (Exception broken) {
            return List.of("not well-formed");
        }
        // 4.1.1
        if (!root.getLocalName().equals("feed") || !ATOM.equals(root.getNamespaceURI())) wrong.add("feed: its element");
        List<Element> entries = children(root, "entry");
        part(root, "feed", wrong);
        if (children(root, "author").isEmpty() && entries.stream().anyMatch(one -> children(one, "author").isEmpty())) wrong.add("feed: an author");
        if (links(root, "self").size() != 1) wrong.add("feed: one link to itself");
        for (Element entry : entries) {
            // 4.1.2
            part(entry, "entry", wrong);
            if (children(entry, "content").isEmpty() && links(entry, "alternate").isEmpty()) wrong.add("entry: a link where there is no content");
            if (children(entry, "published").size() > 1 || children(entry, "summary").size() > 1) wrong.add("entry: one of each");
            if (!text(entry, "published").matches(RFC3339)) wrong.add("entry: published is a date");
            else if (OffsetDateTime.parse(text(entry, "published")).isAfter(OffsetDateTime.parse(text(entry, "updated")))) wrong.add("entry: updated before published");
        }
        if (entries.stream().map(one -> text(one, "id")).distinct().count() != entries.size()) wrong.add("entries: ids are unique");
        List<String> days = entries.stream().map(one -> text(one, "published")).toList();
        if (wrong.isEmpty() && IntStream.range(1, days.size()).anyMatch(at -> OffsetDateTime.parse(days.get(at)).isAfter(OffsetDateTime.parse(days.get(at - 1))))) wrong.add("entries: the newest first");
        if (wrong.isEmpty() && entries.stream().anyMatch(one -> OffsetDateTime.parse(text(one, "updated")).isAfter(OffsetDateTime.parse(text(root, "updated"))))) wrong.add("feed: updated with its entries");
        return wrong;
    }

    /** What a feed and an entry have in common. */
    private static void part(Element element, String name, List<String> wrong) {
        for (String needed : List.of("id", "title", "updated")) if (children(element, needed).size() != 1) wrong.add(name + ": one " + needed);
        // 4.2.6
        if (!text(element, "id").matches("(?i)[a-z][a-z0-9+.-]*:\\S+") || !text(element, "id").equals(text(element, "id").strip())) wrong.add(name + ": id is an address");
        // 3.3
        if (!text(element, "updated").matches(RFC3339)) wrong.add(name + ": updated is a date");
        // 3.1
        for (String words : List.of("title", "subtitle", "summary")) {
            for (Element one : children(element, words)) if (!Set.of("", "text", "html", "xhtml").contains(one.getAttribute("type"))) wrong.add(name + ": " + words + " is text, html or xhtml");
        }
        // 3.2
        for (Element author : children(element, "author")) if (children(author, "name").size() != 1 || text(author, "name").isBlank()) wrong.add(name + ": the author has a name");
        // 4.2.7
        for (Element link : children(element, "link")) {
            if (!URI.create(link.getAttribute("href")).isAbsolute()) wrong.add(name + ": absolute links");
            if (!link.getAttribute("type").matches("[a-z]+/[a-z+]+")) wrong.add(name + ": a link says what it leads to");
        }
        if (links(element, "alternate").size() != 1) wrong.add(name + ": one page beside it");
    }

    private static Document read(byte[] feed) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new ByteArrayInputStream(feed)));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) if (node instanceof Element element && name.equals(element.getLocalName()) && ATOM.equals(element.getNamespaceURI())) found.add(element);
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(Element::getTextContent).orElse("");
    }

    private static List<String> links(Element parent, String how) {
        return children(parent, "link").stream().filter(one -> one.getAttribute("rel").equals(how)).map(one -> one.getAttribute("href")).toList();
    }
}
