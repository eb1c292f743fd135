package org.alongside.involvement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survivor in a steering group. @param called what they want to be called; empty once they are forgotten @param contact how they may be reached safely, who may ring and when; may be empty
 * @param forgetOn when their details go; null while they are in @param forgotten whether they went
 */
public record GroupMember(UUID id, UUID group, String called, String contact, LocalDate invitedOn, InvitedWay way, MemberState state, @Nullable LocalDate answeredOn, @Nullable LocalDate leftOn, @Nullable LocalDate forgetOn, boolean forgotten) {
    /** What a list shows in place of a name that is gone. */
    public String shown() {
        return forgotten ? "A former member" : called;
    }

    public boolean isIn() {
        return state == MemberState.MEMBER;
    }
}
