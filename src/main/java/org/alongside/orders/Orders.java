package org.alongside.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.people.PersonId;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders in the cases of people harmed. Each change stands on the case's timeline, and its next day on the case. */
@Service
@Transactional
public class Orders {
    /** Whose work it is; the database says the same in {@code orders.wall}. */
    /** How long before its last day an order is on the list: time enough to ask a court for longer. */
    public static final Period AHEAD = Period.ofWeeks(4);
    private static final String COURT = "orders.protective_order.court", CONDITIONS = "orders.protective_order.conditions", WORDS = "orders.breach.words";
    private static final int MOST = 200;
    private final Cases cases;
    private final Relations relations;
    private final JdbcClient sql;
    private final Seal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(Cases cases, Relations relations, JdbcClient sql, Seal seal, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.relations = relations;
        this.sql = sql;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first */
    public void add(CaseId caseId, UUID id, Terms terms, Actor.Worker me) {
        mustBeAround(mustSupport(caseId, me), terms.binds());
        int added = bind(sql.sql("""
                insert into orders.protective_order (id, case_id, kind, status, binds_id, court, conditions, made_on, served_on, hearing_on, until, recorded_by, recorded_at)
                values (:id, :case, :kind, :status, :binds, :court, :conditions, :madeOn, :servedOn, :hearingOn, :until, :by, :now) on conflict (id) do nothing
                """), id, terms).param("case", caseId.id()).param("by", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added == 1) tell(caseId, id, said(terms), me);
        else one(caseId, id);
    }

    /** RuleBroken when somebody changed it since {@code version} was read. */
    public void change(CaseId caseId, UUID id, int version, Terms terms, Actor.Worker me) {
        mustBeAround(mustSupport(caseId, me), terms.binds());
        Terms before = one(caseId, id).terms();
        int changed = bind(sql.sql("""
                update orders.protective_order set kind = :kind, status = :status, binds_id = :binds, court = :court, conditions = :conditions, made_on = :madeOn, served_on = :servedOn,
                       hearing_on = :hearingOn, until = :until, version = version + 1 where id = :id and version = :version
                """), id, terms).param("version", version).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        tell(caseId, id, said(terms), me);
        if (before.status() == OrderStatus.MADE && terms.status() == OrderStatus.ENDED && terms.kind().isCustody()) events.publishEvent(new OrderEvent.CustodyOver(caseId, clock.instant()));
    }

    /** An order was broken. @param breach made with the form, so that a second press finds the first */
    public void broken(CaseId caseId, UUID id, UUID breach, LocalDate on, ToldPolice toldPolice, String words, Actor.Worker me) {
        mustSupport(caseId, me);
        Order order = one(caseId, id);
        int added = sql.sql("""
                insert into orders.breach (id, order_id, case_id, happened_on, told_police, words, recorded_by, recorded_at) values (:id, :order, :case, :on, :told, :words, :by, :now) on conflict (id) do nothing
                """).param("id", breach).param("order", id).param("case", caseId.id()).param("on", on).param("told", toldPolice.name()).param("words", seal.close(words, WORDS, breach))
                .param("by", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added == 0) return;
        tell(caseId, id, order.terms().kind().words() + " broken on " + Times.say(on), me);
        events.publishEvent(new OrderEvent.Broken(caseId, breach, order.terms().binds(), on, toldPolice, clock.instant()));
    }

    /** The orders of a case, the newest first. Not audited: the page is. */
    public List<Order> of(CaseId caseId) {
        return sql.sql("select * from orders.protective_order where case_id = :case order by recorded_at desc, id").param("case", caseId.id()).query(this::order).list();
    }

    public List<Breach> breaches(CaseId caseId) {
        return sql.sql("select * from orders.breach where case_id = :case order by happened_on desc, id").param("case", caseId.id()).query(this::breach).list();
    }

    /** NotFound when the case has no such order for whoever asks. */
    public Order one(CaseId caseId, UUID id) {
        return sql.sql("select * from orders.protective_order where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(this::order).optional()
                .orElseThrow(() -> new NotFound("order", id));
    }

    /** Orders that ask for somebody soon: running out or run out within {@link #AHEAD} of today, heard within it, or not served yet; the nearest day first. Ask for their cases' facts before showing them. */
    public List<Order> soon(LocalDate today) {
        return sql.sql("""
                with soon as (
                  select id, min(due) as due from (
                    select id, until as due from orders.protective_order where organisation_id = access.organisation() and side = access.side() and status = 'MADE' and not case_closed and until between :from and :to
                    union all
                    select id, hearing_on from orders.protective_order where organisation_id = access.organisation() and side = access.side() and status in ('ASKED', 'MADE') and not case_closed and hearing_on between :today and :to
                    union all
                    select id, made_on from orders.protective_order where organisation_id = access.organisation() and side = access.side() and status = 'MADE' and not case_closed and served_on is null and (until is null or until >= :today)
                  ) day group by id order by min(due), id limit :most)
                select o.* from soon join orders.protective_order o on o.id = soon.id order by soon.due, o.id
                """).params(Map.of("today", today, "from", today.minus(AHEAD), "to", today.plus(AHEAD), "most", MOST)).query(this::order).list();
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from orders.breach where case_id = :case").param("case", erased.id().id()).update();
        sql.sql("delete from orders.protective_order where case_id = :case").param("case", erased.id().id()).update();
    }

    @EventListener
    void closed(CaseEvent.Closed closed) {
        mark(closed.id(), true);
    }

    @EventListener
    void reopened(CaseEvent.Reopened reopened) {
        mark(reopened.id(), false);
    }

    private void mark(CaseId caseId, boolean closed) {
        sql.sql("update orders.protective_order set case_closed = :closed where case_id = :case").param("closed", closed).param("case", caseId.id()).update();
    }

    // Safety: no worker of the other side learns by an address of ours that there is an order.
    private CaseFacts mustSupport(CaseId id, Actor.Worker me) {
        me.mustBe(CaseRoles.SUPPORT);
        if (me.side() != Side.SUPPORT) throw new NotFound("case", id.id());
        return cases.mustBeOpenFor(id, me);
    }

    private void mustBeAround(CaseFacts facts, @Nullable PersonId binds) {
        if (binds != null && relations.of(facts.person()).stream().noneMatch(one -> one.other().equals(binds))) throw new RuleBroken("orders.not-around", "Choose one of the people around them.");
    }

    private void tell(CaseId caseId, UUID id, String headline, Actor.Worker me) {
        LocalDate today = Times.day(clock.instant());
        cases.tell(caseId, new TimelineEntry(MomentKind.ORDER, clock.instant(), me.worker(), headline, path(caseId) + "/" + id));
        cases.lookAgainOn(caseId, MomentKind.ORDER, of(caseId).stream().flatMap(order -> order.terms().nextDay(today).stream()).min(LocalDate::compareTo).orElse(null));
    }

    private static String said(Terms terms) {
        return terms.kind().words() + ": " + terms.status().words().toLowerCase(Locale.ROOT) + (terms.status() == OrderStatus.MADE && terms.until() != null ? ", until " + Times.say(terms.until()) : "");
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID id, Terms terms) {
        return statement.param("id", id).param("kind", terms.kind().name()).param("status", terms.status().name()).param("binds", terms.binds() == null ? null : terms.binds().id())
                .param("court", seal.closeWords(terms.court(), COURT, id)).param("conditions", seal.closeWords(terms.conditions(), CONDITIONS, id))
                .param("madeOn", terms.madeOn()).param("servedOn", terms.servedOn()).param("hearingOn", terms.hearingOn()).param("until", terms.until());
    }

    private Order order(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), binds = row.getObject("binds_id", UUID.class);
        Terms terms = new Terms(OrderKind.valueOf(row.getString("kind")), OrderStatus.valueOf(row.getString("status")), binds == null ? null : new PersonId(binds), seal.openWords(row.getBytes("court"), COURT, id), seal.openWords(row.getBytes("conditions"), CONDITIONS, id),
                day(row, "made_on"), day(row, "served_on"), day(row, "hearing_on"), day(row, "until"));
        return new Order(id, new CaseId(row.getObject("case_id", UUID.class)), terms, new WorkerId(row.getObject("recorded_by", UUID.class)), row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getInt("version"));
    }

    private Breach breach(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Breach(id, row.getObject("order_id", UUID.class), row.getObject("happened_on", LocalDate.class), ToldPolice.valueOf(row.getString("told_police")), seal.openWords(row.getBytes("words"), WORDS, id),
                new WorkerId(row.getObject("recorded_by", UUID.class)));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/orders";
    }
}
