package org.alongside.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.disclosure.Because;
import org.alongside.documents.Documents;
import org.alongside.files.Download;
import org.alongside.files.TooLarge;
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

/** The files of a case: added, opened, given away as a copy, taken away when they were added by mistake. */
@Controller
@RequestMapping("/desk/cases/{id}/documents")
class DocumentController {
    private final Documents documents;
    private final DocumentPages pages;
    private final Clock clock;

    DocumentController(Documents documents, DocumentPages pages, Clock clock) {
        this.documents = documents;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        return all(id, DocumentForm.empty(), new Problems(), model);
    }

    @PostMapping
    String add(@PathVariable UUID id, DocumentForm form, @RequestParam(required = false) @Nullable MultipartFile file, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        Problems problems = new Problems();
        if (file == null || file.isEmpty()) problems.add("file", "Choose a file that is not empty");
        Optional<Documents.NewDocument> read = form.read(clock, problems);
        if (read.isEmpty() || file == null) return all(id, form, problems, model);
        byte[] content = file.getBytes();
        String name = file.getOriginalFilename();
        if (!Typed.accepted(problems, "file", () -> documents.add(new CaseId(id), read.get(), name == null ? "" : name, content, me))) return all(id, form, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "Added. You can delete it from your device now.");
        return "redirect:/desk/cases/" + id + "/documents";
    }

    /** Thrown while the form is read, so nothing of it is known but where it was sent: by the server itself, or by what reads the parts for us. */
    @ExceptionHandler({MaxUploadSizeExceededException.class, InvalidParameterException.class})
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge(RuntimeException refused, HttpServletRequest request, Model model) {
        UUID id = UUID.fromString(TooLarge.path(refused, request).get("id"));
        Problems problems = new Problems();
        problems.add("file", String.valueOf(Documents.tooLarge().getMessage()));
        return all(id, DocumentForm.empty(), problems, model);
    }

    @GetMapping("/{document}")
    String one(@PathVariable UUID id, @PathVariable UUID document, Actor.Worker me, Model model) {
        return one(id, document, CopyForm.empty(), null, new Problems(), model);
    }

    @GetMapping("/{document}/original")
    ResponseEntity<byte[]> original(@PathVariable UUID id, @PathVariable UUID document, Actor.Worker me) {
        return file(pages.original(id, document));
    }

    @PostMapping("/{document}/copies")
    String share(@PathVariable UUID id, @PathVariable UUID document, CopyForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String to = Typed.wordsNeeded(form.toName(), "toName", "Say who gets it", problems);
        if (to != null && to.length() > Documents.LONGEST_TITLE) problems.add("toName", "Write no more than 200 characters");
        Because because = Because.read(form.basis(), form.necessity(), form.told(), form.whyNot(), problems).orElse(null);
        if (!Typed.accepted(problems, "toName", () -> documents.share(new CaseId(id), document, Typed.id(form.once()), to, because, me))) return one(id, document, form, null, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "The copy is ready below. Read every page of it before it leaves.");
        return "redirect:/desk/cases/" + id + "/documents/" + document;
    }

    @GetMapping("/{document}/copies/{copy}")
    ResponseEntity<byte[]> copy(@PathVariable UUID id, @PathVariable UUID document, @PathVariable UUID copy, Actor.Worker me) {
        return file(pages.copy(id, document, copy));
    }

    @PostMapping("/{document}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID document, @RequestParam(defaultValue = "") String why, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(why, "why", "Say why it goes", problems);
        if (!Typed.accepted(problems, "why", () -> documents.remove(new CaseId(id), document, said, me))) return one(id, document, CopyForm.empty(), why, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "Taken away. Its line stays, and says why.");
        return "redirect:/desk/cases/" + id + "/documents";
    }

    private static ResponseEntity<byte[]> file(Documents.Content content) {
        return Download.shown("document", content.type(), content.bytes());
    }

    private String all(UUID id, DocumentForm form, Problems problems, Model model) {
        model.addAttribute("page", pages.all(id, form, problems));
        return "documents/web/documents";
    }

    private String one(UUID id, UUID document, CopyForm form, @Nullable String why, Problems problems, Model model) {
        model.addAttribute("page", pages.one(id, document, form, why, problems));
        return "documents/web/document";
    }
}
