package org.alongside.casework.web;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Notes;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class NoteController {
    private final Notes notes;
    private final CaseBars bars;
    private final Clock clock;

    NoteController(Notes notes, CaseBars bars, Clock clock) {
        this.notes = notes;
        this.bars = bars;
        this.clock = clock;
    }

    @GetMapping("/desk/cases/{id}/notes/new")
    String make(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, NoteForm.empty(clock), new Problems(), model);
    }

    @PostMapping("/desk/cases/{id}/notes")
    String add(@PathVariable UUID id, NoteForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean added = form.read(clock, problems).filter(note -> Typed.accepted(problems, "words", () -> notes.add(new CaseId(id), note.id(), note.at(), note.words(), me))).isPresent();
        if (!added) return show(id, form, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "The note is saved.");
        return "redirect:/desk/cases/" + id + "/timeline";
    }

    private String show(UUID id, NoteForm form, Problems problems, Model model) {
        model.addAttribute("page", new FormPage<>(bars.look(id), form, problems));
        return "casework/web/note";
    }
}
