package org.alongside.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.referral.AnswerRules;
import org.alongside.referral.Answers;
import org.alongside.referral.Asking;
import org.alongside.referral.Calls;
import org.alongside.referral.Draft;
import org.alongside.referral.Drafts;
import org.alongside.referral.Question;
import org.alongside.referral.ReferralId;
import org.alongside.referral.Referrals;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A call being taken. The words are kept as they are typed, in a draft only this worker sees. */
@Controller
class CallController {
    private final Drafts drafts;
    private final Calls calls;
    private final Clock clock;

    CallController(Drafts drafts, Calls calls, Clock clock) {
        this.drafts = drafts;
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping("/desk/calls/new")
    String start(Actor.Worker me, Model model) {
        List<CallPage.Unfinished> unfinished = drafts.unfinishedCalls().stream().map(draft -> new CallPage.Unfinished(draft.id(), draft.beganAt())).toList();
        return show(new CallPage(UUID.randomUUID(), side(me), "", new Answers(Map.of()), new Problems(), false, unfinished), model);
    }

    @GetMapping("/desk/calls/new/{id}")
    String goOn(@PathVariable UUID id, Actor.Worker me, Model model) {
        Draft draft = drafts.call(new ReferralId(id)).orElseThrow(() -> new NotFound("call", id));
        if (draft.isSent()) return "redirect:/desk/referrals/" + id;
        return show(page(draft, me, new Problems()), model);
    }

    /** Called by the page itself while somebody types. */
    @PostMapping("/desk/calls/new/{id}/words")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable UUID id, Actor.Worker me, HttpServletRequest request) {
        side(me);
        drafts.keepCall(new ReferralId(id), asking(me, request), TypedAnswers.read(request, CallPage.questions(side(me))), me);
    }

    @PostMapping("/desk/calls/new/{id}")
    String finish(@PathVariable UUID id, @RequestParam(name = "do", defaultValue = "save") String what, Actor.Worker me, HttpServletRequest request, Model model, RedirectAttributes after) {
        side(me);
        ReferralId call = new ReferralId(id);
        Draft draft = drafts.keepCall(call, asking(me, request), TypedAnswers.read(request, CallPage.questions(side(me))), me);
        if (draft.isSent()) return "redirect:/desk/referrals/" + id;
        return switch (what) {
            case "referral" -> refer(draft, TypedAnswers.read(request, CallPage.questions(side(me))), me, model, after);
            case "contact" -> {
                calls.recordOnly(call, me);
                after.addFlashAttribute(Frame.NOTICE, "The contact is recorded.");
                yield "redirect:/desk/calls";
            }
            case "discard" -> {
                drafts.forgetCall(call);
                after.addFlashAttribute(Frame.NOTICE, "The call was thrown away.");
                yield "redirect:/desk/calls";
            }
            default -> "redirect:/desk/calls/new/" + id;
        };
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    ModelAndView refused(RuleBroken rule) {
        return new ModelAndView("referral/web/refused", "page", new RefusedPage(rule.getMessage()));
    }

    private String refer(Draft draft, Map<Question, String> typed, Actor.Worker me, Model model, RedirectAttributes after) {
        // A number typed without saying how it may be used is shown again with the reason, and not kept.
        Answers answers = draft.answers().with(typed);
        Problems problems = AnswerRules.problems(answers, AnswerRules.askedOnACall(answers), Times.day(clock.instant()));
        if (!problems.isEmpty()) return show(new CallPage(draft.id().id(), side(me), draft.asking().name(), answers, problems, true, List.of()), model);
        calls.refer(draft.id(), me);
        after.addFlashAttribute(Frame.NOTICE, Referrals.mayScreen(me) ? "You are screening this referral." : "The referral waits in the inbox.");
        return "redirect:/desk/referrals/" + draft.id().id();
    }

    private static CallPage page(Draft draft, Actor.Worker me, Problems problems) {
        return new CallPage(draft.id().id(), side(me), draft.asking().name(), draft.answers(), problems, true, List.of());
    }

    private static String show(CallPage page, Model model) {
        model.addAttribute("page", page);
        return "referral/web/call";
    }

    /** Whoever asks for somebody else asks as a professional or a friend; their word about safe contact is not the person's own. */
    private static Asking asking(Actor.Worker me, HttpServletRequest request) {
        boolean forSomebodyElse = "PROFESSIONAL".equals(request.getParameter("caller")) || "FAMILY_OR_FRIEND".equals(request.getParameter("caller"));
        if (side(me) == Side.CHANGE) return forSomebodyElse ? Asking.FOR_THEIR_BEHAVIOUR : Asking.MY_BEHAVIOUR;
        return forSomebodyElse ? Asking.FOR_SOMEONE : Asking.MYSELF;
    }

    private static Side side(Actor.Worker me) {
        me.mustBe(Referrals.CALL_TAKERS);
        Side side = me.side();
        if (side == null) throw new NotFound();
        return side;
    }
}
