package org.alongside.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the timeline, and with each line the trail: whatever happens to a case leaves both. */
@Component("caseMoments")
@Transactional(propagation = Propagation.MANDATORY)
class Moments {
    static final String WORDS = "casework.moment.words";
    private final JdbcClient sql;
    private final Seal seal;
    private final AuditTrail audit;
    private final Clock clock;

    Moments(JdbcClient sql, Seal seal, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Something that happened just now and has its own page. */
    void now(CaseId id, MomentKind kind, Actor.Worker me, String headline, @Nullable String words, @Nullable String path) {
        add(UUID.randomUUID(), id, kind, clock.instant(), me.worker(), headline, words, path);
    }

    /** False when a line with this id is already there: the same form sent twice. */
    boolean add(UUID moment, CaseId id, MomentKind kind, Instant at, WorkerId by, String headline, @Nullable String words, @Nullable String path) {
        boolean first = sql.sql("""
                insert into casework.moment (id, case_id, kind, happened_at, recorded_at, worker_id, headline, path, words)
                values (:id, :case, :kind, :at, :now, :by, :headline, :path, :words) on conflict (id) do nothing
                """)
                .param("id", moment).param("case", id.id()).param("kind", kind.name()).param("at", Times.at(at)).param("now", Times.at(clock.instant()))
                .param("by", by.id()).param("headline", headline).param("path", path).param("words", seal.close(words, WORDS, moment)).update() == 1;
        if (first) audit.changed("case", id.id(), kind.name().toLowerCase(Locale.ROOT) + " added");
        else mustBeOf(id, moment);
        return first;
    }

    private void mustBeOf(CaseId id, UUID moment) {
        sql.sql("select 1 from casework.moment where id = :id and case_id = :case").param("id", moment).param("case", id.id())
                .query(Integer.class).optional().orElseThrow(NotFound::new);
    }
}
