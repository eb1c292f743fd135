package org.alongside.accommodation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.people.CountedAs;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The search for a safe place: one at a time for a case, and what each place said. */
@Service
@Transactional
public class Accommodation {
    /** Whose work it is; the database says the same in {@code accommodation.wall}. */
    private static final String PETS = "accommodation.request.pets", MUST_HAVE = "accommodation.request.must_have", AVOID = "accommodation.request.avoid", NAME = "accommodation.place.name";
    private static final int MOST = 200;
    private final Cases cases;
    private final Relations relations;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Accommodation(Cases cases, Relations relations, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.relations = relations;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Begins a search. @param id made with the form, so that a second press finds the first. RuleBroken when the case has one that goes on. */
    public void ask(CaseId caseId, UUID id, Household household, Actor.Worker me) {
        mustBeTheirs(mustSupport(caseId, me), household);
        if (find(caseId, id) != null) return;
        try {
            bind(sql.sql("""
                    insert into accommodation.request (id, case_id, status, kinds, needed_from, adults, children, counted_as, funds, pets, must_have, avoid, asked_by, asked_at)
                    values (:id, :case, 'OPEN', :kinds, :from, :adults, :children, :countedAs, :funds, :pets, :mustHave, :avoid, :by, :now)
                    """), id, household).param("case", caseId.id()).param("by", me.worker().id()).param("now", now()).update();
        } catch (DuplicateKeyException already) {
            throw alreadyLooking();
        }
        tell(caseId, "Safe place looked for: " + words(household.kinds()), household.neededFrom(), me);
    }

    public void change(CaseId caseId, UUID id, int version, Household household, Actor.Worker me) {
        mustBeTheirs(mustSupport(caseId, me), household);
        mustBeOpen(one(caseId, id));
        int changed = bind(sql.sql("""
                update accommodation.request set kinds = :kinds, needed_from = :from, adults = :adults, children = :children, counted_as = :countedAs, funds = :funds, pets = :pets,
                       must_have = :mustHave, avoid = :avoid, version = version + 1 where id = :id and version = :version and status = 'OPEN'
                """), id, household).param("version", version).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        tell(caseId, "Safe place looked for, changed: " + words(household.kinds()), household.neededFrom(), me);
    }

    /** A place was asked. @param place made with the form, so that a second press finds the first */
    public void askedAt(CaseId caseId, UUID id, UUID place, String name, Actor.Worker me) {
        mustSupport(caseId, me);
        Request request = one(caseId, id);
        mustBeOpen(request);
        sql.sql("""
                insert into accommodation.place (id, request_id, case_id, name, answer, counted_as, asked_by, asked_at) values (:id, :request, :case, :name, 'WAITING', :countedAs, :by, :now) on conflict (id) do nothing
                """).param("id", place).param("request", id).param("case", caseId.id()).param("name", seal.close(name, NAME, place)).param("countedAs", request.household().countedAs().name())
                .param("by", me.worker().id()).param("now", now()).update();
    }

    /** What a place said. It can be said anew as long as the search goes on. @param reason given exactly when it turned them away */
    public void answered(CaseId caseId, UUID place, PlaceAnswer answer, @Nullable TurnedAway reason, Actor.Worker me) {
        mustSupport(caseId, me);
        Place asked = places(caseId).stream().filter(one -> one.id().equals(place)).findFirst().orElseThrow(() -> new NotFound("place", place));
        mustBeOpen(one(caseId, asked.request()));
        if (answer == PlaceAnswer.TURNED_AWAY && reason == null) throw new RuleBroken("accommodation.no-reason", "Choose why they were turned away.");
        sql.sql("update accommodation.place set answer = :answer, reason = :reason, answered_at = :at where id = :id").param("answer", answer.name())
                .param("reason", answer == PlaceAnswer.TURNED_AWAY ? reason.name() : null).param("at", answer == PlaceAnswer.WAITING ? null : now()).param("id", place).update();
        // Safety: the name of the place stays out of the timeline, which is not sealed.
        if (answer != PlaceAnswer.WAITING) tell(caseId, "A place was asked: " + (reason == null ? answer.words() : "turned away, " + reason.words()).toLowerCase(Locale.UK), one(caseId, asked.request()).household().neededFrom(), me);
    }

    /** The search ends, or goes on again. */
    public void put(CaseId caseId, UUID id, RequestStatus status, Actor.Worker me) {
        mustSupport(caseId, me);
        Request request = one(caseId, id);
        if (request.status() == status) return;
        if (status == RequestStatus.STOPPED) throw new NotFound("accommodation", id);
        if (status == RequestStatus.PLACED && places(caseId).stream().noneMatch(place -> place.request().equals(id) && place.answer() == PlaceAnswer.OFFERED)) {
            throw new RuleBroken("accommodation.no-offer", "Say first which place has a space.");
        }
        try {
            sql.sql("update accommodation.request set status = :status, ended_at = :at, version = version + 1 where id = :id").param("status", status.name()).param("at", status == RequestStatus.OPEN ? null : now()).param("id", id).update();
        } catch (DuplicateKeyException already) {
            throw alreadyLooking();
        }
        tell(caseId, "Safe place: " + status.words().toLowerCase(Locale.UK), status == RequestStatus.OPEN ? request.household().neededFrom() : null, me);
    }

    /** The searches of a case, the newest first. Not audited: the page is. */
    public List<Request> of(CaseId caseId) {
        return sql.sql("select * from accommodation.request where case_id = :case order by asked_at desc, id").param("case", caseId.id()).query(this::request).list();
    }

    /** Every place asked for a case, the newest first. */
    public List<Place> places(CaseId caseId) {
        return sql.sql("select * from accommodation.place where case_id = :case order by asked_at desc, id").param("case", caseId.id()).query(this::place).list();
    }

    /** NotFound when the case has no such search for whoever asks. */
    public Request one(CaseId caseId, UUID id) {
        Request found = find(caseId, id);
        if (found == null) throw new NotFound("accommodation", id);
        return found;
    }

    /** The searches that go on, the soonest needed first. Ask for their cases' facts before showing them. */
    public List<Request> open() {
        return sql.sql("select * from accommodation.request where organisation_id = access.organisation() and side = access.side() and status = 'OPEN' and not case_closed order by needed_from, id limit :most")
                .param("most", MOST).query(this::request).list();
    }

    /** How often a household was turned away, for this reason and with an adult counted so. */
    public record Count(TurnedAway reason, CountedAs countedAs, int times) {}

    /** The places that turned households away on or after this day. */
    public List<Count> turnedAway(LocalDate since) {
        return sql.sql("""
                select reason, counted_as, count(*) as times from accommodation.place
                 where organisation_id = access.organisation() and side = access.side() and answer = 'TURNED_AWAY' and answered_at >= :since group by reason, counted_as order by reason, counted_as
                """).param("since", Times.at(since.atStartOfDay(Times.LONDON).toInstant())).query(Count.class).list();
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from accommodation.place where case_id = :case").param("case", erased.id().id()).update();
        sql.sql("delete from accommodation.request where case_id = :case").param("case", erased.id().id()).update();
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
        sql.sql("update accommodation.request set case_closed = :closed where case_id = :case").param("closed", closed).param("case", caseId.id()).update();
    }

    private CaseFacts mustSupport(CaseId id, Actor.Worker me) {
        me.mustBe(CaseRoles.SUPPORT);
        if (me.side() != Side.SUPPORT) throw new NotFound("case", id.id());
        return cases.mustBeOpenFor(id, me);
    }

    private void mustBeTheirs(CaseFacts facts, Household household) {
        Set<PersonId> theirs = relations.of(facts.person()).stream().filter(Relation::isChild).map(Relation::other).collect(Collectors.toSet());
        if (!theirs.containsAll(household.children())) throw new RuleBroken("accommodation.not-their-child", "Choose children who are among the people around them.");
    }

    private static void mustBeOpen(Request request) {
        if (!request.isOpen()) throw new RuleBroken("accommodation.ended", "This search has ended. Open it again to go on.");
    }

    private static RuleBroken alreadyLooking() {
        return new RuleBroken("accommodation.already-looking", "There is a search that goes on already. Change it, or end it first.");
    }

    private void tell(CaseId caseId, String headline, @Nullable LocalDate neededFrom, Actor.Worker me) {
        cases.tell(caseId, new TimelineEntry(MomentKind.ACCOMMODATION, clock.instant(), me.worker(), headline, path(caseId)));
        cases.lookAgainOn(caseId, MomentKind.ACCOMMODATION, neededFrom);
    }

    private static String words(Set<SpaceKind> kinds) {
        return kinds.stream().sorted().map(SpaceKind::words).collect(Collectors.joining(", ")).toLowerCase(Locale.UK);
    }

    private @Nullable Request find(CaseId caseId, UUID id) {
        return sql.sql("select * from accommodation.request where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(this::request).optional().orElse(null);
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID id, Household household) {
        return statement.param("id", id).param("kinds", household.kinds().stream().map(SpaceKind::name).sorted().toArray(String[]::new)).param("from", household.neededFrom()).param("adults", household.adults())
                .param("children", household.children().stream().map(PersonId::id).sorted().toArray(UUID[]::new)).param("countedAs", household.countedAs().name()).param("funds", household.funds().name())
                .param("pets", seal.closeWords(household.pets(), PETS, id)).param("mustHave", seal.closeWords(household.mustHave(), MUST_HAVE, id)).param("avoid", seal.closeWords(household.avoid(), AVOID, id));
    }

    private Request request(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Household household = new Household(Stream.of((String[]) row.getArray("kinds").getArray()).map(SpaceKind::valueOf).collect(Collectors.toSet()), row.getObject("needed_from", LocalDate.class), row.getInt("adults"),
                Arrays.stream((UUID[]) row.getArray("children").getArray()).map(PersonId::new).collect(Collectors.toSet()), CountedAs.valueOf(row.getString("counted_as")), Funds.valueOf(row.getString("funds")),
                seal.openWords(row.getBytes("pets"), PETS, id), seal.openWords(row.getBytes("must_have"), MUST_HAVE, id), seal.openWords(row.getBytes("avoid"), AVOID, id));
        return new Request(id, new CaseId(row.getObject("case_id", UUID.class)), RequestStatus.valueOf(row.getString("status")), household, new WorkerId(row.getObject("asked_by", UUID.class)), at(row, "asked_at"),
                row.getObject("ended_at") == null ? null : at(row, "ended_at"), row.getInt("version"));
    }

    private Place place(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String reason = row.getString("reason");
        return new Place(id, row.getObject("request_id", UUID.class), seal.openWords(row.getBytes("name"), NAME, id), PlaceAnswer.valueOf(row.getString("answer")), reason == null ? null : TurnedAway.valueOf(reason),
                new WorkerId(row.getObject("asked_by", UUID.class)), at(row, "asked_at"), row.getObject("answered_at") == null ? null : at(row, "answered_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/accommodation";
    }
}
