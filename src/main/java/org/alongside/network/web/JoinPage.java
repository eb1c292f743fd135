package org.alongside.network.web;

import org.alongside.network.Member;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** The door of the network. @param member how they stood until now; null for whoever never asked @param inCharge whether colleagues may wait for them */
record JoinPage(@Nullable Member member, boolean inCharge, MemberForm form, Problems problems) {}
