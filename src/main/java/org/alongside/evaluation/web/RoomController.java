package org.alongside.evaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.evaluation.Card;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.Wave;
import org.alongside.shared.NotFound;
import org.alongside.ui.PublicAddress;
import org.alongside.ui.QrCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a trainer takes into the room: the address on the wall, cards, and the questions on paper. */
@Controller
@RequestMapping("/desk/evaluations/{id}")
class RoomController {
    private static final int CARDS_ON_A_PAGE = 24;
    private final Evaluations evaluations;
    private final PublicAddress addresses;

    RoomController(Evaluations evaluations, PublicAddress addresses) {
        this.evaluations = evaluations;
        this.addresses = addresses;
    }

    /** The address, large, for the wall. */
    @GetMapping("/room/{wave}")
    String room(@PathVariable UUID id, @PathVariable String wave, HttpServletRequest request, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        Wave at = EvaluationController.asked(one, wave);
        model.addAttribute("page", new RoomPage(one, at, address(one, at, request)));
        return "evaluation/web/room";
    }

    @GetMapping("/room/{wave}/picture")
    ResponseEntity<String> picture(@PathVariable UUID id, @PathVariable String wave, HttpServletRequest request, Actor.Worker me) {
        Evaluation one = evaluation(id, me);
        return ResponseEntity.ok().header("Content-Type", "image/svg+xml").body(QrCode.of(address(one, EvaluationController.asked(one, wave), request)).svg());
    }

    /** A sheet of cards to cut out. Safety: their numbers are made for this page and kept nowhere. */
    @GetMapping("/cards")
    String cards(@PathVariable UUID id, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        if (one.identity() != IdentityMode.TICKET) throw new NotFound("evaluation", id);
        model.addAttribute("page", new CardsPage(EvaluationController.path(id), Stream.generate(Card::random).limit(CARDS_ON_A_PAGE).map(Card::written).toList()));
        return "evaluation/web/cards";
    }

    /** The questions on paper, empty. */
    @GetMapping("/blank/{wave}")
    String blank(@PathVariable UUID id, @PathVariable String wave, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        model.addAttribute("page", new BlankPage(new QuestionsPage(one, EvaluationController.asked(one, wave), "", "")));
        return "evaluation/web/blank";
    }

    private String address(Evaluation one, Wave wave, HttpServletRequest request) {
        return addresses.of(one.questionsPath(wave), request);
    }

    private Evaluation evaluation(UUID id, Actor.Worker me) {
        me.mustBe(Evaluations.ROLES);
        return evaluations.one(new EvaluationId(id));
    }
}
