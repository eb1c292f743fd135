package org.alongside.involvement.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.involvement.Change;
import org.alongside.involvement.Groups;
import org.alongside.involvement.HeardWords;
import org.alongside.involvement.Involvement;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.standards.Standards;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a steering group asked for, and what became of it. */
@Controller
@RequestMapping("/desk/involvement")
class ChangeController {
    private static final int SHORT = 110;
    private final Groups groups;
    private final Involvement involvement;
    private final HeardWords words;
    private final Standards standards;
    private final Clock clock;

    ChangeController(Groups groups, Involvement involvement, HeardWords words, Standards standards, Clock clock) {
        this.groups = groups;
        this.involvement = involvement;
        this.words = words;
        this.standards = standards;
        this.clock = clock;
    }

    @GetMapping("/groups/{steering}/changes")
    String all(@PathVariable("steering") UUID group, Actor.Worker me, Model model) {
        return all(group, ChangeForm.empty(Times.day(clock.instant())), new Problems(), me, model);
    }

    @PostMapping("/groups/{steering}/changes")
    String write(@PathVariable("steering") UUID group, ChangeForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        groups.mustRun(group, me);
        Problems problems = new Problems();
        Change.Words written = form.read(problems).orElse(null);
        UUID id = Typed.id(form.once());
        if (written == null || !Typed.accepted(problems, "asked", () -> involvement.write(id, group, written, me))) return all(group, form, problems, me, model);
        return done("/desk/involvement/changes/" + id, "Written down.", next);
    }

    @GetMapping("/changes/{change}")
    String one(@PathVariable UUID change, Actor.Worker me, Model model) {
        return one(change, null, new Problems(), me, model);
    }

    @PostMapping("/changes/{change}")
    String change(@PathVariable UUID change, ChangeForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        groups.mustRun(involvement.one(change, me).group(), me);
        Problems problems = new Problems();
        Change.Words written = form.read(problems).orElse(null);
        if (written == null || !Typed.accepted(problems, "heard", () -> involvement.change(change, written, Typed.version(form.revision()), me))) return one(change, form, problems, me, model);
        words.lookAgain();
        return done("/desk/involvement/changes/" + change, "Saved.", next);
    }

    @PostMapping("/changes/{change}/publication")
    String publish(@PathVariable UUID change, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "heard", () -> involvement.publish(change, me))) return one(change, null, problems, me, model);
        words.lookAgain();
        return done("/desk/involvement/changes/" + change, "Anybody may read the two sentences from now on.", next);
    }

    @PostMapping("/changes/{change}/publication/taking-back")
    String takeBack(@PathVariable UUID change, Actor.Worker me, RedirectAttributes next) {
        involvement.takeBack(change, me);
        words.lookAgain();
        return done("/desk/involvement/changes/" + change, "Taken back.", next);
    }

    private static String done(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path;
    }

    private String all(UUID id, ChangeForm form, Problems problems, Actor.Worker me, Model model) {
        SteeringGroup group = groups.one(id, me);
        model.addAttribute("page", new ChangesPage(group, involvement.of(id, me), group.isRunBy(me.worker()), statements(), form, problems));
        return "involvement/web/changes";
    }

    private String one(UUID id, @Nullable ChangeForm form, Problems problems, Actor.Worker me, Model model) {
        Change change = involvement.one(id, me);
        SteeringGroup group = groups.one(change.group(), me);
        String belongs = change.standard() == null ? null : statements().stream().filter(one -> one.value().equals(change.standard() + "/" + change.statement())).map(Option::text).findFirst().orElse(change.statement());
        model.addAttribute("page", new ChangePage(group, change, group.isRunBy(me.worker()), belongs, statements(), form == null ? ChangeForm.of(change) : form, problems));
        return "involvement/web/change";
    }

    private List<Option> statements() {
        return standards.all().stream().flatMap(standard -> standard.statements().map(statement -> new Option(standard.key() + "/" + statement.id(), statement.id() + ": " + (statement.text().length() <= SHORT ? statement.text() : statement.text().substring(0, SHORT).strip() + " …")))).toList();
    }
}
