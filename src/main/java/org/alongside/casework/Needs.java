package org.alongside.casework;

import java.time.Clock;
import java.util.Locale;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which parts of life the client wants help, how much, and how far it has come. Each part stands once in a case. */
@Service
@Transactional
public class Needs {
    private static final String WORDS = "casework.need.words";
    private final Cases cases;
    private final Moments moments;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Needs(Cases cases, Moments moments, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.moments = moments;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    public record Need(NeedLevel level, NeedStatus status, @Nullable String words) {}

    /** @param need made with the form, so that a second press finds the first */
    /** In which parts of life this client still wants help. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<NeedDomain> open(CaseId id) {
        return sql.sql("select distinct domain from casework.need where case_id = :case and status in ('OPEN', 'WORKING') order by domain").param("case", id.id()).query(NeedDomain.class).list();
    }

    public void raise(CaseId id, UUID need, NeedDomain domain, Need about, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(id, me);
        int raised = sql.sql("""
                insert into casework.need (id, case_id, domain, level, status, words, raised_at)
                values (:id, :case, :domain, :level, :status, :words, :now) on conflict do nothing
                """).param("id", need).param("case", id.id()).param("domain", domain.name()).param("level", about.level().name())
                .param("status", about.status().name()).param("words", seal.close(about.words(), WORDS, need)).param("now", Times.at(clock.instant())).update();
        if (raised == 1) tell(facts, "", domain, about, me);
        else mustBeThisOne(id, need);
    }

    public void change(CaseId id, UUID need, int version, Need about, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(id, me);
        NeedDomain domain = sql.sql("select domain from casework.need where id = :id and case_id = :case").param("id", need).param("case", id.id())
                .query(String.class).optional().map(NeedDomain::valueOf).orElseThrow(() -> new NotFound("need", need));
        int changed = sql.sql("""
                update casework.need set level = :level, status = :status, words = :words, version = version + 1 where id = :id and version = :version
                """).param("level", about.level().name()).param("status", about.status().name()).param("words", seal.close(about.words(), WORDS, need))
                .param("id", need).param("version", version).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        tell(facts, " looked at again", domain, about, me);
    }

    private void mustBeThisOne(CaseId id, UUID need) {
        if (sql.sql("select 1 from casework.need where id = :id and case_id = :case").param("id", need).param("case", id.id()).query(Integer.class).optional().isEmpty()) {
            throw new RuleBroken("casework.need-stands-already", "This is already on the list. Change it there.");
        }
    }

    private void tell(CaseFacts facts, String again, NeedDomain domain, Need about, Actor.Worker me) {
        String noun = facts.side() == Side.SUPPORT ? "Need" : "Work on";
        moments.now(facts.id(), MomentKind.NEED, me, noun + again + ": " + domain.words() + " (" + about.level().words().toLowerCase(Locale.ROOT) + "), "
                + about.status().words().toLowerCase(Locale.ROOT), about.words(), "/desk/cases/" + facts.id().id() + "/needs");
    }
}
