package org.alongside.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a module forgets at once when somebody presses "Exit this page": a draft, a session, its own cookie. */
public interface OnLeave {
    void leave(HttpServletRequest request, HttpServletResponse response);
}
