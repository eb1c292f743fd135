package org.alongside.guidance.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The short pages: each with its number, its name and those of its sections in the words, and where one may go next. A number is never given to another page. */
enum Guide {
    IS_THIS_ABUSE(1, "is-this-abuse", "people", List.of("feel", "does", "love", "anyone"), List.of("will-i-be-believed", "men", "find")),
    WILL_I_BE_BELIEVED(2, "will-i-be-believed", "talk", List.of("yes", "proof", "told", "once"), List.of("what-a-support-worker-does", "helplines", "find")),
    WHAT_A_SUPPORT_WORKER_DOES(3, "what-a-support-worker-does", "talk", List.of("listen", "does", "choice", "not"), List.of("what-happens-next", "find", "refer")),
    WHAT_HAPPENS_NEXT(4, "what-happens-next", "path", List.of("ask", "read", "first", "stop", "kept"), List.of("refer", "helplines")),
    MEN(5, "men", "men", List.of("happens", "who", "partner", "doubt", "help"), List.of("find", "helplines", "is-this-abuse")),
    WORRIED_ABOUT_SOMEONE(6, "worried-about-someone", "talk", List.of("signs", "say", "dont", "danger", "you"), List.of("helplines", "find", "danger-now")),
    MY_BEHAVIOUR(7, "my-behaviour", "path", List.of("look", "call", "private", "harm"), List.of("what-i-do", "programme", "my-children", "find", "helplines")),
    DANGER_NOW(8, "danger-now", "none", List.of("call", "silent", "where", "text", "bsl", "after"), List.of("helplines")),
    WHAT_I_DO(9, "what-i-do", "path", List.of("does", "effect", "reasons", "anyone"), List.of("programme", "my-children", "my-behaviour")),
    LEAVE_THE_ROOM(10, "leave-the-room", "none", List.of("leave", "danger", "signs", "plan", "more"), List.of("danger-now", "programme", "my-behaviour")),
    PROGRAMME(11, "programme", "talk", List.of("is", "not", "private", "partner", "none"), List.of("my-behaviour", "my-children", "find")),
    MY_CHILDREN(12, "my-children", "path", List.of("notice", "helps", "seeing", "danger"), List.of("programme", "my-behaviour"));

    private static final Set<Guide> OWN_BEHAVIOUR = EnumSet.of(MY_BEHAVIOUR, WHAT_I_DO, LEAVE_THE_ROOM, PROGRAMME, MY_CHILDREN);

    private final int number;
    private final String key;
    private final String picture;
    private final List<String> sections;
    private final List<String> next;

    Guide(int number, String key, String picture, List<String> sections, List<String> next) {
        this.number = number;
        this.key = key;
        this.picture = picture;
        this.sections = sections;
        this.next = next;
    }

    static Optional<Guide> at(String number) {
        return Arrays.stream(values()).filter(guide -> String.valueOf(guide.number).equals(number)).findFirst();
    }

    /** Where a name in the words leads: a short page, or one of the house's ways in. */
    static String address(String key) {
        return Arrays.stream(values()).filter(guide -> guide.key.equals(key)).map(Guide::address).findFirst().orElse("/" + key);
    }

    // Safety: a browser's own list of visited pages keeps each address, so it says nothing of what stands there.
    String address() {
        return "/pages/" + number;
    }

    /** Its name in the words. */
    String key() {
        return key;
    }

    /** Whether it stands behind the door for those who worry about how they behave. */
    boolean isAboutOwnBehaviour() {
        return OWN_BEHAVIOUR.contains(this);
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
