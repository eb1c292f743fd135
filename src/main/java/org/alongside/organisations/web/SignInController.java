package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alongside.organisations.Account;
import org.alongside.organisations.SecondFactors;
import org.alongside.organisations.SignIn;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {
    private final SignIn signIn;
    private final SecondFactors factors;
    private final DeskSession session;
    private final Visits visits;

    SignInController(SignIn signIn, SecondFactors factors, DeskSession session, Visits visits) {
        this.signIn = signIn;
        this.factors = factors;
        this.session = session;
        this.visits = visits;
    }

    @GetMapping("/desk/sign-in")
    String ask(@RequestParam(required = false) @Nullable String to, HttpServletRequest request, Model model) {
        if (session.of(request).isPresent()) return "redirect:" + ReturnPath.safe(to);
        return show(new SignInForm(null, null, to), new Problems(), model);
    }

    @PostMapping("/desk/sign-in")
    String signIn(SignInForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        Problems problems = new Problems();
        SignInForm.Typed typed = form.read(problems);
        if (!problems.isEmpty()) return show(form, problems, model);
        try {
            Optional<Account> account = signIn.with(typed.email(), typed.password(), visits.of(request));
            if (account.isPresent()) return enter(account.get(), form, request, response);
            problems.add("email", "The e-mail address or the password is not right");
        } catch (RuleBroken tooMany) {
            problems.add("email", String.valueOf(tooMany.getMessage()));
        }
        return show(form, problems, model);
    }

    @PostMapping("/desk/sign-out")
    String signOut(HttpServletRequest request) {
        session.whole(request).ifPresent(signIn::left);
        DeskSession.end(request);
        return "redirect:/desk/sign-in";
    }

    private String enter(Account account, SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        // Safety: a password alone opens nothing but the demo town's own accounts.
        if (factors.isSet(account)) {
            session.beginHalf(request, account, DeskSession.Missing.CODE);
            return "redirect:" + ReturnPath.of("/desk/sign-in/code", form.to());
        }
        if (!account.demo()) {
            session.beginHalf(request, account, DeskSession.Missing.SECOND_FACTOR);
            return "redirect:/desk/account/second-factor";
        }
        session.begin(request, account);
        signIn.entered(account);
        visits.remember(account.worker(), request, response);
        return "redirect:" + ReturnPath.safe(form.to());
    }

    private static String show(SignInForm form, Problems problems, Model model) {
        model.addAttribute("page", new SignInPage(form.email() == null ? "" : form.email(), ReturnPath.safe(form.to()), problems));
        return "organisations/web/signin";
    }
}
