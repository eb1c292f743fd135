package org.alongside.comments.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.comments.Themes;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people talk about. */
@Controller
@RequestMapping("/desk/comments/themes")
class ThemeController {
    private static final String ROOM = "/desk/comments/themes";
    private static final int NAME = 80;
    private final Themes themes;

    ThemeController(Themes themes) {
        this.themes = themes;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String conversation, Actor.Worker me, Model model) {
        return show(ModerationController.id(conversation), "", UUID.randomUUID().toString(), new Problems(), me, model);
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String name, Actor.Worker me, Model model, RedirectAttributes to) {
        Problems problems = new Problems();
        String words = Typed.wordsNeeded(name, "name", NAME, "Enter what the theme is called", problems);
        if (words != null && words.length() < 2) problems.add("name", "Enter at least two letters");
        if (words == null || !Typed.accepted(problems, "name", () -> themes.add(Typed.id(once), words, me))) return show(null, name, once, problems, me, model);
        return ModerationController.done(ROOM, "Added.", to);
    }

    @PostMapping("/{theme}/removal")
    String remove(@PathVariable UUID theme, Actor.Worker me, RedirectAttributes to) {
        themes.remove(theme, me);
        return ModerationController.done(ROOM, "Removed. It is on no comment any more.", to);
    }

    /** The same as a sheet: what is hidden on the page is hidden here. */
    @GetMapping("/sheet")
    ResponseEntity<byte[]> sheet(@RequestParam(required = false) @Nullable String conversation, Actor.Worker me) {
        Themes.Analysis analysis = themes.analysis(ModerationController.id(conversation), me);
        StringWriter sheet = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(sheet)) {
            csv.writeRecord("what", "theme", "comments or words");
            csv.writeRecord("all comments shown", "", analysis.shown().words());
            analysis.themes().forEach((theme, number) -> csv.writeRecord("comments about", safe(theme), number.words()));
            analysis.quotes().forEach(quote -> csv.writeRecord("quote", safe(quote.theme()), safe(quote.words())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("themes.csv").build().toString()).body(("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_8));
    }

    /** Safety: what a stranger wrote is never worked out by the program that opens the sheet. */
    static String safe(String words) {
        return words.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + words : words;
    }

    private String show(@Nullable UUID conversation, String name, String once, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new ModerationPage.Analysed(conversation, themes.conversations(me), themes.analysis(conversation, me), themes.all(me), name, once, me.is(Role.MANAGER), problems));
        return "comments/web/themes";
    }
}
