package org.alongside.residents;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.Passwords;
import org.alongside.shared.Secrets;
import org.springframework.stereotype.Component;

/** Pat, a resident of Westermouth: pat@homes.example, with the demo's password, which opens the account in a demo only. No mail was ever sent there, and none ever arrives. */
@Component
public class DemoResident implements DemoTown {
    public static final UUID PAT = DemoTown.id(961);
    private static final String EMAIL = "pat@homes.example";
    private final ResidentRows rows;
    private final Residents residents;
    private final Passwords passwords;
    private final ActingTransaction acting;
    private final Clock clock;

    DemoResident(ResidentRows rows, Residents residents, Passwords passwords, ActingTransaction acting, Clock clock) {
        this.rows = rows;
        this.residents = residents;
        this.passwords = passwords;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 93;
    }

    @Override
    public void plant() {
        Instant now = clock.instant();
        acting.as(new Actor.Job(HARBOUR_HOUSE, Residents.JOB), () ->
                residents.make(PAT, new Asking(UUID.randomUUID(), HARBOUR_HOUSE, AskingKind.ACCOUNT, null, EMAIL, rows.fingerprint(EMAIL), Secrets.random(), UUID.randomUUID(), false, now, now, true), passwords.hash("westermouth"), true));
    }
}
