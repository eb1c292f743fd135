package org.alongside.casework.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Apart;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Way;
import org.alongside.shared.NotFound;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the top of each page of a case. Whoever gets it has looked at the case, and the trail says so. */
@Component
@Transactional
class CaseBars {
    private final JdbcClient sql;
    private final People people;
    private final Organisations organisations;
    private final Apart apart;
    private final AuditTrail audit;
    private final Clock clock;

    CaseBars(JdbcClient sql, People people, Organisations organisations, Apart apart, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.organisations = organisations;
        this.apart = apart;
        this.audit = audit;
        this.clock = clock;
    }

    /** NotFound when there is no such case for whoever asks. */
    CaseBar look(UUID id) {
        return look(sql.sql("select " + CaseRow.COLUMNS + " from casework.client_case c where c.id = :case")
                .param("today", Times.day(clock.instant())).param("case", id).query((row, number) -> CaseRow.of(row)).optional().orElseThrow(() -> new NotFound("case", id)));
    }

    CaseBar look(CaseRow row) {
        // Safety: whoever a lead keeps apart from a case finds nothing there, and cannot tell why.
        if (apart.isKept(row.id())) throw new NotFound("case", row.id());
        audit.looked("case", row.id());
        People.Whole client = people.whole(new PersonId(row.personId()));
        List<Way> ways = Way.all(client.contact());
        UUID worker = row.workerId();
        return new CaseBar(row.id(), row.reference(), row.status(), row.side(), client.facts(), ways, worker, worker == null ? null : organisations.nameOf(new WorkerId(worker)),
                row.openedAt(), row.closedAt(), row.locked(), row.counts());
    }
}
