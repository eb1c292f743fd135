package org.alongside.engagement.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Campaigns;
import org.alongside.engagement.Pictures;
import org.alongside.engagement.Polls;
import org.alongside.engagement.Post;
import org.alongside.engagement.Posts;
import org.alongside.engagement.Visits;
import org.alongside.files.Download;
import org.alongside.files.TooLarge;
import org.alongside.helpline.Helplines;
import org.alongside.instruments.Instrument;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.alongside.ui.PublicAddress;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Posts: written, looked at as everybody will, shown, taken down, told about. */
@Controller
@RequestMapping("/desk/engagement")
class PostController {
    private static final int ALT = 300;
    private final Posts posts;
    private final Campaigns campaigns;
    private final Pictures pictures;
    private final Polls polls;
    private final Visits visits;
    private final Organisations organisations;
    private final Helplines helplines;
    private final PublicAddress address;
    private final Clock clock;

    PostController(Posts posts, Campaigns campaigns, Pictures pictures, Polls polls, Visits visits, Organisations organisations, Helplines helplines, PublicAddress address, Clock clock) {
        this.posts = posts;
        this.campaigns = campaigns;
        this.pictures = pictures;
        this.polls = polls;
        this.visits = visits;
        this.organisations = organisations;
        this.helplines = helplines;
        this.address = address;
        this.clock = clock;
    }

    @Bean
    static DeskLink engagementLink() {
        return new DeskLink(66, "/desk/engagement", "Have your say", "MODERATOR", "MANAGER");
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", new DeskPage(posts.all(me), campaigns.all()));
        return "engagement/web/desk";
    }

    @GetMapping("/posts")
    String form(@RequestParam(required = false) @Nullable String campaign, Actor.Worker me, Model model) {
        me.mustBe(Posts.WRITE);
        List<Campaign> all = campaigns.all();
        Campaign of = all.stream().filter(one -> one.id().toString().equals(campaign)).findFirst().orElse(null);
        return write(PostForm.empty(organisations.nameOf(me.organisation()).orElse(""), of), all, new Problems(), model);
    }

    @PostMapping("/posts")
    String write(PostForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Posts.WRITE);
        Problems problems = new Problems();
        Post.Written written = form.read(problems).orElse(null);
        UUID once = Typed.id(form.once());
        if (written == null || !Typed.accepted(problems, "title", () -> posts.write(once, written, me))) return write(form, campaigns.all(), problems, model);
        return done(once, "Saved. Nobody else reads it yet: look at it as everybody will, then show it.", next);
    }

    private static String write(PostForm form, List<Campaign> campaigns, Problems problems, Model model) {
        model.addAttribute("page", new WritePage(form, options(campaigns), problems));
        return "engagement/web/write";
    }

    @GetMapping("/posts/{id}")
    String one(@PathVariable("id") UUID post, Actor.Worker me, Model model) {
        return show(new Came(), post, me, model);
    }

    @PostMapping("/posts/{id}")
    String change(@PathVariable("id") UUID post, PostForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        posts.one(post, me);
        Problems problems = new Problems();
        Post.Written written = form.read(problems).orElse(null);
        if (written == null || !Typed.accepted(problems, written.lead().isBlank() ? "lead" : written.words().isBlank() ? "words" : "title", () -> posts.change(post, Typed.version(form.version()), written, me))) return show(new Came("words", problems).form(form), post, me, model);
        return done(post, "Saved.", next);
    }

    @GetMapping("/posts/{id}/preview")
    String preview(@PathVariable("id") UUID post, Actor.Worker me, HttpServletRequest request, Model model) {
        Post its = posts.one(post, me);
        Campaign campaign = its.written().campaign() == null ? null : campaigns.one(its.written().campaign());
        model.addAttribute("page", new PostPage(its, campaign, helplines.support(its.written().topic()), polls.of(its), List.of(), address.of(its.path(), request), clock.instant(), true));
        return "engagement/web/post";
    }

    @PostMapping("/posts/{id}/publication")
    String publish(@PathVariable("id") UUID post, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "publication", () -> posts.publish(post, me))) return show(new Came("publication", problems), post, me, model);
        return done(post, "Everybody reads it now.", next);
    }

    @PostMapping("/posts/{id}/schedule")
    String schedule(@PathVariable("id") UUID post, @RequestParam(name = "on.day", required = false) @Nullable String day, @RequestParam(name = "on.month", required = false) @Nullable String month, @RequestParam(name = "on.year", required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String time, Actor.Worker me, Model model, RedirectAttributes next) {
        posts.one(post, me);
        TypedDate on = new TypedDate(day, month, year);
        Problems problems = new Problems();
        Instant at = Typed.at(on, time, "on", "Enter the day on which it is shown", problems);
        if (at == null || !Typed.accepted(problems, "on", () -> posts.schedule(post, at, me))) return show(new Came("schedule", problems).at(on, time), post, me, model);
        return done(post, "It will be shown at that time by itself.", next);
    }

    /** What was planned is not done; what was taken down can be put right. */
    @PostMapping("/posts/{id}/draft")
    String takeBack(@PathVariable("id") UUID post, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "publication", () -> posts.takeBack(post, me))) return show(new Came("publication", problems), post, me, model);
        return done(post, "It is a draft again. Nobody else reads it.", next);
    }

    @PostMapping("/posts/{id}/withdrawal")
    String withdraw(@PathVariable("id") UUID post, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "publication", () -> posts.withdraw(post, me))) return show(new Came("publication", problems), post, me, model);
        return done(post, "Taken down. Nobody else reads it any more, nor what was said under it.", next);
    }

    @GetMapping("/posts/{id}/picture")
    ResponseEntity<byte[]> picture(@PathVariable("id") UUID post, Actor.Worker me) {
        Pictures.Content content = pictures.of(post, me);
        return Download.shown("picture", content.type(), content.bytes());
    }

    @PostMapping("/posts/{id}/picture")
    String picture(@PathVariable("id") UUID post, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String alt, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        posts.one(post, me);
        byte[] sent = file == null || file.isEmpty() ? null : file.getBytes();
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(alt, "alt", ALT, "Say what the picture shows, for whoever does not see it", problems);
        if (said == null || !Typed.accepted(problems, "file", () -> pictures.put(post, sent, name, said, me))) return show(new Came("picture", problems).alt(alt), post, me, model);
        return done(post, "The picture is there. Nothing hidden in it went along.", next);
    }

    @PostMapping("/posts/{id}/picture/removal")
    String removePicture(@PathVariable("id") UUID post, Actor.Worker me, RedirectAttributes next) {
        pictures.remove(post, me);
        return done(post, "The picture is gone.", next);
    }

    /** Thrown while the form is read, so nothing of it is known but where it was sent. */
    @ExceptionHandler({MaxUploadSizeExceededException.class, InvalidParameterException.class})
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge(RuntimeException refused, HttpServletRequest request, Actor.Worker me, Model model) {
        UUID post = Typed.id(TooLarge.path(refused, request).get("id"));
        Problems problems = new Problems();
        problems.add("file", String.valueOf(Pictures.tooLarge().getMessage()));
        return show(new Came("picture", problems), post, me, model);
    }

    @PostMapping("/posts/{id}/resources")
    String add(@PathVariable("id") UUID post, ResourceForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        posts.one(post, me);
        Problems problems = new Problems();
        ResourceForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "name", () -> posts.add(post, Typed.id(form.once()), read.title(), read.address(), read.about(), me))) return show(new Came("resource", problems).resource(form), post, me, model);
        return done(post, "Added.", next);
    }

    @PostMapping("/posts/{id}/resources/{link}/removal")
    String remove(@PathVariable("id") UUID post, @PathVariable("link") UUID resource, Actor.Worker me, RedirectAttributes next) {
        posts.remove(post, resource, me);
        return done(post, "Removed.", next);
    }

    @PostMapping("/posts/{id}/poll")
    String choose(@PathVariable("id") UUID post, @RequestParam(defaultValue = "") String poll, @RequestParam(defaultValue = "") String seen, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "poll", () -> polls.choose(post, poll.isBlank() ? null : poll, seen.equals("yes"), me))) return show(new Came("poll", problems), post, me, model);
        return done(post, poll.isBlank() ? "It has no poll." : "The poll is there.", next);
    }

    @PostMapping("/posts/{id}/told")
    String tell(@PathVariable("id") UUID post, ToldForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        posts.one(post, me);
        Problems problems = new Problems();
        ToldForm.Read told = form.read(problems).orElse(null);
        if (told == null || !Typed.accepted(problems, "heard", () -> posts.tell(post, Typed.version(form.version()), told.heard(), told.did(), me))) return show(new Came("told", problems).told(form), post, me, model);
        return done(post, "Saved. It stands above the words of the post.", next);
    }

    private static String done(UUID post, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/engagement/posts/" + post;
    }

    /** What was typed on one of the forms and has to be put right. */
    private record Came(String form, Problems problems, @Nullable PostForm words, @Nullable ResourceForm resource, @Nullable ToldForm told, @Nullable String alt, TypedDate on, @Nullable String time) {
        Came() {
            this("", new Problems());
        }

        Came(String form, Problems problems) {
            this(form, problems, null, null, null, null, TypedDate.NONE, null);
        }

        Came form(PostForm typed) {
            return new Came(form, problems, typed, null, null, null, on, null);
        }

        Came resource(ResourceForm typed) {
            return new Came(form, problems, null, typed, null, null, on, null);
        }

        Came told(ToldForm typed) {
            return new Came(form, problems, null, null, typed, null, on, null);
        }

        Came alt(String typed) {
            return new Came(form, problems, null, null, null, typed, on, null);
        }

        Came at(TypedDate day, @Nullable String typed) {
            return new Came(form, problems, null, null, null, null, day, typed);
        }
    }

    private String show(Came came, UUID id, Actor.Worker me, Model model) {
        Post post = posts.one(id, me);
        Instrument poll = polls.of(post);
        String alt = came.alt != null ? came.alt : post.picture() == null ? "" : post.picture().alt();
        model.addAttribute("page", new DeskPostPage(post, came.words != null ? came.words : PostForm.of(post), came.resource != null ? came.resource : ResourceForm.empty(), came.told != null ? came.told : ToldForm.of(post.told(), post.version()), alt, came.on, came.time,
                options(campaigns.all()), Stream.concat(polls.choices().stream(), Stream.ofNullable(poll)).filter(distinctKey()).toList(), poll, poll == null ? List.of() : polls.results(post, poll), visits.of(id, me), came.form, came.problems, clock.instant()));
        return "engagement/web/deskpost";
    }

    private static Predicate<Instrument> distinctKey() {
        Set<String> seen = new HashSet<>();
        return one -> seen.add(one.key());
    }

    private static List<Option> options(List<Campaign> campaigns) {
        return campaigns.stream().map(one -> new Option(one.id().toString(), one.title())).toList();
    }
}
