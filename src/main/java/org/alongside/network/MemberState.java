package org.alongside.network;

/** How a worker stands to the network. A year is over, and nobody confirmed it again: LAPSED. */
public enum MemberState {
    ASKED, CONFIRMED, REFUSED, ENDED, LAPSED
}
