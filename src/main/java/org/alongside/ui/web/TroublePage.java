package org.alongside.ui.web;

import java.util.List;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/** A calm page for a moment that went wrong: what happened, what to do, and who can be rung meanwhile. */
record TroublePage(Trouble trouble, String text, boolean onDesk) {
    /**
     * Source: ManKind Initiative, the founding documents. The National Domestic Abuse Helpline (nationaldahelpline.org.uk) and Live Fear Free
     * (gov.wales/live-fear-free) are widely published but have not been checked against their own sites for this list.
     */
    private static final List<Line> LINES = List.of(
            new Line("ui.trouble.line.national", "0808 2000 247"), new Line("ui.trouble.line.men", "0808 800 1170"), new Line("ui.trouble.line.wales", "0808 80 10 800"));

    record Line(String words, String number) {}

    List<Line> lines() {
        return LINES;
    }

    String title() {
        return "ui.trouble." + trouble.words + ".title";
    }

    static TroublePage of(Trouble trouble, @Nullable RuleBroken rule, boolean onDesk) {
        return new TroublePage(trouble, rule == null ? "ui.trouble." + trouble.words + ".text" : String.valueOf(rule.getMessage()), onDesk);
    }
}
