package org.alongside.network.web;

import java.net.URI;
import java.net.URISyntaxException;
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
    private static final int TITLE = 150, WORDS = 5000, LINK = 500;

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
        String headed = kind == PostKind.ANSWER ? "" : Typed.wordsNeeded(title, "title", kind == PostKind.QUESTION ? "Enter your question in one line" : "Enter what it is called", problems);
        if (headed != null && headed.length() > TITLE) problems.add("title", "Use at most " + TITLE + " letters");
        Subject its = kind == PostKind.ANSWER ? of : Typed.oneNeeded(Subject.class, subject, "subject", "Choose what it is about", problems);
        String said = Typed.wordsNeeded(words, "words", kind == PostKind.ANSWER ? "Write your answer" : "Say more about it in a few sentences", problems);
        if (said != null && said.length() > WORDS) problems.add("words", "Use at most " + WORDS + " letters");
        String leads = address(problems);
        LocalDate day = kind == PostKind.NOTICE ? lastDay.needed("lastDay", "Enter the last day it is shown", problems).orElse(null) : null;
        return headed == null || said == null || its == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Post.Words(its, headed, said, leads, day));
    }

    private String address(Problems problems) {
        String typed = link == null ? "" : link.strip();
        if (typed.isEmpty()) return "";
        try {
            URI address = new URI(typed);
            // Safety: a link that runs something instead of leading somewhere is none.
            if (typed.length() <= LINK && address.getHost() != null && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))) return typed;
        } catch (URISyntaxException unreadable) {
            // said below
        }
        problems.add("link", "Enter an address that begins with https:// or http://");
        return "";
    }
}
