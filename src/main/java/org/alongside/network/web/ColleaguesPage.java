package org.alongside.network.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.network.Member;
import org.alongside.network.MemberState;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** Members of one's own organisation, for those in charge. @param refused whose form was refused just now @param reason what was typed there */
record ColleaguesPage(List<Member> members, WorkerId me, LocalDate today, @Nullable UUID refused, @Nullable String reason, Problems problems) {
    List<Member> in(boolean waiting) {
        return members.stream().filter(one -> (one.state() == MemberState.ASKED) == waiting).toList();
    }

    String path(Member member) {
        return "/desk/network/colleagues/" + member.worker().id();
    }
}
