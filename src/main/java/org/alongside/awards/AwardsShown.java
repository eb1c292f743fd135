package org.alongside.awards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.directory.Shown;
import org.alongside.shared.Times;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;
import org.alongside.ui.Frame;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What stands today, beside a service in the directory. */
@Component
class AwardsShown implements Shown {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private final Register register;
    private final Standards standards;
    private final Clock clock;
    private volatile Kept kept = new Kept(Instant.MIN, Map.of());

    private record Kept(Instant at, Map<OrganisationId, List<Award>> awards) {}

    AwardsShown(Register register, Standards standards, Clock clock) {
        this.register = register;
        this.standards = standards;
        this.clock = clock;
    }

    @Override
    public List<Line> beside(OrganisationId organisation, Frame frame) {
        LocalDate today = Times.day(clock.instant());
        return known().getOrDefault(organisation, List.of()).stream().filter(one -> one.on(today) == Standing.STANDS).map(one -> new Line(frame.say("awards.beside." + one.level().key(),
                standards.version(one.standard(), one.version()).map(Standard::title).orElse(one.standard()), one.body() != null ? one.body() : one.organisationName() != null ? one.organisationName() : "", frame.day(one.until())), "/standards/register/" + one.code())).toList();
    }

    private Map<OrganisationId, List<Award>> known() {
        Kept now = kept;
        Instant moment = Instant.now();
        if (now.at.isAfter(moment.minus(FRESH))) return now.awards;
        try {
            Map<OrganisationId, List<Award>> read = Acting.as(new Actor.Public(), register::all).stream().collect(Collectors.groupingBy(Award::owner));
            kept = new Kept(moment, read);
            return read;
        } catch (DataAccessException | TransactionException away) {
            // With the database away the page answers with what it knew last, and asks again later.
            kept = new Kept(moment, now.awards);
            return now.awards;
        }
    }
}
