package org.alongside.directory;

import java.util.Set;

/** Whom a service may be for. For each part of a service each of these is welcomed, not served, or not spoken of. */
public enum Audience {
    HARMED,
    WORRIED,
    OWN_BEHAVIOUR,
    PROFESSIONALS,
    WOMEN,
    MEN,
    NON_BINARY,
    UNDER_18,
    TEENAGE_SONS,
    LGBT,
    DEAF,
    DISABLED,
    OLDER,
    MINORITISED;

    public static final Set<Audience> WHY = Set.of(HARMED, WORRIED, OWN_BEHAVIOUR, PROFESSIONALS);
    public static final Set<Audience> GENDERS = Set.of(WOMEN, MEN, NON_BINARY);

    /** Neither why somebody comes nor their gender: what they may say of themselves besides. */
    boolean isAlso() {
        return !WHY.contains(this) && !GENDERS.contains(this);
    }

    /** True when somebody like this needs a clear yes; for the others a word of welcome is a plus and silence is no obstacle. */
    boolean needsAYes() {
        return WHY.contains(this) || GENDERS.contains(this) || this == UNDER_18;
    }
}
