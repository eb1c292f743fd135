package org.alongside.engagement.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.engagement.Polls;
import org.alongside.engagement.Post;
import org.alongside.engagement.PublicPosts;
import org.alongside.helpline.Helplines;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The poll of a post: ticked without an account, and with no cookie. Nothing that is sent can be wrong but nothing at all. */
@Controller
@RequestMapping("/have-your-say" + HaveYourSayController.NUMBER + "/poll")
class PollController {
    /** A household, or a library with its one connection, and not a program. */
    static final int MOST_AN_HOUR = 10;
    private final PublicPosts posts;
    private final Polls polls;
    private final Helplines helplines;
    private final Limits limits;
    private final Network network;
    private final Clock clock;

    PollController(PublicPosts posts, Polls polls, Helplines helplines, Limits limits, Network network, Clock clock) {
        this.posts = posts;
        this.polls = polls;
        this.helplines = helplines;
        this.limits = limits;
        this.network = network;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable int number, @RequestParam Map<String, String> query, Model model) {
        Problems problems = new Problems();
        Post post = post(number);
        Instrument set = set(post);
        if (query.containsKey("none")) problems.add("a." + set.items().get(0).key(), "engagement.poll.none");
        return show("poll", post, set, problems, query.containsKey("busy"), model);
    }

    @PostMapping
    String answer(@PathVariable int number, HttpServletRequest request) {
        Post post = post(number);
        Instrument set = set(post);
        String back = "redirect:" + post.path() + "/poll";
        if (post.isClosed(clock.instant())) return back;
        AnswerSheet sheet = AnswerSheet.read(set, request::getParameterValues);
        if (sheet.answers().values().stream().allMatch(one -> one.chosen().isEmpty())) return back + "?none";
        UUID once = Typed.id(request.getParameter("once"));
        if (!limits.mayTry("poll-once", once.toString(), 1, Duration.ofHours(1))) return back + "/thanks";
        if (!limits.allow("poll", post.id() + "/" + network.of(request), MOST_AN_HOUR, Duration.ofHours(1)) || !limits.allow("poll", "everywhere", 20_000, Duration.ofHours(1))) return back + "?busy";
        if (limits.allow("poll-once", once.toString(), 1, Duration.ofHours(1))) polls.answer(post, sheet);
        return back + "/thanks";
    }

    @GetMapping("/thanks")
    String thanks(@PathVariable int number, Model model) {
        Post post = post(number);
        return show("thanks", post, set(post), new Problems(), false, model);
    }

    private String show(String page, Post post, Instrument set, Problems problems, boolean busy, Model model) {
        Instant now = clock.instant();
        List<Polls.Result> results = post.tellsNumbers(now) ? polls.results(post, set) : List.of();
        model.addAttribute("page", new PollPage(post, set, helplines.support(post.written().topic()), results, UUID.randomUUID().toString(), problems, busy, now));
        return "engagement/web/" + page;
    }

    private Post post(int number) {
        return posts.post(number, clock.instant()).orElseThrow(NotFound::new);
    }

    private Instrument set(Post post) {
        return posts.poll(post).orElseThrow(NotFound::new);
    }
}
