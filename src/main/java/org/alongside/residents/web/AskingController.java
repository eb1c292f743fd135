package org.alongside.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.alongside.residents.AskingKind;
import org.alongside.residents.Askings;
import org.alongside.residents.Resident;
import org.alongside.residents.ResidentAtTheDoor;
import org.alongside.residents.ResidentSessions;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that goes through the inbox of whoever owns an address. Opening a link does nothing, because programs that check mail open links too; buttons do. */
@Controller
@RequestMapping(Door.ACCOUNT)
class AskingController {
    private final Askings askings;
    private final ResidentAtTheDoor atTheDoor;
    private final ResidentSessions sessions;
    private final ResidentCookie session;
    private final CarriedCookie cookie;
    private final MailLimits mails;
    private final Frames frames;

    AskingController(Askings askings, ResidentAtTheDoor atTheDoor, ResidentSessions sessions, ResidentCookie session, CarriedCookie cookie, MailLimits mails, Frames frames) {
        this.askings = askings;
        this.atTheDoor = atTheDoor;
        this.sessions = sessions;
        this.session = session;
        this.cookie = cookie;
        this.mails = mails;
        this.frames = frames;
    }

    @GetMapping("/new")
    String begin(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        return form("residents/web/newaccount", query, request, model);
    }

    @PostMapping("/new")
    String ask(AccountForm form, HttpServletRequest request, HttpServletResponse response) {
        return ask(AskingKind.ACCOUNT, "/new", form, request, response);
    }

    @GetMapping("/new-password")
    String forgotten(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        return form("residents/web/forgottenpassword", query, request, model);
    }

    @PostMapping("/new-password")
    String askForPassword(AccountForm form, HttpServletRequest request, HttpServletResponse response) {
        return ask(AskingKind.PASSWORD, "/new-password", form, request, response);
    }

    @GetMapping("/inbox")
    String inbox(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        AskingKind asked = cookie.read(request).orElse(Carried.NOTHING).kind();
        model.addAttribute("page", new InboxPage(asked != null, query.containsKey("again"), asked == AskingKind.ADDRESS ? Door.ACCOUNT : Door.SIGN_IN));
        return "residents/web/inbox";
    }

    @PostMapping("/inbox")
    String askAgain(HttpServletRequest request) {
        Carried carried = cookie.read(request).orElse(Carried.NOTHING);
        if (carried.kind() == null || !mails.mayAsk(request)) return "redirect:" + Door.ACCOUNT + "/inbox?again";
        boolean welsh = frames.ofNobody(request).welsh();
        if (carried.kind() == AskingKind.ADDRESS) atTheDoor.of(request).ifPresent(me -> askings.askForAddressAgain(me, carried.email(), welsh));
        else askings.ask(carried.kind(), carried.email(), welsh);
        return "redirect:" + Door.ACCOUNT + "/inbox?again";
    }

    /** Safety: the same page for every link, also one that is over or was never made: looking at it says nothing and uses nothing up. */
    @GetMapping("/link/{token:[0-9a-f]{40}}")
    String choose(@PathVariable String token, @RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        model.addAttribute("page", ResidentPage.of(again(query, request), token, Door.ACCOUNT, false));
        return "residents/web/choosepassword";
    }

    @PostMapping("/link/{token:[0-9a-f]{40}}")
    String chosen(@PathVariable String token, AccountForm form, HttpServletRequest request, HttpServletResponse response) {
        if (!mails.mayUse(request)) return "redirect:" + Door.ACCOUNT + "/over";
        try {
            Optional<Resident> resident = askings.choose(token, form.secret());
            if (resident.isEmpty()) return "redirect:" + Door.ACCOUNT + "/over";
            session.begin(sessions.begin(resident.get()), request, response);
            cookie.forget(request, response);
            return "redirect:" + Door.ACCOUNT + "?done=password";
        } catch (RuleBroken weak) {
            cookie.write(new Carried(null, "", "", Map.of("password", String.valueOf(weak.getMessage()))), request, response);
            return "redirect:" + Door.ACCOUNT + "/link/" + token + "?again";
        }
    }

    /** Safety: as for every link. */
    @GetMapping("/address/{token:[0-9a-f]{40}}")
    String address(@PathVariable String token, Model model) {
        model.addAttribute("page", ResidentPage.of(Carried.NOTHING, token, Door.ACCOUNT, false));
        return "residents/web/confirmaddress";
    }

    @PostMapping("/address/{token:[0-9a-f]{40}}")
    String move(@PathVariable String token, HttpServletRequest request) {
        return "redirect:" + Door.ACCOUNT + (mails.mayUse(request) && askings.move(token) ? "/moved" : "/over");
    }

    @GetMapping("/moved")
    String moved() {
        return "residents/web/moved";
    }

    @GetMapping("/over")
    String over() {
        return "residents/web/linkover";
    }

    private String ask(AskingKind kind, String page, AccountForm form, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> wrong = form.wrong();
        boolean mayAsk = wrong.isEmpty() && mails.mayAsk(request);
        cookie.write(new Carried(mayAsk ? kind : null, form.shown(), "", wrong), request, response);
        if (!mayAsk) return "redirect:" + Door.ACCOUNT + page + (wrong.isEmpty() ? "?again&busy" : "?again");
        askings.ask(kind, form.address(), frames.ofNobody(request).welsh());
        return "redirect:" + Door.ACCOUNT + "/inbox";
    }

    private String form(String view, Map<String, String> query, HttpServletRequest request, Model model) {
        model.addAttribute("page", ResidentPage.of(again(query, request), "", Door.ACCOUNT, query.containsKey("busy")));
        return view;
    }

    private Carried again(Map<String, String> query, HttpServletRequest request) {
        return query.containsKey("again") ? cookie.read(request).orElse(Carried.NOTHING) : Carried.NOTHING;
    }
}
