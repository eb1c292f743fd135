package org.alongside.casework.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.casework.Children;
import org.alongside.casework.GenderWish;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CasePages {
    private static final int FEW = 8;
    private final TimelinePages timeline;
    private final Relations relations;
    private final Children children;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    CasePages(TimelinePages timeline, Relations relations, Children children, JdbcClient sql, Seal seal, Clock clock) {
        this.timeline = timeline;
        this.relations = relations;
        this.children = children;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    CasePage page(UUID id) {
        TimelinePage newest = timeline.newest(id, FEW);
        List<Relation> around = relations.of(newest.bar().client().id());
        return new CasePage(newest.bar(), newest.moments(), Times.day(clock.instant()), wish(id), around, children.casesOf(around.stream().filter(Relation::isChild).map(Relation::other).toList()));
    }

    /** The client's newest wish about the worker's gender and whether it was met, in words; null when nobody has asked. */
    private @Nullable String wish(UUID id) {
        record Row(UUID id, GenderWish wish, byte @Nullable [] wishWords, @Nullable Boolean wishMet) {}
        return sql.sql("select id, wish, wish_words, wish_met from casework.allocation where case_id = :case and wish is not null order by at desc limit 1")
                .param("case", id).query(Row.class).optional().map(row -> {
                    String words = row.wish == GenderWish.OTHER ? seal.open(row.wishWords, "casework.allocation.wish_words", row.id) : row.wish.words();
                    return words + (row.wishMet == null ? "" : row.wishMet ? ": met" : ": not met");
                }).orElse(null);
    }
}
