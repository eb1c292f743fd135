package org.alongside.network.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.network.Listed;
import org.alongside.network.Member;
import org.alongside.network.Members;
import org.alongside.network.Posts;
import org.alongside.network.Subject;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The network: its door, what is shown, whom to ask, and one's own place in it. */
@Controller
@RequestMapping("/desk/network")
class NetworkController {
    private final Members members;
    private final Posts posts;
    private final Clock clock;

    NetworkController(Members members, Posts posts, Clock clock) {
        this.members = members;
        this.posts = posts;
        this.clock = clock;
    }

    @Bean
    static DeskLink networkLink() {
        return new DeskLink(67, "/desk/network", "Network");
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String list, @RequestParam(defaultValue = "") String before, Actor.Worker me, Model model) {
        // Safety: whoever is no member gets the door, and not a word of what is behind it.
        if (members.own(me).filter(one -> one.isConfirmed(today())).isEmpty()) return door(MemberForm.empty(), new Problems(), me, model);
        return show(new Posts.Find(listed(list), null, "", mark(before)), false, me, model);
    }

    @PostMapping("/search")
    String search(@RequestParam(defaultValue = "") String list, @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String before, Actor.Worker me, Model model) {
        return show(new Posts.Find(listed(list), Typed.one(Subject.class, subject), words.length() > 200 ? words.substring(0, 200) : words, mark(before)), true, me, model);
    }

    @PostMapping("/membership")
    String ask(MemberForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        MemberForm.Read read = form.read(true, problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "does", () -> members.ask(read.does(), read.knows(), me))) return door(form, problems, me, model);
        return done("/desk/network", "Asked. Somebody in charge at your organisation confirms it.", next);
    }

    @PostMapping("/membership/ending")
    String leave(@RequestParam(defaultValue = "") String goAlong, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!goAlong.equals("yes") && !goAlong.equals("no")) {
            problems.add("goAlong", "Choose what becomes of your words");
            return own(MemberForm.of(members.mustBeIn(me)), problems, me, model);
        }
        members.leave(goAlong.equals("yes"), me);
        return done("/desk/network", goAlong.equals("yes") ? "You left, and your words go with you." : "You left. Your words stay, under “a former colleague”.", next);
    }

    @GetMapping("/own")
    String own(Actor.Worker me, Model model) {
        return own(MemberForm.of(members.mustBeIn(me)), new Problems(), me, model);
    }

    @PostMapping("/own")
    String change(MemberForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        members.mustBeIn(me);
        Problems problems = new Problems();
        MemberForm.Read read = form.read(false, problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "does", () -> members.change(read.does(), read.knows(), read.news(), read.along(), me))) return own(form, problems, me, model);
        return done("/desk/network/own", "Saved.", next);
    }

    @GetMapping("/people")
    String people(Actor.Worker me, Model model) {
        return people("", me, model);
    }

    @PostMapping("/people")
    String people(@RequestParam(defaultValue = "") String words, Actor.Worker me, Model model) {
        model.addAttribute("page", new PractitionersPage(members.practitioners(words, me), words));
        return "network/web/practitioners";
    }

    private String show(Posts.Find find, boolean asked, Actor.Worker me, Model model) {
        Member own = members.mustBeIn(me);
        model.addAttribute("page", new NetworkPage(find, posts.find(find, me), asked, me.is(Role.MODERATOR), me.is(Members.IN_CHARGE), own.endsSoon(today()) && own.until() != null ? Times.say(own.until()) : null));
        return "network/web/network";
    }

    private String door(MemberForm form, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new JoinPage(members.own(me).orElse(null), me.is(Members.IN_CHARGE), form, problems));
        return "network/web/join";
    }

    private String own(MemberForm form, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new OwnPage(members.mustBeIn(me), posts.own(me), form, problems));
        return "network/web/own";
    }

    private static Listed listed(String typed) {
        Listed listed = Typed.one(Listed.class, typed);
        return listed == null ? Listed.EVERYTHING : listed;
    }

    private static Posts.@Nullable Mark mark(String typed) {
        String[] parts = typed.split("_");
        try {
            return parts.length == 2 ? new Posts.Mark(Instant.parse(parts[0]), UUID.fromString(parts[1])) : null;
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private static String done(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path;
    }
}
