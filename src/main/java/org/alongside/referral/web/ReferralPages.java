package org.alongside.referral.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.alongside.organisations.Organisations;
import org.alongside.people.RevealReason;
import org.alongside.referral.Answers;
import org.alongside.referral.AskedBack;
import org.alongside.referral.AskingBack;
import org.alongside.referral.Danger;
import org.alongside.referral.DeclineReason;
import org.alongside.referral.DeskWords;
import org.alongside.referral.NoPlace;
import org.alongside.referral.Part;
import org.alongside.referral.Question;
import org.alongside.referral.ReferralId;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.Referrals;
import org.alongside.referral.RiskHolder;
import org.alongside.referral.Source;
import org.alongside.referral.UnmetReason;
import org.alongside.shared.NotFound;
import org.alongside.shared.Phone;
import org.alongside.shared.Problems;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.ui.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One referral, read; the look is kept in the same transaction. */
@Component
@Transactional
class ReferralPages {
    private final JdbcClient sql;
    private final Referrals referrals;
    private final AskingBack asking;
    private final Organisations organisations;
    private final Matching matching;
    private final AuditTrail trail;
    private final Seal seal;
    private final Clock clock;

    ReferralPages(JdbcClient sql, Referrals referrals, AskingBack asking, Organisations organisations, Matching matching, AuditTrail trail, Seal seal, Clock clock) {
        this.sql = sql;
        this.referrals = referrals;
        this.asking = asking;
        this.organisations = organisations;
        this.matching = matching;
        this.trail = trail;
        this.seal = seal;
        this.clock = clock;
    }

    private record Fact(UUID id, ReferralStatus status, Danger danger, Source source, boolean child, boolean noContact, boolean ownWords, Instant receivedAt, Instant contactDueAt,
            @Nullable UUID cameFromId, @Nullable UUID personId, @Nullable UUID screeningById, @Nullable UUID decidedById, @Nullable Instant decidedAt,
            @Nullable DeclineReason declinedBecause, @Nullable RiskHolder riskHeldBy, @Nullable UnmetReason unmetReason, NoPlace.@Nullable ToldBy toldBy, byte @Nullable [] note, @Nullable UUID passedToId, @Nullable UUID copyId, @Nullable UUID referrerAddressId) {}

    ReferralPage one(UUID id, Actor.Worker me) {
        return one(id, null, ReferralPage.Sent.NOTHING, me);
    }

    /** The referral with the address somebody gave, for a reason that stands in the trail. */
    ReferralPage withAddress(UUID id, RevealReason reason, Actor.Worker me) {
        return one(id, referrals.revealAddress(new ReferralId(id), reason, me), ReferralPage.Sent.NOTHING, me);
    }

    /** The page again, with what one of its forms was sent with. */
    ReferralPage again(UUID id, Problems problems, Map<String, List<String>> typed, Actor.Worker me) {
        return one(id, null, new ReferralPage.Sent(problems, typed), me);
    }

    private ReferralPage one(UUID id, @Nullable String opened, ReferralPage.Sent sent, Actor.Worker me) {
        me.mustBe(Referrals.READERS);
        Fact fact = sql.sql("""
                select id, status, danger, source, child, no_contact, own_words, received_at, contact_due_at, came_from_id, person_id, screening_by_id, decided_by_id, decided_at,
                       declined_because, risk_held_by, unmet_reason, told_by, note, passed_to_id, copy_id, referrer_address_id from referral.referral where id = :id
                """).param("id", id).query(Fact.class).optional().orElseThrow(() -> new NotFound("referral", id));
        // Safety: a referral kept apart from this worker answers as if it did not exist.
        if (matching.isKeptApart(RecordKind.REFERRAL, id, me)) throw new NotFound("referral", id);
        trail.looked("referral", id);
        Answers answers = referrals.answers(new ReferralId(id));
        InboxPage.Row row = new InboxPage.Row(id, fact.status, fact.danger, fact.source, fact.child, fact.noContact, fact.receivedAt, fact.contactDueAt,
                fact.screeningById == null ? null : name(fact.screeningById), fact.decidedAt, Referrals.name(answers), told(id), null, clock.instant());
        return new ReferralPage(row, me.side(), Referrals.mayScreen(me), fact.ownWords, blocks(answers.withoutDoor(), fact.ownWords), me.side() == Side.CHANGE ? before(fact, answers) : null, fact.personId, decision(fact), passedOn(fact),
                fact.cameFromId == null ? null : organisations.nameOf(new OrganisationId(fact.cameFromId)).orElse("Another organisation"),
                new ReferralPage.Door(answers.leadToADoor(), opened), sent);
    }

    private ReferralPage.Before before(Fact fact, Answers answers) {
        Instant now = clock.instant();
        List<AskedBack> all = asking.of(List.of(fact.id)).getOrDefault(fact.id, List.of());
        List<ReferralPage.Asked> asked = all.stream().map(one -> new ReferralPage.Asked(one, name(one.by().id()), one.heard() == null ? "" : name(one.heard().by().id()), now)).toList();
        boolean confided = answers.is(Question.HOW_KNOWN, "PARTNER_SAID") || answers.is(Question.HOW_KNOWN, "CHILD_SAID");
        return new ReferralPage.Before(AskingBack.gate(answers, fact.ownWords, all), confided, fact.referrerAddressId != null, asked, asked.stream().filter(one -> one.asked().isOpen()).findFirst().orElse(null));
    }

    private static List<ReferralPage.Block> blocks(Answers answers, boolean ownWords) {
        List<ReferralPage.Block> blocks = new ArrayList<>();
        for (Part part : Part.values()) {
            List<Row> rows = Arrays.stream(Question.values()).filter(question -> question.part() == part && question != Question.RECEIVER && answers.wereAsked(question))
                    .filter(question -> answers.has(question) || !ownWords || !CallPage.OF_A_REFERRER.contains(question))
                    .map(question -> new Row(question.desk(), written(answers, question))).toList();
            if (!rows.isEmpty()) blocks.add(new ReferralPage.Block(part, rows));
        }
        return blocks;
    }

    private static String written(Answers answers, Question question) {
        return switch (question.shape()) {
            case CHOICE, SEVERAL -> answers.all(question).stream().map(option -> DeskWords.of(question, option)).collect(Collectors.joining(", "));
            case DATE -> answers.born().map(Times::say).orElse("");
            case PHONE -> Phone.read(answers.of(question)).map(Phone::written).orElse(answers.of(question));
            default -> answers.of(question);
        };
    }

    private List<InboxPage.Told> told(UUID id) {
        return sql.sql("select role, worker_id, told_at from referral.told where referral_id = :id order by told_at, role").param("id", id)
                .query((row, n) -> new InboxPage.Told(row.getString("role").equals("DUTY") ? "Duty worker" : "Manager",
                        row.getObject("worker_id") == null ? "nobody has this role" : name(row.getObject("worker_id", UUID.class)),
                        row.getObject("told_at", OffsetDateTime.class).toInstant())).list();
    }

    private ReferralPage.@Nullable Decision decision(Fact fact) {
        if (fact.decidedAt == null || fact.decidedById == null) return null;
        String note = seal.open(fact.note, Referrals.NOTE, fact.id);
        return new ReferralPage.Decision(name(fact.decidedById), fact.decidedAt, fact.declinedBecause, fact.riskHeldBy, fact.unmetReason, fact.toldBy, note == null ? "" : note);
    }

    private ReferralPage.@Nullable Passed passedOn(Fact fact) {
        if (fact.copyId == null || fact.passedToId == null) return null;
        String to = organisations.nameOf(new OrganisationId(fact.passedToId)).orElse("Another organisation");
        return sql.sql("select status, changed_at, agreed, parts from referral.passage where copy_id = :copy").param("copy", fact.copyId)
                .query((row, n) -> new ReferralPage.Passed(to, ReferralStatus.valueOf(row.getString("status")), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("agreed").equals("YES"), Stream.of((String[]) row.getArray("parts").getArray()).map(Part::valueOf).toList())).optional().orElse(null);
    }

    private String name(UUID worker) {
        return organisations.nameOf(new WorkerId(worker));
    }
}
