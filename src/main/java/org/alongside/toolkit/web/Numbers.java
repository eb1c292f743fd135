package org.alongside.toolkit.web;

import java.util.List;
import org.alongside.directory.Audience;
import org.alongside.directory.Welcome;
import org.alongside.helpline.Helpline;
import org.alongside.helpline.Helplines;

/** Whom one can ring: for those who are harmed, for those who use abuse, and for whoever works with them. */
record Numbers(List<Helpline> harmed, List<Helpline> behaviour, List<Helpline> professionals) {
    private static final List<String> FOR_THOSE_HARMED = List.of("national", "mens-advice-line", "galop", "live-fear-free", "scotland", "northern-ireland");

    static Numbers of(Helplines helplines) {
        return new Numbers(FOR_THOSE_HARMED.stream().flatMap(key -> helplines.line(key).stream()).toList(), helplines.aboutOwnBehaviour(),
                helplines.all().stream().filter(line -> line.listing().parts().stream().anyMatch(part -> part.welcome(Audience.PROFESSIONALS) == Welcome.YES)).toList());
    }
}
