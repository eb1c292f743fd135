package org.alongside.programme.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.programme.Templates;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What programmes consist of. Everybody who works with groups reads it; managers write and publish it. */
@Controller
@RequestMapping("/desk/groups/templates")
class TemplateController {
    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return all(TemplateForm.empty(), new Problems(), me, model);
    }

    @PostMapping
    String begin(TemplateForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.MANAGER);
        Problems problems = new Problems();
        String name = form.called(problems);
        var parts = form.parts(problems);
        UUID id = Typed.id(form.once());
        return Typed.accepted(problems, "name", () -> templates.begin(id, name, parts, me)) ? saved(id, "Kept as a draft. Groups can be made from it once it is published.", next) : all(form, problems, me, model);
    }

    private String all(TemplateForm form, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new TemplatesPage(templates.all(me), me.is(Role.MANAGER), form, problems));
        return "programme/web/templates";
    }

    @GetMapping("/{template}")
    String one(@PathVariable UUID template, Actor.Worker me, Model model) {
        return one(template, null, new Problems(), me, model);
    }

    @PostMapping("/{template}")
    String change(@PathVariable UUID template, TemplateForm form, @RequestParam(defaultValue = "") String then, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.MANAGER);
        Problems problems = new Problems();
        if (then.equals("next")) return again(template, form, me, next);
        var parts = form.parts(problems);
        boolean kept = Typed.accepted(problems, "sessions", () -> templates.change(template, parts, Typed.version(form.revision()), me));
        if (!kept) return one(template, form, problems, me, model);
        if (then.equals("publish")) templates.publish(template, me);
        return saved(template, then.equals("publish") ? "Published. It stays as it is from now on." : "Kept as a draft.", next);
    }

    private String again(UUID template, TemplateForm form, Actor.Worker me, RedirectAttributes next) {
        Templates.Template before = templates.one(template, me);
        UUID id = Typed.id(form.once());
        templates.begin(id, before.name(), before.parts(), me);
        return saved(id, "This is the draft of the next version.", next);
    }

    private String one(UUID template, @Nullable TemplateForm typed, Problems problems, Actor.Worker me, Model model) {
        Templates.Template one = templates.one(template, me);
        model.addAttribute("page", new TemplatePage(one, me.is(Role.MANAGER), typed != null ? typed : TemplateForm.of(one), UUID.randomUUID(), problems));
        return "programme/web/template";
    }

    private static String saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/groups/templates/" + id;
    }
}
