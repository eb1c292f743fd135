package org.alongside.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.crossing.Crossings;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a group fits: its rules against what people need of one, and what was set aside with a reason. */
@Service
@Transactional
public class Fits {
    private static final String BARRED = "programme.need.barred", WORDS = "programme.set_aside.words/";
    private static final int MOST = 300;
    private final Cases cases;
    private final People people;
    private final Crossings crossings;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Fits(Cases cases, People people, Crossings crossings, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.crossings = crossings;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Somebody who waits, beside one group. @param missing what has to happen before they could start, each in a sentence */
    public record Candidate(CaseId caseId, String name, String reference, boolean priority, Instant waitingSince, List<String> missing, List<Fit> fits) {
        public boolean fitsAll() {
            return fits.stream().allMatch(Fit::fits);
        }
    }

    /** Who waits, for this group: those who come first for safety's sake, then those with the least in the way of a start, then those whom it fits, then by how long. The trail keeps who was shown. */
    public List<Candidate> waiting(Cohort cohort, Actor.Worker me) {
        Cohorts.mustBeHere(me);
        List<Row> rows = sql.sql(ROW + " where e.organisation_id = access.organisation() and e.side = access.side() and e.status = 'WAITING' order by e.priority desc, e.waiting_since, e.id limit :most").param("cohort", cohort.id()).param("suitedSince", suitedSince()).param("most", MOST).query(this::row).list();
        Map<CaseId, CaseFacts> there = cases.facts(rows.stream().map(Row::caseId).toList());
        Map<PersonId, People.Described> described = people.described(there.values().stream().map(CaseFacts::person).toList());
        Set<UUID> offered = crossings.offeredOf(rows.stream().flatMap(row -> row.pairs.stream()).toList());
        audit.listed("case", "offer of a place", there.keySet().stream().map(CaseId::id).toList());
        return rows.stream().filter(row -> there.containsKey(row.caseId)).map(row -> {
            CaseFacts facts = there.get(row.caseId);
            People.Described person = described.getOrDefault(facts.person(), People.Described.NOTHING);
            return new Candidate(row.caseId, person.name(), facts.reference(), row.priority, row.waitingSince, row.missing(offered), Fit.of(cohort, person, row.need, row.apart));
        }).sorted(Comparator.comparing(Candidate::priority).reversed().thenComparing(one -> one.missing.size()).thenComparing(Candidate::fitsAll, Comparator.reverseOrder()).thenComparing(Candidate::waitingSince)).toList();
    }

    /** Goes on when every rule of the group fits, or when each that does not is set aside with a reason by somebody who may. @param despite why a place is right all the same; empty when nobody says so */
    void mustFit(Enrolment enrolment, Cohort cohort, String despite, Actor.Worker me) {
        Row row = sql.sql(ROW + " where e.id = :id").param("cohort", cohort.id()).param("suitedSince", suitedSince()).param("id", enrolment.id()).query(this::row).single();
        PersonId person = cases.facts(enrolment.caseId()).person();
        List<Fit> against = Fit.of(cohort, people.described(List.of(person)).getOrDefault(person, People.Described.NOTHING), row.need, row.apart).stream().filter(fit -> !fit.fits()).toList();
        if (against.isEmpty()) return;
        String sentences = against.stream().map(Fit::sentence).collect(Collectors.joining(" "));
        if (despite.isBlank()) throw new RuleBroken("programme.fit", sentences + " If a place is right all the same, say why.");
        // Safety: a facilitator alone does not put somebody among people they must be kept apart from; the database refuses the row too.
        if (against.stream().anyMatch(fit -> fit.rule().forLeadsOnly()) && !isLead(me)) throw new RuleBroken("programme.fit-lead", against.stream().filter(fit -> fit.rule().forLeadsOnly()).map(Fit::sentence).collect(Collectors.joining(" ")) + " Only a manager or a safeguarding lead can set that aside.");
        for (Fit fit : against) setAside(enrolment.id(), cohort.id(), fit.rule(), despite, me);
        if (row.apart) sql.sql("""
                insert into programme.together (apart_id, cohort_id, said_by, said_at)
                select a.id, :cohort, :me, :now from programme.apart a where a.ended_at is null and :case in (a.one_case, a.other_case)
                   and exists (select from programme.enrolment o where o.case_id = case when a.one_case = :case then a.other_case else a.one_case end
                                 and (o.cohort_id = :cohort or exists (select from programme.made_up m join programme.session s on s.id = m.in_session_id where m.enrolment_id = o.id and s.cohort_id = :cohort and m.done_at is null and m.dropped_at is null)))
                on conflict (apart_id, cohort_id) do nothing
                """).param("cohort", cohort.id()).param("case", enrolment.caseId().id()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
    }

    void setAside(UUID enrolment, UUID cohort, Rule rule, String words, Actor.Worker me) {
        sql.sql("insert into programme.set_aside (enrolment_id, cohort_id, rule, words, said_by, said_at) values (:enrolment, :cohort, :rule, :words, :me, :now)").param("enrolment", enrolment).param("cohort", cohort).param("rule", rule.name())
                .param("words", seal.closeWords(words, WORDS + cohort, enrolment)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        audit.changed("enrolment", enrolment, "set aside: " + rule.words());
    }

    static boolean isLead(Actor.Worker me) {
        return me.is(Role.MANAGER) || me.is(Role.SAFEGUARDING_LEAD);
    }

    /** Safety: goes on only when nobody they must be kept apart from holds a place of this group that they come to; the database refuses it too. */
    void mustNotMeet(CaseId caseId, UUID cohort) {
        boolean meet = sql.sql("""
                select exists (select from programme.apart a join programme.enrolment o on o.case_id = case when a.one_case = :case then a.other_case else a.one_case end
                  where a.ended_at is null and :case in (a.one_case, a.other_case) and (o.cohort_id = :cohort and programme.live(o.status)
                     or exists (select from programme.made_up m join programme.session s on s.id = m.in_session_id where m.enrolment_id = o.id and s.cohort_id = :cohort and m.done_at is null and m.dropped_at is null))
                    and not exists (select from programme.together t where t.apart_id = a.id and t.cohort_id = :cohort))
                """).param("case", caseId.id()).param("cohort", cohort).query(Boolean.class).single();
        if (meet) throw new RuleBroken("programme.apart", "Somebody who must not be in one group with them has a place in it.");
    }

    /** Safety: goes on only when nobody they must be kept apart from is a guest at this session too. */
    void mustNotMeetGuests(CaseId caseId, UUID session) {
        boolean meet = sql.sql("""
                select exists (select from programme.apart a join programme.enrolment o on o.case_id = case when a.one_case = :case then a.other_case else a.one_case end join programme.made_up m on m.enrolment_id = o.id
                  where a.ended_at is null and :case in (a.one_case, a.other_case) and m.in_session_id = :session and m.dropped_at is null)
                """).param("case", caseId.id()).param("session", session).query(Boolean.class).single();
        if (meet) throw new RuleBroken("programme.apart", "Somebody who must not be in one group with them makes up a session there too.");
    }

    /** Whoever was to be a guest where the other one is does not go. */
    void dropGuests(CaseId one, CaseId other) {
        sql.sql("""
                update programme.made_up m set dropped_at = :now where m.done_at is null and m.dropped_at is null and m.enrolment_id in (select id from programme.enrolment where case_id in (:one, :other))
                   and exists (select from programme.session s join programme.enrolment me on me.id = m.enrolment_id
                                 join programme.enrolment o on o.case_id in (:one, :other) and o.case_id <> me.case_id
                                where s.id = m.in_session_id and (o.cohort_id = s.cohort_id or exists (select from programme.made_up g where g.enrolment_id = o.id and g.in_session_id = s.id and g.dropped_at is null)))
                """).param("now", Times.at(clock.instant())).param("one", one.id()).param("other", other.id()).update();
    }

    /** One rule that was set aside. */
    public record SetAside(UUID enrolment, Rule rule, String words, WorkerId by, Instant at) {}

    /** What was set aside in this group, by enrolment. Not audited: the page is. */
    @Transactional(readOnly = true)
    public Map<UUID, List<SetAside>> setAside(UUID cohort) {
        return sql.sql("select * from programme.set_aside where cohort_id = :cohort order by said_at, rule").param("cohort", cohort).query(this::aside).list().stream().collect(Collectors.groupingBy(SetAside::enrolment));
    }

    /** What was set aside for somebody, in whichever group. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<SetAside> setAsideFor(UUID enrolment) {
        return sql.sql("select * from programme.set_aside where enrolment_id = :id order by said_at, rule").param("id", enrolment).query(this::aside).list();
    }

    /** What they need of a group. */
    @Transactional(readOnly = true)
    public Need need(UUID enrolment) {
        return sql.sql("select languages, away, way, barred, version from programme.need where enrolment_id = :id").param("id", enrolment).query((row, number) -> need(enrolment, row)).optional().orElse(Need.NOT_ASKED);
    }

    /** Writes down what they need of a group; RuleBroken when somebody else was faster. */
    void ask(Enrolment enrolment, Need need, Actor.Worker me) {
        int kept = sql.sql("""
                insert into programme.need (enrolment_id, languages, away, way, barred, said_by, said_at, version) select :id, :languages, :away, :way, :barred, :me, :now, 1 where :version = 0 or exists (select from programme.need where enrolment_id = :id)
                on conflict (enrolment_id) do update set languages = excluded.languages, away = excluded.away, way = excluded.way, barred = excluded.barred, said_by = excluded.said_by, said_at = excluded.said_at, version = programme.need.version + 1
                 where programme.need.version = :version
                """).param("id", enrolment.id()).param("languages", need.languages()).param("away", need.away().stream().sorted().toArray(String[]::new)).param("way", need.way().name())
                .param("barred", seal.closeWords(String.join(" ", need.barred()), BARRED, enrolment.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("version", need.version()).update();
        if (kept == 0) throw Cases.changedMeanwhile();
        audit.changed("enrolment", enrolment.id(), "needs of a group");
    }

    void erase(UUID caseId) {
        sql.sql("delete from programme.made_up where enrolment_id in (select id from programme.enrolment where case_id = :case)").param("case", caseId).update();
        sql.sql("delete from programme.need where enrolment_id in (select id from programme.enrolment where case_id = :case)").param("case", caseId).update();
        sql.sql("delete from programme.set_aside where enrolment_id in (select id from programme.enrolment where case_id = :case)").param("case", caseId).update();
        sql.sql("delete from programme.together where apart_id in (select id from programme.apart where :case in (one_case, other_case))").param("case", caseId).update();
        sql.sql("delete from programme.apart where :case in (one_case, other_case)").param("case", caseId).update();
    }

    private record Row(UUID enrolment, CaseId caseId, boolean priority, Instant waitingSince, Need need, boolean asked, List<UUID> pairs, boolean suits, boolean signed, boolean apart) {
        List<String> missing(Set<UUID> offered) {
            return Stream.of(asked && offered.containsAll(pairs) ? "" : "Not every partner was offered contact yet.", suits ? "" : "No decision stands that a programme suits them.", signed ? "" : "The agreement is not signed.").filter(sentence -> !sentence.isEmpty()).toList();
        }
    }

    // Safety: a place that is only kept for somebody, or whose owner is suspended, counts too: they may come tomorrow.
    private static final String ROW = """
            select e.id, e.case_id, e.priority, e.waiting_since, n.languages, n.away, n.way, n.barred, n.version,
                   array (select p.pair_id from programme.partner p where p.case_id = e.case_id) as pairs, exists (select from programme.no_partner o where o.case_id = e.case_id and o.agreed_by is not null) as nobody,
                   coalesce((select s.decision = 'SUITABLE' and (not s.asks_second or s.agreed_by is not null) and s.decided_at >= :suitedSince from programme.suitability s where s.case_id = e.case_id order by s.decided_at desc limit 1), false) as suits,
                   exists (select from programme.agreement g where g.enrolment_id = e.id) as signed,
                   exists (select from programme.apart a join programme.enrolment o on o.case_id = case when a.one_case = e.case_id then a.other_case else a.one_case end
                            where a.ended_at is null and e.case_id in (a.one_case, a.other_case)
                              and (o.cohort_id = :cohort or exists (select from programme.made_up m join programme.session s on s.id = m.in_session_id where m.enrolment_id = o.id and s.cohort_id = :cohort and m.done_at is null and m.dropped_at is null)) and not exists (select from programme.together t where t.apart_id = a.id and t.cohort_id = :cohort)) as apart
              from programme.enrolment e left join programme.need n on n.enrolment_id = e.id""";

    private OffsetDateTime suitedSince() {
        return Times.day(clock.instant()).minus(Suitability.HOLDS).atStartOfDay(Times.LONDON).toOffsetDateTime();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<UUID> pairs = List.of((UUID[]) row.getArray("pairs").getArray());
        return new Row(id, new CaseId(row.getObject("case_id", UUID.class)), row.getBoolean("priority"), Times.instant(row, "waiting_since"), row.getString("way") == null ? Need.NOT_ASKED : need(id, row), !pairs.isEmpty() || row.getBoolean("nobody"), pairs, row.getBoolean("suits"), row.getBoolean("signed"), row.getBoolean("apart"));
    }

    private Need need(UUID enrolment, ResultSet row) throws SQLException {
        String barred = seal.openWords(row.getBytes("barred"), BARRED, enrolment);
        return new Need(row.getString("languages"), Set.of((String[]) row.getArray("away").getArray()), Way.valueOf(row.getString("way")), barred.isBlank() ? List.of() : Arrays.asList(barred.split(" ")), row.getInt("version"));
    }

    private SetAside aside(ResultSet row, int number) throws SQLException {
        UUID enrolment = row.getObject("enrolment_id", UUID.class);
        return new SetAside(enrolment, Rule.valueOf(row.getString("rule")), seal.openWords(row.getBytes("words"), WORDS + row.getObject("cohort_id", UUID.class), enrolment), new WorkerId(row.getObject("said_by", UUID.class)), Times.instant(row, "said_at"));
    }
}
