package org.alongside.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.rota.Rota;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells whoever is on duty when nobody has read a referral in time, and later the managers, and writes down who was told. */
@Component
class FirstContactClock {
    static final String DUTY = "first-contact";
    static final String MANAGER = "first-contact-manager";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Organisations organisations;
    private final Messages messages;
    private final FirstContact firstContact;
    private final Rota rota;
    private final Jobs jobs;
    private final Clock clock;

    FirstContactClock(JdbcClient sql, TransactionTemplate transaction, Organisations organisations, Messages messages, FirstContact firstContact, Rota rota, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.organisations = organisations;
        this.messages = messages;
        this.firstContact = firstContact;
        this.rota = rota;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Run when first contact is due. */
    void ranOut(OrganisationId organisation, UUID referral) {
        transaction.executeWithoutResult(status -> unread(organisation, referral).forEach(row -> {
            tell(organisation, row, Role.DUTY, rota.toTell(organisation, row.side(), clock.instant()));
            jobs.ask(MANAGER, organisation, referral, row.contactDueAt().plus(firstContact.of(organisation).manager()));
        }));
    }

    /** Run when, even later, nobody has read it still. */
    void ranOutLongAgo(OrganisationId organisation, UUID referral) {
        transaction.executeWithoutResult(status -> unread(organisation, referral).forEach(row -> tell(organisation, row, Role.MANAGER, organisations.withRole(organisation, row.side(), Role.MANAGER))));
    }

    private record Unread(UUID id, Side side, Instant contactDueAt) {}

    private List<Unread> unread(OrganisationId organisation, UUID referral) {
        return sql.sql("select id, side, contact_due_at from referral.referral where id = :id and organisation_id = :organisation and status = 'RECEIVED' and contact_due_at <= :now")
                .param("id", referral).param("organisation", organisation.id()).param("now", Times.at(clock.instant())).query(Unread.class).list();
    }

    private void tell(OrganisationId organisation, Unread row, Role role, List<WorkerId> workers) {
        workers.forEach(worker -> {
            write(organisation, row, role, worker);
            messages.notice(organisation, row.side(), worker);
        });
        // Safety: that there was nobody to tell is written down too, so that the inbox shows it.
        if (workers.isEmpty()) write(organisation, row, role, null);
    }

    private void write(OrganisationId organisation, Unread row, Role role, @Nullable WorkerId worker) {
        sql.sql("""
                insert into referral.told (id, referral_id, organisation_id, side, role, worker_id, told_at) values (:id, :referral, :organisation, :side, :role, :worker, :at)
                on conflict do nothing
                """).param("id", UUID.randomUUID()).param("referral", row.id()).param("organisation", organisation.id()).param("side", row.side().name())
                .param("role", role.name()).param("worker", worker == null ? null : worker.id()).param("at", Times.at(clock.instant())).update();
    }
}
