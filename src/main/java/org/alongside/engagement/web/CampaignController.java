package org.alongside.engagement.web;

import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Campaigns;
import org.alongside.engagement.Post;
import org.alongside.engagement.Posts;
import org.alongside.organisations.Organisations;
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

/** Campaigns, begun and told about. */
@Controller
@RequestMapping("/desk/engagement/campaigns")
class CampaignController {
    private final Campaigns campaigns;
    private final Posts posts;
    private final Organisations organisations;

    CampaignController(Campaigns campaigns, Posts posts, Organisations organisations) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.organisations = organisations;
    }

    @GetMapping
    String form(Actor.Worker me, Model model) {
        me.mustBe(Posts.WRITE);
        return show(null, CampaignForm.empty("Run by " + organisations.nameOf(me.organisation()).orElse("") + "."), null, "", new Problems(), me, model);
    }

    @PostMapping
    String begin(CampaignForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Posts.WRITE);
        Problems problems = new Problems();
        Campaign.Written written = form.read(problems).orElse(null);
        UUID once = Typed.id(form.once());
        if (written == null || !Typed.accepted(problems, "closes", () -> campaigns.begin(once, written, me))) return show(null, form, null, "words", problems, me, model);
        return done(once, "Saved. Everybody sees it with the first of its posts.", next);
    }

    @GetMapping("/{id}")
    String one(@PathVariable("id") UUID campaign, Actor.Worker me, Model model) {
        me.mustBe(Posts.WRITE);
        return show(campaigns.one(campaign), null, null, "", new Problems(), me, model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable("id") UUID campaign, CampaignForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Posts.WRITE);
        Campaign its = campaigns.one(campaign);
        Problems problems = new Problems();
        Campaign.Written written = form.read(problems).orElse(null);
        if (written == null || !Typed.accepted(problems, written.closesOn() != null && written.closesOn().isBefore(written.startsOn()) ? "closes" : "title", () -> campaigns.change(campaign, Typed.version(form.version()), written, me))) return show(its, form, null, "words", problems, me, model);
        return done(campaign, "Saved.", next);
    }

    @PostMapping("/{id}/told")
    String tell(@PathVariable("id") UUID campaign, ToldForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Posts.WRITE);
        Campaign its = campaigns.one(campaign);
        Problems problems = new Problems();
        ToldForm.Read told = form.read(problems).orElse(null);
        if (told == null || !Typed.accepted(problems, "heard", () -> campaigns.tell(campaign, Typed.version(form.version()), told.heard(), told.did(), me))) return show(its, null, form, "told", problems, me, model);
        return done(campaign, "Saved. It stands above the words of the campaign.", next);
    }

    private static String done(UUID campaign, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/engagement/campaigns/" + campaign;
    }

    private String show(@Nullable Campaign campaign, @Nullable CampaignForm form, @Nullable ToldForm told, String at, Problems problems, Actor.Worker me, Model model) {
        List<Post> its = campaign == null ? List.of() : posts.all(me).stream().filter(one -> campaign.id().equals(one.written().campaign())).toList();
        CampaignForm typed = form != null ? form : campaign == null ? CampaignForm.empty("") : CampaignForm.of(campaign);
        model.addAttribute("page", new DeskCampaignPage(campaign, typed, told != null ? told : ToldForm.of(campaign == null ? null : campaign.told(), campaign == null ? 0 : campaign.version()), its, at, problems));
        return "engagement/web/deskcampaign";
    }
}
