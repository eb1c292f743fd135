package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alongside.organisations.Account;
import org.alongside.organisations.SecondFactors;
import org.alongside.organisations.SignIn;
import org.alongside.organisations.web.DeskSession.Missing;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second half of signing in. */
@Controller
class CodeController {
    private final SecondFactors factors;
    private final SignIn signIn;
    private final DeskSession session;
    private final Visits visits;

    CodeController(SecondFactors factors, SignIn signIn, DeskSession session, Visits visits) {
        this.factors = factors;
        this.signIn = signIn;
        this.session = session;
        this.visits = visits;
    }

    @GetMapping("/desk/sign-in/code")
    String ask(@RequestParam(required = false) @Nullable String to, HttpServletRequest request, Model model) {
        return session.half(request, Missing.CODE).isPresent() ? show(to, new Problems(), model) : "redirect:" + ReturnPath.of("/desk/sign-in", to);
    }

    @PostMapping("/desk/sign-in/code")
    String check(@RequestParam(defaultValue = "") String code, @RequestParam(required = false) @Nullable String to, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Account> account = session.half(request, Missing.CODE);
        if (account.isEmpty()) return "redirect:" + ReturnPath.of("/desk/sign-in", to);
        Problems problems = new Problems();
        try {
            if (code.isBlank()) problems.add("code", "Enter the 6 digits your app shows");
            else if (factors.check(account.get(), code)) return enter(account.get(), to, request, response);
            else problems.add("code", "This code is not right, or it was used already. Wait for the next one");
        } catch (RuleBroken tooMany) {
            problems.add("code", String.valueOf(tooMany.getMessage()));
        }
        return show(to, problems, model);
    }

    private String enter(Account account, @Nullable String to, HttpServletRequest request, HttpServletResponse response) {
        session.begin(request, account);
        signIn.entered(account);
        visits.remember(account.worker(), request, response);
        return "redirect:" + ReturnPath.safe(to);
    }

    private static String show(@Nullable String to, Problems problems, Model model) {
        model.addAttribute("page", new CodePage(ReturnPath.safe(to), problems));
        return "organisations/web/code";
    }
}
