package org.alongside.referral.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Actor;
import org.alongside.access.Limits;
import org.alongside.access.Role;
import org.alongside.referral.Code;
import org.alongside.referral.FirstContact;
import org.alongside.referral.ReferralId;
import org.alongside.referral.Referrals;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ReferralInboxController {
    private static final Map<String, Duration> CHOICES = Map.of("1", Duration.ofHours(1), "2", Duration.ofHours(2), "4", Duration.ofHours(4), "8", Duration.ofHours(8), "24", Duration.ofHours(24),
            "48", Duration.ofHours(48), "72", Duration.ofHours(72));
    private final InboxPages pages;
    private final Referrals referrals;
    private final FirstContact firstContact;
    private final Limits limits;

    ReferralInboxController(InboxPages pages, Referrals referrals, FirstContact firstContact, Limits limits) {
        this.pages = pages;
        this.referrals = referrals;
        this.firstContact = firstContact;
        this.limits = limits;
    }

    @Bean
    static DeskLink inboxLink() {
        return new DeskLink(10, "/desk/inbox", "Inbox", "HELPLINE", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT").behindTheWall();
    }

    @GetMapping("/desk/inbox")
    String waiting(@RequestParam(required = false) @Nullable String after, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.waiting(InboxCursor.read(after), null, me));
        return "referral/web/inbox";
    }

    @GetMapping("/desk/inbox/decided")
    String decided(@RequestParam(required = false) @Nullable String after, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.decided(InboxCursor.read(after), me));
        return "referral/web/inbox";
    }

    /** Somebody rings and reads out their number. */
    @PostMapping("/desk/inbox/number")
    String byNumber(@RequestParam(defaultValue = "") String number, Actor.Worker me, Model model) {
        me.mustBe(Referrals.READERS);
        boolean allowed = limits.allow("referral-number", me.worker().id().toString(), 60, Duration.ofHours(1));
        Optional<ReferralId> found = allowed ? Code.read(number).flatMap(code -> referrals.byCode(code)) : Optional.empty();
        if (found.isPresent()) return "redirect:/desk/referrals/" + found.get().id();
        model.addAttribute("page", pages.waiting(null, number, me));
        return "referral/web/inbox";
    }

    @PostMapping("/desk/inbox/clock")
    String decide(@RequestParam(defaultValue = "") String urgent, @RequestParam(defaultValue = "") String usual, @RequestParam(defaultValue = "") String manager, Actor.Worker me, RedirectAttributes after) {
        me.mustBe(Role.MANAGER);
        FirstContact.Within before = firstContact.of(me.organisation());
        firstContact.decide(new FirstContact.Within(CHOICES.getOrDefault(urgent, before.urgent()), CHOICES.getOrDefault(usual, before.usual()), CHOICES.getOrDefault(manager, before.manager())), me);
        after.addFlashAttribute(Frame.NOTICE, "The clock for new referrals is changed.");
        return "redirect:/desk/inbox";
    }
}
