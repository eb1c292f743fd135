package org.alongside.disclosure.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.disclosure.Basis;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.InformationRequests;
import org.alongside.disclosure.ItemDecision;
import org.alongside.disclosure.RequestStatus;
import org.alongside.disclosure.Source;
import org.alongside.disclosure.Via;
import org.alongside.people.PersonId;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of those who ask for what we hold. */
@Controller
class RequestController {
    private final InformationRequests requests;
    private final RequestPages pages;
    private final Clock clock;

    RequestController(InformationRequests requests, RequestPages pages, Clock clock) {
        this.requests = requests;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static DeskLink requestsLink() {
        return new DeskLink(84, "/desk/requests", "Information requests", Role.PRIVACY_LEAD.name(), Role.SAFEGUARDING_LEAD.name(), Role.MANAGER.name());
    }

    @GetMapping("/desk/requests")
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(me));
        return "disclosure/web/requests";
    }

    @GetMapping("/desk/people/{id}/requests/new")
    String make(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.add(id, RequestForm.empty(clock), new Problems(), me));
        return "disclosure/web/newrequest";
    }

    @PostMapping("/desk/people/{id}/requests")
    String add(@PathVariable UUID id, RequestForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        UUID request = Typed.id(form.once());
        boolean added = form.read(clock, problems).filter(asked -> Typed.accepted(problems, "kind", () -> requests.record(request, new PersonId(id), asked, me))).isPresent();
        if (added) return saved(request, "Written down.", next);
        model.addAttribute("page", pages.add(id, form, problems, me));
        return "disclosure/web/newrequest";
    }

    @GetMapping("/desk/requests/{question}")
    String one(@PathVariable("question") UUID request, Actor.Worker me, Model model) {
        return show(request, Map.of(), new Problems(), me, model);
    }

    @PostMapping("/desk/requests/{question}/check")
    String check(@PathVariable("question") UUID request, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String how = Typed.wordsNeeded(typed.get("checked"), "checked", "Say how you made sure", problems);
        return done(request, typed, problems, "checked", () -> requests.checked(request, how, me), me, model, next);
    }

    @PostMapping("/desk/requests/{question}/extension")
    String extend(@PathVariable("question") UUID request, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        LocalDate to = date(typed, "to").read("to", problems).orElse(null);
        if (to == null && problems.isEmpty()) problems.add("to", "Enter the new day");
        String why = Typed.wordsNeeded(typed.get("extendedWhy"), "extendedWhy", "Say why it takes longer", problems);
        return done(request, typed, problems, "to", () -> requests.extend(request, to, why, me), me, model, next);
    }

    @PostMapping("/desk/requests/{question}/items")
    String found(@PathVariable("question") UUID request, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String what = Typed.wordsNeeded(typed.get("what"), "what", "Say what was found", problems);
        Field field = Typed.oneNeeded(Field.class, typed.get("field"), "field", "Choose what kind of fact it is", problems);
        Source source = Typed.oneNeeded(Source.class, typed.get("source"), "source", "Choose where it comes from", problems);
        return done(request, typed, problems, "what", () -> requests.found(request, Typed.id(typed.get("once")), field, source, what, me), me, model, next);
    }

    @PostMapping("/desk/requests/{question}/items/{found}")
    String decide(@PathVariable("question") UUID request, @PathVariable("found") UUID item, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        ItemDecision decision = Typed.oneNeeded(ItemDecision.class, typed.get("decision"), "decision", "Choose whether it leaves", problems);
        String why = Typed.words(typed.get("why"), "why", problems);
        typed.put("item", item.toString());
        return done(request, typed, problems, "why", () -> requests.decide(request, item, decision, why == null ? "" : why, me), me, model, next);
    }

    @PostMapping("/desk/requests/{question}/readiness")
    String ready(@PathVariable("question") UUID request, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(request, Map.of(), new Problems(), "ready", () -> requests.ready(request, me), me, model, next);
    }

    @PostMapping("/desk/requests/{question}/answer")
    String answer(@PathVariable("question") UUID request, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Via via = Typed.oneNeeded(Via.class, typed.get("via"), "via", "Choose how it is sent", problems);
        Basis basis = Typed.oneNeeded(Basis.class, typed.get("basis"), "basis", "Choose on what basis it leaves", problems);
        String necessity = Typed.words(typed.get("necessity"), "necessity", problems), notTold = Typed.words(typed.get("notTold"), "notTold", problems), outcome = Typed.words(typed.get("outcome"), "outcome", problems);
        boolean told = "YES".equals(typed.get("told"));
        if (!told && !"NO".equals(typed.get("told"))) problems.add("told", "Say whether the person knows");
        if (basis != null && basis != Basis.AGREED && necessity == null) problems.add("necessity", "Say why it has to leave");
        if ("NO".equals(typed.get("told")) && notTold == null) problems.add("notTold", "Say why they were not told");
        return done(request, typed, problems, "via", () -> requests.answer(request, via, new Because(basis, necessity == null ? "" : necessity, told, told || notTold == null ? "" : notTold), outcome == null ? "" : outcome, me), me, model, next);
    }

    @PostMapping("/desk/requests/{question}/end")
    String end(@PathVariable("question") UUID request, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        RequestStatus how = Typed.oneNeeded(RequestStatus.class, typed.get("status"), "status", "Choose how it ended", problems);
        String why = Typed.wordsNeeded(typed.get("endWhy"), "endWhy", "Say why", problems);
        return done(request, typed, problems, "status", () -> requests.end(request, how, why, me), me, model, next);
    }

    private String done(UUID request, Map<String, String> typed, Problems problems, String field, Runnable verb, Actor.Worker me, Model model, RedirectAttributes next) {
        return Typed.accepted(problems, field, verb) ? saved(request, "Saved.", next) : show(request, typed, problems, me, model);
    }

    private String show(UUID request, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(request, typed, problems, me));
        return "disclosure/web/request";
    }

    private static TypedDate date(Map<String, String> typed, String field) {
        return new TypedDate(typed.get(field + ".day"), typed.get(field + ".month"), typed.get(field + ".year"));
    }

    private static String saved(UUID request, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/requests/" + request;
    }
}
