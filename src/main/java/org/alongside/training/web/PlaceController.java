package org.alongside.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.training.Registrations;
import org.alongside.training.Registrations.Mine;
import org.alongside.ui.Frame;
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

/** Where the link in a mail leads. Opening it does nothing, because programs that check mail open links too; buttons do. */
@Controller
@RequestMapping("/training/place/{token}")
class PlaceController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private final Registrations registrations;
    private final Pdf pdf;
    private final Frames frames;
    private final Clock clock;

    PlaceController(Registrations registrations, Pdf pdf, Frames frames, Clock clock) {
        this.registrations = registrations;
        this.pdf = pdf;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String token, @RequestParam Map<String, String> query, Model model) {
        Mine mine = registrations.mine(token).orElse(null);
        // Safety: the same page for a link that never was and one that is no more.
        if (mine == null) return "training/web/gone";
        model.addAttribute("page", new PlacePage(mine, query.containsKey("passed"), clock.instant()));
        return "training/web/place";
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable String token) {
        return act(token, registrations::confirm);
    }

    @PostMapping("/acceptance")
    String take(@PathVariable String token) {
        return act(token, registrations::take);
    }

    @PostMapping("/removal")
    String leave(@PathVariable String token) {
        return act(token, registrations::leave);
    }

    @PostMapping("/arrival")
    String arrive(@PathVariable String token) {
        return act(token, registrations::arrive);
    }

    private static String act(String token, Function<String, Optional<String>> verb) {
        try {
            return "redirect:" + verb.apply(token).orElse("/training/place/" + token);
        } catch (RuleBroken late) {
            return "redirect:/training/place/" + token + "?passed";
        }
    }

    @GetMapping("/calendar")
    ResponseEntity<byte[]> calendar(@PathVariable String token, HttpServletRequest request) {
        Mine mine = registrations.mine(token).orElseThrow(NotFound::new);
        Frame frame = frames.ofNobody(request);
        return file(CALENDAR, "calendar.ics", CalendarFile.of(mine.cohort(), frame.say("training.calendar.title"), clock.instant()));
    }

    @GetMapping("/certificate")
    ResponseEntity<byte[]> certificate(@PathVariable String token, HttpServletRequest request) {
        Mine mine = registrations.mine(token).orElseThrow(NotFound::new);
        Frame frame = frames.ofNobody(request);
        CertificatePage page = new CertificatePage(mine.registration().name(), mine.certificate().orElseThrow(NotFound::new), registrations.checkAddress());
        return file(MediaType.APPLICATION_PDF, "certificate.pdf", pdf.of("training/web/certificate", Map.of("frame", frame, "page", page)));
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(content);
    }
}
