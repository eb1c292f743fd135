package org.alongside.referral;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.messages.Message;
import org.alongside.messages.Messages;
import org.alongside.messages.OwnAddressId;
import org.alongside.organisations.Organisations;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.referral.AskedBack.Heard;
import org.alongside.referral.AskedBack.Way;
import org.alongside.referral.GateRule.Found;
import org.alongside.rota.Rota;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks referrers for what the quality gate misses, and remembers until they have answered. The first-contact clock runs on beside it. */
@Service
@Transactional
public class AskingBack {
    static final String JOB = "asked-back";
    private static final Duration AGAIN = Duration.ofDays(1);
    private static final String WORDS = "referral.asked_back.words";
    private final WithinReach reach;
    private final SealedAnswers answers;
    private final FirstContact firstContact;
    private final Rota rota;
    private final Organisations organisations;
    private final Messages messages;
    private final People people;
    private final AuditTrail trail;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    AskingBack(WithinReach reach, SealedAnswers answers, FirstContact firstContact, Rota rota, Organisations organisations, Messages messages, People people, AuditTrail trail, Jobs jobs, JdbcClient sql, Seal seal, Clock clock) {
        this.reach = reach;
        this.answers = answers;
        this.firstContact = firstContact;
        this.rota = rota;
        this.organisations = organisations;
        this.messages = messages;
        this.people = people;
        this.trail = trail;
        this.jobs = jobs;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Asks, or asks again: then the open question is changed and its clock starts anew. By mail only a neutral line goes to the referrer's own address, once they have confirmed it. */
    public void ask(ReferralId id, Set<GateRule> rules, Way way, Actor.Worker me) {
        Referral referral = waiting(id, me);
        if (referral.areTheirOwnWords()) throw new RuleBroken("referral.nobody-to-ask", "Nobody else referred them. Ask them yourself at the first contact.");
        Instant now = clock.instant(), due = firstContact.of(referral.organisation()).due(referral.danger(), now);
        if (way == Way.EMAIL) {
            UUID address = referral.referrerAddress();
            if (address == null) throw new RuleBroken("referral.no-address", "The referrer left no work e-mail. Ring them.");
            messages.toOwnAddress(referral.organisation(), new OwnAddressId(address), new Message("referral.asked-back", false));
        }
        UUID asked = sql.sql("""
                insert into referral.asked_back (id, referral_id, way, rules, asked_by, asked_at, due_at) values (:id, :referral, :way, :rules, :by, :now, :due)
                on conflict (referral_id) where answered_at is null do update set way = excluded.way, rules = excluded.rules, asked_by = excluded.asked_by, asked_at = excluded.asked_at, due_at = excluded.due_at, reminders = 0, reminded_at = null
                returning id
                """).param("id", UUID.randomUUID()).param("referral", id.id()).param("way", way.name()).param("rules", names(rules)).param("by", me.worker().id())
                .param("now", Times.at(now)).param("due", Times.at(due)).query(UUID.class).single();
        jobs.ask(JOB, referral.organisation(), asked, due);
        trail.changed("referral", id.id(), "referrer asked back");
    }

    /** Writes down what is known now, whether they were asked or came by themselves. RuleBroken when nothing was learned: then it stays open. */
    public void heard(ReferralId id, Map<GateRule, Found> found, String words, Actor.Worker me) {
        Referral referral = waiting(id, me);
        Set<GateRule> holds = those(found, Found.HOLDS), fails = those(found, Found.DOES_NOT_HOLD);
        if (holds.isEmpty() && fails.isEmpty()) throw new RuleBroken("referral.nothing-heard", "Choose what you know now. If nobody answered, leave it open: you are reminded.");
        OffsetDateTime now = Times.at(clock.instant());
        UUID open = sql.sql("select id from referral.asked_back where referral_id = :referral and answered_at is null for update").param("referral", id.id()).query(UUID.class).optional().orElseGet(() -> {
            UUID came = UUID.randomUUID();
            sql.sql("insert into referral.asked_back (id, referral_id, way, rules, asked_by, asked_at, due_at) values (:id, :referral, 'THEY_CAME', '{}', :by, :now, :now)")
                    .param("id", came).param("referral", id.id()).param("by", me.worker().id()).param("now", now).update();
            return came;
        });
        sql.sql("update referral.asked_back set holds = :holds, fails = :fails, words = :words, answered_by = :by, answered_at = :now where id = :id").param("holds", names(holds)).param("fails", names(fails))
                .param("words", seal.closeWords(words, WORDS, open)).param("by", me.worker().id()).param("now", now).param("id", open).update();
        // Safety: now it is known that contact could put somebody in danger, the answers that allowed it hold no longer.
        if (fails.contains(GateRule.CONTACT_PUTS_NOBODY_IN_DANGER) && referral.person() != null) close(new PersonId(referral.person()), me);
        trail.changed("referral", id.id(), "referrer answered");
    }

    /** What was asked back about these referrals and learned, the oldest first. */
    @Transactional(readOnly = true)
    public Map<UUID, List<AskedBack>> of(Collection<UUID> referrals) {
        Map<UUID, List<AskedBack>> asked = new HashMap<>();
        sql.sql("select * from referral.asked_back where referral_id = any (:ids) order by asked_at, id").param("ids", referrals.toArray(UUID[]::new)).query(row -> {
            asked.computeIfAbsent(row.getObject("referral_id", UUID.class), any -> new ArrayList<>()).add(asked(row));
        });
        return asked;
    }

    /** What the gate asks about, of several referrals in one query. */
    @Transactional(readOnly = true)
    public Map<UUID, Answers> answers(Collection<UUID> referrals) {
        return answers.of(referrals, GateRule.QUESTIONS.toArray(Question[]::new));
    }

    /** How the gate stands: what the referral says, and what was learned since. */
    public static QualityGate gate(Answers answers, boolean themselves, List<AskedBack> asked) {
        QualityGate gate = QualityGate.of(answers, themselves);
        for (AskedBack one : asked) if (one.heard() != null) gate = gate.with(one.heard().found());
        return gate;
    }

    QualityGate gate(Referral referral) {
        UUID id = referral.id().id();
        return gate(answers.ofReferral(referral.id()), referral.areTheirOwnWords(), of(List.of(id)).getOrDefault(id, List.of()));
    }

    /** Run when an answer is due, and each day after. @return when to remind again; empty when there is nothing to wait for any more */
    Optional<Instant> remind(OrganisationId organisation, UUID id) {
        record Open(Side side, Instant dueAt, int reminders, @Nullable Instant remindedAt, @Nullable UUID screeningById) {}
        Open open = sql.sql("""
                select a.side, a.due_at, a.reminders, a.reminded_at, r.screening_by_id from referral.asked_back a join referral.referral r on r.id = a.referral_id
                 where a.id = :id and a.organisation_id = :organisation and a.answered_at is null and r.status in ('RECEIVED', 'SCREENING')
                """).param("id", id).param("organisation", organisation.id()).query(Open.class).optional().orElse(null);
        if (open == null) return Optional.empty();
        Instant now = clock.instant(), next = open.remindedAt == null ? open.dueAt : open.remindedAt.plus(AGAIN);
        if (now.isBefore(next)) return Optional.of(next);
        Set<WorkerId> told = new LinkedHashSet<>(screener(organisation, open.side, open.screeningById));
        // Safety: whoever asked may be away; from the second time on others know too.
        if (told.isEmpty() || open.reminders > 0) told.addAll(rota.toTell(organisation, open.side, now));
        if (told.isEmpty() || open.reminders > 0) told.addAll(organisations.withRole(organisation, open.side, Role.MANAGER));
        told.forEach(worker -> messages.notice(organisation, open.side, worker));
        sql.sql("update referral.asked_back set reminders = reminders + 1, reminded_at = :now where id = :id").param("now", Times.at(now)).param("id", id).update();
        return Optional.of(now.plus(AGAIN));
    }

    /** A referral that is taken up again waits for its answer again. */
    @EventListener
    void on(ReferralEvent.Reopened reopened) {
        of(List.of(reopened.referral().id())).values().stream().flatMap(List::stream).filter(AskedBack::isOpen).forEach(open -> jobs.ask(JOB, reopened.organisation(), open.id(), clock.instant()));
    }

    private List<WorkerId> screener(OrganisationId organisation, Side side, @Nullable UUID screening) {
        return organisations.withRole(organisation, side, Referrals.SCREENERS).stream().filter(worker -> worker.id().equals(screening)).toList();
    }

    private Referral waiting(ReferralId id, Actor.Worker me) {
        Referral referral = reach.of(id, me);
        if (!referral.status().isWaiting()) throw new RuleBroken("referral.already-decided", "This referral is already “" + referral.status().words().toLowerCase() + "”.");
        return referral;
    }

    private void close(PersonId person, Actor.Worker me) {
        SafeContact said = people.safeContact(person);
        Map<Channel, ChannelAnswer> none = Stream.of(Channel.values()).collect(toMap(channel -> channel, channel -> ChannelAnswer.of(Safe.NO)));
        people.record(person, new SafeContact(said.phone(), said.email(), none, said.whoMayAnswer(), said.ifSomeoneElseAnswers(), said.codeWord(), said.withholdNumber(), said.words(), said.checkedOn(), said.expiresOn()), me);
    }

    private AskedBack asked(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Heard heard = null;
        if (row.getObject("answered_at") != null) {
            Map<GateRule, Found> found = new EnumMap<>(GateRule.class);
            rules(row.getArray("holds")).forEach(rule -> found.put(rule, Found.HOLDS));
            rules(row.getArray("fails")).forEach(rule -> found.put(rule, Found.DOES_NOT_HOLD));
            heard = new Heard(found, seal.openWords(row.getBytes("words"), WORDS, id), new WorkerId(row.getObject("answered_by", UUID.class)), Times.instant(row, "answered_at"));
        }
        return new AskedBack(id, Way.valueOf(row.getString("way")), rules(row.getArray("rules")), new WorkerId(row.getObject("asked_by", UUID.class)), Times.instant(row, "asked_at"),
                Times.instant(row, "due_at"), row.getInt("reminders"), heard);
    }

    private static List<GateRule> rules(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray()).map(GateRule::valueOf).sorted().toList();
    }

    private static Set<GateRule> those(Map<GateRule, Found> found, Found wanted) {
        return found.entrySet().stream().filter(one -> one.getValue() == wanted).map(Map.Entry::getKey).collect(toCollection(() -> EnumSet.noneOf(GateRule.class)));
    }

    private static String[] names(Set<GateRule> rules) {
        return rules.stream().map(GateRule::name).sorted().toArray(String[]::new);
    }
}
