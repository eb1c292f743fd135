package org.alongside.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.ActionAgency;
import org.alongside.casework.Apart;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ActionsPages {
    private final JdbcClient sql;
    private final CaseBars bars;
    private final Apart apart;
    private final Organisations organisations;
    private final Seal seal;
    private final Clock clock;

    ActionsPages(JdbcClient sql, CaseBars bars, Apart apart, Organisations organisations, Seal seal, Clock clock) {
        this.sql = sql;
        this.bars = bars;
        this.apart = apart;
        this.organisations = organisations;
        this.seal = seal;
        this.clock = clock;
    }

    ActionsPage page(UUID id) {
        record Row(UUID id, ActionAgency agency, byte[] words, UUID ownerId, LocalDate dueOn, @Nullable LocalDate doneOn, byte @Nullable [] outcome, int version) {}
        CaseBar bar = bars.look(id);
        LocalDate today = Times.day(clock.instant());
        List<ActionsPage.Action> actions = sql.sql("""
                select id, agency, words, owner_id, due_on, done_on, outcome, version from casework.action where case_id = :case order by done_on desc nulls first, due_on, id
                """).param("case", id).query(Row.class).list().stream()
                .map(row -> new ActionsPage.Action(row.id, row.agency, seal.open(row.words, "casework.action.words", row.id), row.ownerId, organisations.nameOf(new WorkerId(row.ownerId)),
                        row.dueOn, row.doneOn, seal.open(row.outcome, "casework.action.outcome", row.id), row.version, row.doneOn == null && row.dueOn.isBefore(today))).toList();
        return new ActionsPage(bar, actions);
    }

    /** Who may owe an action or hold a case on this side, by name. */
    List<Option> colleagues(CaseBar bar) {
        // Safety: whoever is kept apart from this case is not among those who may be given it, as those of the other side are not.
        Set<WorkerId> kept = apart.fromWhom(new CaseId(bar.id()));
        return organisations.colleagues().stream().filter(colleague -> colleague.side() == bar.side() && !kept.contains(colleague.id()) && CaseRoles.mayHoldCases(colleague.roles()))
                .sorted(Comparator.comparing(colleague -> colleague.name())).map(colleague -> new Option(colleague.id().id().toString(), colleague.name())).toList();
    }
}
