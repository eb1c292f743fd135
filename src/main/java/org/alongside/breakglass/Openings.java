package org.alongside.breakglass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.Limits;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Callers;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Openings in an emergency: one case, an hour at most, a reason, leads told at once, and no second one before somebody else has looked at the first.
 * Source: docs/adr/0020.
 */
@Service
public class Openings {
    /** Who talks with clients and opens no case otherwise; the database says the same. */
    public static final Role[] OPENERS = {Role.VOLUNTEER, Role.HELPLINE, Role.TRAINER};
    /** Who looks at openings: a lead, and a manager where there is no lead or none did in time. */
    public static final Role[] REVIEWERS = {Role.MANAGER, Role.SAFEGUARDING_LEAD};
    static final Duration LASTS = Duration.ofMinutes(60);
    /** How soon somebody should have looked. */
    public static final Duration LOOKED_AT_WITHIN = Duration.ofHours(24);
    static final String REMINDER = "opening-review";
    private static final String WORDS = "breakglass.opening.words", FOUND = "breakglass.opening.finding_words";
    private static final int TRIES = 5, MOST = 200;
    private static final Duration PER = Duration.ofMinutes(15);
    private final Callers callers;
    private final Cases cases;
    private final Organisations organisations;
    private final Messages messages;
    private final AuditTrail audit;
    private final Limits limits;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;

    Openings(Callers callers, Cases cases, Organisations organisations, Messages messages, AuditTrail audit, Limits limits, Jobs jobs, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.callers = callers;
        this.cases = cases;
        this.organisations = organisations;
        this.messages = messages;
        this.audit = audit;
        this.limits = limits;
        this.jobs = jobs;
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Opens the case of the one client whose case number, telephone number or names these are. Called outside a transaction, after the worker signed in again.
     * RuleBroken("breakglass.not-opened") whatever the reason why not: nobody learns here who is a client.
     *
     * @param id made with the form, so that a second press finds the first
     */
    public void open(UUID id, String who, Reason reason, String words, Actor.Worker me) {
        mustBeAnOpener(me);
        if (CaseRoles.mayHoldCases(me.roles())) throw new RuleBroken("breakglass.opens-cases", "You open cases already: find it under Cases. If it is not there, ask a safeguarding lead.");
        // Safety: asked before the case is looked for, so that the answer says nothing about it.
        Optional<Opening> before = last(me).filter(one -> !one.isSettled());
        if (before.isPresent() && before.get().id().equals(id)) return;
        if (before.isPresent()) throw blocked();
        // Safety: this page is no way to find out by trying who is a client.
        if (!limits.allow("opening", me.worker().id().toString(), TRIES, PER)) throw new RuleBroken("breakglass.too-many", "There were too many tries. Ring a colleague who is on duty. In danger now: 999.");
        if (Boolean.TRUE.equals(Acting.as(raised(me), () -> transaction.execute(status -> put(id, who, reason, words, me))))) return;
        transaction.executeWithoutResult(status -> audit.refused("case", null, "an opening in an emergency"));
        throw new RuleBroken("breakglass.not-opened", "We could not open that. Check the number or how the name is spelt. If two people have the same name, use the case number. In danger now: 999.");
    }

    private boolean put(UUID id, String who, Reason reason, String words, Actor.Worker me) {
        Optional<CaseFacts> found = callers.find(who, me).map(cases::facts);
        if (found.isEmpty()) return false;
        CaseFacts facts = found.get();
        Instant now = clock.instant();
        int put = sql.sql("insert into breakglass.opening (id, case_id, reason, words, opened_at, ends_at) values (:id, :case, :reason, :words, :now, :ends) on conflict do nothing").param("id", id).param("case", facts.id().id()).param("reason", reason.name())
                .param("words", seal.close(words.strip(), WORDS, id)).param("now", Times.at(now)).param("ends", Times.at(now.plus(LASTS))).update();
        // Safety: of two pages at once one opens; the other was the same press, or has to wait until somebody has looked.
        if (put == 0 && last(me).filter(one -> one.id().equals(id)).isEmpty()) throw blocked();
        if (put == 0) return true;
        cases.tell(facts.id(), new TimelineEntry(MomentKind.CASE, now, me.worker(), "Opened for an hour in an emergency: " + reason.words(), null));
        audit.changed("case", facts.id().id(), "opened in an emergency: " + reason.name());
        audit.changed("person", facts.person().id(), "case opened in an emergency");
        List<WorkerId> told = reviewers(me.organisation(), facts.side(), me.worker());
        told.forEach(one -> messages.notice(me.organisation(), facts.side(), one));
        WorkerId worker = facts.worker();
        if (worker != null && !worker.equals(me.worker()) && !told.contains(worker)) messages.notice(me.organisation(), facts.side(), worker);
        jobs.ask(REMINDER, me.organisation(), id, now.plus(LOOKED_AT_WITHIN));
        return true;
    }

    /** The leads of the side, or its managers where there is no lead but whoever opened. */
    private List<WorkerId> reviewers(OrganisationId organisation, Side side, WorkerId opener) {
        List<WorkerId> leads = others(organisation, side, Role.SAFEGUARDING_LEAD, opener);
        return leads.isEmpty() ? others(organisation, side, Role.MANAGER, opener) : leads;
    }

    private List<WorkerId> others(OrganisationId organisation, Side side, Role role, WorkerId opener) {
        return organisations.withRole(organisation, side, role).stream().filter(one -> !one.equals(opener)).toList();
    }

    /** Does this with the case that is open to the worker, and with the worker as somebody who may read it. NotFound when it is not theirs, was ended, or its hour is over. */
    public <T> T within(UUID id, Actor.Worker me, BiFunction<Opening, Actor.Worker, T> look) {
        mustBeAnOpener(me);
        Actor.Worker reader = raised(me);
        return Acting.as(reader, () -> transaction.execute(status -> {
            // Safety: asked in the transaction that reads the case, and before it does.
            Opening opening = one(id).filter(its -> its.worker().equals(me.worker()) && its.isRunning(clock.instant())).orElseThrow(() -> new NotFound("opening", id));
            return look.apply(opening, reader);
        }));
    }

    /** The worker has what they needed. */
    public void end(UUID id, Actor.Worker me) {
        mustBeAnOpener(me);
        transaction.executeWithoutResult(status -> {
            Opening opening = one(id).filter(its -> its.worker().equals(me.worker())).orElseThrow(() -> new NotFound("opening", id));
            int ended = sql.sql("update breakglass.opening set done_at = :now where id = :id and done_at is null").param("now", Times.at(clock.instant())).param("id", id).update();
            if (ended == 1) audit.changed("case", opening.caseId().id(), "emergency opening ended");
        });
    }

    /** The worker's newest opening. */
    public Optional<Opening> last(Actor.Worker me) {
        return transaction.execute(status -> sql.sql("select * from breakglass.opening where organisation_id = access.organisation() and worker_id = :me order by finding is null or finding = 'LOOK_INTO' desc, opened_at desc, id limit 1")
                .param("me", me.worker().id()).query(this::opening).optional());
    }

    /** Those of one's own side, first what nobody has settled, the oldest of them first. Ask for their cases' facts before showing them. */
    public List<Opening> all(Actor.Worker me) {
        me.mustBe(REVIEWERS);
        return transaction.execute(status -> sql.sql("""
                select * from breakglass.opening where organisation_id = access.organisation() and side = access.side()
                 order by finding is null or finding = 'LOOK_INTO' desc, case when finding is null or finding = 'LOOK_INTO' then opened_at end, opened_at desc, id limit :most
                """).param("most", MOST).query(this::opening).list());
    }

    /** Of which openings this worker may say now what they found: a lead of all but their own, a manager when there is no other lead, or none looked within a day. */
    public Predicate<Opening> mayReview(Actor.Worker me) {
        if (me.side() == null) return opening -> false;
        boolean lead = me.is(Role.SAFEGUARDING_LEAD), manager = me.is(Role.MANAGER);
        List<WorkerId> leads = lead || !manager ? List.of() : organisations.withRole(me.organisation(), me.side(), Role.SAFEGUARDING_LEAD);
        Instant dayAgo = clock.instant().minus(LOOKED_AT_WITHIN);
        // Safety: nobody looks at their own; and nobody's next emergency waits for a lead who is away.
        return opening -> !opening.worker().equals(me.worker()) && !opening.isSettled() && (lead || manager && (!opening.openedAt().isAfter(dayAgo) || leads.stream().allMatch(opening.worker()::equals)));
    }

    /** Somebody else looked at it, which closes it if it is still open. What they found is added to what was found before; once it is settled it stays, and the worker may open another. @param version the one they looked at */
    public void review(UUID id, int version, Finding finding, String words, Actor.Worker me) {
        me.mustBe(REVIEWERS);
        transaction.executeWithoutResult(status -> {
            Opening opening = one(id).orElseThrow(() -> new NotFound("opening", id));
            // Safety: a case that is kept from whoever looks is not there for them.
            cases.facts(opening.caseId());
            if (opening.isSettled()) throw new RuleBroken("breakglass.settled", "Somebody has looked at this already.");
            if (!mayReview(me).test(opening)) throw new RuleBroken("breakglass.not-yours", opening.worker().equals(me.worker()) ? "You opened this: somebody else looks at it." : "A safeguarding lead looks at it first. If nobody has within a day, you do.");
            // Safety: nobody loses the page while they are on the line because it was right to open it, and nobody has two open at once.
            if (finding == Finding.JUSTIFIED && opening.isRunning(clock.instant())) throw new RuleBroken("breakglass.running", "It is still open to them. Say that it was right when they are done; anything else closes it at once.");
            String found = opening.reviewed() == null ? words.strip() : opening.reviewed().words() + "\n\n" + words.strip();
            int saved = sql.sql("update breakglass.opening set finding = :finding, finding_words = :words, reviewed_by = :me, reviewed_at = :now, version = version + 1 where id = :id and version = :version")
                    .param("finding", finding.name()).param("words", seal.close(found, FOUND, id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).param("version", version).update();
            if (saved == 0) throw Cases.changedMeanwhile();
            audit.changed("case", opening.caseId().id(), "emergency opening looked at: " + finding.name());
            if (finding.settles() && me.side() != null) messages.notice(me.organisation(), me.side(), opening.worker());
        });
    }

    public static void mustBeAnOpener(Actor.Worker me) {
        me.mustBe(OPENERS);
        if (me.side() == null) throw new NotFound();
    }

    // Safety: for one transaction, whose first question is whether there is such an opening. What it reads is the worker's own side still, and no case but the opening's is asked for.
    private static Actor.Worker raised(Actor.Worker me) {
        Set<Role> roles = EnumSet.copyOf(me.roles());
        roles.add(me.side() == Side.SUPPORT ? Role.SUPPORT_WORKER : Role.FACILITATOR);
        return new Actor.Worker(me.worker(), me.organisation(), me.side(), roles);
    }

    private static RuleBroken blocked() {
        return new RuleBroken("breakglass.not-looked-at", "Nobody has looked at your last opening yet. Ring somebody who is on duty: they can open the case. In danger now: 999.");
    }

    private Optional<Opening> one(UUID id) {
        return sql.sql("select * from breakglass.opening where id = :id").param("id", id).query(this::opening).optional();
    }

    private Opening opening(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Opening.Reviewed reviewed = row.getString("finding") == null ? null
                : new Opening.Reviewed(Finding.valueOf(row.getString("finding")), seal.openWords(row.getBytes("finding_words"), FOUND, id), new WorkerId(row.getObject("reviewed_by", UUID.class)), Times.instant(row, "reviewed_at"));
        return new Opening(id, new WorkerId(row.getObject("worker_id", UUID.class)), new CaseId(row.getObject("case_id", UUID.class)), Reason.valueOf(row.getString("reason")), seal.openWords(row.getBytes("words"), WORDS, id), Times.instant(row, "opened_at"),
                Times.instant(row, "ends_at"), Times.instantOrNull(row, "done_at"), reviewed, row.getInt("version"));
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from breakglass.opening where case_id = :case").param("case", erased.id().id()).update();
    }
}
