package org.alongside.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.matching.Identity;
import org.alongside.matching.Matching;
import org.alongside.matching.Party;
import org.alongside.matching.PartyRole;
import org.alongside.matching.RecordKind;
import org.alongside.messages.Message;
import org.alongside.messages.Messages;
import org.alongside.messages.OwnAddressId;
import org.alongside.organisations.Organisations;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How referrals come in: from the public page, from a call, from another organisation. Each starts its clock and its intake check. */
@Component
class Arrivals {
    static final String RECOGNISE = "recognise-arrival";
    /** The name under which the intake check may read and be told. */
    static final String CHECK = "intake-check";

    private final FromAgencies fromAgencies;
    private final ReferralRepository referrals;
    private final TransactionTemplate transaction;
    private final Drafts drafts;
    private final SealedAnswers answers;
    private final FirstContact firstContact;
    private final Organisations organisations;
    private final Matching matching;
    private final Messages messages;
    private final AuditTrail trail;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Arrivals(FromAgencies fromAgencies, ReferralRepository referrals, TransactionTemplate transaction, Drafts drafts, SealedAnswers answers, FirstContact firstContact, Organisations organisations, Matching matching, Messages messages, AuditTrail trail, Jobs jobs,
            ApplicationEventPublisher events, JdbcClient sql, Seal seal, Clock clock) {
        this.fromAgencies = fromAgencies;
        this.referrals = referrals;
        this.transaction = transaction;
        this.drafts = drafts;
        this.answers = answers;
        this.firstContact = firstContact;
        this.organisations = organisations;
        this.matching = matching;
        this.messages = messages;
        this.trail = trail;
        this.jobs = jobs;
        this.events = events;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    Code receive(ReferralId id) {
        Draft draft = drafts.lock(id);
        // A second press, or the same one again after the line broke: the answer is the first one's.
        if (draft.code() != null) return draft.code();
        mustHold(draft.answers(), List.of(Question.values()));
        Side side = draft.asking().side();
        OrganisationId to = receiver(draft, side);
        Code code = Code.random();
        Source source = draft.asking().isProfessional() ? Source.PROFESSIONAL : Source.SELF;
        arrive(referral(draft, to, side, source, code), draft.answers(), confirm(draft, to));
        if (source == Source.PROFESSIONAL) fromAgencies.count(to, draft.answers().of(Question.REFERRER_ORGANISATION), side == Side.CHANGE, clock.instant());
        drafts.markSent(id, code);
        return code;
    }

    /** A professional's work address gets one neutral question, and once it is confirmed a neutral receipt. */
    private @Nullable OwnAddressId confirm(Draft draft, OrganisationId to) {
        String email = draft.answers().of(Question.REFERRER_EMAIL);
        if (!draft.asking().isProfessional() || email.isBlank()) return null;
        // Safety: an address typed by a stranger gets no word about anybody; the receipt names neither person nor service.
        OwnAddressId address = messages.confirm(to, email, false);
        messages.toOwnAddress(to, address, new Message("referral.receipt", false));
        return address;
    }

    void receiveCall(ReferralId id, Actor.Worker me) {
        Draft draft = drafts.lock(id);
        Side side = me.side();
        if (draft.isSent() || side == null) throw new RuleBroken("referral.already-sent", "This call has become a referral already. You find it in the inbox.");
        mustHold(draft.answers(), AnswerRules.askedOnACall(draft.answers()));
        Code code = Code.random();
        arrive(referral(draft, me.organisation(), side, Source.CALL, code), draft.answers(), null);
        drafts.markSent(id, code);
    }

    void arriveElsewhere(Referral passed, ReferralId copy, OrganisationId to, Answers agreed) {
        Instant now = clock.instant();
        Referral arrived = passed.copyFor(to, copy, now, firstContact.of(to).due(passed.danger(), now));
        arrive(arrived, agreed, null);
        jobs.ask(RECOGNISE, to, copy.id(), now);
    }

    /** The intake check of a referral that came from another organisation, whose worker may not write here: run as the receiver's own job. */
    void recogniseArrival(OrganisationId organisation, UUID copy) {
        transaction.executeWithoutResult(status -> referrals.findById(copy).filter(referral -> referral.status() == ReferralStatus.RECEIVED)
                .ifPresent(referral -> recognise(referral, answers.ofReferral(referral.id()), null)));
    }

    /** Known to the intake check from now on; {@code worker} is whoever works with it. */
    void recognise(Referral referral, Answers given, @Nullable WorkerId worker) {
        Intake intake = new Intake(given, referral.areTheirOwnWords());
        boolean support = referral.side() == Side.SUPPORT;
        UUID id = referral.id().id();
        UUID who = referral.person() == null ? id : referral.person();
        matching.register(new Party(referral.organisation(), referral.side(), RecordKind.REFERRAL, id, support ? PartyRole.CLIENT : PartyRole.PARTICIPANT, who, worker), intake.identity());
        intake.otherPerson().ifPresent(other -> matching.register(new Party(referral.organisation(), referral.side(), RecordKind.REFERRAL, id, support ? PartyRole.CAUSING_HARM : PartyRole.HARMED,
                UUID.nameUUIDFromBytes((id + "/other").getBytes()), worker), Identity.of(other.givenName(), other.familyName().isEmpty() ? null : other.familyName(), null, null, null, null)));
    }

    void forget(Referral referral) {
        matching.forget(referral.organisation(), referral.side(), RecordKind.REFERRAL, referral.id().id());
    }

    private void arrive(Referral referral, Answers given, @Nullable OwnAddressId referrer) {
        insert(referral, referrer);
        answers.keep(referral.id(), referral.organisation().id(), referral.side().name(), given);
        // Safety: whoever typed learns nothing from the check; it runs on its own after this transaction.
        if (referral.source() != Source.PASSED_ON) recognise(referral, given, null);
        ReferralEvent.Received arrival = referral.arrival();
        jobs.ask(FirstContactClock.DUTY, referral.organisation(), referral.id().id(), referral.contactDueAt());
        trail.changed("referral", referral.id().id(), "received");
        events.publishEvent(arrival);
    }

    private Referral referral(Draft draft, OrganisationId to, Side side, Source source, Code code) {
        Instant now = clock.instant();
        boolean child = draft.answers().areAboutAChild(draft.asking(), Times.day(now));
        return Referral.received(draft.id(), to, side, source, draft.answers(), child, !draft.asking().isProfessional(), code.fingerprint(seal), now, firstContact.of(to).due(draft.answers().danger(), now));
    }

    private OrganisationId receiver(Draft draft, Side side) {
        String chosen = draft.answers().of(Question.RECEIVER);
        return organisations.receiving(side).stream().filter(receiving -> receiving.id().id().toString().equals(chosen)).findFirst()
                .orElseThrow(() -> new RuleBroken("referral.no-receiver", "Choose who should read it.")).id();
    }

    private void mustHold(Answers given, List<Question> asked) {
        LocalDate today = Times.day(clock.instant());
        if (!AnswerRules.problems(given, asked, today).isEmpty()) throw new RuleBroken("referral.answers", "Some answers need another look.");
    }

    // Neither RETURNING nor ON CONFLICT: whoever sends a referral may not read it.
    private void insert(Referral referral, @Nullable OwnAddressId referrer) {
        sql.sql("""
                insert into referral.referral (id, version, organisation_id, side, status, source, danger, child, no_contact, own_words, code_key, received_at, contact_due_at, came_from_id, referrer_address_id)
                values (:id, 0, :organisation, :side, :status, :source, :danger, :child, :noContact, :ownWords, :codeKey, :receivedAt, :due, :cameFrom, :referrer)
                """).params(referral.row()).param("referrer", referrer == null ? null : referrer.id()).update();
    }
}
