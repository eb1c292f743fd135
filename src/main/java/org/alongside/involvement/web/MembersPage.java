package org.alongside.involvement.web;

import java.util.List;
import java.util.UUID;
import org.alongside.involvement.GroupMember;
import org.alongside.involvement.MemberState;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;

/** Who is in a steering group. @param toAsk of whom something has to be asked again, or was never asked */
record MembersPage(SteeringGroup group, List<GroupMember> members, List<UUID> toAsk, InvitationForm form, Problems problems) {
    String path() {
        return "/desk/involvement/groups/" + group.id();
    }

    List<GroupMember> in(MemberState state) {
        return members.stream().filter(one -> one.state() == state).toList();
    }
}
