package org.alongside.comments.web;

import java.time.Instant;
import java.util.List;
import org.alongside.comments.Care;
import org.alongside.comments.Comment;
import org.alongside.comments.CommentState;
import org.alongside.comments.Conversation;
import org.alongside.comments.PublishedComment;
import org.alongside.directory.OpenNow;
import org.alongside.helpline.Support;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** Pages on which somebody writes and follows what they wrote. */
final class CommentPage {
    private CommentPage() {
    }

    /** @param to what it replies to; null for no reply @param again the comment that came back; null for a new one */
    record Write(Conversation conversation, @Nullable PublishedComment to, @Nullable Comment again, CommentForm form, String slip, Problems problems, boolean busy, boolean signedIn, Promise promise, Support support) {
        String action() {
            return again == null ? "/have-your-say/comments/" + conversation.id() + "/new" : "/have-your-say/comments/mine/" + again.id();
        }

        String back() {
            return again == null ? conversation.path() : "/have-your-say/comments/mine";
        }
    }

    /** When it is read. @param due until when, for what is sent now */
    record Promise(Care care, OpenNow now, Instant due) {
        static Promise of(Care care, Instant now) {
            return new Promise(care, care.at(now), care.due(now));
        }
    }

    /** @param code in groups; null for whoever has an account */
    record Sent(@Nullable Conversation conversation, @Nullable String code, boolean danger, @Nullable Promise promise, Support support) {}

    /** @param asked whether a number was typed that leads to nothing */
    record Follow(boolean asked, boolean busy) {}

    /** @param code whether a number led here, which can be forgotten again */
    record Mine(List<Comment> comments, boolean signedIn, boolean code, Support support) {
        boolean takenBySomebodyTrained() {
            return comments.stream().anyMatch(one -> one.state() == CommentState.SAFEGUARDING);
        }
    }

    record Report(PublishedComment comment, String back, @Nullable String why, @Nullable String words, Problems problems, boolean busy) {}
}
