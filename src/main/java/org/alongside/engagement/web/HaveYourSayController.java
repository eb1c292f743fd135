package org.alongside.engagement.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.comments.PublishedComments;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Category;
import org.alongside.engagement.Pictures;
import org.alongside.engagement.Post;
import org.alongside.engagement.PublicPosts;
import org.alongside.engagement.Visits;
import org.alongside.files.Download;
import org.alongside.helpline.Helplines;
import org.alongside.shared.NotFound;
import org.alongside.ui.Frame;
import org.alongside.ui.Frames;
import org.alongside.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What services say to everybody, from memory. Posts have numbers: an address says nothing. */
@Controller
@RequestMapping("/have-your-say")
class HaveYourSayController {
    static final String NUMBER = "/{number:[0-9]{1,9}}";
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
    private final PublicPosts posts;
    private final Pictures pictures;
    private final Visits visits;
    private final PublishedComments comments;
    private final Helplines helplines;
    private final PublicAddress address;
    private final Frames frames;
    private final Clock clock;

    HaveYourSayController(PublicPosts posts, Pictures pictures, Visits visits, PublishedComments comments, Helplines helplines, PublicAddress address, Frames frames, Clock clock) {
        this.posts = posts;
        this.pictures = pictures;
        this.visits = visits;
        this.comments = comments;
        this.helplines = helplines;
        this.address = address;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String category, @RequestParam(defaultValue = "1") String page, Model model) {
        Instant now = clock.instant();
        List<Post> all = posts.asking(now);
        List<Category> categories = Stream.of(Category.values()).filter(one -> all.stream().anyMatch(post -> post.written().category() == one)).toList();
        Category chosen = categories.stream().filter(one -> one.path().equals(category)).findFirst().orElse(null);
        model.addAttribute("page", ListPage.of(all.stream().filter(one -> chosen == null || one.written().category() == chosen).toList(), posts.campaigns(now), categories, chosen, page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, now));
        return "engagement/web/list";
    }

    @GetMapping(NUMBER)
    String one(@PathVariable int number, HttpServletRequest request, Model model) {
        Instant now = clock.instant();
        Post post = posts.post(number, now).orElseThrow(NotFound::new);
        visits.count(post);
        model.addAttribute("page", new PostPage(post, campaign(post, now), helplines.support(post.written().topic()), posts.poll(post).orElse(null), comments.under(post.id()), address(post.path(), request), now, false));
        return "engagement/web/post";
    }

    private @Nullable Campaign campaign(Post post, Instant now) {
        return posts.campaigns(now).stream().filter(one -> one.id().equals(post.written().campaign())).findFirst().orElse(null);
    }

    @GetMapping("/campaigns" + NUMBER)
    String campaign(@PathVariable int number, HttpServletRequest request, Model model) {
        Instant now = clock.instant();
        Campaign campaign = posts.campaign(number, now).orElseThrow(NotFound::new);
        List<Post> its = posts.asking(now).stream().filter(one -> campaign.id().equals(one.written().campaign())).toList();
        model.addAttribute("page", new CampaignPage(campaign, helplines.support(campaign.written().topic()), its, address(campaign.path(), request), now));
        return "engagement/web/campaign";
    }

    @GetMapping("/pictures/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        // Safety: the picture of what is not shown is not there, also for whoever kept its address.
        if (!posts.isShownPicture(id, clock.instant())) throw new NotFound();
        Pictures.Content content = pictures.shown(id).orElseThrow(NotFound::new);
        return Download.shown("picture", content.type(), content.bytes());
    }

    @GetMapping("/feed")
    ResponseEntity<String> feed(HttpServletRequest request) {
        Frame frame = frames.ofNobody(request);
        return ResponseEntity.ok().contentType(ATOM).body(FeedFile.of(posts.shown(clock.instant()), frame, path -> address.of(frame.href(path), request)));
    }

    private String address(String path, HttpServletRequest request) {
        return address.of(frames.ofNobody(request).href(path), request);
    }
}
