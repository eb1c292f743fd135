package org.alongside.referral.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.helpline.Helplines;
import org.alongside.organisations.Receiving;
import org.alongside.people.RevealReason;
import org.alongside.referral.AskedBack;
import org.alongside.referral.AskingBack;
import org.alongside.referral.DeclineReason;
import org.alongside.referral.GateRule;
import org.alongside.referral.Part;
import org.alongside.referral.PassOn;
import org.alongside.referral.ReferralId;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.Referrals;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One referral and what may be decided about it. */
@Controller
@RequestMapping("/desk/referrals/{id}")
class ReferralController {
    private final Referrals referrals;
    private final AskingBack asking;
    private final Helplines helplines;
    private final ReferralPages pages;

    ReferralController(Referrals referrals, AskingBack asking, Helplines helplines, ReferralPages pages) {
        this.helplines = helplines;
        this.referrals = referrals;
        this.asking = asking;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(id, me));
        return "referral/web/referral";
    }

    /** Answers with the address itself and never by a link, so that it is in no history and shows once for each reason given. */
    @PostMapping("/address")
    String address(@PathVariable UUID id, @RequestParam(required = false) @Nullable String reason, Actor.Worker me, Model model) {
        Optional<RevealReason> why = Stream.of(RevealReason.values()).filter(one -> one.name().equals(reason)).findFirst();
        Problems problems = new Problems();
        if (why.isEmpty()) problems.add("reason", "Choose why you need the address");
        model.addAttribute("page", why.isEmpty() ? pages.again(id, problems, Map.of(), me) : pages.withAddress(id, why.get(), me));
        return "referral/web/referral";
    }

    @PostMapping("/screening")
    String screen(@PathVariable UUID id, Actor.Worker me, RedirectAttributes after) {
        referrals.screen(new ReferralId(id), me);
        return back(id, "You are screening this referral.", after);
    }

    /** Asks for the reason, where not everything is known. */
    @GetMapping("/acceptance")
    String acceptance(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, "", new Problems(), me, model);
    }

    @PostMapping("/acceptance")
    String accept(@PathVariable UUID id, @RequestParam(defaultValue = "") String why, Actor.Worker me, Model model, RedirectAttributes after) {
        Problems problems = new Problems();
        if (why.length() > 2000) problems.add("why", "Use 2,000 characters or fewer");
        else if (why.isBlank() && open(id, ReferralStatus.ACCEPTED, me).asksWhy()) problems.add("why", "Say why you accept it although not everything is known");
        if (!problems.isEmpty()) return show(id, why, problems, me, model);
        referrals.accept(new ReferralId(id), why, me);
        return back(id, "Accepted.", after);
    }

    @PostMapping("/questions")
    String ask(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Actor.Worker me, Model model, RedirectAttributes after) {
        Problems problems = new Problems();
        Set<GateRule> rules = Typed.any(GateRule.class, typed.get("rules"));
        if (rules.isEmpty()) problems.add("rules", "Choose what you ask for");
        AskedBack.Way way = Typed.oneNeeded(AskedBack.Way.class, typed.getFirst("way"), "way", "Choose how you ask", problems);
        if (!Typed.accepted(problems, "way", () -> asking.ask(new ReferralId(id), rules, way, me))) return again(id, problems, typed, me, model);
        return back(id, "Written down. You are reminded until there is an answer. The clock for first contact runs on.", after);
    }

    @PostMapping("/answers")
    String heard(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Actor.Worker me, Model model, RedirectAttributes after) {
        Problems problems = new Problems();
        Map<GateRule, GateRule.Found> found = new EnumMap<>(GateRule.class);
        for (GateRule rule : GateRule.values()) Optional.ofNullable(Typed.one(GateRule.Found.class, typed.getFirst(rule.name()))).ifPresent(said -> found.put(rule, said));
        String words = Typed.words(typed.getFirst("words"), "words", problems);
        if (!Typed.accepted(problems, "words", () -> asking.heard(new ReferralId(id), found, words == null ? "" : words, me))) return again(id, problems, typed, me, model);
        return back(id, "Written down.", after);
    }

    @GetMapping("/refusal")
    String refusal(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, DeclineForm.EMPTY, me, model);
    }

    @PostMapping("/refusal")
    String decline(@PathVariable UUID id, DeclineForm form, Actor.Worker me, Model model, RedirectAttributes after) {
        Optional<DeclineReason> reason = form.read();
        if (reason.isEmpty() || !form.problems(me.side()).isEmpty()) return show(id, form, me, model);
        referrals.decline(new ReferralId(id), reason.get(), form.signpost(), form.holder(), me);
        return back(id, "Declined. You can undo this.", after);
    }

    @GetMapping("/no-place")
    String noPlace(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, NoPlaceForm.EMPTY, new Problems(), me, model);
    }

    @PostMapping("/no-place")
    String noPlace(@PathVariable UUID id, NoPlaceForm form, Actor.Worker me, Model model, RedirectAttributes after) {
        Problems problems = new Problems();
        boolean done = form.read(me.side(), problems).filter(no -> Typed.accepted(problems, "toldBy", () -> referrals.noPlace(new ReferralId(id), no, me))).isPresent();
        return done ? back(id, "Written down and counted. You can undo this.", after) : show(id, form, problems, me, model);
    }

    @GetMapping("/withdrawal")
    String withdrawal(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, WithdrawForm.EMPTY, me, model);
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable UUID id, WithdrawForm form, Actor.Worker me, Model model, RedirectAttributes after) {
        if (!form.problems(me.side()).isEmpty()) return show(id, form, me, model);
        referrals.withdraw(new ReferralId(id), form.why(), form.holder(), me);
        return back(id, "Withdrawn. You can undo this.", after);
    }

    @PostMapping("/reopening")
    String reopen(@PathVariable UUID id, Actor.Worker me, RedirectAttributes after) {
        referrals.reopen(new ReferralId(id), me);
        return back(id, "Undone. The referral waits in the inbox again.", after);
    }

    @GetMapping("/transfer")
    String transfer(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, PassOnForm.EMPTY, false, me, model);
    }

    @PostMapping("/transfer")
    String passOn(@PathVariable UUID id, PassOnForm form, Actor.Worker me, Model model, RedirectAttributes after) {
        if (!form.problems().isEmpty()) return show(id, form, true, me, model);
        Set<Part> parts = Arrays.stream(Part.values()).filter(part -> form.parts().contains(part.name())).collect(Collectors.toSet());
        referrals.passOn(new ReferralId(id), new PassOn(OrganisationId.of(form.to()), parts, form.because()), me);
        return back(id, "Passed on. You see here how it stands.", after);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    ModelAndView refused(RuleBroken rule) {
        return new ModelAndView("referral/web/refused", "page", new RefusedPage(rule.getMessage()));
    }

    private String again(UUID id, Problems problems, Map<String, List<String>> typed, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.again(id, problems, typed, me));
        return "referral/web/referral";
    }

    private String show(UUID id, String why, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new AcceptPage(open(id, ReferralStatus.ACCEPTED, me), why, problems));
        return "referral/web/accept";
    }

    private String show(UUID id, DeclineForm form, Actor.Worker me, Model model) {
        model.addAttribute("page", new DeclinePage(open(id, ReferralStatus.DECLINED, me), form));
        return "referral/web/decline";
    }

    private String show(UUID id, NoPlaceForm form, Problems problems, Actor.Worker me, Model model) {
        ReferralPage referral = open(id, ReferralStatus.DECLINED, me);
        model.addAttribute("page", new NoPlacePage(referral, form, problems, referral.isAboutBehaviour() ? helplines.aboutOwnBehaviour() : List.of()));
        return "referral/web/noPlace";
    }

    private String show(UUID id, WithdrawForm form, Actor.Worker me, Model model) {
        model.addAttribute("page", new WithdrawPage(open(id, ReferralStatus.WITHDRAWN, me), form));
        return "referral/web/withdraw";
    }

    private String show(UUID id, PassOnForm form, boolean sent, Actor.Worker me, Model model) {
        ReferralPage referral = open(id, ReferralStatus.PASSED_ON, me);
        List<Receiving> elsewhere = me.side() == null ? List.<Receiving>of() : referrals.receiving(me.side()).stream().filter(to -> !to.id().equals(me.organisation())).toList();
        model.addAttribute("page", new PassOnPage(referral, form, sent ? form.problems() : new Problems(), elsewhere));
        return "referral/web/transfer";
    }

    private ReferralPage open(UUID id, ReferralStatus next, Actor.Worker me) {
        ReferralPage page = pages.one(id, me);
        if (!page.may(next)) throw new RuleBroken("referral.already-decided", "This referral is already “" + page.row().status().words().toLowerCase() + "”.");
        return page;
    }

    private static String back(UUID id, String done, RedirectAttributes after) {
        after.addFlashAttribute(Frame.NOTICE, done);
        return "redirect:/desk/referrals/" + id;
    }
}
