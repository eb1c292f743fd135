package org.alongside.voices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.organisations.Names;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.TwelveDigits;
import org.alongside.shared.Typed;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;
import org.alongside.voices.Voice;
import org.alongside.voices.Voice.NewVoice;
import org.alongside.voices.Voices;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.alongside.ui.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Words of survivors: taken down, looked at by somebody else, taken back. */
@Controller
@RequestMapping("/desk/standards/words")
class VoiceController {
    private final Voices voices;
    private final Standards standards;
    private final Organisations organisations;
    private final PublicAddress address;
    private final Clock clock;

    VoiceController(Voices voices, Standards standards, Organisations organisations, PublicAddress address, Clock clock) {
        this.voices = voices;
        this.standards = standards;
        this.organisations = organisations;
        this.address = address;
        this.clock = clock;
    }

    @Bean
    static DeskLink wordsOfSurvivorsLink() {
        return new DeskLink(68, "/desk/standards/words", "Words of survivors").behindTheWall();
    }

    /** Safety: whoever works on neither side sees nobody's words. */
    @ModelAttribute
    void behindTheWall(Actor.Worker me) {
        if (me.side() == null) throw new NotFound();
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", new VoicePage.All(voices.all(), standards));
        return "voices/web/voices";
    }

    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String standard, Actor.Worker me, Model model) {
        return form(one(standard), VoiceForm.EMPTY, new Problems(), model);
    }

    @PostMapping
    String takeDown(@RequestParam(defaultValue = "") String standard, VoiceForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Standard about = one(standard);
        Problems problems = new Problems();
        NewVoice said = form.read(about, clock, problems).orElse(null);
        if (said == null) return form(about, form, problems, model);
        UUID id = Typed.id(form.once());
        Optional<String> number = voices.takeDown(id, said, me);
        // Safety: shown once, on the next page, and gone with it.
        number.ifPresent(digits -> next.addFlashAttribute("number", TwelveDigits.written(digits)));
        return "redirect:/desk/standards/words/" + id;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, HttpServletRequest request, Actor.Worker me, Model model) {
        return show(id, "", new Problems(), request, me, model);
    }

    @PostMapping("/{id}/look")
    String look(@PathVariable UUID id, @RequestParam(defaultValue = "") String then, @RequestParam(defaultValue = "") String why, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes next) {
        boolean show = then.equals("show");
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "why", show ? () -> voices.show(id, why, me) : () -> voices.sendBack(id, why, me))) return show(id, why, problems, request, me, model);
        voices.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, show ? "Everybody can read these words now, beside their statement." : "Sent back. Nobody outside reads these words.");
        return "redirect:/desk/standards/words/" + id;
    }

    @PostMapping("/{id}/removal")
    String takeBack(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        voices.takeBack(id, me);
        voices.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, "Taken back. The words are gone, here and for everybody.");
        return "redirect:/desk/standards/words";
    }

    private String form(Standard standard, VoiceForm form, Problems problems, Model model) {
        model.addAttribute("page", new VoicePage.New(standard, form, problems));
        return "voices/web/voiceform";
    }

    private String show(UUID id, String why, Problems problems, HttpServletRequest request, Actor.Worker me, Model model) {
        Voice voice = voices.one(id);
        Names names = organisations.names();
        model.addAttribute("page", new VoicePage(voice, standards, names.of(voice.takenDownBy()), names.of(voice.lookedAtBy()), voice.takenDownBy().equals(me.worker()), address.of("/standards/words", request), problems, why));
        return "voices/web/voice";
    }

    private Standard one(String key) {
        return standards.one(key).orElseThrow(NotFound::new);
    }
}
