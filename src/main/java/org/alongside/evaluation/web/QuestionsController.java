package org.alongside.evaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.evaluation.Answered;
import org.alongside.evaluation.Card;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.Evaluations.Asked;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.Sheets;
import org.alongside.evaluation.Sheets.Sheet;
import org.alongside.evaluation.Wave;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody answers: what is promised first, then one page of questions, none of which has to be answered, so that nothing sent can be wrong. */
@Controller
@RequestMapping("/training/questions/{code:[b-z]{10}}")
class QuestionsController {
    private static final String KEY = "/{key:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private final Evaluations evaluations;
    private final Sheets sheets;
    private final Organisations organisations;
    private final CardCookie cookie;
    private final Limits limits;
    private final Network network;

    QuestionsController(Evaluations evaluations, Sheets sheets, Organisations organisations, CardCookie cookie, Limits limits, Network network) {
        this.evaluations = evaluations;
        this.sheets = sheets;
        this.organisations = organisations;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
    }

    @GetMapping
    String start(@PathVariable String code, HttpServletRequest request, Model model) {
        Asked asked = asked(code);
        if (!asked.evaluation().takes(asked.wave())) return "redirect:" + path(code) + "/ended";
        if (asked.evaluation().identity() == IdentityMode.NAMED) return said(code, "named", asked, model);
        String typed = cookie.read(code, request).orElse("");
        Problems problems = new Problems();
        // Only what came by a redirect is looked at: whoever opens the page anew has typed nothing yet.
        if (request.getParameterMap().containsKey("again")) problems.add("card", typed.isBlank() ? "evaluation.card.missing" : "evaluation.card.wrong");
        return start(asked, path(code), problems.isEmpty() ? "" : typed, problems, model);
    }

    @GetMapping(KEY)
    String startByName(@PathVariable String code, @PathVariable UUID key, Model model) {
        Asked asked = asked(code);
        if (asked.evaluation().identity() != IdentityMode.NAMED) return "redirect:" + path(code);
        if (!asked.evaluation().takes(asked.wave())) return "redirect:" + path(code) + "/ended";
        return start(asked, path(code) + "/" + key, "", new Problems(), model);
    }

    /** The number of a card as typed, or a new card for somebody who has none. */
    @PostMapping
    String card(@PathVariable String code, @RequestParam(defaultValue = "") String card, @RequestParam(name = "do", defaultValue = "") String wish, HttpServletRequest request, HttpServletResponse response) {
        if (asked(code).evaluation().identity() != IdentityMode.TICKET) return "redirect:" + path(code) + "/answers";
        if (wish.equals("make")) {
            cookie.set(code, Card.random().written(), request, response);
            return "redirect:" + path(code) + "/card";
        }
        cookie.set(code, card, request, response);
        return "redirect:" + path(code) + (Card.read(card).isPresent() ? "/answers" : "?again");
    }

    @GetMapping("/card")
    String made(@PathVariable String code, HttpServletRequest request, Model model) {
        Asked asked = asked(code);
        Optional<Card> card = card(code, request);
        if (card.isEmpty()) return "redirect:" + path(code);
        model.addAttribute("page", new CardPage(path(code), card.get().written(), more(asked)));
        return "evaluation/web/card";
    }

    @GetMapping("/answers")
    String questions(@PathVariable String code, HttpServletRequest request, Model model) {
        Asked asked = asked(code);
        boolean byCard = asked.evaluation().identity() == IdentityMode.TICKET;
        if (asked.evaluation().identity() == IdentityMode.NAMED || byCard && card(code, request).isEmpty()) return "redirect:" + path(code);
        return questions(asked, path(code) + "/answers", model);
    }

    @GetMapping(KEY + "/answers")
    String questionsByName(@PathVariable String code, @PathVariable UUID key, Model model) {
        Asked asked = asked(code);
        if (asked.evaluation().identity() != IdentityMode.NAMED) return "redirect:" + path(code);
        return questions(asked, path(code) + "/" + key + "/answers", model);
    }

    @PostMapping("/answers")
    String send(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        Asked asked = asked(code);
        boolean byCard = asked.evaluation().identity() == IdentityMode.TICKET;
        Card card = byCard ? card(code, request).orElse(null) : null;
        if (asked.evaluation().identity() == IdentityMode.NAMED || byCard && card == null) return "redirect:" + path(code);
        return send(code, asked, card, null, request, response);
    }

    @PostMapping(KEY + "/answers")
    String sendByName(@PathVariable String code, @PathVariable UUID key, HttpServletRequest request, HttpServletResponse response) {
        Asked asked = asked(code);
        return asked.evaluation().identity() == IdentityMode.NAMED ? send(code, asked, null, key, request, response) : "redirect:" + path(code);
    }

    private String send(String code, Asked asked, @Nullable Card card, @Nullable UUID learner, HttpServletRequest request, HttpServletResponse response) {
        // A whole hall answers from one network; a program that floods us sends more.
        if (!limits.allow("evaluation-answers", network.of(request), 1000, Duration.ofHours(1))) return "redirect:" + path(code) + "/busy";
        Evaluation evaluation = asked.evaluation();
        Answered answered = Answered.read(evaluation, asked.wave(), "a.", request::getParameter);
        Answered back = asked.wave() == Wave.AFTER && evaluation.lookingBack() ? Answered.read(evaluation, Wave.LOOKING_BACK, "l.", request::getParameter) : null;
        Sheets.Sent sent = sheets.send(evaluation, new Sheet(Typed.id(request.getParameter("once")), sheets.pair(evaluation, card, learner).orElse(null), sheets.today(), answered, back));
        // Safety: on a tablet that is handed round, the next person finds no number of the one before.
        cookie.expire(request, response);
        return "redirect:" + path(code) + switch (sent) {
            case TAKEN -> "/thanks";
            case ALREADY -> "/already";
            case NOT_TAKEN -> "/ended";
        };
    }

    @GetMapping("/{said:thanks|already|ended|busy}")
    String said(@PathVariable String code, @PathVariable String said, Model model) {
        return said(code, said, asked(code), model);
    }

    private static String said(String code, String said, Asked asked, Model model) {
        model.addAttribute("page", new SaidPage(path(code), said, asked.evaluation().identity() == IdentityMode.TICKET, more(asked) > 0));
        return "evaluation/web/said";
    }

    /** How many times people are asked after this. */
    private static int more(Asked asked) {
        return (int) asked.evaluation().waves().keySet().stream().filter(wave -> wave.hasAPage() && wave.compareTo(asked.wave()) > 0).count();
    }

    private String start(Asked asked, String path, String typed, Problems problems, Model model) {
        model.addAttribute("page", new StartPage(asked.evaluation(), path, organisations.nameOf(asked.evaluation().organisation()).orElse(null), typed, problems));
        return "evaluation/web/start";
    }

    private String questions(Asked asked, String path, Model model) {
        if (!asked.evaluation().takes(asked.wave())) return "redirect:" + path(asked.evaluation().waves().get(asked.wave()).code()) + "/ended";
        model.addAttribute("page", new QuestionsPage(asked.evaluation(), asked.wave(), path, UUID.randomUUID().toString()));
        return "evaluation/web/questions";
    }

    private Optional<Card> card(String code, HttpServletRequest request) {
        return cookie.read(code, request).flatMap(Card::read);
    }

    private Asked asked(String code) {
        return evaluations.byCode(code).orElseThrow(NotFound::new);
    }

    private static String path(@Nullable String code) {
        return "/training/questions/" + code;
    }
}
