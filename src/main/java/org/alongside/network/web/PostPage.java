package org.alongside.network.web;

import java.util.List;
import org.alongside.network.Marks;
import org.alongside.network.Post;
import org.alongside.network.PostKind;
import org.alongside.network.Standing;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** One of them with its answers. @param open which form was refused just now: "change", "answer", "objection", "return", "hide" or empty @param reason what was typed in it */
record PostPage(Post post, List<Post> answers, boolean own, boolean moderates, PostForm change, PostForm answer, String open, @Nullable String reason, String once, Problems problems) {
    String path() {
        return "/desk/network/posts/" + post.id();
    }

    String back() {
        return post.question() == null ? "/desk/network" : "/desk/network/posts/" + post.question();
    }

    boolean mayDecide() {
        return moderates && !own;
    }

    boolean is(Standing standing) {
        return post.standing() == standing;
    }

    boolean takesAnswers() {
        return post.kind() == PostKind.QUESTION && is(Standing.PUBLISHED);
    }

    List<Marks.Piece> marked(String words) {
        return Marks.of(words);
    }

    @Nullable Problems problems(String form) {
        return open.equals(form) ? problems : null;
    }

    @Nullable String reason(String form) {
        return open.equals(form) ? reason : null;
    }
}
