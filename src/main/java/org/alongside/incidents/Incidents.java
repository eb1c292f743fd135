package org.alongside.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.Called;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.incidents.Incident.Source;
import org.alongside.orders.OrderEvent;
import org.alongside.orders.ToldPolice;
import org.alongside.people.PersonId;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done to a client, time after time. Nothing here is erased by a press: a mistake is taken back with a reason and counts no more. */
@Service
@Transactional
public class Incidents {
    private static final String WORDS = "incidents.incident.words", WITHDRAWN = "incidents.incident.withdrawn_why";
    private static final int MOST = 500;
    private final Cases cases;
    private final Relations relations;
    private final ObjectProvider<JudgedHigh> judged;
    private final RepeatRules rules;
    private final JdbcClient sql;
    private final Seal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incidents(Cases cases, Relations relations, ObjectProvider<JudgedHigh> judged, RepeatRules rules, JdbcClient sql, Seal seal, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.relations = relations;
        this.judged = judged;
        this.rules = rules;
        this.sql = sql;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first */
    public record NewIncident(UUID id, @Nullable PersonId by, LocalDate on, boolean about, Set<IncidentKind> kinds, Known injured, Known children, Set<ToldWhom> told, String words) {}

    /** Closed cases too: people come back to tell. */
    public void record(CaseId caseId, NewIncident told, Actor.Worker me) {
        CaseFacts facts = support(caseId, me);
        if (told.on().isAfter(Times.day(clock.instant()))) throw new RuleBroken("incidents.to-come", "Enter the day it happened: today, or before.");
        if (told.kinds().isEmpty()) throw new RuleBroken("incidents.kinds", "Choose what was done.");
        mustBeAround(facts.person(), told.by());
        if (!add(facts, told, Source.WRITTEN, null, me)) return;
        cases.tell(caseId, new TimelineEntry(MomentKind.INCIDENT, clock.instant(), me.worker(), "Something happened on " + Times.say(told.on()), path(caseId)));
    }

    @EventListener
    void crisis(CaseEvent.Crisis crisis) {
        Set<IncidentKind> kinds = switch (crisis.what()) {
            case VIOLENCE -> Set.of(IncidentKind.PHYSICAL);
            case THREAT -> Set.of(IncidentKind.THREATS);
            case DANGER_NOW -> Set.of(IncidentKind.OTHER);
            case LEFT, SELF_HARM, MISSING, OTHER -> Set.of();
        };
        if (kinds.isEmpty()) return;
        Set<ToldWhom> told = EnumSet.noneOf(ToldWhom.class);
        if (crisis.called().contains(Called.POLICE_999) || crisis.called().contains(Called.POLICE_101)) told.add(ToldWhom.POLICE);
        if (crisis.called().contains(Called.AMBULANCE)) told.add(ToldWhom.HEALTH);
        if (crisis.called().contains(Called.CHILDRENS_SERVICES)) told.add(ToldWhom.CHILDRENS_SERVICES);
        if (crisis.called().contains(Called.ADULT_SERVICES)) told.add(ToldWhom.ADULT_SERVICES);
        happened(crisis.id(), new NewIncident(UUID.randomUUID(), null, Times.day(crisis.at()), false, kinds, Known.NOT_KNOWN, Known.NOT_KNOWN, told, ""), Source.CRISIS, crisis.crisis());
    }

    @EventListener
    void broken(OrderEvent.Broken broken) {
        happened(broken.caseId(), new NewIncident(UUID.randomUUID(), broken.by(), broken.on(), false, Set.of(IncidentKind.ORDER_BROKEN), Known.NOT_KNOWN, Known.NOT_KNOWN,
                broken.toldPolice() == ToldPolice.YES ? Set.of(ToldWhom.POLICE) : Set.of(), ""), Source.BREACH, broken.breach());
    }

    // Safety: whoever writes down a crisis without being one who works cases is not stopped by this.
    private void happened(CaseId caseId, NewIncident told, Source source, UUID sourceId) {
        Acting.current().filter(Actor.Worker.class::isInstance).map(Actor.Worker.class::cast).filter(me -> me.side() == Side.SUPPORT && CaseRoles.mayHoldCases(me.roles())).ifPresent(me -> add(cases.facts(caseId), told, source, sourceId, me));
    }

    private boolean add(CaseFacts facts, NewIncident told, Source source, @Nullable UUID sourceId, Actor.Worker me) {
        int added = sql.sql("""
                insert into incidents.incident (id, case_id, person_id, by_id, happened_on, about, kinds, injured, children, told, words, source, source_id, recorded_by, recorded_at)
                values (:id, :case, :person, :by, :on, :about, :kinds, :injured, :children, :told, :words, :source, :sourceId, :me, :now) on conflict do nothing
                """).param("id", told.id()).param("case", facts.id().id()).param("person", facts.person().id()).param("by", told.by() == null ? null : told.by().id()).param("on", told.on()).param("about", told.about())
                .param("kinds", names(told.kinds())).param("injured", told.injured().name()).param("children", told.children().name()).param("told", names(told.told())).param("words", seal.closeWords(told.words(), WORDS, told.id()))
                .param("source", source.name()).param("sourceId", sourceId).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added == 1) events.publishEvent(new IncidentEvent(facts.id(), source, told.on(), clock.instant()));
        return added == 1;
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** What was learnt since: who it was, and who was told of it. */
    public void learn(CaseId caseId, UUID id, @Nullable PersonId by, Set<ToldWhom> told, Actor.Worker me) {
        CaseFacts facts = support(caseId, me);
        mustBeAround(facts.person(), by);
        one(caseId, id);
        sql.sql("update incidents.incident set by_id = :by, told = :told where id = :id").param("by", by == null ? null : by.id()).param("told", names(told)).param("id", id).update();
        cases.tell(caseId, new TimelineEntry(MomentKind.INCIDENT, clock.instant(), me.worker(), "More is known of something that happened", path(caseId)));
    }

    /** It was a mistake. It stays readable with the reason and counts no more. */
    public void withdraw(CaseId caseId, UUID id, String why, Actor.Worker me) {
        support(caseId, me);
        if (!one(caseId, id).counts()) return;
        sql.sql("update incidents.incident set withdrawn_why = :why, withdrawn_by = :me, withdrawn_at = :now where id = :id and withdrawn_at is null").param("why", seal.close(why, WITHDRAWN, id)).param("me", me.worker().id())
                .param("now", Times.at(clock.instant())).param("id", id).update();
        cases.tell(caseId, new TimelineEntry(MomentKind.INCIDENT, clock.instant(), me.worker(), "Something written down by mistake was taken back", path(caseId)));
    }

    /** What was done to a client, the newest first. Not audited: the page is. @param these the client's cases, each there for whoever asks */
    @Transactional(readOnly = true)
    public List<Incident> of(Collection<CaseId> these) {
        return sql.sql("select * from incidents.incident where case_id = any (:cases) order by happened_on desc, recorded_at desc, id limit :most").param("cases", these.stream().map(CaseId::id).toArray(UUID[]::new)).param("most", MOST).query(this::incident).list();
    }

    /** By each person apart, by the rule of the acting organisation. */
    @Transactional(readOnly = true)
    public List<Repeat> repeats(Collection<CaseId> these, List<Incident> incidents) {
        if (incidents.isEmpty()) return List.of();
        return Repeat.of(incidents, judged.stream().flatMap(room -> room.of(these).stream()).toList(), rules.current(), Times.day(clock.instant()));
    }

    private Incident one(CaseId caseId, UUID id) {
        return sql.sql("select * from incidents.incident where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(this::incident).optional().orElseThrow(() -> new NotFound("incident", id));
    }

    private Incident incident(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), by = row.getObject("by_id", UUID.class);
        return new Incident(id, new CaseId(row.getObject("case_id", UUID.class)), by == null ? null : new PersonId(by), row.getObject("happened_on", LocalDate.class), row.getBoolean("about"), values(IncidentKind.class, row, "kinds"),
                Known.valueOf(row.getString("injured")), Known.valueOf(row.getString("children")), values(ToldWhom.class, row, "told"), seal.openWords(row.getBytes("words"), WORDS, id), Source.valueOf(row.getString("source")),
                row.getObject("source_id", UUID.class), new WorkerId(row.getObject("recorded_by", UUID.class)), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("withdrawn_at") == null ? null : seal.openWords(row.getBytes("withdrawn_why"), WITHDRAWN, id));
    }

    private static <E extends Enum<E>> Set<E> values(Class<E> kind, ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).map(name -> Enum.valueOf(kind, name)).collect(Collectors.toCollection(() -> EnumSet.noneOf(kind)));
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from incidents.incident where case_id = :case").param("case", erased.id().id()).update();
    }

    private CaseFacts support(CaseId caseId, Actor.Worker me) {
        me.mustBe(CaseRoles.SUPPORT);
        CaseFacts facts = cases.facts(caseId);
        if (facts.side() != Side.SUPPORT || me.side() != Side.SUPPORT) throw new NotFound("case", caseId.id());
        return facts;
    }

    // Safety: nobody is named for something who is not written down around this client, on this side.
    private void mustBeAround(PersonId client, @Nullable PersonId by) {
        if (by != null && relations.everyone(client).stream().noneMatch(one -> one.other().equals(by))) throw new NotFound("person", by.id());
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/incidents";
    }
}
