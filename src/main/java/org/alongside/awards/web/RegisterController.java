package org.alongside.awards.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alongside.awards.Award;
import org.alongside.awards.Level;
import org.alongside.awards.PublicRegister;
import org.alongside.awards.Standing;
import org.alongside.shared.NotFound;
import org.alongside.shared.Times;
import org.alongside.shared.TwelveDigits;
import org.alongside.standards.Standards;
import org.alongside.ui.Drawings;
import org.alongside.ui.Frames;
import org.alongside.ui.Pdf;
import org.alongside.ui.PublicAddress;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The register, as anybody reads it, and what stands on a service's own pages and walls. */
@Controller
@RequestMapping("/standards/register")
class RegisterController {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private final PublicRegister register;
    private final Standards standards;
    private final PublicAddress address;
    private final Frames frames;
    private final Drawings drawings;
    private final Pdf pdf;
    private final Clock clock;

    RegisterController(PublicRegister register, Standards standards, PublicAddress address, Frames frames, Drawings drawings, Pdf pdf, Clock clock) {
        this.register = register;
        this.standards = standards;
        this.address = address;
        this.frames = frames;
        this.drawings = drawings;
        this.pdf = pdf;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("page", new RegisterPage(register.on(today()), standards, today()));
        return "awards/web/register";
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, HttpServletRequest request, Model model) {
        Award award = award(code);
        model.addAttribute("page", entry(award, request));
        return "awards/web/entry";
    }

    /** Drawn anew whenever it is asked for, so that it never shows what no longer stands. */
    @GetMapping("/{code}/badge.svg")
    ResponseEntity<byte[]> badge(@PathVariable String code, HttpServletRequest request) {
        Award award = award(code);
        byte[] drawn = drawings.of("awards/web/badge", Map.of("page", entry(award, request)), frames.of(request));
        return ResponseEntity.ok().contentType(SVG).body(drawn);
    }

    /** The same for other programs. */
    @GetMapping("/{code}/badge.json")
    ResponseEntity<Map<String, Object>> data(@PathVariable String code, HttpServletRequest request) {
        Award award = award(code);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("service", award.ownerName());
        data.put("part", award.about());
        data.put("standard", title(award));
        data.put("version", award.version());
        data.put("edition", award.edition().key());
        data.put("level", award.level().key());
        data.put("awardedBy", award.body());
        data.put("lookedAtBy", award.organisationName());
        data.put("unmetMusts", award.unmetMusts());
        data.put("from", award.from());
        data.put("until", award.until());
        data.put("stands", award.on(today()) == Standing.STANDS);
        data.put("state", award.on(today()).key());
        data.put("asOf", today());
        data.put("check", address.of("/standards/register/" + award.code(), request));
        return ResponseEntity.ok(data);
    }

    @GetMapping("/{code}/certificate.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable String code, HttpServletRequest request) {
        Award award = award(code);
        // Safety: a paper outlives what it says, so there is none of what does not stand, and none of what nobody else looked at.
        if (award.on(today()) != Standing.STANDS || award.level() == Level.SELF_ASSESSED) throw new NotFound();
        byte[] paper = pdf.of("awards/web/certificate", Map.of("page", entry(award, request), "frame", frames.of(request)));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("certificate.pdf").build().toString()).body(paper);
    }

    private Award award(String code) {
        return TwelveDigits.read(code).flatMap(register::byCode).orElseThrow(NotFound::new);
    }

    private EntryPage entry(Award award, HttpServletRequest request) {
        boolean isReadable = standards.versions(award.standard()).stream().anyMatch(one -> one.version().equals(award.version()));
        return new EntryPage(award, standards.version(award.standard(), award.version()), isReadable, today(), address.of("/standards/register/" + award.code(), request));
    }

    private String title(Award award) {
        return standards.title(award.standard(), award.version());
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
