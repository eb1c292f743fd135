package org.alongside.partnersupport;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.crossing.Crossings;
import org.alongside.crossing.Told;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.rota.Rota;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The partner-safety clock: whoever stands beside the partner is told at once; when nobody was in touch in time, whoever is on duty; an hour later the managers. Each step is written down. */
@Component
class PartnerClock {
    static final Duration UNTIL_MANAGERS = Duration.ofHours(1);
    private final Crossings crossings;
    private final Organisations organisations;
    private final Messages messages;
    private final Rota rota;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PartnerClock(Crossings crossings, Organisations organisations, Messages messages, Rota rota, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.crossings = crossings;
        this.organisations = organisations;
        this.messages = messages;
        this.rota = rota;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static CustomTask<Void> partnersAreSafe(PartnerClock clock) {
        return Jobs.repeating(Crossings.CLOCK, (organisation, entry) -> Acting.as(new Actor.Job(organisation, Crossings.CLOCK, Side.SUPPORT), () -> clock.ring(organisation, entry)));
    }

    private record Standing(UUID pairId, Instant answerBy, @Nullable UUID takenBy, List<String> told) {}

    /** @return when to look again; empty once somebody was in touch, or everybody was told */
    Optional<Instant> ring(OrganisationId organisation, UUID entry) {
        return Optional.ofNullable(transaction.execute(status -> standing(entry).flatMap(standing -> ring(organisation, entry, standing)).orElse(null)));
    }

    private Optional<Instant> ring(OrganisationId organisation, UUID entry, Standing standing) {
        Instant now = clock.instant();
        if (!standing.told.contains(Role.PARTNER_SUPPORT.name())) tell(organisation, entry, standing, Role.PARTNER_SUPPORT, beside(organisation, standing));
        if (now.isBefore(standing.answerBy)) return Optional.of(standing.answerBy);
        if (!standing.told.contains(Role.DUTY.name())) tell(organisation, entry, standing, Role.DUTY, rota.toTell(organisation, Side.SUPPORT, now));
        if (now.isBefore(standing.answerBy.plus(UNTIL_MANAGERS))) return Optional.of(standing.answerBy.plus(UNTIL_MANAGERS));
        if (!standing.told.contains(Role.MANAGER.name())) tell(organisation, entry, standing, Role.MANAGER, organisations.withRole(organisation, Side.SUPPORT, Role.MANAGER));
        return Optional.empty();
    }

    private Optional<Standing> standing(UUID entry) {
        return crossings.find(entry).filter(Told::waits).map(news -> {
            UUID pair = news.what().pair();
            UUID takenBy = sql.sql("select taken_by from partnersupport.partner where pair_id = :pair").param("pair", pair).query(UUID.class).optional().orElse(null);
            return new Standing(pair, news.answerBy(), takenBy, sql.sql("select distinct role from partnersupport.told where entry_id = :entry").param("entry", entry).query(String.class).list());
        });
    }

    private List<WorkerId> beside(OrganisationId organisation, Standing standing) {
        List<WorkerId> taken = organisations.withRole(organisation, Side.SUPPORT, PartnerSupport.ROLES).stream().filter(worker -> worker.id().equals(standing.takenBy)).toList();
        if (!taken.isEmpty()) return taken;
        List<WorkerId> partnerSupport = organisations.withRole(organisation, Side.SUPPORT, Role.PARTNER_SUPPORT);
        // Safety: a service without a partner support worker tells whoever is on duty at once.
        return partnerSupport.isEmpty() ? rota.toTell(organisation, Side.SUPPORT, clock.instant()) : partnerSupport;
    }

    private void tell(OrganisationId organisation, UUID entry, Standing standing, Role role, List<WorkerId> workers) {
        workers.forEach(worker -> {
            write(organisation, entry, standing, role, worker);
            messages.notice(organisation, Side.SUPPORT, worker);
        });
        // Safety: that there was nobody to tell is written down too, so that the list shows it.
        if (workers.isEmpty()) write(organisation, entry, standing, role, null);
    }

    private void write(OrganisationId organisation, UUID entry, Standing standing, Role role, @Nullable WorkerId worker) {
        sql.sql("""
                insert into partnersupport.told (id, organisation_id, side, entry_id, pair_id, role, worker_id, told_at) values (:id, :organisation, 'SUPPORT', :entry, :pair, :role, :worker, :at)
                on conflict do nothing
                """).param("id", UUID.randomUUID()).param("organisation", organisation.id()).param("entry", entry).param("pair", standing.pairId).param("role", role.name())
                .param("worker", worker == null ? null : worker.id()).param("at", Times.at(clock.instant())).update();
    }
}
