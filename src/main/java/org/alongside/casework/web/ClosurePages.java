package org.alongside.casework.web;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.FeedbackAnswer;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.NeedStatus;
import org.alongside.casework.UnmetBecause;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ClosurePages {
    private final JdbcClient sql;
    private final CaseBars bars;
    private final NeedsPages needs;
    private final Organisations organisations;
    private final Seal seal;

    ClosurePages(JdbcClient sql, CaseBars bars, NeedsPages needs, Organisations organisations, Seal seal) {
        this.sql = sql;
        this.bars = bars;
        this.needs = needs;
        this.organisations = organisations;
        this.seal = seal;
    }

    private record Row(UUID id, ClosureReason reason, byte @Nullable [] words, OffsetDateTime closedAt, UUID closedBy, @Nullable FeedbackAnswer believed,
            @Nullable FeedbackAnswer inControl, @Nullable FeedbackAnswer safer, byte @Nullable [] clientWords) {}

    private record Ended(UUID closureId, NeedDomain domain, NeedStatus outcome, @Nullable UnmetBecause because) {}

    ClosurePage page(UUID id, ClosureForm form, Problems problems) {
        CaseBar bar = bars.look(id);
        List<Ended> ends = sql.sql("select n.closure_id, n.domain, n.outcome, n.because from casework.closure_need n join casework.closure c on c.id = n.closure_id where c.case_id = :case")
                .param("case", id).query(Ended.class).list();
        List<ClosurePage.Closed> closures = sql.sql("""
                select id, reason, words, closed_at, closed_by, believed, in_control, safer, client_words from casework.closure where case_id = :case order by closed_at desc, id
                """).param("case", id).query(Row.class).list().stream().map(row -> closed(row, ends)).toList();
        return new ClosurePage(bar, form, problems, needs.needs(id), closures);
    }

    private ClosurePage.Closed closed(Row row, List<Ended> ends) {
        List<ClosurePage.End> its = ends.stream().filter(end -> end.closureId.equals(row.id)).sorted(Comparator.comparing(Ended::domain))
                .map(end -> new ClosurePage.End(end.domain, end.outcome, end.because)).toList();
        return new ClosurePage.Closed(row.reason, seal.open(row.words, "casework.closure.words", row.id), row.closedAt.toInstant(), organisations.nameOf(new WorkerId(row.closedBy)),
                row.believed, row.inControl, row.safer, seal.open(row.clientWords, "casework.closure.client_words", row.id), its);
    }
}
