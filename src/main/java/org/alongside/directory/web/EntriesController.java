package org.alongside.directory.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.directory.Directory;
import org.alongside.directory.Entries;
import org.alongside.directory.Entries.Opened;
import org.alongside.directory.Entries.Shown;
import org.alongside.directory.Entry;
import org.alongside.directory.Places;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the directory says, for those who keep it: list, write, publish, confirm, take out, put back. */
@Controller
@RequestMapping("/desk/directory")
class EntriesController {
    private final Entries entries;
    private final EntryPages pages;
    private final Places places;
    private final Directory directory;

    EntriesController(Entries entries, EntryPages pages, Places places, Directory directory) {
        this.entries = entries;
        this.pages = pages;
        this.places = places;
        this.directory = directory;
    }

    @Bean
    static DeskLink directoryLink() {
        return new DeskLink(63, "/desk/directory", "Directory", Role.DIRECTORY_EDITOR.name(), Role.MANAGER.name());
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "ALL") String shown, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "1") String page, Actor.Worker me, Model model) {
        Shown which = Optional.ofNullable(Typed.one(Shown.class, shown)).orElse(Shown.ALL);
        model.addAttribute("page", pages.list(which, words.isBlank() ? null : words.strip(), page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1, me));
        return "directory/web/entries";
    }

    @PostMapping("/found")
    String found(@RequestParam(defaultValue = "") String shown, @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
        next.addAttribute("shown", Optional.ofNullable(Typed.one(Shown.class, shown)).orElse(Shown.ALL).name());
        if (!words.isBlank()) next.addAttribute("words", words.strip());
        return "redirect:/desk/directory";
    }

    @GetMapping("/new")
    String begin(Actor.Worker me, Model model) {
        EntryForm empty = new EntryForm(new LinkedMultiValueMap<>());
        empty.typed().set("id", UUID.randomUUID().toString());
        return edit(pages.edit(null, empty, new Problems(), me), model);
    }

    @PostMapping
    String create(@RequestParam MultiValueMap<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        return save(Typed.id(typed.getFirst("id")), null, typed, me, model, next);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        Problems problems = new Problems();
        if (model.getAttribute("wrong") instanceof String wrong) problems.add("email", wrong);
        return one(id, problems, me, model);
    }

    @GetMapping("/{id}/words")
    String edit(@PathVariable UUID id, Actor.Worker me, Model model) {
        Opened opened = entries.open(id, me);
        return edit(pages.edit(opened, form(opened), new Problems(), me), model);
    }

    private static EntryForm form(Opened opened) {
        EntryForm form = EntryForm.of(opened.entry());
        form.typed().set("version", String.valueOf(opened.draft() == null ? 0 : opened.draft().version()));
        if (opened.draft() != null && opened.draft().wished() != null) form.typed().set("wished", opened.draft().wished());
        return form;
    }

    @PostMapping("/{id}/words")
    String save(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        return save(id, entries.open(id, me), typed, me, model, next);
    }

    private String save(UUID id, @Nullable Opened opened, MultiValueMap<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Entries.KEEPERS);
        EntryForm form = new EntryForm(typed);
        // Another part or way in is one more empty row; nothing is checked before there is something to save.
        if (form.value("more") != null) return edit(pages.edit(opened, form, new Problems(), me), model);
        Problems problems = new Problems();
        Entry entry = form.read(id, places, problems).orElse(null);
        if (entry == null || !Typed.accepted(problems, "name", () -> entries.save(entry, Math.max(0, Typed.version(form.value("version"))), form.value("wished"), me))) return edit(pages.edit(opened, form, problems, me), model);
        next.addFlashAttribute(Frame.NOTICE, me.is(Role.DIRECTORY_EDITOR) ? "Saved, not public yet. Look at what changes, then publish it." : "Saved. A directory editor looks at it and publishes it.");
        return back(id);
    }

    @PostMapping("/{id}/publication")
    String publish(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, @RequestParam(defaultValue = "") String checked, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(id, () -> entries.publish(id, Typed.version(version), !checked.isEmpty(), me), "Public now.", me, model, next);
    }

    @PostMapping("/{id}/confirmation")
    String confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(id, () -> entries.confirm(id, Typed.version(version), me), "Confirmed today.", me, model, next);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(id, () -> entries.withdraw(id, Typed.version(version), me), "Taken out. Nobody finds it any more; you can bring it back here.", me, model, next);
    }

    @PostMapping("/{id}/return")
    String bringBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(id, () -> entries.bringBack(id, Typed.version(version), me), "It can be found again.", me, model, next);
    }

    @PostMapping("/{id}/draft/removal")
    String throwAway(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        boolean wasPublic = entries.open(id, me).kept() != null;
        entries.throwAway(id, me);
        next.addFlashAttribute(Frame.NOTICE, "The draft is gone. What is public stays as it is.");
        return wasPublic ? back(id) : "redirect:/desk/directory";
    }

    @PostMapping("/{id}/editions/{number}")
    String putBack(@PathVariable UUID id, @PathVariable int number, @RequestParam(defaultValue = "") String version, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(id, () -> entries.putBack(id, number, Typed.version(version), me), "Put back as it was then. The history keeps both.", me, model, next);
    }

    private String done(UUID id, Runnable verb, String words, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "entry", verb)) return one(id, problems, me, model);
        directory.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, words);
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/desk/directory/" + id;
    }

    private String one(UUID id, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(entries.open(id, me), problems));
        return "directory/web/entry";
    }

    private static String edit(EditPage page, Model model) {
        model.addAttribute("page", page);
        return "directory/web/words";
    }
}
