package org.alongside.comments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.comments.Comment;
import org.alongside.comments.CommentState;
import org.alongside.comments.Comments;
import org.alongside.comments.Conversation;
import org.alongside.comments.PublishedComments;
import org.alongside.comments.Written;
import org.alongside.helpline.Helplines;
import org.alongside.helpline.Topic;
import org.alongside.residents.Resident;
import org.alongside.residents.ResidentAtTheDoor;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.TwelveDigits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How one's own comment stands: for whoever keeps its number, or is signed in. */
@Controller
@RequestMapping("/have-your-say/comments")
class FollowController {
    private static final String NOBODYS = "000000000000", MINE = "/have-your-say/comments/mine";
    private final Comments comments;
    private final PublishedComments published;
    private final Helplines helplines;
    private final ResidentAtTheDoor door;
    private final Carried.Following following;
    private final Limits limits;
    private final Network network;
    private final Clock clock;

    FollowController(Comments comments, PublishedComments published, Helplines helplines, ResidentAtTheDoor door, Carried.Following following, Limits limits, Network network, Clock clock) {
        this.comments = comments;
        this.published = published;
        this.helplines = helplines;
        this.door = door;
        this.following = following;
        this.limits = limits;
        this.network = network;
        this.clock = clock;
    }

    @GetMapping("/follow")
    String ask(@RequestParam Map<String, String> query, Model model) {
        model.addAttribute("page", new CommentPage.Follow(query.containsKey("nothing"), query.containsKey("busy")));
        return "comments/web/follow";
    }

    @PostMapping("/follow")
    String follow(@RequestParam(defaultValue = "") String number, HttpServletRequest request, HttpServletResponse response) {
        // Safety: guessing is counted whether or not a guess is right, from one network and from everywhere together.
        boolean allowed = limits.allow("comments-follow", network.of(request), 20, Duration.ofMinutes(15)) & limits.allow("comments-follow", "everywhere", 600, Duration.ofMinutes(15));
        if (!allowed) return "redirect:/have-your-say/comments/follow?busy";
        String code = TwelveDigits.read(number).orElse(NOBODYS);
        if (comments.mine(comments.writer(code)).isEmpty()) return "redirect:/have-your-say/comments/follow?nothing";
        following.write(code, request, response);
        return "redirect:" + MINE;
    }

    /** This browser does not know the number any more. */
    @PostMapping("/forgetting")
    String forget(HttpServletRequest request, HttpServletResponse response) {
        following.forget(request, response);
        return "redirect:/have-your-say/comments/follow";
    }

    @GetMapping("/mine")
    String mine(HttpServletRequest request, Model model) {
        List<Comments.Writer> writers = writers(request);
        if (writers.isEmpty()) return "redirect:/have-your-say/comments/follow";
        List<Comment> mine = writers.stream().flatMap(writer -> comments.mine(writer).stream()).toList();
        model.addAttribute("page", new CommentPage.Mine(mine, door.of(request).isPresent(), following.read(request).isPresent(), helplines.support(mine.stream().map(Comment::topic).findFirst().orElse(Topic.SURVIVORS))));
        return "comments/web/mine";
    }

    @GetMapping("/mine/{comment:" + WriteController.ID + "}")
    String change(@PathVariable UUID comment, @RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        Found found = find(comment, request);
        Conversation conversation = published.conversation(found.comment.conversation()).orElse(null);
        if (found.comment.state() != CommentState.RETURNED || conversation == null) return "redirect:" + MINE;
        Written draft = query.containsKey("again") ? comments.draft(found.writer) : null;
        Problems problems = new Problems();
        CommentForm form = CommentForm.of(draft == null ? found.comment.written() : draft, draft == null ? found.comment.mayQuote() : query.containsKey("quote"));
        if (draft != null) form.read(problems);
        model.addAttribute("page", new CommentPage.Write(conversation, null, found.comment, form, "", problems, query.containsKey("busy"), door.of(request).isPresent(),
                CommentPage.Promise.of(published.care(found.comment.organisation()), clock.instant()), helplines.support(found.comment.topic())));
        return "comments/web/write";
    }

    @PostMapping("/mine/{comment:" + WriteController.ID + "}")
    String sendAgain(@PathVariable UUID comment, CommentForm form, HttpServletRequest request) {
        Found found = find(comment, request);
        Problems problems = new Problems();
        Written written = form.read(problems);
        boolean mayWrite = !problems.isEmpty() || limits.allow("comment", network.of(request), 12, Duration.ofMinutes(10));
        if (!problems.isEmpty() || !mayWrite) {
            comments.keepDraft(written, found.comment.conversation(), found.writer);
            return "redirect:" + MINE + "/" + comment + "?again" + (mayWrite ? "" : "&busy") + (form.mayQuote() ? "&quote" : "");
        }
        try {
            comments.sendAgain(comment, written, form.mayQuote(), found.writer);
            comments.forgetDraft(found.writer);
        } catch (RuleBroken pressedTwice) {
            return "redirect:" + MINE;
        }
        return "redirect:" + MINE;
    }

    @PostMapping("/mine/{comment:" + WriteController.ID + "}/withdrawal")
    String withdraw(@PathVariable UUID comment, HttpServletRequest request) {
        comments.withdraw(comment, find(comment, request).writer);
        return "redirect:" + MINE;
    }

    @PostMapping("/mine/{comment:" + WriteController.ID + "}/quoting")
    String quote(@PathVariable UUID comment, @RequestParam(defaultValue = "") String may, HttpServletRequest request) {
        comments.quote(comment, may.equals("yes"), find(comment, request).writer);
        return "redirect:" + MINE;
    }

    private record Found(Comment comment, Comments.Writer writer) {}

    private Found find(UUID id, HttpServletRequest request) {
        return writers(request).stream().flatMap(writer -> comments.mine(writer).stream().filter(one -> one.id().equals(id)).map(one -> new Found(one, writer))).findFirst().orElseThrow(() -> new NotFound("comment", id));
    }

    private List<Comments.Writer> writers(HttpServletRequest request) {
        Optional<Resident> resident = door.of(request);
        return Stream.concat(resident.map(Comments.Writer::of).stream(), following.read(request).map(comments::writer).stream()).toList();
    }
}
