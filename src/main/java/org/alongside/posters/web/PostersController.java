package org.alongside.posters.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.helpline.Helpline;
import org.alongside.helpline.Helplines;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.ui.Frame;
import org.alongside.ui.Frames;
import org.alongside.ui.Pdf;
import org.alongside.ui.PublicAddress;
import org.alongside.ui.QrCode;
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

/** Posters and leaflets for anyone to print. They are made here, from memory, and nobody else is asked for anything. */
@Controller
@RequestMapping("/posters")
class PostersController {
    private static final int OFFERED = 300;
    private final Directory directory;
    private final Helplines helplines;
    private final Pdf pdf;
    private final PublicAddress addresses;
    private final PosterCookie cookie;
    private final Frames frames;

    PostersController(Directory directory, Helplines helplines, Pdf pdf, PublicAddress addresses, PosterCookie cookie, Frames frames) {
        this.directory = directory;
        this.helplines = helplines;
        this.pdf = pdf;
        this.addresses = addresses;
        this.cookie = cookie;
        this.frames = frames;
    }

    @GetMapping
    String choose(HttpServletRequest request, Model model) {
        Problems problems = new Problems();
        PosterForm form = cookie.read(request).orElse(null);
        if (form != null) form.read(directory, problems);
        return choose(form == null ? PosterForm.EMPTY : form, problems, model);
    }

    @GetMapping("/{service}")
    String chooseFor(@PathVariable UUID service, Model model) {
        return choose(PosterForm.of(directory.service(service).orElseThrow(NotFound::new)), new Problems(), model);
    }

    @PostMapping
    String choose(PosterForm form, HttpServletRequest request, HttpServletResponse response) {
        Optional<Choice> choice = form.read(directory, new Problems());
        if (choice.isEmpty()) cookie.write(form, request, response);
        else if (cookie.read(request).isPresent()) cookie.leave(request, response);
        return "redirect:" + choice.map(Choice::path).orElse("/posters");
    }

    @GetMapping("/{design}/{language}/{service}")
    String show(@PathVariable String design, @PathVariable String language, @PathVariable String service, HttpServletRequest request, Model model) {
        Choice choice = Choice.at(design, language, service);
        model.addAttribute("page", new PosterPage(choice, poster(choice, request)));
        return "posters/web/chosen";
    }

    @GetMapping("/{design}/{language}/{service}/{sheet}")
    ResponseEntity<byte[]> print(@PathVariable String design, @PathVariable String language, @PathVariable String service, @PathVariable String sheet, HttpServletRequest request) {
        Poster poster = poster(Choice.at(design, language, service), request);
        Sheet asked = Sheet.at(sheet).filter(poster.sheets()::contains).orElseThrow(NotFound::new);
        // Safety: among what was saved before, its name says nothing.
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("sheet.pdf").build().toString()).body(drawn(asked, poster));
    }

    /** One at a time, so that somebody who asks for a thousand takes nothing from those who look for help. */
    private synchronized byte[] drawn(Sheet sheet, Poster poster) {
        return pdf.of(sheet.template(), Map.of("frame", poster.frame(), "page", poster));
    }

    private String choose(PosterForm form, Problems problems, Model model) {
        model.addAttribute("page", new PostersPage(form, problems, directory.names(OFFERED), form.meant(directory)));
        return "posters/web/posters";
    }

    private Poster poster(Choice choice, HttpServletRequest request) {
        Frame frame = frames.in(choice.welsh(), request);
        Listing service = choice.service() == null ? null : directory.service(choice.service()).filter(listing -> choice.design().refuses(listing).isEmpty()).orElseThrow(NotFound::new);
        List<Listing> listings = service != null ? List.of(service) : choice.design().lines().stream().flatMap(key -> helplines.line(key).stream()).map(Helpline::listing).toList();
        String address = addresses.of(frame.href(service == null ? "/helplines" : "/services/" + service.id()), request);
        return new Poster(frame, choice.design(), service, listings, address, addresses.of("", request).replaceFirst("https?://", ""), QrCode.of(address));
    }
}
