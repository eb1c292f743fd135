package org.alongside.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the client wants, in the client's words. */
@Service
@Transactional
public class Goals {
    static final String WORDS = "casework.goal.words";
    private final Cases cases;
    private final Moments moments;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Goals(Cases cases, Moments moments, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.moments = moments;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param goal made with the form, so that a second press finds the first */
    public void set(CaseId id, UUID goal, String words, Actor.Worker me) {
        cases.mustBeOpenFor(id, me);
        Instant now = clock.instant();
        if (!moments.add(goal, id, MomentKind.GOAL, now, me.worker(), "The client’s goal", words, path(id))) return;
        sql.sql("insert into casework.goal (id, case_id, words, status, set_on, set_at) values (:id, :case, :words, 'ACTIVE', :on, :now)")
                .param("id", goal).param("case", id.id()).param("words", seal.close(words, WORDS, goal)).param("on", Times.day(now)).param("now", Times.at(now)).update();
    }

    /** The words may change with the client's mind; the timeline keeps what was said before. */
    public void change(CaseId id, UUID goal, int version, String words, GoalStatus status, Actor.Worker me) {
        cases.mustBeOpenFor(id, me);
        sql.sql("select 1 from casework.goal where id = :id and case_id = :case").param("id", goal).param("case", id.id())
                .query(Integer.class).optional().orElseThrow(() -> new NotFound("goal", goal));
        int changed = sql.sql("update casework.goal set words = :words, status = :status, version = version + 1 where id = :id and version = :version")
                .param("words", seal.close(words, WORDS, goal)).param("status", status.name()).param("id", goal).param("version", version).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        moments.now(id, MomentKind.GOAL, me, "Goal: " + status.words().toLowerCase(Locale.ROOT), words, path(id));
    }

    private static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/needs";
    }
}
