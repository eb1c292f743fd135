package org.alongside.network.web;

import java.util.List;
import org.alongside.network.Member;
import org.alongside.network.Post;
import org.alongside.shared.Problems;

/** A member's own card, wishes and words. */
record OwnPage(Member member, List<Post> posts, MemberForm form, Problems problems) {}
