package org.alongside.involvement.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.involvement.GroupMeeting;
import org.alongside.involvement.GroupMeetings;
import org.alongside.involvement.GroupMembers;
import org.alongside.involvement.Groups;
import org.alongside.involvement.MemberState;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When a steering group meets, and what is said there. */
@Controller
@RequestMapping("/desk/involvement")
class MeetingController {
    private final Groups groups;
    private final GroupMembers members;
    private final GroupMeetings meetings;
    private final Clock clock;

    MeetingController(Groups groups, GroupMembers members, GroupMeetings meetings, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.meetings = meetings;
        this.clock = clock;
    }

    @GetMapping("/groups/{steering}/meetings")
    String all(@PathVariable("steering") UUID group, Actor.Worker me, Model model) {
        return all(group, MeetingForm.empty(), new Problems(), me, model);
    }

    @PostMapping("/groups/{steering}/meetings")
    String plan(@PathVariable("steering") UUID group, MeetingForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        groups.mustRun(group, me);
        Problems problems = new Problems();
        MeetingForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "on", () -> meetings.plan(Typed.id(form.once()), group, read.on(), read.words().agenda(), read.words().accessNeeds(), me))) return all(group, form, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Written down.");
        return "redirect:/desk/involvement/groups/" + group + "/meetings";
    }

    @GetMapping("/meetings/{met}")
    String one(@PathVariable("met") UUID meeting, Actor.Worker me, Model model) {
        return one(meeting, null, new Problems(), me, model);
    }

    @PostMapping("/meetings/{met}")
    String save(@PathVariable("met") UUID meeting, MeetingForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        meetings.one(meeting, me);
        Problems problems = new Problems();
        MeetingForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "said", () -> meetings.save(meeting, read.on(), read.words(), read.came(), Typed.version(form.revision()), me))) return one(meeting, form, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/involvement/meetings/" + meeting;
    }

    private String all(UUID id, MeetingForm form, Problems problems, Actor.Worker me, Model model) {
        SteeringGroup group = groups.mustRun(id, me);
        model.addAttribute("page", new MeetingsPage(group, meetings.of(id, me), Times.day(clock.instant()), form, problems));
        return "involvement/web/meetings";
    }

    private String one(UUID id, @Nullable MeetingForm form, Problems problems, Actor.Worker me, Model model) {
        GroupMeeting meeting = meetings.one(id, me);
        List<Option> able = members.of(meeting.group(), me).stream().filter(one -> meeting.came().contains(one.id()) || one.state() == MemberState.MEMBER || one.state() == MemberState.INVITED).map(one -> new Option(one.id().toString(), one.shown())).toList();
        model.addAttribute("page", new MeetingPage(groups.mustRun(meeting.group(), me), meeting, able, form == null ? MeetingForm.of(meeting) : form, problems));
        return "involvement/web/meeting";
    }
}
