package org.alongside.engagement.web;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.alongside.engagement.Post;
import org.alongside.shared.Times;
import org.alongside.ui.Frame;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** What is shown, for programs that look for news. Source: RFC 4287. */
final class FeedFile {
    static final int MOST = 50;

    private FeedFile() {
    }

    /** @param posts the newest first @param address of a path of ours, in the reader's language */
    static String of(List<Post> posts, Frame frame, UnaryOperator<String> address) {
        Feed feed = new Feed("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setId(address.apply("/have-your-say/feed"));
        feed.setTitleEx(text(frame.serviceName()));
        feed.setSubtitle(text(frame.say("engagement.title")));
        feed.setAuthors(List.of(person(frame.serviceName())));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", address.apply("/have-your-say"))));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", address.apply("/have-your-say/feed"))));
        feed.setUpdated(Date.from(posts.stream().map(FeedFile::updated).max(Instant::compareTo).orElse(Times.day(frame.now()).atStartOfDay(Times.LONDON).toInstant())));
        feed.setEntries(posts.stream().limit(MOST).map(post -> entry(post, frame, address)).toList());
        return write(feed, frame.welsh() ? "cy" : "en", posts);
    }

    private static Entry entry(Post post, Frame frame, UnaryOperator<String> address) {
        Entry entry = new Entry();
        entry.setId("urn:uuid:" + post.id());
        entry.setTitleEx(text(post.title()));
        entry.setAuthors(List.of(person(post.written().author())));
        entry.setPublished(Date.from(published(post)));
        entry.setUpdated(Date.from(updated(post)));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", address.apply(post.path()))));
        // Safety: only the first lines go to a reader's program, after what they are about; the words themselves stand below whose help there is.
        entry.setSummary(text((post.written().topic().hasNote() ? frame.say(post.written().topic().key() + ".note") + " " : "") + post.written().lead()));
        return entry;
    }

    private static Instant published(Post post) {
        return post.publishAt() == null ? Instant.EPOCH : post.publishAt();
    }

    private static Instant updated(Post post) {
        return post.updatedAt() == null || post.updatedAt().isBefore(published(post)) ? published(post) : post.updatedAt();
    }

    private static String write(Feed feed, String language, List<Post> posts) {
        try {
            Document document = new WireFeedOutput().outputJDom(feed);
            document.getRootElement().setAttribute("lang", language, Namespace.XML_NAMESPACE);
            Namespace atom = document.getRootElement().getNamespace();
            var entries = document.getRootElement().getChildren("entry", atom);
            for (int number = 0; number < entries.size(); number++) {
                String own = posts.get(number).written().language().tag();
                if (!own.equals(language)) entries.get(number).getChild("title", atom).setAttribute("lang", own, Namespace.XML_NAMESPACE);
            }
            return new XMLOutputter(Format.getPrettyFormat().setTextMode(Format.TextMode.PRESERVE)).outputString(document);
        } catch (FeedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Content text(String words) {
        Content content = new Content();
        content.setType(Content.TEXT);
        content.setValue(readable(words));
        return content;
    }

    private static SyndPerson person(String name) {
        Person person = new Person();
        person.setName(readable(name));
        return person;
    }

    private static Link link(String how, String type, String to) {
        Link link = new Link();
        link.setRel(how);
        link.setType(type);
        link.setHref(to);
        return link;
    }

    /** Without the few characters that XML cannot hold. */
    private static String readable(String words) {
        return words.codePoints().filter(Verifier::isXMLCharacter).mapToObj(Character::toString).collect(Collectors.joining()).strip();
    }
}
