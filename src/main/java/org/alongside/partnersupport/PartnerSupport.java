package org.alongside.partnersupport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Apart;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.crossing.Crossing.PartnerNamed;
import org.alongside.crossing.Crossings;
import org.alongside.crossing.Told;
import org.alongside.matching.Identity;
import org.alongside.matching.Matching;
import org.alongside.matching.WorkerFacts;
import org.alongside.outcomes.PartnerCases;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.retention.Ages;
import org.alongside.retention.KeptKind;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners of participants, for those who stand beside them. Whoever works with the participant is on the other side of the wall and sees none of this. */
@Service
@Transactional
public class PartnerSupport implements Ages, PartnerCases {
    public static final Role[] ROLES = {Role.PARTNER_SUPPORT, Role.SUPPORT_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD};
    private static final String WORDS = "partnersupport.contact.words";
    private static final int MOST = 500;
    private final Crossings crossings;
    private final Cases cases;
    private final Apart apart;
    private final Matching matching;
    private final People people;
    private final Relations relations;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    PartnerSupport(Crossings crossings, Cases cases, Apart apart, Matching matching, People people, Relations relations, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.crossings = crossings;
        this.cases = cases;
        this.apart = apart;
        this.matching = matching;
        this.people = people;
        this.relations = relations;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Every partner there is, those with whom somebody must be in touch first, then by the newest news. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Pair> all(Actor.Worker me) {
        mustBeHere(me);
        return pairs(crossings.waitingAndNewest(MOST), me);
    }

    /** NotFound when there is no such partner for whoever asks. Not audited: the page is. */
    @Transactional(readOnly = true)
    public Pair one(UUID id, Actor.Worker me) {
        mustBeHere(me);
        return pairs(List.of(id), me).stream().findFirst().orElseThrow(() -> new NotFound("partner", id));
    }

    private List<Pair> pairs(Collection<UUID> ids, Actor.Worker me) {
        UUID[] keys = ids.toArray(UUID[]::new);
        Map<UUID, List<Told>> told = crossings.told(ids).stream().collect(Collectors.groupingBy(one -> one.what().pair()));
        Map<UUID, Pair.Taken> taken = sql.sql("select pair_id, case_id, taken_by, taken_at from partnersupport.partner where pair_id = any (:ids)").param("ids", keys)
                .query((row, number) -> Map.entry(row.getObject("pair_id", UUID.class), taken(row))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<UUID, List<Pair.Contact>> contacts = sql.sql("select * from partnersupport.contact where pair_id = any (:ids) order by made_at, id").param("ids", keys)
                .query((row, number) -> Map.entry(row.getObject("pair_id", UUID.class), contact(row))).list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<UUID, List<Pair.Warned>> warned = sql.sql("select * from partnersupport.told where pair_id = any (:ids) order by told_at, id").param("ids", keys)
                .query((row, number) -> Map.entry(row.getObject("pair_id", UUID.class), warned(row))).list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        // Safety: a partner whose case this worker is kept apart from, or whom they may know, or whose participant they may know, is not there for them at all.
        Set<UUID> kept = apart.kept(taken.values().stream().map(Pair.Taken::caseId).filter(id -> id != null).map(CaseId::id).toList());
        Set<UUID> known = matching.known(ids.stream().filter(told::containsKey).filter(id -> taken.get(id) == null || taken.get(id).caseId() == null)
                .collect(Collectors.toMap(Function.identity(), id -> identities(new Pair(id, told.get(id), null, List.of(), List.of()).named()))), me);
        return ids.stream().filter(told::containsKey).filter(id -> !known.contains(id)).filter(id -> taken.get(id) == null || taken.get(id).caseId() == null || !kept.contains(taken.get(id).caseId().id()))
                .map(id -> new Pair(id, told.get(id), taken.get(id), contacts.getOrDefault(id, List.of()), warned.getOrDefault(id, List.of()))).toList();
    }

    private static List<Identity> identities(PartnerNamed named) {
        WorkerFacts.Name partner = WorkerFacts.Name.of(named.partner()), participant = WorkerFacts.Name.of(named.participant());
        return List.of(Identity.of(partner.given(), partner.family(), null, named.reach(), null, null), Identity.of(participant.given(), participant.family(), null, null, null, null));
    }

    /** From now on this worker stands beside the partner; somebody else may take over the same way. */
    public void take(UUID id, Actor.Worker me) {
        stand(one(id, me), me);
    }

    private void stand(Pair pair, Actor.Worker me) {
        sql.sql("""
                insert into partnersupport.partner (pair_id, taken_by, taken_at) values (:id, :me, :now)
                on conflict (pair_id) do update set taken_by = excluded.taken_by, taken_at = excluded.taken_at
                """).param("id", pair.id()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        audit.changed("partner", pair.id(), "taken up");
    }

    /** Opens a case for the partner, with the participant on their page as named for causing harm. @return the case there already is, if there is one */
    public CaseId open(UUID id, Actor.Worker me) {
        Pair pair = one(id, me);
        if (pair.taken() == null) stand(pair, me);
        else if (pair.taken().caseId() != null) return pair.taken().caseId();
        PartnerNamed named = pair.named();
        PersonId partner = people.record(new NewPerson(Side.SUPPORT, named(named.partner())), me);
        RelationKind kind = named.kind() == Kind.EX_PARTNER ? RelationKind.EX_PARTNER : RelationKind.PARTNER;
        relations.add(partner, named(named.participant()), new Relations.Around(kind, LivesWith.NOT_SAID, HarmRole.CAUSING_HARM, Certainty.SAID, "Takes part in a programme", ""), me);
        CaseId opened = cases.open(partner, null, me);
        link(id, cases.facts(opened), me);
        return opened;
    }

    /** The partner is a client of ours already. RuleBroken when there is no such case for whoever asks. */
    public void link(UUID id, String number, Actor.Worker me) {
        Pair pair = one(id, me);
        if (pair.taken() == null) stand(pair, me);
        CaseId found = cases.numbered(number).orElseThrow(() -> new RuleBroken("partnersupport.no-case", "There is no case with this number. Look at the number again."));
        link(id, cases.facts(found), me);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOfPartner(CaseId id) {
        return sql.sql("select exists (select from partnersupport.partner where case_id = :case)").param("case", id.id()).query(Boolean.class).single();
    }

    private void link(UUID id, CaseFacts facts, Actor.Worker me) {
        sql.sql("update partnersupport.partner set case_id = :case where pair_id = :id").param("case", facts.id().id()).param("id", id).update();
        tell(facts.id(), id, "Partner support began", me);
        audit.changed("partner", id, "case linked");
    }

    /** Somebody tried to be in touch. @param contact made with the form, so that a second press finds the first */
    public void tried(UUID id, UUID contact, Outcome outcome, String words, Actor.Worker me) {
        Pair pair = one(id, me);
        if (pair.contacts().stream().anyMatch(one -> one.id().equals(contact))) return;
        if (outcome == Outcome.ALL_TRIED) mustBeSecond(pair, words, me);
        if (pair.taken() == null) stand(pair, me);
        sql.sql("insert into partnersupport.contact (id, pair_id, outcome, words, made_by, made_at) values (:id, :pair, :outcome, :words, :me, :now)").param("id", contact).param("pair", id).param("outcome", outcome.name())
                .param("words", seal.closeWords(words, WORDS, contact)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (outcome.answers()) {
            crossings.answered(id);
            int first = sql.sql("update partnersupport.partner set offered_at = :now where pair_id = :id and offered_at is null").param("now", Times.at(clock.instant())).param("id", id).update();
            if (first == 1) crossings.offered(id);
        }
        CaseId theirs = pair.taken() == null ? null : pair.taken().caseId();
        if (theirs != null) tell(theirs, id, "Partner support: " + outcome.words(), me);
        audit.changed("partner", id, "contact " + outcome.name());
    }

    /** Safety: that everything was tried lets a participant start, so it takes somebody in charge who did not do the trying. */
    private static void mustBeSecond(Pair pair, String words, Actor.Worker me) {
        if (!me.is(Role.MANAGER) && !me.is(Role.SAFEGUARDING_LEAD)) throw new RuleBroken("partnersupport.second", "A manager or a safeguarding lead decides that everything was tried.");
        if (pair.contacts().isEmpty()) throw new RuleBroken("partnersupport.not-tried", "Nobody has tried yet.");
        if (pair.contacts().stream().anyMatch(one -> one.by().equals(me.worker()))) throw new RuleBroken("partnersupport.second", "You tried yourself, so somebody else decides that everything was tried.");
        if (words.isBlank()) throw new RuleBroken("partnersupport.why", "Say what was tried, and why nothing else is safe.");
    }

    private void tell(CaseId id, UUID pair, String headline, Actor.Worker me) {
        cases.tell(id, new TimelineEntry(MomentKind.PARTNER, clock.instant(), me.worker(), headline, path(pair)));
    }

    private static About named(String name) {
        int space = name.strip().lastIndexOf(' ');
        return space < 0 ? About.named(name, "") : About.named(name.strip().substring(0, space), name.strip().substring(space + 1));
    }

    private static void mustBeHere(Actor.Worker me) {
        if (me.side() != Side.SUPPORT) throw new NotFound();
        me.mustBe(ROLES);
    }

    private static Pair.Taken taken(ResultSet row) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new Pair.Taken(new WorkerId(row.getObject("taken_by", UUID.class)), Times.instant(row, "taken_at"), caseId == null ? null : new CaseId(caseId));
    }

    private Pair.Contact contact(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Pair.Contact(id, Outcome.valueOf(row.getString("outcome")), seal.openWords(row.getBytes("words"), WORDS, id), new WorkerId(row.getObject("made_by", UUID.class)), Times.instant(row, "made_at"));
    }

    private static Pair.Warned warned(ResultSet row) throws SQLException {
        UUID worker = row.getObject("worker_id", UUID.class);
        return new Pair.Warned(row.getObject("entry_id", UUID.class), row.getString("role"), worker == null ? null : new WorkerId(worker), Times.instant(row, "told_at"));
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        if (erased.side() != Side.SUPPORT) return;
        sql.sql("select pair_id from partnersupport.partner where case_id = :case").param("case", erased.id().id()).query(UUID.class).list().forEach(this::erasePair);
    }

    private void erasePair(UUID pair) {
        Stream.of("told", "contact", "partner").forEach(table -> sql.sql("delete from partnersupport." + table + " where pair_id = :pair").param("pair", pair).update());
        crossings.erase(pair);
    }

    @Override
    public KeptKind kind() {
        return KeptKind.CROSSING;
    }

    /** Partners for whom there is a case stay with the case. */
    @Override
    public int eraseBefore(Instant moment) {
        List<UUID> quiet = crossings.quietSince(moment);
        Set<UUID> kept = sql.sql("select pair_id from partnersupport.partner where case_id is not null and pair_id = any (:pairs)").param("pairs", quiet.toArray(UUID[]::new)).query(UUID.class).set();
        List<UUID> gone = quiet.stream().filter(pair -> !kept.contains(pair)).toList();
        gone.forEach(this::erasePair);
        return gone.size();
    }

    public static String path(UUID pair) {
        return "/desk/partners/" + pair;
    }
}
