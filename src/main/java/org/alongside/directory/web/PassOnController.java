package org.alongside.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.shared.NotFound;
import org.alongside.ui.Frame;
import org.alongside.ui.Frames;
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
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A service to keep or to pass on: as a few lines, as an address and as a square for a camera. The address is the one the page has anyway: its number says nothing. A shorter one would be
 * a list of our own that can be tried through, for people who would rather ring than type.
 */
@Controller
@RequestMapping("/services/{id}")
class PassOnController {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private final Directory directory;
    private final PublicAddress addresses;
    private final Frames frames;

    PassOnController(Directory directory, PublicAddress addresses, Frames frames) {
        this.directory = directory;
        this.addresses = addresses;
        this.frames = frames;
    }

    @GetMapping("/pass-on")
    String passOn(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Frame frame = frames.ofNobody(request);
        String address = addresses.of(frame.href("/services/" + id), request);
        model.addAttribute("page", new PassOnPage(new Note(frame, listing(id)), address, QrCode.of(address)));
        return "directory/web/pass-on";
    }

    @GetMapping("/text")
    ResponseEntity<String> text(@PathVariable UUID id, HttpServletRequest request) {
        return plain(new Note(frames.ofNobody(request), listing(id)).named());
    }

    @GetMapping("/number")
    ResponseEntity<String> number(@PathVariable UUID id, HttpServletRequest request) {
        Note note = new Note(frames.ofNobody(request), listing(id));
        if (!note.hasNumber()) throw new NotFound();
        return plain(note.unnamed());
    }

    private Listing listing(UUID id) {
        return directory.service(id).orElseThrow(NotFound::new);
    }

    // Safety: where a browser keeps it after all, it lies there under a name that says nothing.
    private static ResponseEntity<String> plain(String text) {
        return ResponseEntity.ok().contentType(PLAIN).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("note.txt").build().toString()).body(text);
    }
}
