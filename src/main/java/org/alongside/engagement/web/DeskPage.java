package org.alongside.engagement.web;

import java.util.List;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Post;
import org.alongside.engagement.State;

/** All that is written here, by where it stands. */
record DeskPage(List<Post> posts, List<Campaign> campaigns) {
    List<Post> in(State state) {
        return posts.stream().filter(one -> one.state() == state).toList();
    }
}
