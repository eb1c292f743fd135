package org.alongside.organisations.web;

import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param to the page to show afterwards */
record SignInForm(@Nullable String email, @Nullable String password, @Nullable String to) {
    record Typed(String email, String password) {}

    Typed read(Problems problems) {
        if (email == null || email.isBlank()) problems.add("email", "Enter your e-mail address");
        if (password == null || password.isEmpty()) problems.add("password", "Enter your password");
        return new Typed(email == null ? "" : email.strip(), password == null ? "" : password);
    }
}
