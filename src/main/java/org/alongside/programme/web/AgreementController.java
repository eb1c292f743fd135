package org.alongside.programme.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.programme.Agreement;
import org.alongside.programme.Agreements;
import org.alongside.programme.Enrolments;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Frame;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a participant agrees to: read, printed for two signatures, and written down. */
@Controller
@RequestMapping("/desk/cases/{id}/programme/agreement")
class AgreementController {
    private final Agreements agreements;
    private final Enrolments enrolments;
    private final ParticipantPages pages;

    AgreementController(Agreements agreements, Enrolments enrolments, ParticipantPages pages) {
        this.agreements = agreements;
        this.enrolments = enrolments;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, Map.of(), TypedDate.NONE, new Problems(), model);
    }

    @PostMapping
    String sign(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        TypedDate on = new TypedDate(typed.get("on.day"), typed.get("on.month"), typed.get("on.year"));
        LocalDate day = on.needed("on", "Enter the day on which they signed", problems).orElse(null);
        Agreement.Followed followed = Typed.oneNeeded(Agreement.Followed.class, typed.get("followed"), "followed", "Choose how they followed it", problems);
        String words = Typed.words(typed.get("words"), "words", problems);
        if (typed.get("limits") == null) problems.add("limits", "Explain first what does not stay between them and you, then tick this");
        CaseId caseId = new CaseId(id);
        boolean signed = Typed.accepted(problems, "on", () -> agreements.sign(enrolments.current(caseId).orElseThrow(() -> new NotFound("enrolment", id)), new Agreements.Signed(Typed.id(typed.get("once")), day, followed, true, words == null ? "" : words), me));
        if (!signed) return show(id, typed, on, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "The agreement is written down.");
        return "redirect:/desk/cases/" + id + "/programme";
    }

    @GetMapping("/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, Actor.Worker me) {
        // Safety: neutral name, since it lies in the downloads of whoever prints it.
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("paper.pdf").build().toString()).body(pages.paper(id, me));
    }

    private String show(UUID id, Map<String, String> typed, TypedDate on, Problems problems, Model model) {
        model.addAttribute("page", pages.agreement(id, typed, on, problems));
        return "programme/web/agreement";
    }
}
