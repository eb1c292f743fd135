package org.alongside.programme;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.crossing.Crossing.PartnerNamed;
import org.alongside.crossing.Crossing;
import org.alongside.crossing.Crossings;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners, ex-partners and new partners of a participant. Each is told of to the other side, and nobody starts before contact was offered to each. */
@Service
@Transactional
public class Partners {
    private static final String WORDS = "programme.no_partner.words";
    private final Cases cases;
    private final People people;
    private final Relations relations;
    private final Crossings crossings;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Partners(Cases cases, People people, Relations relations, Crossings crossings, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.relations = relations;
        this.crossings = crossings;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Somebody named as a partner. @param known a person around the participant already; null for somebody new, who is then called {@code given} and {@code family} @param reach what was said of how to reach them; it goes over the wall and is not kept here */
    public record Named(UUID pair, @Nullable PersonId known, String given, String family, Kind kind, String reach) {}

    /** Names a partner. The other side learns it in the same transaction, or nothing is kept. @param named its {@code pair} is made with the form, so that a second press finds the first */
    public void name(CaseId caseId, Named named, Actor.Worker me) {
        CaseFacts facts = own(caseId, me);
        List<Row> before = rows(caseId);
        if (before.stream().anyMatch(one -> one.pairId.equals(named.pair()))) return;
        PersonId partner = named.known() == null ? add(facts, named, me) : around(facts.person(), named.known());
        if (before.stream().anyMatch(one -> one.personId.equals(partner.id()))) throw new RuleBroken("programme.partner-named", "They are named already.");
        sql.sql("insert into programme.partner (pair_id, case_id, person_id, kind, named_by, named_at) values (:pair, :case, :person, :kind, :me, :now)").param("pair", named.pair()).param("case", caseId.id()).param("person", partner.id())
                .param("kind", named.kind().name()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        Map<PersonId, String> names = people.names(List.of(facts.person(), partner));
        crossings.tell(new PartnerNamed(named.pair(), named.kind(), names.get(facts.person()), names.get(partner), named.reach()), me);
        cases.tell(caseId, new TimelineEntry(MomentKind.PARTNER, clock.instant(), me.worker(), named.kind().words() + " named, and told to partner support", path(caseId)));
        audit.changed("case", caseId.id(), "partner named");
    }

    private PersonId add(CaseFacts facts, Named named, Actor.Worker me) {
        PersonId partner = people.record(new NewPerson(Side.CHANGE, About.named(named.given(), named.family())), me);
        RelationKind kind = named.kind() == Kind.EX_PARTNER ? RelationKind.EX_PARTNER : RelationKind.PARTNER;
        relations.add(facts.person(), partner, new Relations.Around(kind, LivesWith.NOT_SAID, HarmRole.NOT_SAID, Certainty.SAID, "", ""), me);
        return partner;
    }

    private PersonId around(PersonId participant, PersonId other) {
        return candidates(participant).stream().map(Relation::other).filter(other::equals).findFirst().orElseThrow(() -> new NotFound("person", other.id()));
    }

    /** Partners and ex-partners who stand on the participant's page. */
    @Transactional(readOnly = true)
    public List<Relation> candidates(PersonId participant) {
        return relations.of(participant).stream().filter(one -> one.kind() == RelationKind.PARTNER || one.kind() == RelationKind.EX_PARTNER).toList();
    }

    private record Row(UUID pairId, UUID personId, Kind kind, UUID namedBy, OffsetDateTime namedAt) {}

    /** In the order in which they were named. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Partner> of(CaseId caseId) {
        List<Row> rows = rows(caseId);
        if (rows.isEmpty()) return List.of();
        Set<UUID> offered = crossings.offeredOf(rows.stream().map(Row::pairId).toList());
        Map<PersonId, String> names = people.names(rows.stream().map(row -> new PersonId(row.personId)).toList());
        return rows.stream().map(row -> new Partner(row.pairId, new PersonId(row.personId), names.getOrDefault(new PersonId(row.personId), ""), row.kind, new WorkerId(row.namedBy), row.namedAt.toInstant(), offered.contains(row.pairId))).toList();
    }

    /** For each partner who is named, whether contact was offered to them. */
    List<Boolean> offered(CaseId caseId) {
        List<UUID> pairs = rows(caseId).stream().map(Row::pairId).toList();
        Set<UUID> offered = pairs.isEmpty() ? Set.of() : crossings.offeredOf(pairs);
        return pairs.stream().map(offered::contains).toList();
    }

    /** Whether anybody is named. */
    @Transactional(readOnly = true)
    public boolean any(CaseId caseId) {
        return !rows(caseId).isEmpty();
    }

    private List<Row> rows(CaseId caseId) {
        return sql.sql("select pair_id, person_id, kind, named_by, named_at from programme.partner where case_id = :case order by named_at, pair_id").param("case", caseId.id()).query(Row.class).list();
    }

    /** The pairs of several participants, in one query. */
    Map<CaseId, List<UUID>> pairs(Collection<CaseId> cases) {
        return sql.sql("select case_id, pair_id from programme.partner where case_id = any (:cases) order by named_at, pair_id").param("cases", cases.stream().map(CaseId::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(new CaseId(row.getObject("case_id", UUID.class)), row.getObject("pair_id", UUID.class))).list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** It was asked, and there is nobody to be in touch with. Somebody else has to agree. */
    public void nobody(CaseId caseId, String words, Actor.Worker me) {
        own(caseId, me);
        if (!rows(caseId).isEmpty()) throw new RuleBroken("programme.partner-named", "A partner is named already.");
        sql.sql("""
                insert into programme.no_partner (case_id, words, said_by, said_at) values (:case, :words, :me, :now)
                on conflict (case_id) do update set words = excluded.words, said_by = excluded.said_by, said_at = excluded.said_at, agreed_by = null, agreed_at = null
                """).param("case", caseId.id()).param("words", seal.closeWords(words, WORDS, caseId.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        audit.changed("case", caseId.id(), "no partner said");
    }

    /** A manager or a lead who did not say so agrees that there is nobody. */
    public void agree(CaseId caseId, Actor.Worker me) {
        own(caseId, me);
        me.mustBe(Role.MANAGER, Role.SAFEGUARDING_LEAD);
        NoPartner said = nobody(caseId).orElseThrow(() -> new NotFound("case", caseId.id()));
        if (said.by().equals(me.worker())) throw new RuleBroken("programme.second", "You said so yourself, so somebody else agrees.");
        sql.sql("update programme.no_partner set agreed_by = :me, agreed_at = :now where case_id = :case and agreed_by is null").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("case", caseId.id()).update();
        audit.changed("case", caseId.id(), "no partner agreed");
    }

    @Transactional(readOnly = true)
    public Optional<NoPartner> nobody(CaseId caseId) {
        return sql.sql("select * from programme.no_partner where case_id = :case").param("case", caseId.id()).query((row, number) -> {
            UUID agreed = row.getObject("agreed_by", UUID.class);
            return new NoPartner(seal.openWords(row.getBytes("words"), WORDS, caseId.id()), new WorkerId(row.getObject("said_by", UUID.class)), Times.instant(row, "said_at"), agreed == null ? null : new WorkerId(agreed));
        }).optional();
    }

    /** Tells the workers of every partner of this participant. */
    void tell(CaseId caseId, Function<UUID, Crossing> what, Actor.Worker me) {
        rows(caseId).forEach(partner -> crossings.tell(what.apply(partner.pairId), me));
    }

    /** The danger to partners changed, in words for whoever stands beside them. RuleBroken when there is nobody to tell. */
    public void danger(CaseId caseId, Crossing.Direction direction, String words, Actor.Worker me) {
        own(caseId, me);
        worry(caseId, rows(caseId).stream().map(Row::pairId).toList(), direction, words, me);
    }

    void worry(CaseId caseId, List<UUID> pairs, Crossing.Direction direction, String words, Actor.Worker me) {
        if (pairs.isEmpty()) throw new RuleBroken("programme.no-partner", "No partner is named, so there is nobody to tell. Name them first, or raise it under Safeguarding in their case. In danger now, ring 999.");
        pairs.forEach(pair -> crossings.tell(new Crossing.RiskChanged(pair, direction, words), me));
        cases.tell(caseId, new TimelineEntry(MomentKind.PARTNER, clock.instant(), me.worker(), direction == Crossing.Direction.UP ? "Partner support told of more danger" : "Partner support told of less danger", path(caseId)));
    }

    CaseFacts own(CaseId caseId, Actor.Worker me) {
        me.mustBe(CaseRoles.PROGRAMME);
        CaseFacts facts = cases.mustBeOpenFor(caseId, me);
        if (facts.side() != Side.CHANGE) throw new NotFound("case", caseId.id());
        return facts;
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from programme.partner where case_id = :case returning pair_id").param("case", erased.id().id()).query(UUID.class).list().forEach(crossings::eraseOffered);
        sql.sql("delete from programme.no_partner where case_id = :case").param("case", erased.id().id()).update();
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/partners";
    }
}
