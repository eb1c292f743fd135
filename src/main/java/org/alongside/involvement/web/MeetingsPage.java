package org.alongside.involvement.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.involvement.GroupMeeting;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;

/** When a group met and will meet. */
record MeetingsPage(SteeringGroup group, List<GroupMeeting> meetings, LocalDate today, MeetingForm form, Problems problems) {
    String path() {
        return "/desk/involvement/groups/" + group.id();
    }
}
