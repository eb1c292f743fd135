package org.alongside.comments.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.comments.Cares;
import org.alongside.comments.Comment;
import org.alongside.comments.CommentState;
import org.alongside.comments.Flag;
import org.alongside.comments.Flagged;
import org.alongside.comments.Moderation;
import org.alongside.comments.PublishedComments;
import org.alongside.comments.Reports;
import org.alongside.comments.Safeguarding;
import org.alongside.comments.Themes;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One comment at a time: read, decided about, given back. */
@Controller
@RequestMapping("/desk/comments")
class ModerationController {
    private static final String ROOM = "/desk/comments";
    private final Moderation moderation;
    private final Reports reports;
    private final Safeguarding safeguarding;
    private final Themes themes;
    private final Cares cares;
    private final PublishedComments published;
    private final Clock clock;

    ModerationController(Moderation moderation, Reports reports, Safeguarding safeguarding, Themes themes, Cares cares, PublishedComments published, Clock clock) {
        this.moderation = moderation;
        this.reports = reports;
        this.safeguarding = safeguarding;
        this.themes = themes;
        this.cares = cares;
        this.published = published;
        this.clock = clock;
    }

    @Bean
    static DeskLink commentsLink() {
        return new DeskLink(69, ROOM, "Comments", Role.MODERATOR.name(), Role.MANAGER.name(), Role.SAFEGUARDING_LEAD.name());
    }

    @GetMapping
    String overview(Actor.Worker me, Model model) {
        me.mustBe(Role.MODERATOR, Role.MANAGER, Role.SAFEGUARDING_LEAD);
        boolean moderates = me.is(Moderation.ROLES);
        model.addAttribute("page", new ModerationPage.Overview(moderates ? moderation.lanes(me) : null, moderates ? reports.open(me) : List.of(), safeguarding.count(me), me.is(Role.SAFEGUARDING_LEAD)));
        return "comments/web/comments";
    }

    @PostMapping("/next")
    String next(@RequestParam(defaultValue = "") String lane, Actor.Worker me, RedirectAttributes to) {
        Optional<UUID> next = moderation.next(lane.equals("spam"), me);
        if (next.isPresent()) return "redirect:" + ROOM + "/" + next.get();
        return done(ROOM, "There is nothing for you to read just now.", to);
    }

    @GetMapping("/{comment}")
    String one(@PathVariable UUID comment, Actor.Worker me, Model model) {
        return one(comment, DecisionForm.EMPTY, "", new Problems(), me, model);
    }

    @PostMapping("/{comment}/publication")
    String publish(@PathVariable UUID comment, DecisionForm form, Actor.Worker me, Model model, RedirectAttributes to) {
        moderation.one(comment, me);
        Problems problems = new Problems();
        boolean[] shown = new boolean[1];
        if (!Typed.accepted(problems, "phrases", () -> shown[0] = moderation.publish(comment, form.showing(), me))) return one(comment, form, "show", problems, me, model);
        return done(ROOM, shown[0] ? "Shown." : "Noted. Somebody else looks at it, too, before it is shown.", to);
    }

    @PostMapping("/{comment}/return")
    String giveBack(@PathVariable UUID comment, DecisionForm form, Actor.Worker me, Model model, RedirectAttributes to) {
        moderation.one(comment, me);
        Problems problems = new Problems();
        DecisionForm.Refusal why = form.refusal(true, problems).orElse(null);
        if (why == null || !Typed.accepted(problems, "answer", () -> moderation.giveBack(comment, why.revision(), why.reason(), why.answer(), me))) return one(comment, form, "return", problems, me, model);
        return done(ROOM, "Sent back. Its writer reads why.", to);
    }

    @PostMapping("/{comment}/hiding")
    String hide(@PathVariable UUID comment, DecisionForm form, Actor.Worker me, Model model, RedirectAttributes to) {
        moderation.one(comment, me);
        Problems problems = new Problems();
        DecisionForm.Refusal why = form.refusal(false, problems).orElse(null);
        if (why == null || !Typed.accepted(problems, "answer", () -> moderation.hide(comment, why.revision(), why.reason(), why.answer(), me))) return one(comment, form, "hide", problems, me, model);
        return done(ROOM, "Not shown.", to);
    }

    @PostMapping("/{comment}/alarm")
    String alarm(@PathVariable UUID comment, Actor.Worker me, Model model, RedirectAttributes to) {
        return verb(comment, () -> moderation.alarm(comment, me), "A safeguarding lead reads it now. Thank you for looking.", me, model, to);
    }

    @PostMapping("/{comment}/leaving")
    String leave(@PathVariable UUID comment, Actor.Worker me, Model model, RedirectAttributes to) {
        return verb(comment, () -> moderation.leave(comment, me), "Given back. Somebody else reads it.", me, model, to);
    }

    @PostMapping("/{comment}/by-a-person")
    String isNoSpam(@PathVariable UUID comment, Actor.Worker me, Model model, RedirectAttributes to) {
        return verb(comment, () -> moderation.isNoSpam(comment, me), "It waits with the others now.", me, model, to);
    }

    @PostMapping("/{comment}/hard")
    String isHard(@PathVariable UUID comment, Actor.Worker me, Model model, RedirectAttributes to) {
        moderation.isHard(moderation.one(comment, me).id(), me);
        return done(ROOM + "/" + comment, "Two people look at it before it is shown.", to);
    }

    @PostMapping("/{comment}/another-look")
    String lookAgain(@PathVariable UUID comment, Actor.Worker me, Model model, RedirectAttributes to) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "look", () -> moderation.lookAgain(comment, me))) return one(comment, DecisionForm.EMPTY, "look", problems, me, model);
        return done(ROOM + "/" + comment, "Nobody sees it now. Decide again.", to);
    }

    private String verb(UUID comment, Runnable verb, String said, Actor.Worker me, Model model, RedirectAttributes to) {
        moderation.one(comment, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "verb", verb)) return one(comment, DecisionForm.EMPTY, "verb", problems, me, model);
        return done(ROOM, said, to);
    }

    @GetMapping("/list")
    String list(@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable String conversation, Actor.Worker me, Model model) {
        CommentState chosen = Set.of("HIDDEN", "RETURNED").contains(state) ? CommentState.valueOf(state) : CommentState.PUBLISHED;
        UUID its = id(conversation);
        model.addAttribute("page", new ModerationPage.Listed(chosen, its, themes.conversations(me), moderation.list(chosen, its, me)));
        return "comments/web/list";
    }

    @PostMapping("/reports/{complaint}/settlement")
    String leaveAs(@PathVariable("complaint") UUID report, Actor.Worker me, RedirectAttributes to) {
        reports.leaveAs(report, me);
        return done(ROOM, "It stays as it is.", to);
    }

    @GetMapping("/wishes")
    String wishes(Actor.Worker me, Model model) {
        model.addAttribute("page", new ModerationPage.Wishes(moderation.wishes(me), cares.of(me).hardADay()));
        return "comments/web/wishes";
    }

    @PostMapping("/wishes")
    String wish(@RequestParam(required = false) @Nullable List<String> without, @RequestParam(defaultValue = "") String covers, Actor.Worker me, RedirectAttributes to) {
        Set<Flag> chosen = Typed.any(Flag.class, without);
        chosen.retainAll(Arrays.asList(Flag.HARD));
        moderation.wish(chosen, covers.equals("yes"), me);
        return done(ROOM + "/wishes", "Kept. Nobody else sees it.", to);
    }

    static @Nullable UUID id(@Nullable String typed) {
        return typed != null && typed.matches(WriteController.ID) ? UUID.fromString(typed) : null;
    }

    static String done(String path, String notice, RedirectAttributes to) {
        to.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path;
    }

    private String one(UUID id, DecisionForm form, String open, Problems problems, Actor.Worker me, Model model) {
        Comment comment = moderation.one(id, me);
        if (comment.state() == CommentState.SAFEGUARDING || comment.state() == CommentState.WITHDRAWN) throw new NotFound("comment", id);
        Flagged words = moderation.flagged(comment.written().words(), me), name = moderation.flagged(comment.written().name(), me);
        boolean typed = open.equals("show");
        Set<String> cuts = typed ? new HashSet<>(form.cuts() == null ? List.of() : form.cuts()) : words.stretches().stream().filter(one -> one.flag().goes()).map(one -> one.from() + "-" + one.to()).collect(Collectors.toSet());
        Set<String> chosen = typed ? new HashSet<>(form.themes() == null ? List.of() : form.themes()) : themes.of(id).stream().map(UUID::toString).collect(Collectors.toSet());
        boolean mayDecide = comment.state() == CommentState.HELD && !comment.isTaken(me.worker(), clock.instant()) && !comment.waitsForAnother(me.worker());
        String replyTo = comment.replyTo() == null ? null : published.place(comment.replyTo()).map(place -> place.comment().words()).orElse("");
        model.addAttribute("page", new ModerationPage.One(comment, words, name, replyTo, themes.all(me), chosen, cuts, form, open, comment.isHard() || moderation.wishes(me).coversAll(), comment.state() == CommentState.HELD && comment.isTaken(me.worker(), clock.instant()), mayDecide, comment.waitsForAnother(me.worker()), problems));
        return "comments/web/one";
    }
}
