package org.alongside.casework.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.WorkerId;
import org.alongside.casework.Called;
import org.alongside.casework.CrisisKind;
import org.alongside.casework.Whereabouts;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Times;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CrisisPages {
    private final JdbcClient sql;
    private final CaseBars bars;
    private final Organisations organisations;
    private final Seal seal;

    CrisisPages(JdbcClient sql, CaseBars bars, Organisations organisations, Seal seal) {
        this.sql = sql;
        this.bars = bars;
        this.organisations = organisations;
        this.seal = seal;
    }

    CrisisPage page(UUID id, UUID crisis, CrisisDetailsForm form, Problems problems) {
        CaseBar bar = bars.look(id);
        CrisisPage.Crisis found = sql.sql("""
                select k.id, k.what, k.called, k.whereabouts, k.details_at, m.happened_at, m.worker_id, m.words
                  from casework.crisis k join casework.moment m on m.id = k.id where k.id = :crisis and k.case_id = :case
                """).param("crisis", crisis).param("case", id).query((row, number) -> new CrisisPage.Crisis(crisis, CrisisKind.valueOf(row.getString("what")),
                called((String[]) row.getArray("called").getArray()), Whereabouts.valueOf(row.getString("whereabouts")), Times.instant(row, "happened_at"),
                organisations.nameOf(new WorkerId(row.getObject("worker_id", UUID.class))), seal.open(row.getBytes("words"), "casework.moment.words", crisis), row.getObject("details_at") != null))
                .optional().orElseThrow(() -> new NotFound("crisis", crisis));
        return new CrisisPage(bar, found, form, problems);
    }

    private static List<String> called(String[] names) {
        return Stream.of(names).map(Called::valueOf).sorted().map(Called::words).toList();
    }
}
