package org.alongside.casework.web;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.access.WorkerId;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.Closures;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.NeedStatus;
import org.alongside.casework.UnmetBecause;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Response;
import org.alongside.instruments.ResponseId;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
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
    private final Closures closures;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Seal seal;

    ClosurePages(JdbcClient sql, CaseBars bars, NeedsPages needs, Closures closures, Instruments instruments, Organisations organisations, Seal seal) {
        this.sql = sql;
        this.bars = bars;
        this.needs = needs;
        this.closures = closures;
        this.instruments = instruments;
        this.organisations = organisations;
        this.seal = seal;
    }

    private record Row(UUID id, ClosureReason reason, byte @Nullable [] words, OffsetDateTime closedAt, UUID closedBy, @Nullable UUID responseId, @Nullable String believed,
            @Nullable String inControl, @Nullable String safer, byte @Nullable [] clientWords) {}

    private record Ended(UUID closureId, NeedDomain domain, NeedStatus outcome, @Nullable UnmetBecause because) {}

    ClosurePage page(UUID id, ClosureForm form, Function<String, String @Nullable []> sent, Problems problems) {
        CaseBar bar = bars.look(id);
        AnswerSheet asked = closures.asked(bar.support() ? Side.SUPPORT : Side.CHANGE).map(set -> AnswerSheet.read(set, sent)).orElse(null);
        List<Ended> ends = sql.sql("select n.closure_id, n.domain, n.outcome, n.because from casework.closure_need n join casework.closure c on c.id = n.closure_id where c.case_id = :case")
                .param("case", id).query(Ended.class).list();
        List<Row> rows = sql.sql("""
                select id, reason, words, closed_at, closed_by, response_id, believed, in_control, safer, client_words from casework.closure where case_id = :case order by closed_at desc, id
                """).param("case", id).query(Row.class).list();
        Map<ResponseId, Response> said = instruments.responses(rows.stream().map(Row::responseId).filter(Objects::nonNull).map(ResponseId::new).toList());
        return new ClosurePage(bar, form, problems, needs.needs(id), asked, rows.stream().map(row -> closed(row, ends, row.responseId == null ? null : said.get(new ResponseId(row.responseId)))).toList());
    }

    private ClosurePage.Closed closed(Row row, List<Ended> ends, @Nullable Response said) {
        List<ClosurePage.End> its = ends.stream().filter(end -> end.closureId.equals(row.id)).sorted(Comparator.comparing(Ended::domain))
                .map(end -> new ClosurePage.End(end.domain, end.outcome, end.because)).toList();
        return new ClosurePage.Closed(row.reason, seal.open(row.words, "casework.closure.words", row.id), row.closedAt.toInstant(), organisations.nameOf(new WorkerId(row.closedBy)),
                said == null ? before(row) : said.sheet(), said != null && said.status() == Response.Status.AMENDED, seal.open(row.clientWords, "casework.closure.client_words", row.id), its);
    }

    /** What was said at a closure older than the questions: the same three, kept in columns. */
    private @Nullable AnswerSheet before(Row row) {
        if (row.believed == null && row.inControl == null && row.safer == null) return null;
        return AnswerSheet.read(instruments.current(Closures.ASKED), question -> switch (question) {
            case "a.believed" -> option(row.believed);
            case "a.in-control" -> option(row.inControl);
            case "a.safer" -> option(row.safer);
            default -> null;
        });
    }

    private static String @Nullable [] option(@Nullable String kept) {
        return kept == null ? null : new String[] {kept.toLowerCase(Locale.ROOT)};
    }
}
