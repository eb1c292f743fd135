package org.alongside.instruments.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.instruments.BadInstrument;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Shelf;
import org.alongside.instruments.Shelved;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
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

/** The sets of questions: read, printed empty, loaded, published, put away. */
@Controller
@RequestMapping("/desk/instruments")
class SetController {
    private final Shelf shelf;
    private final SetPages pages;

    SetController(Shelf shelf, SetPages pages) {
        this.shelf = shelf;
        this.pages = pages;
    }

    @Bean
    static DeskLink instrumentsLink() {
        return new DeskLink(69, "/desk/instruments", "Question sets", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT", "ADMINISTRATOR");
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return all(List.of(), new Problems(), me, model);
    }

    @PostMapping
    String load(@RequestParam(required = false) @Nullable MultipartFile file, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        me.mustBe(Shelf.ROLES);
        Problems problems = new Problems();
        if (file == null || file.isEmpty()) {
            problems.add("file", "Choose a file that is not empty");
            return all(List.of(), problems, me, model);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
            String name = file.getOriginalFilename();
            Shelved loaded = shelf.load(name == null || name.isBlank() ? "The file" : name, text.startsWith("\uFEFF") ? text.substring(1) : text, me);
            next.addFlashAttribute(Frame.NOTICE, loaded.status() == Shelved.Status.LOADED ? "Loaded. Nobody is asked these questions before you publish them." : "This file was already here.");
            return "redirect:/desk/instruments/" + loaded.instrument().id();
        } catch (CharacterCodingException notText) {
            problems.add("file", "This is not a text file in UTF-8. Save it again as plain text");
        } catch (BadInstrument bad) {
            problems.add("file", "This file cannot be used yet. What is wrong stands below, line by line");
            return all(String.valueOf(bad.getMessage()).lines().toList(), problems, me, model);
        }
        return all(List.of(), problems, me, model);
    }

    @GetMapping("/{set}")
    String one(@PathVariable UUID set, Actor.Worker me, Model model) {
        return one(set, new Problems(), me, model);
    }

    /** The questions on paper, empty, for places without reception. */
    @GetMapping("/{set}/blank")
    String blank(@PathVariable UUID set, @RequestParam(defaultValue = "false") boolean large, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(set, new Problems(), me));
        model.addAttribute("large", large);
        return "instruments/web/blank";
    }

    @GetMapping("/{set}/file")
    ResponseEntity<String> file(@PathVariable UUID set, Actor.Worker me) {
        me.mustBe(Shelf.ROLES);
        Instrument one = shelf.one(set).instrument();
        return ResponseEntity.ok().contentType(new MediaType("text", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(one.key() + ".yaml").build().toString()).body(one.definition());
    }

    @PostMapping("/{set}/publication")
    String publish(@PathVariable UUID set, Actor.Worker me, RedirectAttributes next) {
        shelf.publish(set, me);
        next.addFlashAttribute(Frame.NOTICE, "Published. From now on these questions are asked.");
        return "redirect:/desk/instruments/" + set;
    }

    @PostMapping("/{set}/retirement")
    String retire(@PathVariable UUID set, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "retirement", () -> shelf.retire(set, me))) return one(set, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Put away. What was answered stays; publish it again at any time.");
        return "redirect:/desk/instruments/" + set;
    }

    private String all(List<String> mistakes, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(mistakes, problems, me));
        return "instruments/web/sets";
    }

    private String one(UUID set, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(set, problems, me));
        return "instruments/web/set";
    }
}
