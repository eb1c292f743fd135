package org.alongside.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Answered by whoever signs workers in. Asked for pages under /desk only. */
public interface WhoIsSignedIn {
    Optional<SignedIn> current(HttpServletRequest request);
}
