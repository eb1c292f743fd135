package org.alongside.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.directory.Directory;
import org.alongside.directory.Directory.Results;
import org.alongside.directory.Found;
import org.alongside.directory.Need;
import org.alongside.directory.Places;
import org.alongside.directory.Seeker;
import org.alongside.directory.web.ResultsPage.Emptied;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who will help someone like me, near me, now? One neutral address; what was asked is in no URL, log or table. */
@Controller
class FindController {

    private static final int LINES_ALWAYS_OFFERED = 4, MOST_PAGES = 100;
    private final Directory directory;
    private final Places places;
    private final FindCookie cookie;

    FindController(Directory directory, Places places, FindCookie cookie) {
        this.directory = directory;
        this.places = places;
        this.cookie = cookie;
    }

    @GetMapping("/find")
    String find(@RequestParam(defaultValue = "1") String page, HttpServletRequest request, Model model) {
        FindForm form = cookie.read(request).orElse(null);
        if (form == null) return ask(FindForm.EMPTY, new Problems(), model);
        Problems problems = new Problems();
        Seeker seeker = form.read(places, problems);
        return problems.isEmpty() ? show(seeker, page.matches("[1-9]\\d?|" + MOST_PAGES) ? Integer.parseInt(page) : 1, model) : ask(form, problems, model);
    }

    @GetMapping("/find/answers")
    String change(HttpServletRequest request, Model model) {
        return ask(cookie.read(request).orElse(FindForm.EMPTY), new Problems(), model);
    }

    /** A service as somebody found it. At /services it stands for everybody, to be passed on. */
    @GetMapping("/find/services/{id}")
    String found(@PathVariable UUID id, HttpServletRequest request, Model model) {
        // Safety: once the search is forgotten, by leaving too, Back leads to the empty start and not to what was read.
        if (cookie.read(request).isEmpty()) return "redirect:/find";
        model.addAttribute("page", directory.service(id).orElseThrow(NotFound::new));
        return "directory/web/service";
    }

    @PostMapping("/find")
    String search(FindForm form, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(form, request, response);
        return "redirect:/find";
    }

    @PostMapping("/find/without")
    String without(@RequestParam String filter, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(cookie.read(request).orElse(FindForm.EMPTY).without(filter), request, response);
        return "redirect:/find";
    }

    @PostMapping("/find/again")
    String again(HttpServletRequest request, HttpServletResponse response) {
        cookie.forget(request, response);
        return "redirect:/find";
    }

    private String ask(FindForm form, Problems problems, Model model) {
        model.addAttribute("page", new FindPage(form, problems, form.choices(places), directory.languages()));
        return "directory/web/find";
    }

    private String show(Seeker seeker, int page, Model model) {
        Results results = directory.find(seeker, (page - 1) * ResultsPage.SHOWN, ResultsPage.SHOWN);
        if (results.found().isEmpty() && page > 1) return "redirect:/find";
        model.addAttribute("page", new ResultsPage(seeker, results, page, results.isEmpty() ? emptied(seeker) : List.of(), results.isEmpty() ? lines(seeker) : List.of()));
        return "directory/web/results";
    }

    private List<Emptied> emptied(Seeker seeker) {
        List<Emptied> emptied = new ArrayList<>();
        if (seeker.onlyOpenNow()) add(emptied, "open", seeker.atAnyTime());
        if (seeker.words() != null) add(emptied, "words", seeker.withoutWords());
        if (!seeker.needs().isEmpty()) add(emptied, "need", seeker.anyNeed());
        if (seeker.place() != null) add(emptied, "where", seeker.anywhere());
        if (seeker.language() != null) add(emptied, "language", seeker.inAnyLanguage());
        if (seeker.asksThemselves()) add(emptied, "self", seeker.askedForByAnyone());
        return emptied;
    }

    private void add(List<Emptied> emptied, String filter, Seeker wider) {
        int left = directory.find(wider, 0, 1).all();
        if (left > 0) emptied.add(new Emptied(filter, left));
    }

    /** Nobody leaves this page without a number to ring. */
    private List<Found> lines(Seeker seeker) {
        List<Found> lines = directory.find(new Seeker(seeker.is(), Set.of(Need.TALK), seeker.place(), false), 0, LINES_ALWAYS_OFFERED).found();
        return lines.isEmpty() ? directory.find(new Seeker(Set.of(), Set.of(Need.TALK), null, false), 0, LINES_ALWAYS_OFFERED).found() : lines;
    }
}
