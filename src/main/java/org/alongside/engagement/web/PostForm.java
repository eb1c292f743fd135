package org.alongside.engagement.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Category;
import org.alongside.engagement.Language;
import org.alongside.engagement.Post;
import org.alongside.helpline.Topic;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A post, as typed. @param once made with the form of a new one @param version of one that is there */
record PostForm(@Nullable String once, @Nullable String version, @Nullable String category, @Nullable String topic, @Nullable String language, @Nullable String campaign, @Nullable String author, @Nullable String title, @Nullable String lead, @Nullable String words, @Nullable String question,
        @Nullable String comments, @Nullable TypedDate closes) {
    private static final int LINE = 120, LEAD = 400, WORDS = 20_000, QUESTION = 300;

    PostForm {
        closes = closes == null ? TypedDate.NONE : closes;
    }

    /** @param author whoever signs posts here */
    static PostForm empty(String author, @Nullable Campaign campaign) {
        return new PostForm(UUID.randomUUID().toString(), null, null, campaign == null ? null : campaign.written().topic().name(), Language.ENGLISH.name(), campaign == null ? null : campaign.id().toString(), author, null, null, null, null, null, TypedDate.of(campaign == null ? null : campaign.written().closesOn()));
    }

    static PostForm of(Post post) {
        Post.Written it = post.written();
        return new PostForm(null, String.valueOf(post.version()), it.category().name(), it.topic().name(), it.language().name(), it.campaign() == null ? null : it.campaign().toString(), it.author(), it.title(), it.lead(), it.words(), it.question(), it.takesComments() ? "yes" : null, TypedDate.of(it.closesOn()));
    }

    Optional<Post.Written> read(Problems problems) {
        Category kind = Typed.oneNeeded(Category.class, category, "category", "Choose what kind of post it is", problems);
        Topic about = Typed.oneNeeded(Topic.class, topic, "topic", "Choose what it is about: it decides whose help stands above it", problems);
        Language in = Typed.oneNeeded(Language.class, language, "language", "Choose the language it is written in", problems);
        String named = Typed.wordsNeeded(title, "title", LINE, "Enter what it is called", problems), signed = Typed.wordsNeeded(author, "author", LINE, "Enter who says this, as everybody reads it", problems);
        String first = Typed.fitting(lead, "lead", LEAD, problems), said = Typed.fitting(words, "words", WORDS, problems), asked = Typed.fitting(question, "question", QUESTION, problems);
        UUID of = campaign == null || campaign.isBlank() ? null : Typed.id(campaign);
        LocalDate last = closes == null ? null : closes.read("closes", problems).orElse(null);
        if (kind == null || about == null || in == null || named == null || signed == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Post.Written(kind, about, in, of, signed, named, first, said.replace("\r\n", "\n"), asked, "yes".equals(comments), last));
    }
}
