package org.alongside.guidance.web;

import java.util.List;
import java.util.Optional;

/** The short pages: each with its address, the names of its sections in the words, and where one may go next. */
enum Guide {
    IS_THIS_ABUSE("is-this-abuse", "people", List.of("feel", "does", "love", "anyone"), List.of("/will-i-be-believed", "/men", "/find")),
    WILL_I_BE_BELIEVED("will-i-be-believed", "talk", List.of("yes", "proof", "told", "once"), List.of("/what-a-support-worker-does", "/helplines", "/find")),
    WHAT_A_SUPPORT_WORKER_DOES("what-a-support-worker-does", "talk", List.of("listen", "does", "choice", "not"), List.of("/what-happens-next", "/find", "/refer")),
    WHAT_HAPPENS_NEXT("what-happens-next", "path", List.of("ask", "read", "first", "stop", "kept"), List.of("/refer", "/helplines")),
    MEN("men", "men", List.of("happens", "who", "partner", "doubt", "help"), List.of("/find", "/helplines", "/is-this-abuse")),
    WORRIED_ABOUT_SOMEONE("worried-about-someone", "talk", List.of("signs", "say", "dont", "danger", "you"), List.of("/helplines", "/find", "/danger-now")),
    MY_BEHAVIOUR("my-behaviour", "path", List.of("look", "stop", "call", "change", "harm"), List.of("/find", "/helplines", "/refer")),
    DANGER_NOW("danger-now", "none", List.of("call", "silent", "where", "text", "bsl", "after"), List.of("/helplines"));

    private final String path;
    private final String picture;
    private final List<String> sections;
    private final List<String> next;

    Guide(String path, String picture, List<String> sections, List<String> next) {
        this.path = path;
        this.picture = picture;
        this.sections = sections;
        this.next = next;
    }

    static Optional<Guide> at(String path) {
        return List.of(values()).stream().filter(guide -> guide.path.equals(path)).findFirst();
    }

    String path() {
        return path;
    }

    String picture() {
        return picture;
    }

    List<String> sections() {
        return sections;
    }

    List<String> next() {
        return next;
    }
}
