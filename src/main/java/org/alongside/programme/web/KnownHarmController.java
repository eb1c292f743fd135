package org.alongside.programme.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks;
import org.alongside.organisations.Names;
import org.alongside.organisations.Organisations;
import org.alongside.programme.KnownHarms;
import org.alongside.programme.Partner;
import org.alongside.programme.Partners;
import org.alongside.programme.WhoSaid;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Harm to partners that the programme knew of, and whether it is serial, repeat, both or neither. */
@Controller
@RequestMapping("/desk/cases/{id}/known-harm")
class KnownHarmController {
    private final KnownHarms harms;
    private final Pages pages;

    KnownHarmController(KnownHarms harms, Pages pages) {
        this.harms = harms;
        this.pages = pages;
    }

    /** @param line of the list @param who the partner */
    record Line(KnownHarms.Known known, String who, String by) {}

    record HarmPage(UUID caseId, String who, boolean closed, KnownHarms.Seen seen, List<Line> lines, String notKnownBy, List<Option> partners, UUID once, Map<String, String> typed, TypedDate on, Problems problems) {
        String path() {
            return "/desk/cases/" + caseId + "/known-harm";
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    @Component
    @Transactional
    static class Pages {
        private final CaseLooks looks;
        private final KnownHarms harms;
        private final Partners partners;
        private final Organisations organisations;

        Pages(CaseLooks looks, KnownHarms harms, Partners partners, Organisations organisations) {
            this.looks = looks;
            this.harms = harms;
            this.partners = partners;
            this.organisations = organisations;
        }

        HarmPage show(UUID caseId, Map<String, String> typed, TypedDate on, Problems problems) {
            CaseLooks.Look look = looks.lookProgramme(caseId);
            List<Partner> named = partners.of(look.id());
            Map<UUID, String> names = named.stream().collect(Collectors.toMap(Partner::pair, Partner::name));
            Names workers = organisations.names();
            KnownHarms.Seen seen = harms.of(look.id(), names);
            List<Line> lines = seen.all().stream().map(one -> new Line(one, names.getOrDefault(one.pair(), ""), workers.of(one.by()))).toList();
            return new HarmPage(caseId, look.who(), look.facts().isClosed(), seen, lines, seen.notKnown() == null ? "" : workers.of(seen.notKnown().by()),
                    named.stream().map(one -> new Option(one.pair().toString(), one.name() + ", " + one.kind().words().toLowerCase())).toList(), Typed.id(typed.get("once")), typed, on, problems);
        }
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, Map.of(), TypedDate.NONE, new Problems(), model);
    }

    @PostMapping
    String add(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String partner = Typed.wordsNeeded(typed.get("partner"), "partner", "Choose the partner", problems);
        WhoSaid who = Typed.oneNeeded(WhoSaid.class, typed.get("whoSaid"), "whoSaid", "Choose who said so", problems);
        TypedDate on = new TypedDate(typed.get("on.day"), typed.get("on.month"), typed.get("on.year"));
        boolean month = on.day() == null || on.day().isBlank();
        LocalDate day = on.isBlank() ? null : (month ? new TypedDate("1", on.month(), on.year()) : on).read("on", problems).orElse(null);
        String words = Typed.words(typed.get("words"), "words", problems);
        boolean added = Typed.accepted(problems, "on", () -> harms.add(new CaseId(id), new KnownHarms.NewHarm(Typed.id(typed.get("once")), Typed.id(partner), who, day, !month, words == null ? "" : words), me));
        return added ? saved(id, "Written down.", next) : show(id, typed, on, problems, model);
    }

    @PostMapping("/{harm}/taking-back")
    String takeBack(@PathVariable UUID id, @PathVariable UUID harm, Actor.Worker me, RedirectAttributes next) {
        harms.takeBack(new CaseId(id), harm, me);
        return saved(id, "Taken back. It counts no more.", next);
    }

    @PostMapping("/judgement")
    String judge(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean notKnown = "NOT_KNOWN".equals(typed.get("judgement"));
        String why = notKnown ? Typed.wordsNeeded(typed.get("why"), "why", "Say why it is not known", problems) : "";
        return Typed.accepted(problems, "why", () -> harms.judge(new CaseId(id), notKnown, why, me)) ? saved(id, "Written down.", next) : show(id, typed, TypedDate.NONE, problems, model);
    }

    private String show(UUID id, Map<String, String> typed, TypedDate on, Problems problems, Model model) {
        model.addAttribute("page", pages.show(id, typed, on, problems));
        return "programme/web/knownHarm";
    }

    private static String saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/cases/" + id + "/known-harm";
    }
}
