package org.alongside.directory.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.directory.Directory;
import org.alongside.directory.Entries;
import org.alongside.directory.Entries.Organisation;
import org.alongside.directory.Offerer;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who offers the services of the directory. */
@Controller
@RequestMapping("/desk/directory/organisations")
class OrganisationController {
    private final Entries entries;
    private final Directory directory;

    OrganisationController(Entries entries, Directory directory) {
        this.entries = entries;
        this.directory = directory;
    }

    /** @param id null for a new one */
    record Page(@Nullable UUID id, OrganisationForm form, Problems problems, boolean mayEdit) {}

    @GetMapping("/new")
    String begin(Actor.Worker me, Model model) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        return show(new Page(null, OrganisationForm.EMPTY, new Problems(), true), model);
    }

    @PostMapping
    String create(OrganisationForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        return save(null, form, me, model, next);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        Organisation one = one(id, me);
        return show(new Page(id, OrganisationForm.of(one.offerer(), one.version()), new Problems(), one.mayEdit()), model);
    }

    @PostMapping("/{id}")
    String write(@PathVariable UUID id, OrganisationForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        if (!one(id, me).mayEdit()) throw new NotFound("organisation_entry", id);
        return save(id, form, me, model, next);
    }

    private String save(@Nullable UUID id, OrganisationForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        Problems problems = new Problems();
        Offerer offerer = form.read(id == null ? UUID.randomUUID() : id, problems).orElse(null);
        if (offerer == null || !Typed.accepted(problems, "name", () -> entries.write(offerer, id == null ? -1 : Typed.version(form.version()), me))) return show(new Page(id, form, problems, true), model);
        directory.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, "Saved, and public now with all its services.");
        return "redirect:/desk/directory";
    }

    private Organisation one(UUID id, Actor.Worker me) {
        return entries.organisations(id, me).stream().findFirst().orElseThrow(() -> new NotFound("organisation_entry", id));
    }

    private static String show(Page page, Model model) {
        model.addAttribute("page", page);
        return "directory/web/organisation";
    }
}
