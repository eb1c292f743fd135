package org.alongside.comments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.comments.Comments;
import org.alongside.comments.Conversation;
import org.alongside.comments.PublishedComment;
import org.alongside.comments.PublishedComments;
import org.alongside.comments.Written;
import org.alongside.helpline.Helplines;
import org.alongside.helpline.Topic;
import org.alongside.residents.Resident;
import org.alongside.residents.ResidentAtTheDoor;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.TwelveDigits;
import org.alongside.ui.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying something under a post, with or without an account. */
@Controller
@RequestMapping("/have-your-say/comments")
class WriteController {
    static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private final PublishedComments published;
    private final Comments comments;
    private final Helplines helplines;
    private final ResidentAtTheDoor door;
    private final Carried.Cookie cookie;
    private final Limits limits;
    private final Network network;
    private final Frames frames;
    private final Seal seal;
    private final Clock clock;

    WriteController(PublishedComments published, Comments comments, Helplines helplines, ResidentAtTheDoor door, Carried.Cookie cookie, Limits limits, Network network, Frames frames, Seal seal, Clock clock) {
        this.published = published;
        this.comments = comments;
        this.helplines = helplines;
        this.door = door;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
        this.frames = frames;
        this.seal = seal;
        this.clock = clock;
    }

    @GetMapping("/{conversation:" + ID + "}/new")
    String form(@PathVariable UUID conversation, @RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        Conversation its = published.conversation(conversation).orElseThrow(() -> new NotFound("conversation", conversation));
        Instant now = clock.instant();
        if (!its.isOpen(now)) return "redirect:" + its.path();
        Problems problems = new Problems();
        String carried = query.containsKey("again") ? cookie.read(request).filter(one -> one.conversation().equals(conversation)).map(Carried::slip).orElse(null) : null;
        Slip slip = carried == null ? null : Slip.open(carried, seal, conversation).orElse(null);
        Written draft = slip == null ? null : comments.draft(comments.writer(slip.code()));
        CommentForm form = draft == null ? new CommentForm(null, null, null, null, null, null) : CommentForm.of(draft, query.containsKey("quote"));
        if (draft != null) form.read(problems);
        String shown = (slip == null ? Slip.fresh(now) : slip).close(seal, conversation);
        model.addAttribute("page", new CommentPage.Write(its, to(query.get("to"), conversation), null, form, shown, problems, query.containsKey("busy"), door.of(request).isPresent(), CommentPage.Promise.of(published.care(its.organisation()), now), helplines.support(its.topic())));
        return "comments/web/write";
    }

    /** One level of replies: to a comment of this conversation that is no reply itself. */
    private @Nullable PublishedComment to(@Nullable String typed, UUID conversation) {
        if (typed == null || !typed.matches(ID)) return null;
        return published.place(UUID.fromString(typed)).filter(place -> place.conversation().equals(conversation) && place.replyTo() == null).map(PublishedComments.Place::comment).orElse(null);
    }

    @PostMapping("/{conversation:" + ID + "}/new")
    String send(@PathVariable UUID conversation, CommentForm form, HttpServletRequest request, HttpServletResponse response) {
        Conversation its = published.conversation(conversation).orElseThrow(() -> new NotFound("conversation", conversation));
        Instant now = clock.instant();
        if (!its.isOpen(now)) return "redirect:" + its.path();
        Optional<Slip> made = form.slip() == null ? Optional.empty() : Slip.open(form.slip(), seal, conversation);
        Slip slip = made.orElseGet(() -> Slip.fresh(now));
        Optional<Resident> resident = door.of(request);
        PublishedComment to = to(form.to(), conversation);
        Problems problems = new Problems();
        Written written = form.read(problems);
        boolean mayWrite = !problems.isEmpty() || limits.allow("comment", network.of(request), 12, Duration.ofMinutes(10)) && limits.allow("comment", "to/" + conversation, 6000, Duration.ofHours(1));
        if (!problems.isEmpty() || !mayWrite) {
            comments.keepDraft(written, conversation, comments.writer(slip.code()));
            cookie.write(new Carried(conversation, slip.close(seal, conversation), null, false), request, response);
            return "redirect:/have-your-say/comments/" + conversation + "/new?again" + (mayWrite ? "" : "&busy") + (form.mayQuote() ? "&quote" : "") + (to == null ? "" : "&to=" + to.id());
        }
        // A machine fills in what nobody sees, comes without the form, or sooner than anybody reads. It waits apart; nothing is thrown away.
        boolean suspicious = form.isTrapped() || made.isEmpty() || slip.isTooSoon(now);
        Comments.Writer writer = resident.map(Comments.Writer::of).orElseGet(() -> comments.writer(slip.code()));
        boolean danger;
        try {
            danger = comments.write(new Comments.NewComment(slip.id(), conversation, to == null ? null : to.id(), written, form.mayQuote(), frames.ofNobody(request).welsh(), suspicious), writer);
        } catch (RuleBroken closed) {
            return "redirect:" + its.path();
        }
        comments.forgetDraft(comments.writer(slip.code()));
        cookie.write(new Carried(conversation, null, resident.isPresent() ? null : slip.code(), danger), request, response);
        return "redirect:/have-your-say/comments/sent";
    }

    /** Safety: the number stands on this page once; after it, this browser does not know it any more. */
    @GetMapping("/sent")
    String sent(HttpServletRequest request, HttpServletResponse response, Model model) {
        Carried carried = cookie.read(request).filter(one -> one.slip() == null).orElse(null);
        cookie.forget(request, response);
        Conversation its = carried == null ? null : published.conversation(carried.conversation()).orElse(null);
        model.addAttribute("page", new CommentPage.Sent(its, carried == null || carried.code() == null ? null : TwelveDigits.written(carried.code()), carried != null && carried.danger(),
                its == null ? null : CommentPage.Promise.of(published.care(its.organisation()), clock.instant()), helplines.support(its == null || its.topic() == Topic.GENERAL ? Topic.SURVIVORS : its.topic())));
        return "comments/web/sent";
    }
}
