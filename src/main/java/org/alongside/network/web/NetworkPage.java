package org.alongside.network.web;

import java.util.List;
import org.alongside.network.Listed;
import org.alongside.network.Post;
import org.alongside.network.Posts;
import org.jspecify.annotations.Nullable;

/** What is shown to members. @param asked by words or subject: the older ones are asked for again by the form @param ending the last day of one's own year when it is near, in words; null otherwise */
record NetworkPage(Posts.Find find, List<Post> found, boolean asked, boolean moderator, boolean inCharge, @Nullable String ending) {
    List<Post> posts() {
        return found.size() > Posts.PAGE ? found.subList(0, Posts.PAGE) : found;
    }

    /** Where the older ones begin; null when there are none. */
    @Nullable String older() {
        if (found.size() <= Posts.PAGE) return null;
        Post last = found.get(Posts.PAGE - 1);
        return last.publishedAt() + "_" + last.id();
    }

    String path(Listed listed) {
        return listed == Listed.EVERYTHING ? "/desk/network" : "/desk/network?list=" + listed.name();
    }

    String subject() {
        return find.subject() == null ? "" : find.subject().name();
    }
}
