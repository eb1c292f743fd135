package org.alongside.copies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.copies.Copies;
import org.alongside.copies.Copy;
import org.alongside.copies.CopyAsked;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;
import org.alongside.ui.Frames;
import org.alongside.ui.Pdf;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for a copy without an account, and what the link in the mail leads to. Opening the link does nothing, because programs that check mail open links too; buttons do. */
@Controller
@RequestMapping("/standards")
class CopyController {
    private final Standards standards;
    private final Copies copies;
    private final CopyCookie cookie;
    private final Limits limits;
    private final Network network;
    private final Frames frames;
    private final Pdf pdf;
    private final Clock clock;

    CopyController(Standards standards, Copies copies, CopyCookie cookie, Limits limits, Network network, Frames frames, Pdf pdf, Clock clock) {
        this.standards = standards;
        this.copies = copies;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
        this.frames = frames;
        this.pdf = pdf;
        this.clock = clock;
    }

    @GetMapping("/{key}/copy")
    String form(@PathVariable String key, @RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        Standard standard = one(key);
        CopyForm form = query.containsKey("again") ? cookie.read(request).orElse(CopyForm.EMPTY) : CopyForm.EMPTY;
        Problems problems = new Problems();
        if (form != CopyForm.EMPTY) form.read(standard, false, problems);
        model.addAttribute("page", new CopyPage(standard, form, problems, query.containsKey("busy")));
        return "copies/web/copyform";
    }

    @PostMapping("/{key}/copy")
    String ask(@PathVariable String key, CopyForm form, HttpServletRequest request, HttpServletResponse response) {
        CopyAsked asked = form.read(one(key), frames.ofNobody(request).welsh(), new Problems()).orElse(null);
        boolean mayAsk = asked == null || limits.allow("copy-asked", network.of(request), 200, Duration.ofHours(1)) && limits.allow("copy-asked", "everywhere", 5000, Duration.ofHours(1));
        if (asked == null || !mayAsk) {
            cookie.write(form, request, response);
            return "redirect:/standards/" + key + "/copy" + (asked == null ? "?again" : "?again&busy");
        }
        // Safety: nobody's inbox is filled by somebody else, and nobody learns from us that somebody asked with this address before.
        if (limits.allow("standards-copy-address", asked.email().toLowerCase(Locale.ROOT), 5, Duration.ofHours(1))) copies.ask(key, asked);
        cookie.forget(request, response);
        return "redirect:/standards/copy/asked";
    }

    @GetMapping("/copy/asked")
    String asked() {
        return "copies/web/copyasked";
    }

    @GetMapping("/copy/forgotten")
    String forgotten() {
        return "copies/web/copyforgotten";
    }

    @GetMapping("/copy/{token:[0-9a-f]{40}}")
    String mine(@PathVariable String token, Model model) {
        Copy copy = copies.mine(token).orElse(null);
        Standard standard = copy == null ? null : standards.one(copy.key()).orElse(null);
        // Safety: the same page for a link that never was and one that is no more.
        if (copy == null || standard == null) return "copies/web/copygone";
        model.addAttribute("copy", copy);
        model.addAttribute("standard", standard);
        return "copies/web/copy";
    }

    @PostMapping("/copy/{token:[0-9a-f]{40}}/confirmation")
    String confirm(@PathVariable String token) {
        copies.confirm(token);
        return "redirect:/standards/copy/" + token;
    }

    @PostMapping("/copy/{token:[0-9a-f]{40}}/removal")
    String forget(@PathVariable String token) {
        copies.forget(token);
        return "redirect:/standards/copy/forgotten";
    }

    @GetMapping("/copy/{token:[0-9a-f]{40}}/{edition}/paper")
    String paper(@PathVariable String token, @PathVariable String edition, Model model) {
        model.addAttribute("page", paper(token, edition));
        return "copies/web/copypaper";
    }

    @GetMapping("/copy/{token:[0-9a-f]{40}}/{edition}/pdf")
    ResponseEntity<byte[]> document(@PathVariable String token, @PathVariable String edition, HttpServletRequest request) {
        CopyPage.Paper paper = paper(token, edition);
        byte[] document = pdf.of("copies/web/copypdf", Map.of("frame", frames.ofNobody(request), "page", paper));
        // The file's name says no more than the mail does.
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("copy-" + paper.standard().version() + ".pdf").build().toString()).body(document);
    }

    private CopyPage.Paper paper(String token, String edition) {
        Copy copy = copies.mine(token).filter(Copy::confirmed).orElseThrow(NotFound::new);
        Standard standard = one(copy.key());
        return new CopyPage.Paper(standard, Edition.of(edition).filter(one -> standard.editions().contains(one)).orElseThrow(NotFound::new), Times.day(clock.instant()), copy.path());
    }

    private Standard one(String key) {
        return standards.one(key).orElseThrow(NotFound::new);
    }
}
