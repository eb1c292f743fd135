package org.alongside.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Keeps the reader's language on a redirect, and tells a page that steps quietly where to go instead of sending it there. */
class Redirects extends HttpServletResponseWrapper {
    /** Sent by our script with each form: "tell me where to go next, I will put that page in this one's place". */
    static final String STEP = "X-Step";

    static final String NEXT = "X-Next";
    private final HttpServletRequest request;

    Redirects(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendRedirect(String to) throws IOException {
        sendRedirect(to, SC_FOUND, true);
    }

    @Override
    public void sendRedirect(String to, int status) throws IOException {
        sendRedirect(to, status, true);
    }

    @Override
    public void sendRedirect(String to, boolean clear) throws IOException {
        sendRedirect(to, SC_FOUND, clear);
    }

    @Override
    public void sendRedirect(String to, int status, boolean clear) throws IOException {
        String where = inLanguage(to);
        if (request.getHeader(STEP) == null) {
            super.sendRedirect(where, status, clear);
        } else {
            setStatus(SC_NO_CONTENT);
            setHeader(NEXT, where);
        }
    }

    private String inLanguage(String to) {
        boolean ours = to.startsWith("/") && !to.startsWith("//");
        return ours && Welsh.isAsked(request) && Welsh.hasIts(to) ? "/cy" + to : to;
    }
}
