package org.alongside.ui.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.alongside.ui.Frames;
import org.alongside.ui.OnLeave;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** "Exit this page" without a script, and the sweeping up after it with one. Nothing about it is logged. */
@Controller
class LeaveController {
    private final ObjectProvider<OnLeave> forgetting;
    private final Frames frames;

    LeaveController(ObjectProvider<OnLeave> forgetting, Frames frames) {
        this.forgetting = forgetting;
        this.frames = frames;
    }

    @RequestMapping(path = {"/leave", "/desk/leave"}, method = {RequestMethod.GET, RequestMethod.POST})
    void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forgetting.orderedStream().forEach(module -> quietly(() -> module.leave(request, response)));
        quietly(() -> endSession(request));
        expireCookies(request, response);
        // Safety: the browser is told to drop what it holds of ours, also what the list above did not think of.
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        response.sendRedirect(frames.ofNobody(request).exitTo(), HttpServletResponse.SC_SEE_OTHER);
    }

    private static void endSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static void expireCookies(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            Cookie gone = new Cookie(cookie.getName(), "");
            gone.setPath("/");
            gone.setMaxAge(0);
            gone.setHttpOnly(true);
            response.addCookie(gone);
        }
    }

    // Safety: whatever is broken, also the database, the person leaves.
    private static void quietly(Runnable forget) {
        try {
            forget.run();
        } catch (RuntimeException broken) {
            // Told to nobody: no trace of an exit is kept, not even of one that could not sweep up.
        }
    }
}
