package org.alongside.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.shared.Side;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AlongsideTest
class AuditTrailTests {
    @Autowired AuditTrail trail;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    final OrganisationId ours = new OrganisationId(UUID.randomUUID());
    final Actor.Worker worker = worker(ours, Role.SUPPORT_WORKER);
    final Actor.Worker lead = worker(ours, Role.PRIVACY_LEAD);
    final Actor.Worker leadElsewhere = worker(new OrganisationId(UUID.randomUUID()), Role.PRIVACY_LEAD);
    final UUID person = UUID.randomUUID();

    @Test
    void a_look_is_kept_and_only_a_lead_of_the_same_organisation_reads_it() {
        as(worker, () -> trail.looked("person", person));

        assertThat(seenBy(lead)).isEqualTo(1);
        assertThat(seenBy(worker)).isZero();
        assertThat(seenBy(leadElsewhere)).isZero();
    }

    @Test
    void a_look_that_is_rolled_back_leaves_no_row_and_a_refusal_written_afterwards_stays() {
        Acting.as(worker, () -> {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                trail.looked("person", person);
                throw new IllegalStateException("refused");
            })).isInstanceOf(IllegalStateException.class);
            trail.refused("person", person, "open");
        });

        assertThat(seenBy(lead)).isEqualTo(1);
    }

    @Test
    void nobody_writes_outside_a_transaction_or_without_being_somebody() {
        assertThatThrownBy(() -> Acting.as(worker, () -> trail.looked("person", person))).hasMessageContaining("transaction");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> trail.looked("person", person))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobody_writes_in_a_colleagues_name_or_changes_or_removes_an_entry() {
        as(worker, () -> trail.looked("person", person));

        assertThatThrownBy(() -> as(worker, () -> sql.sql("""
                insert into audit.entry (at, actor, organisation_id, worker_id, act, kind, detail)
                values (now(), 'WORKER', :organisation, :colleague, 'LOOKED', 'person', 'open')
                """).param("organisation", ours.id()).param("colleague", UUID.randomUUID()).update())).rootCause().hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(lead, () -> sql.sql("update audit.entry set detail = ''").update())).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(lead, () -> sql.sql("delete from audit.entry").update())).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(lead, () -> sql.sql("truncate audit.entry").update())).rootCause().hasMessageContaining("permission denied");
    }

    private static Actor.Worker worker(OrganisationId organisation, Role role) {
        return new Actor.Worker(new WorkerId(UUID.randomUUID()), organisation, Side.SUPPORT, Set.of(role));
    }

    private void as(Actor actor, Runnable work) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private int seenBy(Actor actor) {
        return Acting.as(actor, () -> transaction.execute(status ->
                sql.sql("select count(*) from audit.entry where subject_id = :id").param("id", person).query(Integer.class).single()));
    }
}
