package org.alongside.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.springframework.stereotype.Component;

/** How often a mail may be asked for, and its link be used, from one place and from everywhere together. How often one address gets mail is decided where nobody waits for it. */
@Component
class MailLimits {
    private final Limits limits;
    private final Network network;

    MailLimits(Limits limits, Network network) {
        this.limits = limits;
        this.network = network;
    }

    // Safety: never counted by the address that was typed: a count that is there only for some addresses would tell which.
    boolean mayAsk(HttpServletRequest request) {
        return limits.allow("resident-asks", network.of(request), 40, Duration.ofHours(1)) && limits.allow("resident-asks", "everywhere", 5000, Duration.ofHours(1));
    }

    boolean mayUse(HttpServletRequest request) {
        return limits.allow("resident-link", network.of(request), 60, Duration.ofHours(1));
    }
}
