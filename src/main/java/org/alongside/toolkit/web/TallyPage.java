package org.alongside.toolkit.web;

import org.alongside.toolkit.Tally;
import org.alongside.toolkit.Tally.Kind;
import org.jspecify.annotations.Nullable;

/** A team's own numbers. @param name of the team @param last what was pressed a moment ago @param undo by which it can be taken back */
record TallyPage(String code, Tally tally, String name, @Nullable Kind last, @Nullable String undo, boolean busy) {
    String path() {
        return "/enquiry/tally/" + code;
    }

    static String words(Kind kind) {
        return "toolkit.tally." + kind.name();
    }
}
