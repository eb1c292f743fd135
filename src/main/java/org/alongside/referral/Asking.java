package org.alongside.referral;

import org.alongside.shared.Side;

/** Who asks, and for whom: the first thing /refer wants to know. It decides the side of the wall and the questions that follow. */
public enum Asking {
    MYSELF(Side.SUPPORT, false),
    CHILD(Side.SUPPORT, false),
    MY_BEHAVIOUR(Side.CHANGE, false),
    FOR_SOMEONE(Side.SUPPORT, true),
    FOR_THEIR_BEHAVIOUR(Side.CHANGE, true);

    private final Side side;
    private final boolean professional;

    Asking(Side side, boolean professional) {
        this.side = side;
        this.professional = professional;
    }

    public Side side() {
        return side;
    }

    /** Whether somebody asks for somebody else as part of their work. */
    public boolean isProfessional() {
        return professional;
    }
}
