package org.alongside.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.Test;

class ClientCaseTests {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    final OrganisationId ours = new OrganisationId(UUID.randomUUID());
    final ClientCase screening = ClientCase.screening(new CaseId(UUID.randomUUID()), ours, Side.SUPPORT, new PersonId(UUID.randomUUID()), "Sam", null, CaseReference.draw(), NOW);

    @Test
    void a_case_is_screened_then_open_then_closed_and_each_step_tells_what_happened() {
        assertThat(screening.status()).isEqualTo(CaseStatus.SCREENING);
        assertThat(screening.accept(NOW)).isEqualTo(new CaseEvent.Accepted(screening.id(), ours, Side.SUPPORT, NOW));
        assertThat(screening.status()).isEqualTo(CaseStatus.OPEN);
        screening.close(ClosureReason.FINISHED, NOW);
        assertThat(screening.status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void support_may_begin_while_we_screen_but_nothing_is_added_to_a_closed_case() {
        screening.mustNotBeClosed();
        screening.close(ClosureReason.DECLINED, NOW);

        assertThatThrownBy(screening::mustNotBeClosed).isInstanceOf(RuleBroken.class).hasMessageContaining("Reopen");
        assertThatThrownBy(() -> screening.allocate(new WorkerId(UUID.randomUUID()), NOW)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> screening.close(ClosureReason.FINISHED, NOW)).isInstanceOf(RuleBroken.class).hasMessageContaining("closed");
    }

    @Test
    void an_open_case_is_not_accepted_twice_and_only_a_closed_one_is_reopened() {
        screening.accept(NOW);

        assertThatThrownBy(() -> screening.accept(NOW)).isInstanceOf(RuleBroken.class).hasMessageContaining("already open");
        assertThatThrownBy(() -> screening.reopen(NOW)).isInstanceOf(RuleBroken.class).hasMessageContaining("not closed");
    }

    @Test
    void a_case_reopens_where_it_stood() {
        screening.close(ClosureReason.DECLINED, NOW);
        screening.reopen(NOW);
        assertThat(screening.status()).isEqualTo(CaseStatus.SCREENING);

        screening.accept(NOW);
        screening.close(ClosureReason.FINISHED, NOW);
        screening.reopen(NOW);
        assertThat(screening.status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void a_reference_reveals_nothing_and_cannot_be_misread() {
        Set<String> drawn = new HashSet<>();
        Stream.generate(CaseReference::draw).limit(5_000).forEach(drawn::add);

        assertThat(drawn).hasSize(5_000).allMatch(reference -> reference.matches("[2-9CDFGHJKMPQRTVWXY]{4}-[2-9CDFGHJKMPQRTVWXY]{4}"));
        // Drawn, not counted: as many begin with one sign as with another, whenever they were made.
        assertThat(drawn.stream().filter(reference -> reference.startsWith("2")).count()).isBetween(120L, 320L);
    }
}
