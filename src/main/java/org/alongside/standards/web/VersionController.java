package org.alongside.standards.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.standards.BadStandard;
import org.alongside.standards.CopiesGiven;
import org.alongside.standards.CopiesGiven.Counted;
import org.alongside.standards.Oscal;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;
import org.alongside.standards.Version;
import org.alongside.standards.Versions;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The standards an organisation keeps: loaded, looked at, shown to everybody, put away, taken along as a file. */
@Controller
@RequestMapping("/desk/standards")
class VersionController {
    private final Versions versions;
    private final Standards standards;
    private final CopiesGiven copies;
    private final Organisations organisations;

    VersionController(Versions versions, Standards standards, CopiesGiven copies, Organisations organisations) {
        this.versions = versions;
        this.standards = standards;
        this.copies = copies;
        this.organisations = organisations;
    }

    @Bean
    static DeskLink standardsLink() {
        return new DeskLink(90, "/desk/standards", "Standards", "ADMINISTRATOR", "REVIEWER");
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return all(List.of(), new Problems(), me, model);
    }

    @PostMapping
    String load(@RequestParam(required = false) @Nullable MultipartFile file, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        me.mustBe(Versions.KEEPERS);
        Problems problems = new Problems();
        Optional<String> text = ChosenFile.text(file, problems);
        if (text.isEmpty()) return all(List.of(), problems, me, model);
        try {
            Version loaded = versions.load(text.get(), me);
            next.addFlashAttribute(Frame.NOTICE, loaded.state() == Version.State.DRAFT ? "Loaded as a draft. Nobody outside reads it before you show it." : "This version was already here.");
            return "redirect:/desk/standards/" + loaded.id();
        } catch (BadStandard bad) {
            problems.add("file", "This file cannot be used yet. What is wrong stands above it");
            return all(bad.mistakes(), problems, me, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        Version version = versions.one(id, me);
        return one(version, new ShowForm(null, version.standard().licence()), new Problems(), me, model);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<String> file(@PathVariable UUID id, Actor.Worker me) {
        Version version = versions.one(id, me);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(version.standard().key() + "-" + version.standard().version() + ".json").build().toString()).body(Oscal.write(version.file()));
    }

    @PostMapping("/{id}/publication")
    String show(@PathVariable UUID id, ShowForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Versions.KEEPERS);
        Version version = versions.one(id, me);
        Problems problems = new Problems();
        Optional<String> licence = form.read(problems);
        if (licence.isEmpty() || !Typed.accepted(problems, "licence", () -> versions.show(id, licence.get(), me))) return one(version, form, problems, me, model);
        standards.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, "Everybody can read it now. It never changes; a new version takes its place.");
        return "redirect:/desk/standards/" + id;
    }

    @PostMapping("/{id}/retirement")
    String putAway(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        me.mustBe(Versions.KEEPERS);
        boolean draft = versions.one(id, me).state() == Version.State.DRAFT;
        versions.putAway(id, me);
        standards.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, draft ? "The draft is gone." : "Put away: nobody outside reads this version any more. Show it again at any time.");
        return draft ? "redirect:/desk/standards" : "redirect:/desk/standards/" + id;
    }

    private String all(List<String> mistakes, Problems problems, Actor.Worker me, Model model) {
        List<Version> ours = versions.ours(me);
        boolean first = organisations.first().filter(me.organisation()::equals).isPresent();
        List<Standard> all = standards.all(), shipped = all.stream().filter(one -> standards.keeper(one.key()).isEmpty()).toList();
        Map<String, String> answeredFor = new LinkedHashMap<>();
        all.stream().filter(one -> standards.keeper(one.key()).map(me.organisation()::equals).orElse(first)).forEach(one -> answeredFor.put(one.key(), one.title()));
        Map<String, Counted> counted = new LinkedHashMap<>();
        copies.counted(answeredFor.keySet(), me).forEach((key, count) -> counted.put(answeredFor.getOrDefault(key, key), count));
        model.addAttribute("page", new VersionsPage(ours, shipped, counted, me.is(Role.ADMINISTRATOR), mistakes, problems));
        return "standards/web/versions";
    }

    private String one(Version version, ShowForm form, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new VersionPage(version, versions.before(version), me.is(Role.ADMINISTRATOR), form, problems));
        return "standards/web/version";
    }
}
