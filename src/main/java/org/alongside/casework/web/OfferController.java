package org.alongside.casework.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.OfferAnswer;
import org.alongside.casework.Offers;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class OfferController {
    private final Offers offers;
    private final NeedsPages pages;

    OfferController(Offers offers, NeedsPages pages) {
        this.offers = offers;
        this.pages = pages;
    }

    @GetMapping("/desk/cases/{id}/offers/new")
    String make(@PathVariable UUID id, @RequestParam(required = false) @Nullable String goal, Actor.Worker me, Model model) {
        return show(pages.page(id), OfferForm.empty(goal), new Problems(), null, model);
    }

    @PostMapping("/desk/cases/{id}/offers")
    String offer(@PathVariable UUID id, OfferForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean offered = form.read(problems).filter(read -> Typed.accepted(problems, "words", () -> offers.offer(new CaseId(id), read, me))).isPresent();
        return offered ? saved(id, next) : show(pages.page(id), form, problems, null, model);
    }

    @GetMapping("/desk/cases/{id}/offers/{offer}")
    String one(@PathVariable UUID id, @PathVariable UUID offer, Actor.Worker me, Model model) {
        NeedsPage page = pages.page(id);
        NeedsPage.Offer now = of(page, offer);
        return show(page, OfferForm.of(now), new Problems(), now, model);
    }

    @PostMapping("/desk/cases/{id}/offers/{offer}/answer")
    String answer(@PathVariable UUID id, @PathVariable UUID offer, OfferForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        OfferAnswer answer = Typed.oneNeeded(OfferAnswer.class, form.answer(), "answer", "Say what they decided, or that they are thinking", problems);
        if (answer != null && Typed.accepted(problems, "answer", () -> offers.answer(new CaseId(id), offer, Typed.version(form.version()), answer, me))) return saved(id, next);
        NeedsPage page = pages.page(id);
        NeedsPage.Offer now = of(page, offer);
        return show(page, new OfferForm(form.once(), "" + now.version(), null, now.words(), form.answer()), problems, now, model);
    }

    private static NeedsPage.Offer of(NeedsPage page, UUID offer) {
        return page.offers().stream().filter(found -> found.id().equals(offer)).findFirst().orElseThrow(() -> new NotFound("offer", offer));
    }

    private static String saved(UUID id, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/cases/" + id + "/needs";
    }

    private static String show(NeedsPage page, OfferForm form, Problems problems, NeedsPage.@Nullable Offer now, Model model) {
        model.addAttribute("page", new OfferPage(page.bar(), form, problems, now, page.goals()));
        return "casework/web/offer";
    }
}
