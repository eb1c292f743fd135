package org.alongside.involvement.web;

import java.util.List;
import org.alongside.involvement.GroupMeeting;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** One meeting. @param members who may have come */
record MeetingPage(SteeringGroup group, GroupMeeting meeting, List<Option> members, MeetingForm form, Problems problems) {
    String path() {
        return "/desk/involvement/meetings/" + meeting.id();
    }

    String back() {
        return "/desk/involvement/groups/" + group.id() + "/meetings";
    }
}
