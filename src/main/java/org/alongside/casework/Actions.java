package org.alongside.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done with which agency, by whom and by when. */
@Service
@Transactional
public class Actions {
    static final String WORDS = "casework.action.words";
    private static final String OUTCOME = "casework.action.outcome";
    private final Cases cases;
    private final Apart apart;
    private final Organisations organisations;
    private final Moments moments;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Actions(Cases cases, Apart apart, Organisations organisations, Moments moments, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.apart = apart;
        this.organisations = organisations;
        this.moments = moments;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    public record Action(ActionAgency agency, String words, WorkerId owner, LocalDate dueOn) {}

    /** @param action made with the form, so that a second press finds the first */
    public void add(CaseId id, UUID action, Action about, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(id, me);
        ownerMustBeOf(facts, about.owner());
        if (!moments.add(action, id, MomentKind.ACTION, clock.instant(), me.worker(), "Action with " + named(about) + ", due " + Times.say(about.dueOn()), about.words(), path(id, action))) return;
        sql.sql("insert into casework.action (id, case_id, agency, words, owner_id, due_on) values (:id, :case, :agency, :words, :owner, :due)")
                .param("id", action).param("case", id.id()).param("agency", about.agency().name()).param("words", seal.close(about.words(), WORDS, action))
                .param("owner", about.owner().id()).param("due", about.dueOn()).update();
    }

    public void change(CaseId id, UUID action, int version, Action about, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(id, me);
        mustBeOf(id, action);
        ownerMustBeOf(facts, about.owner());
        int changed = sql.sql("""
                update casework.action set agency = :agency, words = :words, owner_id = :owner, due_on = :due, version = version + 1
                 where id = :id and version = :version and done_on is null
                """).param("agency", about.agency().name()).param("words", seal.close(about.words(), WORDS, action)).param("owner", about.owner().id()).param("due", about.dueOn())
                .param("id", action).param("version", version).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        moments.now(id, MomentKind.ACTION, me, "Action with " + named(about) + " changed, due " + Times.say(about.dueOn()), about.words(), path(id, action));
    }

    public void done(CaseId id, UUID action, int version, @Nullable String outcome, Actor.Worker me) {
        cases.mustBeOpenFor(id, me);
        mustBeOf(id, action);
        int changed = sql.sql("update casework.action set done_on = :on, outcome = :outcome, version = version + 1 where id = :id and version = :version and done_on is null")
                .param("on", Times.day(clock.instant())).param("outcome", seal.close(outcome, OUTCOME, action)).param("id", action).param("version", version).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        moments.now(id, MomentKind.ACTION, me, "Action done", outcome, path(id, action));
    }

    private void mustBeOf(CaseId id, UUID action) {
        sql.sql("select 1 from casework.action where id = :id and case_id = :case").param("id", action).param("case", id.id())
                .query(Integer.class).optional().orElseThrow(() -> new NotFound("action", action));
    }

    // Safety: an action names its case to its owner, so it is only ever owed by somebody on the case's own side whom nothing keeps apart from it.
    private void ownerMustBeOf(CaseFacts facts, WorkerId owner) {
        Set<WorkerId> kept = apart.fromWhom(facts.id());
        boolean ours = !kept.contains(owner) && organisations.colleagues().stream().anyMatch(colleague -> colleague.id().equals(owner) && colleague.side() == facts.side() && CaseRoles.mayHoldCases(colleague.roles()));
        if (!ours) throw new RuleBroken("casework.not-a-colleague", "Choose somebody who works on this side of the service.");
    }

    private static String named(Action about) {
        return about.agency().words().substring(0, 1).toLowerCase(Locale.ROOT) + about.agency().words().substring(1);
    }

    private static String path(CaseId id, UUID action) {
        return "/desk/cases/" + id.id() + "/actions/" + action;
    }
}
