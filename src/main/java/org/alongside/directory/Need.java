package org.alongside.directory;

import java.util.List;
import org.alongside.directory.Part.Kind;

/** What somebody is looking for, in their words, and the parts of services that answer it. */
public enum Need {
    TALK(Kind.HELPLINE),
    SAFE_PLACE(Kind.REFUGE),
    SUPPORT_WORKER(Kind.OUTREACH, Kind.ADVOCACY),
    RECOVERY(Kind.COUNSELLING, Kind.GROUP),
    CHILDREN(Kind.CHILDREN),
    STALKING(Kind.STALKING),
    FORCED_MARRIAGE(Kind.FORCED_MARRIAGE),
    SEXUAL_VIOLENCE(Kind.SEXUAL_VIOLENCE),
    LEGAL(Kind.LEGAL),
    HOME(Kind.HOUSING),
    MONEY(Kind.MONEY),
    CHANGE(Kind.BEHAVIOUR_CHANGE),
    PETS(Kind.PETS);

    private final List<Kind> kinds;

    Need(Kind... kinds) {
        this.kinds = List.of(kinds);
    }

    boolean isMetBy(Part part) {
        return kinds.contains(part.kind());
    }
}
