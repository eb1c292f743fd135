package org.alongside.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.alongside.residents.AskingKind;
import org.alongside.residents.Askings;
import org.alongside.residents.Resident;
import org.alongside.residents.ResidentAtTheDoor;
import org.alongside.residents.ResidentSessions;
import org.alongside.residents.Residents;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody changes about their own account. Whoever is not signed in is asked to. */
@Controller
@RequestMapping(Door.ACCOUNT)
class ResidentAccountController {
    private static final Set<String> DONE = Set.of("password", "news"), WORDS = Set.of("STAY", "GO");
    private final Residents residents;
    private final Askings askings;
    private final ResidentAtTheDoor atTheDoor;
    private final ResidentSessions sessions;
    private final ResidentCookie session;
    private final CarriedCookie cookie;
    private final MailLimits mails;
    private final Frames frames;

    ResidentAccountController(Residents residents, Askings askings, ResidentAtTheDoor atTheDoor, ResidentSessions sessions, ResidentCookie session, CarriedCookie cookie, MailLimits mails, Frames frames) {
        this.residents = residents;
        this.askings = askings;
        this.atTheDoor = atTheDoor;
        this.sessions = sessions;
        this.session = session;
        this.cookie = cookie;
        this.mails = mails;
        this.frames = frames;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String done, HttpServletRequest request, Model model) {
        return signedIn(request, me -> {
            model.addAttribute("page", new AccountPage(residents.own(me), DONE.contains(done) ? done : null));
            return "residents/web/account";
        });
    }

    @PostMapping("/news")
    String wishForNews(@RequestParam(required = false) @Nullable String news, HttpServletRequest request) {
        return signedIn(request, me -> {
            residents.wishForNews(me, "yes".equals(news));
            return "redirect:" + Door.ACCOUNT + "?done=news";
        });
    }

    @GetMapping("/password")
    String password(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        return form("residents/web/password", query, request, model);
    }

    @PostMapping("/password")
    String changePassword(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String chosen, HttpServletRequest request, HttpServletResponse response) {
        return changed("/password", new AccountForm(null, password, null), "", request, response, Map.of(), me -> {
            residents.changePassword(me, password, chosen);
            session.begin(sessions.begin(me), request, response);
            return "redirect:" + Door.ACCOUNT + "?done=password";
        });
    }

    @GetMapping("/address")
    String address(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        return form("residents/web/address", query, request, model);
    }

    @PostMapping("/address")
    String askForAddress(AccountForm form, HttpServletRequest request, HttpServletResponse response) {
        return changed("/address", form, "", request, response, form.wrong(), me -> {
            if (!mails.mayAsk(request)) {
                cookie.write(new Carried(null, form.shown(), "", Map.of()), request, response);
                return "redirect:" + Door.ACCOUNT + "/address?again&busy";
            }
            askings.askForAddress(me, form.secret(), form.address(), frames.ofNobody(request).welsh());
            cookie.write(new Carried(AskingKind.ADDRESS, form.shown(), "", Map.of()), request, response);
            return "redirect:" + Door.ACCOUNT + "/inbox";
        });
    }

    @GetMapping("/removal")
    String removal(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        return form("residents/web/removal", query, request, model);
    }

    @PostMapping("/removal")
    String remove(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String words, HttpServletRequest request, HttpServletResponse response) {
        boolean chosen = WORDS.contains(words);
        return changed("/removal", new AccountForm(null, password, null), chosen ? words : "", request, response, chosen ? Map.of() : Map.of("words", "residents.removal.words-missing"), me -> {
            residents.remove(me, password, words.equals("GO"));
            session.end(request, response);
            cookie.forget(request, response);
            return "redirect:" + Door.ACCOUNT + "/gone";
        });
    }

    @GetMapping("/gone")
    String gone() {
        return "residents/web/gone";
    }

    private String form(String view, Map<String, String> query, HttpServletRequest request, Model model) {
        return signedIn(request, me -> {
            model.addAttribute("page", ResidentPage.of(query.containsKey("again") ? cookie.read(request).orElse(Carried.NOTHING) : Carried.NOTHING, "", Door.ACCOUNT, query.containsKey("busy")));
            return view;
        });
    }

    private String changed(String page, AccountForm form, String choice, HttpServletRequest request, HttpServletResponse response, Map<String, String> before, Function<Resident, String> change) {
        return signedIn(request, me -> {
            Map<String, String> wrong = new LinkedHashMap<>(before);
            if (form.secret().isEmpty()) wrong.put("password", "residents.password.missing");
            try {
                if (wrong.isEmpty()) return change.apply(me);
            } catch (RuleBroken broken) {
                wrong.put(broken.rule(), String.valueOf(broken.getMessage()));
            }
            cookie.write(new Carried(null, form.shown(), choice, wrong), request, response);
            return "redirect:" + Door.ACCOUNT + page + "?again";
        });
    }

    private String signedIn(HttpServletRequest request, Function<Resident, String> page) {
        Optional<Resident> me = atTheDoor.of(request);
        return me.isEmpty() ? "redirect:" + Door.SIGN_IN : page.apply(me.get());
    }
}
