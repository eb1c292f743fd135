package org.alongside.engagement.web;

import java.time.Instant;
import java.util.List;
import org.alongside.comments.PublishedComment;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Post;
import org.alongside.engagement.Prose;
import org.alongside.helpline.Support;
import org.alongside.instruments.Instrument;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;

/** A post as everybody reads it. @param address where it is found, to be copied @param preview whether only its writers see it so */
record PostPage(Post post, @Nullable Campaign campaign, Support support, @Nullable Instrument poll, List<PublishedComment> comments, String address, Instant now, boolean preview) {
    List<Prose.Block> words() {
        return Prose.of(post.written().words());
    }

    String picture() {
        return preview ? "/desk/engagement/posts/" + post.id() + "/picture" : post.picture() == null ? "" : post.picture().path();
    }

    /** When it is dated; a draft as if it were shown now. */
    Instant dated() {
        return post.publishAt() == null ? now : post.publishAt();
    }

    /** Whether its words changed on another day than it was shown. */
    boolean wasChanged() {
        return post.updatedAt() != null && !Times.day(post.updatedAt()).equals(Times.day(dated()));
    }

    String back() {
        return preview ? "/desk/engagement/posts/" + post.id() : "/have-your-say";
    }
}
