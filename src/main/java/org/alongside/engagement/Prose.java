package org.alongside.engagement;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alongside.shared.Typed;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Words with paragraphs, headings, lists, emphasis and links, written in Markdown. Anything else in them stands there as it was typed, HTML above all. */
public final class Prose {
    private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of(Heading.class, ListBlock.class)).build();
    /** Lists in lists in lists are read as one. */
    private static final int DEEPEST = 30;

    private Prose() {
    }

    public enum Kind {
        PARAGRAPH, HEADING, SMALL_HEADING, BULLETS, NUMBERS
    }

    /** @param lines one, or each of a list */
    public record Block(Kind kind, List<List<Piece>> lines) {}

    /** @param to where it leads; null for no link @param site the same as one reads it @param breaks whether a new line begins here */
    public record Piece(String text, boolean strong, boolean stressed, @Nullable String to, @Nullable String site, boolean breaks) {}

    public static List<Block> of(String words) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = PARSER.parse(words).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) blocks.add(new Block(heading.getLevel() > 2 ? Kind.SMALL_HEADING : Kind.HEADING, List.of(pieces(node))));
            else if (node instanceof ListBlock) blocks.add(new Block(node instanceof OrderedList ? Kind.NUMBERS : Kind.BULLETS, lines(node, 0)));
            else blocks.add(new Block(Kind.PARAGRAPH, List.of(pieces(node))));
        }
        return List.copyOf(blocks);
    }

    private static List<List<Piece>> lines(Node list, int depth) {
        List<List<Piece>> lines = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                if (!(part instanceof BulletList || part instanceof OrderedList)) lines.add(pieces(part));
                else if (depth < DEEPEST) lines.addAll(lines(part, depth + 1));
            }
        }
        return lines;
    }

    private static List<Piece> pieces(Node block) {
        List<Piece> pieces = new ArrayList<>();
        add(block, false, false, null, 0, pieces);
        return List.copyOf(pieces);
    }

    private static void add(Node parent, boolean strong, boolean stressed, @Nullable String to, int depth, List<Piece> pieces) {
        for (Node node = parent.getFirstChild(); node != null && depth <= DEEPEST; node = node.getNext()) {
            if (node instanceof Text text) pieces.add(new Piece(text.getLiteral(), strong, stressed, to, site(to, text.getLiteral(), node), false));
            else if (node instanceof Code code) pieces.add(new Piece(code.getLiteral(), strong, stressed, to, null, false));
            // Safety: what looks like HTML is words like any other.
            else if (node instanceof HtmlInline html) pieces.add(new Piece(html.getLiteral(), strong, stressed, to, null, false));
            else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) pieces.add(new Piece("", false, false, null, null, true));
            else if (node instanceof Link link && leads(link.getDestination())) add(node, strong, stressed, link.getDestination(), depth + 1, pieces);
            else if (node instanceof Link link) {
                add(node, strong, stressed, to, depth + 1, pieces);
                pieces.add(new Piece(" (" + link.getDestination() + ")", strong, stressed, to, null, false));
            } else add(node, strong || node instanceof StrongEmphasis, stressed || node instanceof Emphasis, to, depth + 1, pieces);
        }
    }

    // Safety: a link leads to a page that nobody on the way can read or change, and to nothing a browser would run.
    static boolean leads(String to) {
        return to.startsWith("https://") && Typed.address(to).isPresent();
    }

    /** After the last words of a link stands where it leads, unless they say so. */
    private static @Nullable String site(@Nullable String to, String text, Node node) {
        if (to == null || text.contains(URI.create(to).getHost())) return null;
        return node.getNext() == null && node.getParent() instanceof Link ? URI.create(to).getHost() : null;
    }
}
