package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alongside.access.Actor;
import org.alongside.organisations.Account;
import org.alongside.organisations.OwnAccount;
import org.alongside.organisations.SecondFactors;
import org.alongside.organisations.SignIn;
import org.alongside.organisations.web.DeskSession.Missing;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frames;
import org.alongside.ui.QrCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting up the app that shows one-time codes: before the first look at the desk, or later for a new phone. */
@Controller
class SecondFactorController {
    private static final String PATH = "/desk/account/second-factor";
    private final SecondFactors factors;
    private final OwnAccount own;
    private final SignIn signIn;
    private final DeskSession session;
    private final Visits visits;
    private final Frames frames;

    SecondFactorController(SecondFactors factors, OwnAccount own, SignIn signIn, DeskSession session, Visits visits, Frames frames) {
        this.factors = factors;
        this.own = own;
        this.signIn = signIn;
        this.session = session;
        this.visits = visits;
        this.frames = frames;
    }

    @GetMapping(PATH)
    String offer(HttpServletRequest request, Model model) {
        return account(request).map(account -> show(account, new Problems(), model)).orElse("redirect:/desk/sign-in");
    }

    @GetMapping(PATH + "/picture")
    ResponseEntity<String> picture(HttpServletRequest request) {
        Account account = account(request).orElseThrow(NotFound::new);
        String text = SetUpText.uri(frames.ofNobody(request).serviceName(), factors.offered(account));
        return ResponseEntity.ok().header("Content-Type", "image/svg+xml").header("Cache-Control", "no-store").body(QrCode.of(text).svg());
    }

    @PostMapping(PATH)
    String confirm(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Account> account = account(request);
        if (account.isEmpty()) return "redirect:/desk/sign-in";
        Problems problems = new Problems();
        try {
            // Safety: whoever finds a desk left open cannot move its codes to their own phone.
            if (factors.isSet(account.get())) own.confirm(account.get().alone(), password);
            if (factors.confirm(account.get(), code)) return enter(account.get(), request, response);
            problems.add("code", "This code is not right. Check that the phone's clock is right, and enter the code it shows now");
        } catch (RuleBroken broken) {
            problems.add(broken.rule().equals("password.current") ? "password" : "code", String.valueOf(broken.getMessage()));
        }
        return show(account.get(), problems, model);
    }

    private String enter(Account account, HttpServletRequest request, HttpServletResponse response) {
        boolean first = session.whole(request).isEmpty();
        session.begin(request, account);
        if (first) signIn.entered(account);
        visits.remember(account.worker(), request, response);
        return first ? "redirect:/desk" : "redirect:/desk/account";
    }

    private Optional<Account> account(HttpServletRequest request) {
        Optional<Account> half = session.half(request, Missing.SECOND_FACTOR);
        return half.isPresent() ? half : session.of(request).map(SecondFactorController::account);
    }

    private static Account account(Actor.Worker worker) {
        return new Account(worker.worker(), worker.organisation(), false);
    }

    private String show(Account account, Problems problems, Model model) {
        model.addAttribute("page", new SecondFactorPage(SetUpText.typed(factors.offered(account)), factors.isSet(account), problems));
        return "organisations/web/secondfactor";
    }
}
