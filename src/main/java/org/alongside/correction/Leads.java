package org.alongside.correction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The safeguarding leads and managers of both sides: who decides about moves, and who is told. */
@Component
class Leads {
    static final String WAITS = "correction-waits";
    /** How soon somebody should have taken them on; asked again each day. */
    static final Duration TAKEN_ON_WITHIN = Duration.ofHours(24);
    private final Organisations organisations;
    private final Messages messages;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Leads(Organisations organisations, Messages messages, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.organisations = organisations;
        this.messages = messages;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    static void mustBeOne(Actor.Worker me) {
        me.mustBe(Corrections.ROLES);
        if (me.side() == null) throw new NotFound();
    }

    static RuleBroken meanwhile() {
        return new RuleBroken("correction.meanwhile", "Somebody decided this a moment ago. Look at it again.");
    }

    /** Tells them all that there is something to look at, in neutral words. */
    void tell(OrganisationId organisation, @Nullable WorkerId except) {
        Stream.of(Role.SAFEGUARDING_LEAD, Role.MANAGER).flatMap(role -> Stream.of(Side.values()).flatMap(side -> organisations.withRole(organisation, side, role).stream())).distinct()
                .filter(worker -> !worker.equals(except)).forEach(worker -> messages.notice(organisation, null, worker));
    }

    /** The job: somebody is with nobody as long as no lead takes them on. @return when to ask again */
    Optional<Instant> remind(UUID id, OrganisationId organisation) {
        return transaction.execute(status -> {
            boolean waits = sql.sql("select exists (select from correction.standing where id = :id and state = 'WAITING')").param("id", id).query(Boolean.class).single();
            if (!waits) return Optional.empty();
            tell(organisation, null);
            return Optional.of(clock.instant().plus(TAKEN_ON_WITHIN));
        });
    }
}
