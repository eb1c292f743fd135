package org.alongside.network.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.network.Post;
import org.alongside.network.PostKind;
import org.alongside.network.Subject;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Something to be shown, as typed. A browser forgets which file was chosen. */
record PostForm(@Nullable String once, @Nullable String subject, @Nullable String title, @Nullable String words, @Nullable String link, @Nullable TypedDate lastDay) {
    private static final int TITLE = 150, WORDS = 5000;

    PostForm {
        lastDay = lastDay == null ? TypedDate.NONE : lastDay;
    }

    static PostForm empty() {
        return new PostForm(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    static PostForm of(Post post) {
        return new PostForm(null, post.subject().name(), post.title(), post.words(), post.link(), TypedDate.of(post.lastDay()));
    }

    /** @param of the subject of the question, for an answer; null for anything else */
    Optional<Post.Words> read(PostKind kind, @Nullable Subject of, Problems problems) {
        String headed = kind == PostKind.ANSWER ? "" : Typed.wordsNeeded(title, "title", TITLE, kind == PostKind.QUESTION ? "Enter your question in one line" : "Enter what it is called", problems);
        Subject its = kind == PostKind.ANSWER ? of : Typed.oneNeeded(Subject.class, subject, "subject", "Choose what it is about", problems);
        String said = Typed.wordsNeeded(words, "words", WORDS, kind == PostKind.ANSWER ? "Write your answer" : "Say more about it in a few sentences", problems);
        String leads = address(problems);
        LocalDate day = kind == PostKind.NOTICE ? lastDay.needed("lastDay", "Enter the last day it is shown", problems).orElse(null) : null;
        return headed == null || said == null || its == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Post.Words(its, headed, said, leads, day));
    }

    private String address(Problems problems) {
        if (link == null || link.isBlank()) return "";
        Optional<String> address = Typed.address(link);
        if (address.isEmpty()) problems.add("link", "Enter an address that begins with https:// or http://");
        return address.orElse("");
    }
}
