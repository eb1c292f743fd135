package org.alongside.accommodation.web;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.alongside.accommodation.Accommodation;
import org.alongside.accommodation.PlaceAnswer;
import org.alongside.accommodation.RequestStatus;
import org.alongside.accommodation.TurnedAway;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Typed;
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

@Controller
class AccommodationController {
    private final Accommodation accommodation;
    private final AccommodationPages pages;
    private final Clock clock;

    AccommodationController(Accommodation accommodation, AccommodationPages pages, Clock clock) {
        this.accommodation = accommodation;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static DeskLink accommodationLink() {
        return new DeskLink(64, "/desk/accommodation", "Safe places", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD").only(Side.SUPPORT);
    }

    @GetMapping("/desk/accommodation")
    String searches(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.searches(me));
        return "accommodation/web/searches";
    }

    @GetMapping("/desk/cases/{id}/accommodation")
    String search(@PathVariable UUID id, Model model) {
        return search(id, UUID.randomUUID().toString(), "", new Problems(), model);
    }

    @GetMapping("/desk/cases/{id}/accommodation/new")
    String begin(@PathVariable UUID id, Model model) {
        return show(pages.begin(id), model);
    }

    @PostMapping("/desk/cases/{id}/accommodation")
    String ask(@PathVariable UUID id, HouseholdForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean asked = form.read(clock, problems).filter(household -> Typed.accepted(problems, "kinds", () -> accommodation.ask(new CaseId(id), Typed.id(form.once()), household, me))).isPresent();
        return asked ? saved(id, "Saved. Now write down each place you ask.", next) : show(pages.add(id, form, problems), model);
    }

    @GetMapping("/desk/cases/{id}/accommodation/{request}")
    String one(@PathVariable UUID id, @PathVariable UUID request, Model model) {
        return show(pages.one(id, request, HouseholdForm::of, new Problems()), model);
    }

    @PostMapping("/desk/cases/{id}/accommodation/{request}")
    String change(@PathVariable UUID id, @PathVariable UUID request, HouseholdForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean changed = form.read(clock, problems).filter(household -> Typed.accepted(problems, "kinds", () -> accommodation.change(new CaseId(id), request, Typed.version(form.version()), household, me))).isPresent();
        return changed ? saved(id, "Saved.", next) : show(pages.one(id, request, form::over, problems), model);
    }

    @PostMapping("/desk/cases/{id}/accommodation/{request}/places")
    String askedAt(@PathVariable UUID id, @PathVariable UUID request, @RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String name, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (name.isBlank()) problems.add("name", "Enter whom you asked");
        if (name.length() > 200) problems.add("name", "Write no more than 200 characters");
        if (Typed.accepted(problems, "name", () -> accommodation.askedAt(new CaseId(id), request, Typed.id(once), name.strip(), me))) return saved(id, "Written down.", next);
        return search(id, once, name, problems, model);
    }

    @GetMapping("/desk/cases/{id}/accommodation/places/{place}/refusal")
    String refusal(@PathVariable UUID id, @PathVariable UUID place, Model model) {
        model.addAttribute("page", pages.refusal(id, place, new Problems()));
        return "accommodation/web/refusal";
    }

    @PostMapping("/desk/cases/{id}/accommodation/places/{place}/refusal")
    String refusal(@PathVariable UUID id, @PathVariable UUID place, @RequestParam(defaultValue = "") String reason, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        TurnedAway why = Typed.oneNeeded(TurnedAway.class, reason, "reason", "Choose why", problems);
        if (Typed.accepted(problems, "reason", () -> accommodation.answered(new CaseId(id), place, PlaceAnswer.TURNED_AWAY, why, me))) return saved(id, "Written down: turned away.", next);
        model.addAttribute("page", pages.refusal(id, place, problems));
        return "accommodation/web/refusal";
    }

    @PostMapping("/desk/cases/{id}/accommodation/places/{place}/answer")
    String answer(@PathVariable UUID id, @PathVariable UUID place, @RequestParam(defaultValue = "") String answer, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        PlaceAnswer said = Typed.oneNeeded(PlaceAnswer.class, answer, "name", "Choose what they said", problems);
        if (said != null && Typed.accepted(problems, "name", () -> accommodation.answered(new CaseId(id), place, said, null, me))) return saved(id, "Written down: " + said.words().toLowerCase(Locale.UK) + ".", next);
        return search(id, UUID.randomUUID().toString(), "", problems, model);
    }

    @PostMapping("/desk/cases/{id}/accommodation/{request}/status")
    String put(@PathVariable UUID id, @PathVariable UUID request, @RequestParam(defaultValue = "") String status, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        RequestStatus where = Typed.oneNeeded(RequestStatus.class, status, "name", "Choose how it ended", problems);
        if (where != null && Typed.accepted(problems, "name", () -> accommodation.put(new CaseId(id), request, where, me))) {
            return saved(id, where == RequestStatus.PLACED ? "They moved in. The old address is not safe any more: write the new one down under Addresses, and nowhere else." : "Saved. You can open the search again.", next);
        }
        return search(id, UUID.randomUUID().toString(), "", problems, model);
    }

    private String search(UUID id, String once, String name, Problems problems, Model model) {
        model.addAttribute("page", pages.search(id, once, name, problems));
        return "accommodation/web/search";
    }

    private static String show(HouseholdPage page, Model model) {
        model.addAttribute("page", page);
        return "accommodation/web/household";
    }

    private static String saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/cases/" + id + "/accommodation";
    }
}
