package org.alongside.casework.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.alongside.casework.GoalStatus;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.NeedLevel;
import org.alongside.casework.NeedStatus;
import org.alongside.casework.OfferAnswer;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class NeedsPages {
    private final JdbcClient sql;
    private final CaseBars bars;
    private final Seal seal;

    NeedsPages(JdbcClient sql, CaseBars bars, Seal seal) {
        this.sql = sql;
        this.bars = bars;
        this.seal = seal;
    }

    NeedsPage page(UUID id) {
        return new NeedsPage(bars.look(id), needs(id), goals(id), offers(id));
    }

    /** In the order of the domains, which begins with safety. */
    List<NeedsPage.Need> needs(UUID id) {
        record Row(UUID id, NeedDomain domain, NeedLevel level, NeedStatus status, byte @Nullable [] words, int version) {}
        return sql.sql("select id, domain, level, status, words, version from casework.need where case_id = :case").param("case", id).query(Row.class).list().stream()
                .sorted(Comparator.comparing(Row::domain))
                .map(row -> new NeedsPage.Need(row.id, row.domain, row.level, row.status, seal.open(row.words, "casework.need.words", row.id), row.version)).toList();
    }

    private List<NeedsPage.Goal> goals(UUID id) {
        record Row(UUID id, byte[] words, GoalStatus status, LocalDate setOn, int version) {}
        return sql.sql("select id, words, status, set_on, version from casework.goal where case_id = :case order by status = 'ACTIVE' desc, set_at desc, id").param("case", id).query(Row.class).list().stream()
                .map(row -> new NeedsPage.Goal(row.id, seal.open(row.words, "casework.goal.words", row.id), row.status, row.setOn, row.version)).toList();
    }

    private List<NeedsPage.Offer> offers(UUID id) {
        record Row(UUID id, @Nullable UUID goalId, byte[] words, LocalDate offeredOn, OfferAnswer answer, @Nullable LocalDate answeredOn, int version) {}
        return sql.sql("select id, goal_id, words, offered_on, answer, answered_on, version from casework.offer where case_id = :case order by offered_on desc, id").param("case", id).query(Row.class).list().stream()
                .map(row -> new NeedsPage.Offer(row.id, row.goalId, seal.open(row.words, "casework.offer.words", row.id), row.offeredOn, row.answer, row.answeredOn, row.version)).toList();
    }
}
