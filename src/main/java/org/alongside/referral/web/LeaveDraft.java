package org.alongside.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.alongside.access.Acting;
import org.alongside.referral.Drafts;
import org.alongside.ui.OnLeave;
import org.springframework.stereotype.Component;

/** "Exit this page" forgets what was being typed, at once. */
@Component
class LeaveDraft implements OnLeave {
    private final Drafts drafts;
    private final DraftCookie cookie;

    LeaveDraft(Drafts drafts, DraftCookie cookie) {
        this.drafts = drafts;
        this.cookie = cookie;
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        // Safety: the cookie goes first; it must not stay because the database is away.
        cookie.expire(request, response);
        cookie.read(request).ifPresent(holder -> Acting.as(holder, drafts::forgetMine));
    }
}
