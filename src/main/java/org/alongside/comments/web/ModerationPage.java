package org.alongside.comments.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.comments.Cares;
import org.alongside.comments.Comment;
import org.alongside.comments.CommentState;
import org.alongside.comments.Flag;
import org.alongside.comments.Flagged;
import org.alongside.comments.Moderation;
import org.alongside.comments.Reason;
import org.alongside.comments.Reports;
import org.alongside.comments.Themes;
import org.alongside.comments.Conversation;
import org.alongside.directory.OpeningHours;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** Pages of those who read before anything shows. */
final class ModerationPage {
    private ModerationPage() {
    }

    /** @param lead how many wait for a safeguarding lead, to whom alone it is told */
    record Overview(Moderation.@Nullable Lanes lanes, List<Reports.Report> reports, int lead, boolean isLead) {}

    /** One comment. @param open which part of the page what was typed belongs to */
    record One(Comment comment, Flagged words, Flagged name, @Nullable String replyTo, List<Themes.Theme> themes, Set<String> chosenThemes, Set<String> chosenCuts, DecisionForm form, String open, boolean covered, boolean taken, boolean mayDecide, boolean wasFirst, Problems problems) {
        String path() {
            return "/desk/comments/" + comment.id();
        }

        List<Option> cuts() {
            List<Option> cuts = new ArrayList<>();
            words.stretches().stream().filter(one -> one.flag().points()).forEach(one -> cuts.add(new Option(one.from() + "-" + one.to(), "“" + words.text().substring(one.from(), one.to()) + "”", one.flag().words())));
            return cuts;
        }

        List<Option> themeOptions() {
            return themes.stream().map(theme -> new Option(theme.id().toString(), theme.name())).toList();
        }

        static List<Option> reasons() {
            return Option.of(List.of(Reason.values()).stream().filter(Reason::isChosen).toList());
        }

        boolean is(CommentState state) {
            return comment.state() == state;
        }

        /** The kinds of what was found, for whoever has not uncovered the words. */
        List<Flag> kinds() {
            return comment.flags().stream().sorted().toList();
        }

        @Nullable Problems problems(String form) {
            return form.equals(open) ? problems : null;
        }
    }

    record Listed(CommentState state, @Nullable UUID conversation, List<Conversation> conversations, List<Comment> comments) {
        private static final int FIRST = 150;

        /** The first words of it. */
        static String begins(Comment comment) {
            String words = comment.written().words();
            return words.codePointCount(0, words.length()) <= FIRST ? words : words.substring(0, words.offsetByCodePoints(0, FIRST)) + " …";
        }
    }

    record Wishes(Moderation.Wishes wishes, int hardADay) {}

    /** @param care as typed, or as it is */
    record Promise(OpeningHours opening, String hours, String within, String hardADay, String version, List<Cares.WordRule> rules, String word, @Nullable String effect, String once, boolean mayChange, Problems problems, String open) {
        @Nullable Problems problems(String form) {
            return form.equals(open) ? problems : null;
        }
    }

    record Analysed(@Nullable UUID conversation, List<Conversation> conversations, Themes.Analysis analysis, List<Themes.Theme> themes, String name, String once, boolean mayRemove, Problems problems) {
        String query() {
            return conversation == null ? "" : "?conversation=" + conversation;
        }
    }

    record Waiting(List<Comment> comments) {}

    record Danger(Comment comment, Flagged words, String answer, String note, String open, Problems problems) {
        @Nullable Problems problems(String form) {
            return form.equals(open) ? problems : null;
        }
    }
}
