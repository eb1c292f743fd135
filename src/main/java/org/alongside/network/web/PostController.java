package org.alongside.network.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.files.Download;
import org.alongside.files.TooLarge;
import org.alongside.network.Members;
import org.alongside.network.Moderation;
import org.alongside.network.Post;
import org.alongside.network.PostKind;
import org.alongside.network.Posts;
import org.alongside.network.Standing;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
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

/** Notices, resources and questions: written, read, answered, decided about. */
@Controller
@RequestMapping("/desk/network")
class PostController {
    private static final int REASON = 1000;
    private final Members members;
    private final Posts posts;
    private final Moderation moderation;

    PostController(Members members, Posts posts, Moderation moderation) {
        this.members = members;
        this.posts = posts;
        this.moderation = moderation;
    }

    @GetMapping("/write")
    String form(@RequestParam(defaultValue = "question") String kind, Actor.Worker me, Model model) {
        return write(kind(kind), PostForm.empty(), new Problems(), me, model);
    }

    @PostMapping("/write")
    String write(@RequestParam(defaultValue = "question") String kind, PostForm form, @RequestParam(required = false) @Nullable MultipartFile file, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        members.mustBeIn(me);
        PostKind its = kind(kind);
        Problems problems = new Problems();
        Post.Words words = form.read(its, null, problems).orElse(null);
        Posts.NewFile held = file(file);
        if (words == null || !Typed.accepted(problems, its == PostKind.RESOURCE ? "file" : "lastDay", () -> posts.write(Typed.id(form.once()), its, null, words, held, me))) return write(its, form, problems, me, model);
        return done("/desk/network/own", "Sent. A moderator reads it before it is shown.", next);
    }

    /** Thrown while the form is read, so nothing of it is known but where it was sent. */
    @ExceptionHandler({MaxUploadSizeExceededException.class, InvalidParameterException.class})
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge(RuntimeException refused, HttpServletRequest request, Actor.Worker me, Model model) {
        String post = TooLarge.path(refused, request).get("post");
        Problems problems = new Problems();
        problems.add("file", String.valueOf(Posts.tooLarge().getMessage()));
        if (post != null) return one(UUID.fromString(post), null, null, "change", null, problems, me, model);
        return write(PostKind.RESOURCE, PostForm.empty(), problems, me, model);
    }

    @GetMapping("/posts/{post}")
    String one(@PathVariable UUID post, Actor.Worker me, Model model) {
        return one(post, null, null, "", null, new Problems(), me, model);
    }

    @PostMapping("/posts/{post}")
    String sendAgain(@PathVariable UUID post, PostForm form, @RequestParam(required = false) @Nullable MultipartFile file, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        Post its = mine(post, me);
        Problems problems = new Problems();
        Post.Words words = form.read(its.kind(), its.subject(), problems).orElse(null);
        Posts.NewFile held = file(file);
        if (words == null || !Typed.accepted(problems, its.kind() == PostKind.RESOURCE ? "file" : "words", () -> posts.sendAgain(post, words, held, me))) return one(post, form, null, "change", null, problems, me, model);
        return done("/desk/network/own", "Sent again. A moderator reads it.", next);
    }

    @PostMapping("/posts/{post}/withdrawal")
    String withdraw(@PathVariable UUID post, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "withdrawal", () -> posts.withdraw(post, me))) return one(post, null, null, "", null, problems, me, model);
        return done("/desk/network/own", "Taken back. The words are gone.", next);
    }

    @GetMapping("/posts/{resource}/file")
    ResponseEntity<byte[]> file(@PathVariable("resource") UUID post, Actor.Worker me) {
        Posts.Content content = posts.file(post, me);
        // Safety: what another organisation's people sent is never shown in the desk's own window.
        return Download.saved("resource", content.type(), content.bytes());
    }

    @PostMapping("/posts/{post}/answers")
    String answer(@PathVariable UUID post, PostForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Post question = posts.one(post, me);
        Problems problems = new Problems();
        Post.Words words = form.read(PostKind.ANSWER, question.subject(), problems).orElse(null);
        if (words == null || !Typed.accepted(problems, "words", () -> posts.write(Typed.id(form.once()), PostKind.ANSWER, post, words, null, me))) return one(post, null, form, "answer", null, problems, me, model);
        return done("/desk/network/posts/" + post, "Sent. A moderator reads your answer before it is shown.", next);
    }

    @PostMapping("/posts/{post}/objections")
    String object(@PathVariable UUID post, @RequestParam(defaultValue = "") String once, @RequestParam(name = "objection", defaultValue = "") String reason, Actor.Worker me, Model model, RedirectAttributes next) {
        posts.one(post, me);
        Problems problems = new Problems();
        String why = reason("objection", reason, "Say what is wrong with it", problems);
        if (!Typed.accepted(problems, "objection", () -> moderation.object(Typed.id(once), post, why, me))) return one(post, null, null, "objection", reason, problems, me, model);
        return done("/desk/network/posts/" + post, "The moderators are told.", next);
    }

    @PostMapping("/posts/{post}/publication")
    String publish(@PathVariable UUID post, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "publication", () -> moderation.publish(post, me))) return one(post, null, null, "", null, problems, me, model);
        return done("/desk/network/held", "Shown.", next);
    }

    @PostMapping("/posts/{post}/return")
    String giveBack(@PathVariable UUID post, @RequestParam(name = "return", defaultValue = "") String reason, Actor.Worker me, Model model, RedirectAttributes next) {
        posts.one(post, me);
        Problems problems = new Problems();
        String why = reason("return", reason, "Say what has to change; its author reads it", problems);
        if (!Typed.accepted(problems, "return", () -> moderation.giveBack(post, why, me))) return one(post, null, null, "return", reason, problems, me, model);
        return done("/desk/network/held", "Sent back. Its author reads why.", next);
    }

    @PostMapping("/posts/{post}/hiding")
    String hide(@PathVariable UUID post, @RequestParam(name = "hide", defaultValue = "") String reason, Actor.Worker me, Model model, RedirectAttributes next) {
        posts.one(post, me);
        Problems problems = new Problems();
        String why = reason("hide", reason, "Say why it is hidden; its author reads it", problems);
        if (!Typed.accepted(problems, "hide", () -> moderation.hide(post, why, me))) return one(post, null, null, "hide", reason, problems, me, model);
        return done("/desk/network/held", "Hidden. You can show it again below.", next);
    }

    @GetMapping("/held")
    String held(Actor.Worker me, Model model) {
        model.addAttribute("page", new HeldPage(moderation.of(Standing.HELD, me), moderation.objections(me), moderation.of(Standing.HIDDEN, me)));
        return "network/web/held";
    }

    @PostMapping("/objections/{objection}/settlement")
    String leaveAs(@PathVariable UUID objection, Actor.Worker me, RedirectAttributes next) {
        moderation.leaveAs(objection, me);
        return done("/desk/network/held", "It stays as it is.", next);
    }

    private Post mine(UUID id, Actor.Worker me) {
        Post post = posts.one(id, me);
        if (!post.isBy(me.worker())) throw new NotFound("network post", id);
        return post;
    }

    private static PostKind kind(String typed) {
        return switch (typed) {
            case "notice" -> PostKind.NOTICE;
            case "resource" -> PostKind.RESOURCE;
            case "question" -> PostKind.QUESTION;
            default -> throw new NotFound();
        };
    }

    private static Posts.@Nullable NewFile file(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) return null;
        String name = file.getOriginalFilename();
        return new Posts.NewFile(file.getBytes(), name == null ? "" : name);
    }

    private static String reason(String field, String typed, String missing, Problems problems) {
        String why = Typed.wordsNeeded(typed, field, REASON, missing, problems);
        return why == null ? "" : why;
    }

    private static String done(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path;
    }

    private String write(PostKind kind, PostForm form, Problems problems, Actor.Worker me, Model model) {
        members.mustBeIn(me);
        model.addAttribute("page", new WritePage(kind, form, problems));
        return "network/web/write";
    }

    private String one(UUID id, @Nullable PostForm change, @Nullable PostForm answer, String open, @Nullable String reason, Problems problems, Actor.Worker me, Model model) {
        Post post = posts.one(id, me);
        List<Post> answers = post.kind() == PostKind.QUESTION ? posts.answers(id, me) : List.of();
        model.addAttribute("page", new PostPage(post, answers, post.isBy(me.worker()), me.is(Role.MODERATOR), change == null ? PostForm.of(post) : change, answer == null ? PostForm.empty() : answer, open, reason, UUID.randomUUID().toString(), problems));
        return "network/web/post";
    }
}
