package org.alongside.letters.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.letters.Letters;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters to agencies: begun, written, finished, printed. */
@Controller
@RequestMapping("/desk/cases/{id}/letters")
class LetterController {
    private final Letters letters;
    private final LetterPages pages;

    LetterController(Letters letters, LetterPages pages) {
        this.letters = letters;
        this.pages = pages;
    }

    @GetMapping
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        return all(id, LetterForm.empty(), new Problems(), me, model);
    }

    @PostMapping
    String begin(@PathVariable UUID id, LetterForm form, Actor.Worker me, Model model) {
        Problems problems = new Problems();
        UUID[] begun = new UUID[1];
        boolean kept = form.read(problems).filter(asked -> Typed.accepted(problems, "toLines", () -> {
            letters.begin(new CaseId(id), asked, me);
            begun[0] = asked.id();
        })).isPresent();
        return kept ? "redirect:/desk/cases/" + id + "/letters/" + begun[0] : all(id, form, problems, me, model);
    }

    @GetMapping("/{letter}")
    String one(@PathVariable UUID id, @PathVariable UUID letter, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(id, letter, null, new Problems()));
        return "letters/web/letter";
    }

    @PostMapping("/{letter}")
    String save(@PathVariable UUID id, @PathVariable UUID letter, @RequestParam(defaultValue = "later") String then, @RequestParam(defaultValue = "0") int revision, @RequestParam(defaultValue = "") String body, Actor.Worker me, Model model,
            RedirectAttributes next) {
        Problems problems = new Problems();
        Typed.words(body, "body", problems);
        boolean done = then.equals("done");
        boolean saved = Typed.accepted(problems, "body", () -> {
            if (done) letters.finish(new CaseId(id), letter, revision, body, me);
            else letters.save(new CaseId(id), letter, revision, body, me);
        });
        if (!saved) {
            model.addAttribute("page", pages.one(id, letter, body, problems));
            return "letters/web/letter";
        }
        next.addFlashAttribute(Frame.NOTICE, done ? "Finished. The ledger says what leaves with it." : "The draft is saved.");
        return "redirect:/desk/cases/" + id + "/letters" + (done ? "/" + letter : "");
    }

    @PostMapping("/{letter}/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID id, @PathVariable UUID letter, @RequestParam(defaultValue = "0") int revision, @RequestParam(defaultValue = "") String body, Actor.Worker me) {
        try {
            return ResponseEntity.noContent().header("X-Revision", "revision=" + letters.save(new CaseId(id), letter, revision, body, me)).build();
        } catch (RuleBroken meanwhile) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    // The file's name stays on the worker's device: it says neither whose letter it is nor to whom.
    @GetMapping("/{letter}/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable UUID letter, Actor.Worker me) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("letter.pdf").build().toString()).body(pages.paper(id, letter, me));
    }

    private String all(UUID id, LetterForm form, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(id, form, problems, me));
        return "letters/web/letters";
    }
}
