package org.alongside.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.outcomes.Numbers;
import org.alongside.programme.SerialOrRepeat.Harm;
import org.alongside.programme.SerialOrRepeat.Span;
import org.alongside.shared.NotFound;
import org.alongside.shared.Protected;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Harm to partners that the programme knew of, from those who may tell it, and what it says: harm to the same partner again, to different partners, or neither. */
@Service
@Transactional
public class KnownHarms {
    private static final String WORDS = "programme.known_harm.words", NOT_KNOWN = "programme.harm_not_known.words";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private final Partners partners;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    KnownHarms(Partners partners, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.partners = partners;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Harm to be written down. @param id made with the form, so that a second press finds the first @param day whether {@code on} is a day; else the month it lies in; null when nobody knows */
    public record NewHarm(UUID id, UUID pair, WhoSaid whoSaid, @Nullable LocalDate on, boolean day, String words) {}

    /** @param when in words @param takenBack whether it was a mistake */
    public record Known(UUID id, UUID pair, WhoSaid whoSaid, @Nullable LocalDate from, @Nullable LocalDate to, String words, WorkerId by, Instant at, boolean takenBack) {
        public String when() {
            return from == null || to == null ? "Nobody knows when" : say(new Span(from, to));
        }

        Harm harm() {
            return new Harm(pair, from == null || to == null ? null : new Span(from, to));
        }
    }

    /** Somebody judged that it cannot be said. */
    public record NotKnown(String words, WorkerId by, Instant at) {}

    /** What is written down and what it says. @param pattern in words, empty when neither holds; with nothing of it where somebody judged that it is not known */
    public record Seen(List<Known> all, @Nullable NotKnown notKnown, List<String> pattern) {
        public String rule() {
            return SerialOrRepeat.RULE + " Rule " + SerialOrRepeat.VERSION + ".";
        }
    }

    public void add(CaseId caseId, NewHarm harm, Actor.Worker me) {
        partners.own(caseId, me);
        // Safety: harm is written down for a partner of this participant and nobody else.
        if (!partners.pairs(List.of(caseId)).getOrDefault(caseId, List.of()).contains(harm.pair())) throw new NotFound("partner", harm.pair());
        if (harm.on() != null && harm.on().isAfter(Times.day(clock.instant()))) throw new RuleBroken("programme.to-come", "Enter a day or a month that is not to come.");
        Span span = harm.on() == null ? null : harm.day() ? Span.day(harm.on()) : Span.month(harm.on());
        int added = sql.sql("""
                insert into programme.known_harm (id, case_id, pair_id, who_said, happened_from, happened_to, words, written_by, written_at) values (:id, :case, :pair, :who, :from, :to, :words, :me, :now) on conflict (id) do nothing
                """).param("id", harm.id()).param("case", caseId.id()).param("pair", harm.pair()).param("who", harm.whoSaid().name()).param("from", span == null ? null : span.from(), Types.DATE).param("to", span == null ? null : span.to(), Types.DATE)
                .param("words", harm.words().isEmpty() ? null : seal.closeWords(harm.words(), WORDS, harm.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added == 1) audit.changed("case", caseId.id(), "known harm written down");
    }

    /** It was a mistake: it stays readable and counts no more. */
    public void takeBack(CaseId caseId, UUID harm, Actor.Worker me) {
        partners.own(caseId, me);
        int done = sql.sql("update programme.known_harm set taken_back_by = :me, taken_back_at = :now where id = :id and case_id = :case and taken_back_at is null").param("me", me.worker().id()).param("now", Times.at(clock.instant()))
                .param("id", harm).param("case", caseId.id()).update();
        if (done == 0 && all(caseId).stream().noneMatch(one -> one.id().equals(harm))) throw new NotFound("harm", harm);
        audit.changed("case", caseId.id(), "known harm taken back");
    }

    /** A person's judgement goes before the rule: it is not known, or it is again as the rule says. */
    public void judge(CaseId caseId, boolean notKnown, String words, Actor.Worker me) {
        partners.own(caseId, me);
        sql.sql("""
                insert into programme.harm_not_known (case_id, stands, words, said_by, said_at) values (:case, :stands, :words, :me, :now)
                on conflict (case_id) do update set stands = excluded.stands, words = excluded.words, said_by = excluded.said_by, said_at = excluded.said_at
                """).param("case", caseId.id()).param("stands", notKnown).param("words", seal.closeWords(words, NOT_KNOWN, caseId.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        audit.changed("case", caseId.id(), notKnown ? "pattern not known" : "pattern as the rule says");
    }

    /** Not audited: the page is. @param names of the partners, by pair */
    @Transactional(readOnly = true)
    public Seen of(CaseId caseId, Map<UUID, String> names) {
        List<Known> all = new ArrayList<>();
        NotKnown[] stands = new NotKnown[1];
        sql.sql("""
                select k.*, n.case_id as not_known, n.words as not_words, n.said_by as not_by, n.said_at as not_at
                  from (select) as once left join programme.harm_not_known n on n.case_id = :case and n.stands left join programme.known_harm k on k.case_id = :case order by k.written_at, k.id
                """).param("case", caseId.id()).query((row, number) -> {
            if (row.getObject("not_known") != null) stands[0] = new NotKnown(seal.openWords(row.getBytes("not_words"), NOT_KNOWN, caseId.id()), new WorkerId(row.getObject("not_by", UUID.class)), Times.instant(row, "not_at"));
            return row.getObject("id") == null ? 0 : all.add(known(row, number)) ? 1 : 0;
        }).list();
        NotKnown notKnown = stands[0];
        return new Seen(all, notKnown, notKnown != null ? List.of() : words(SerialOrRepeat.of(all.stream().filter(one -> !one.takenBack()).map(Known::harm).toList()), names));
    }

    private static List<String> words(SerialOrRepeat pattern, Map<UUID, String> names) {
        List<String> words = new ArrayList<>();
        if (pattern.isSerial()) words.add("Serial: harm to " + pattern.partners() + " different partners");
        pattern.after().entrySet().stream().sorted(Map.Entry.comparingByValue((one, other) -> one.from().compareTo(other.from())))
                .forEach(again -> words.add("Repeat: harm to the same partner" + Optional.ofNullable(names.get(again.getKey())).map(name -> ", " + name + ",").orElse("") + " again after " + say(again.getValue())));
        return words;
    }

    private static String say(Span span) {
        return span.from().equals(span.to()) ? Times.say(span.from()) : MONTH.format(span.from());
    }

    private List<Known> all(CaseId caseId) {
        return sql.sql("select * from programme.known_harm where case_id = :case order by written_at, id").param("case", caseId.id()).query(this::known).list();
    }

    private Known known(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] words = row.getBytes("words");
        return new Known(id, row.getObject("pair_id", UUID.class), WhoSaid.valueOf(row.getString("who_said")), row.getObject("happened_from", LocalDate.class), row.getObject("happened_to", LocalDate.class),
                words == null ? "" : seal.openWords(words, WORDS, id), new WorkerId(row.getObject("written_by", UUID.class)), Times.instant(row, "written_at"), row.getObject("taken_back_at") != null);
    }

    /** Everybody who was ever in the programme, by what is known; protected, and no person in two rows. */
    @Transactional(readOnly = true)
    public Map<String, Protected> counted(Actor.Worker me) {
        Cohorts.mustBeHere(me);
        me.mustBe(Numbers.OF_THE_PROGRAMME);
        Map<UUID, List<Harm>> known = sql.sql("select case_id, pair_id, happened_from, happened_to from programme.known_harm where organisation_id = access.organisation() and side = access.side() and taken_back_at is null").query((row, number) -> {
            LocalDate from = row.getObject("happened_from", LocalDate.class), to = row.getObject("happened_to", LocalDate.class);
            return Map.entry(row.getObject("case_id", UUID.class), new Harm(row.getObject("pair_id", UUID.class), from == null ? null : new Span(from, to)));
        }).list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Set<UUID> notKnown = new HashSet<>(sql.sql("select case_id from programme.harm_not_known where organisation_id = access.organisation() and side = access.side() and stands").query(UUID.class).list());
        List<UUID> everybody = sql.sql("select distinct case_id from programme.enrolment where organisation_id = access.organisation() and side = access.side()").query(UUID.class).list();
        int[] counted = new int[5];
        for (UUID who : everybody) {
            SerialOrRepeat pattern = SerialOrRepeat.of(known.getOrDefault(who, List.of()));
            counted[notKnown.contains(who) ? 4 : pattern.isSerial() && pattern.isRepeat() ? 2 : pattern.isSerial() ? 0 : pattern.isRepeat() ? 1 : 3]++;
        }
        return Protected.parts(List.of("Serial: different partners", "Repeat: the same partner again", "Both", "Neither is written down", "Judged as not known"), Arrays.stream(counted).boxed().toList());
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from programme.known_harm where case_id = :case").param("case", erased.id().id()).update();
        sql.sql("delete from programme.harm_not_known where case_id = :case").param("case", erased.id().id()).update();
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/known-harm";
    }
}
