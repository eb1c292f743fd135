package org.alongside.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.disclosure.Disclosure;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.Purpose;
import org.alongside.disclosure.Recipient;
import org.alongside.disclosure.Release;
import org.alongside.disclosure.Via;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.alongside.messages.Message;
import org.alongside.messages.Messages;
import org.alongside.messages.OwnAddressId;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.Receiving;
import org.alongside.people.Addresses;
import org.alongside.people.Channel;
import org.alongside.people.CountedAs;
import org.alongside.people.Decision;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Relations;
import org.alongside.people.RevealReason;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Referrals, from arrival to decision. */
@Service
@Transactional
public class Referrals {
    public static final String NOTE = "referral.note";
    /** Whose work it is to read referrals. */
    public static final Role[] READERS = {Role.HELPLINE, Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT};

    /** Whose work it is to screen and decide: screening begins a case, which helpline workers do not hold. */
    public static final Role[] SCREENERS = {Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT};
    /** Whose work it is to take calls: also volunteers, who record contacts but read no referrals. */
    public static final Role[] CALL_TAKERS = {Role.VOLUNTEER, Role.HELPLINE, Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT};

    /** What stands beside an assessment. */
    private static final List<Question> SAID = List.of(Question.SAFE_NOW, Question.RISKS, Question.RISK_WORDS, Question.WORDS, Question.REFERRER_NAME, Question.REFERRER_ROLE, Question.REFERRER_ORGANISATION);

    private final ReferralRepository referrals;
    private final WithinReach reach;
    private final AskingBack asking;
    private final Arrivals arrivals;
    private final UnmetNeed unmet;
    private final Passages passages;
    private final SealedAnswers answers;
    private final People people;
    private final Addresses addresses;
    private final Relations relations;
    private final Organisations organisations;
    private final Matching matching;
    private final Messages messages;
    private final Disclosure disclosure;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Referrals(ReferralRepository referrals, WithinReach reach, AskingBack asking, Arrivals arrivals, UnmetNeed unmet, Passages passages, SealedAnswers answers, People people, Addresses addresses, Relations relations, Organisations organisations, Matching matching, Messages messages, Disclosure disclosure, AuditTrail trail,
            ApplicationEventPublisher events, JdbcClient sql, Seal seal, Clock clock) {
        this.referrals = referrals;
        this.reach = reach;
        this.asking = asking;
        this.arrivals = arrivals;
        this.unmet = unmet;
        this.passages = passages;
        this.answers = answers;
        this.people = people;
        this.addresses = addresses;
        this.relations = relations;
        this.organisations = organisations;
        this.matching = matching;
        this.messages = messages;
        this.disclosure = disclosure;
        this.trail = trail;
        this.events = events;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Sends a draft of the acting holder. Sending it again changes nothing and gives the same code. */
    public Code receive(ReferralId draft) {
        return arrivals.receive(draft);
    }

    /** Makes a call's draft a referral of the worker's own organisation; a worker who screens starts at once, a helpline worker leaves it in the inbox. */
    public ReferralId receiveCall(ReferralId draft, Actor.Worker me) {
        me.mustBe(READERS);
        arrivals.receiveCall(draft, me);
        if (mayScreen(me)) screen(draft, me);
        return draft;
    }

    /** A worker takes the referral: from now on the person is known here, and their case begins. */
    public PersonId screen(ReferralId id, Actor.Worker me) {
        Referral referral = reach.of(id, me);
        referral.status().to(ReferralStatus.SCREENING);
        Intake intake = new Intake(withDangerLearned(referral), referral.areTheirOwnWords());
        PersonId person = people.record(new NewPerson(referral.side(), intake.about(), intake.contact(Times.day(clock.instant()))), me);
        intake.address().ifPresent(address -> addresses.record(person, address, me));
        intake.otherPerson().ifPresent(other -> relations.add(person, other, intake.around(referral.side()), me));
        save(referral, referral.startScreening(person.id(), me.worker(), clock.instant()), "screening started");
        arrivals.recognise(referral, intake.answers(), me.worker());
        return person;
    }

    /** @param why needed where the quality gate does not hold: it stops nobody, and asks for a reason */
    public void accept(ReferralId id, String why, Actor.Worker me) {
        Referral referral = reach.of(id, me);
        if (referral.side() == Side.CHANGE && why.isBlank() && !asking.gate(referral).holds()) throw new RuleBroken("referral.gate", "Say why it is accepted although not everything is known.");
        save(referral, referral.accept(note(why, id), me.worker(), clock.instant()), "accepted");
    }

    /** @param signpost where else the person was pointed to; may be empty @param heldBy who goes on holding the risk; needed on the side of those who use abusive behaviour */
    public void decline(ReferralId id, DeclineReason reason, String signpost, @Nullable RiskHolder heldBy, Actor.Worker me) {
        Referral referral = reach.of(id, me);
        save(referral, referral.decline(reason, note(signpost, id), heldBy, me.worker(), clock.instant()), "declined");
        arrivals.forget(referral);
    }

    /** There is no place: declined, counted without the person, and told as is safe. RuleBroken with the gate's own words when that way of telling is not. */
    public void noPlace(ReferralId id, NoPlace no, Actor.Worker me) {
        Referral referral = reach.of(id, me);
        // Safety: they learn of it only by a way that is open now; before screening nobody knows which is.
        if (no.toldBy() == NoPlace.ToldBy.EMAIL) messages.toPerson(person(referral), new Message("referral.no-place", false), me);
        if (no.toldBy() == NoPlace.ToldBy.CALL) mayRing(person(referral));
        CountedAs countedAs = CountedAs.guessed(new Intake(answers.ofReferral(id), referral.areTheirOwnWords()).about().gender());
        save(referral, referral.noPlace(no, countedAs, note(no.signpost(), id), me.worker(), clock.instant()), "no place");
        unmet.count(no.why(), countedAs);
        arrivals.forget(referral);
    }

    /** @param heldBy as for declining */
    public void withdraw(ReferralId id, String why, @Nullable RiskHolder heldBy, Actor.Worker me) {
        Referral referral = reach.of(id, me);
        save(referral, referral.withdraw(note(why, id), heldBy, me.worker(), clock.instant()), "withdrawn");
        arrivals.forget(referral);
    }

    /** Passes a referral on to another organisation here: a copy of the agreed parts goes, ours stays. */
    public ReferralId passOn(ReferralId id, PassOn how, Actor.Worker me) {
        Referral referral = reach.of(id, me);
        Receiving to = receiving(referral.side()).stream().filter(receiving -> receiving.id().equals(how.to())).findFirst()
                .orElseThrow(() -> new RuleBroken("referral.no-inbox", "That organisation has no staffed inbox here. Ring them instead."));
        ReferralId copy = new ReferralId(UUID.randomUUID());
        save(referral, referral.passOn(to.id(), copy, me.worker(), clock.instant()), "passed on");
        passages.open(referral, copy, how, me);
        PersonId person = referral.person() == null ? null : new PersonId(referral.person());
        // Safety: what leaves is decided where every disclosure is, and written into the ledger with it.
        Set<Field> leaves = disclosure.share(new Release(new Recipient.Organisation(to.id()), Purpose.PASS_ON, person, Via.SYSTEM, how.fields(), null), person == null ? id.id() : null, how.because(), how.fields(), me);
        arrivals.arriveElsewhere(referral, copy, to.id(), answers.ofReferral(id).only(how.questions(leaves)).withoutDoor());
        arrivals.forget(referral);
        return copy;
    }

    /** Undoes a refusal or a withdrawal. */
    public void reopen(ReferralId id, Actor.Worker me) {
        Referral referral = reach.of(id, me);
        Referral.Unmet counted = referral.unmet();
        save(referral, referral.reopen(me.worker(), clock.instant()), "reopened");
        if (counted != null) unmet.takeBack(counted.at(), counted.reason(), counted.countedAs());
        arrivals.recognise(referral, answers.ofReferral(id), me.worker());
    }

    /** The one it is about stands on the other side of the wall: nobody but leads reads it, and nobody decides it; or that is undone. */
    public void lock(ReferralId id, boolean locked, Actor.Worker me) {
        me.mustBe(Role.MANAGER, Role.SAFEGUARDING_LEAD);
        int changed = sql.sql("update referral.referral set locked_at = case when :locked then :now end, version = version + 1 where id = :id").param("locked", locked).param("now", Times.at(clock.instant())).param("id", id.id()).update();
        if (changed == 1) trail.changed("referral", id.id(), locked ? "locked" : "unlocked");
    }

    /** The organisations with a staffed inbox for this side. */
    public List<Receiving> receiving(Side side) {
        return organisations.receiving(side);
    }

    /** The fingerprint by which the holder of a code is known to the database. */
    public String holderOf(Code code) {
        return code.fingerprint(seal);
    }

    /** How it stands with the referral of the acting holder's code; null when there is none. */
    public @Nullable Standing status() {
        record Row(UUID organisationId, Side side, ReferralStatus status, @Nullable Instant ringFrom) {}
        return sql.sql("""
                select organisation_id, side, status, case when no_contact then contact_due_at end as ring_from from referral.referral
                 where code_key = access.holder() order by received_at desc limit 1
                """).query(Row.class).optional().map(row -> new Standing(row.status, row.ringFrom, row.status == ReferralStatus.RECEIVED ? nextRead(row.side, row.organisationId) : null)).orElse(null);
    }

    private @Nullable Instant nextRead(Side side, UUID organisation) {
        return receiving(side).stream().filter(to -> to.id().id().equals(organisation)).map(Receiving::nextRead).findFirst().orElse(null);
    }

    /** Finds a referral of the worker's own organisation by the code its person reads out. */
    public Optional<ReferralId> byCode(Code code) {
        return sql.sql("select id from referral.referral where code_key = :key").param("key", code.fingerprint(seal)).query(UUID.class).optional().map(ReferralId::new);
    }

    /** What later rooms may know of a referral without opening it. NotFound when it is not the actor's to see. */
    public ReferralFacts facts(ReferralId id) {
        Referral referral = referrals.findById(id.id()).orElseThrow(() -> new NotFound("referral", id.id()));
        return new ReferralFacts(id, referral.side(), referral.status(), referral.source(), referral.danger(), referral.isAboutAChild(), answers.ofReferral(id).of(Question.WORKER_WISH));
    }

    /** What this referral says of danger, to stand beside an assessment; the look at it is written here. Empty when it is not there for this worker. */
    public Optional<DangerSaid> saidOfDanger(ReferralId id, Actor.Worker me) {
        // Safety: a referral kept apart from this worker answers as if it did not exist, also where its case is theirs.
        if (Stream.of(READERS).noneMatch(me::is) || matching.isKeptApart(RecordKind.REFERRAL, id.id(), me)) return Optional.empty();
        record Row(Source source, boolean ownWords, Instant receivedAt, @Nullable Question question, byte @Nullable [] words) {}
        List<Row> rows = sql.sql("""
                select r.source, r.own_words, r.received_at, a.question, a.words from referral.referral r
                  left join referral.answer a on a.referral_id = r.id and a.question = any (:questions) where r.id = :id
                """).param("id", id.id()).param("questions", SAID.stream().map(Question::name).toArray(String[]::new)).query(Row.class).list();
        if (rows.isEmpty()) return Optional.empty();
        trail.looked("referral", id.id());
        Answers said = new Answers(rows.stream().filter(row -> row.question != null).collect(Collectors.toMap(Row::question, row -> answers.open(row.words, row.question, id.id()))));
        Row one = rows.get(0);
        boolean theirs = one.ownWords && one.source == Source.SELF;
        String named = Stream.of(Question.REFERRER_NAME, Question.REFERRER_ROLE, Question.REFERRER_ORGANISATION).map(said::of).filter(words -> !words.isBlank()).collect(Collectors.joining(", "));
        String who = theirs ? "The client themselves" : !named.isEmpty() ? named : one.source == Source.SELF ? "Somebody on their behalf" : one.source.words();
        return Optional.of(new DangerSaid(id, theirs, who, one.receivedAt, said.has(Question.SAFE_NOW) ? DeskWords.of(Question.SAFE_NOW, said.of(Question.SAFE_NOW)) : "",
                said.all(Question.RISKS).stream().map(risk -> DeskWords.of(Question.RISKS, risk)).toList(), said.of(Question.RISK_WORDS), said.of(Question.WORDS)));
    }

    /** Everything that was answered. For pages that have written their look. */
    public Answers answers(ReferralId id) {
        return answers.ofReferral(id);
    }

    /**
     * Opens the address somebody gave, on purpose, for a reason the trail keeps. NotFound when there is none, or when the worker does not screen and nobody is in danger now.
     */
    public String revealAddress(ReferralId id, RevealReason reason, Actor.Worker me) {
        me.mustBe(READERS);
        // Safety: as in the compartment for people: whoever does not work with it opens it only for somebody in danger now.
        if (!mayScreen(me) && reason != RevealReason.IMMEDIATE_DANGER) throw new NotFound("referral", id.id());
        if (!referrals.existsById(id.id()) || matching.isKeptApart(RecordKind.REFERRAL, id.id(), me)) throw new NotFound("referral", id.id());
        Answers given = answers.ofReferral(id);
        if (!given.leadToADoor()) throw new NotFound("address", id.id());
        trail.changed("referral", id.id(), "address opened: " + reason.name());
        return (given.of(Question.ADDRESS) + "\n" + given.of(Question.AREA)).strip();
    }

    /** What to call the people of these referrals; those who gave no name are left out. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return answers.of(ids, Question.GIVEN_NAME, Question.FAMILY_NAME).entrySet().stream().filter(one -> !name(one.getValue()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, one -> name(one.getValue())));
    }

    public static String name(Answers answers) {
        return (answers.of(Question.GIVEN_NAME) + " " + answers.of(Question.FAMILY_NAME)).strip();
    }

    public static boolean mayScreen(Actor.Worker me) {
        return me.is(SCREENERS);
    }

    /** What was answered; that contact could put somebody in danger counts also when the referrer said so later. */
    private Answers withDangerLearned(Referral referral) {
        Answers given = answers.ofReferral(referral.id());
        boolean danger = referral.side() == Side.CHANGE && asking.gate(referral).of(GateRule.CONTACT_PUTS_NOBODY_IN_DANGER) == GateRule.Found.DOES_NOT_HOLD;
        return danger ? given.with(Map.of(Question.CONTACT_DANGER, "YES")) : given;
    }

    private static PersonId person(Referral referral) {
        UUID person = referral.person();
        if (person == null) throw new RuleBroken("referral.not-screened", "Start screening first: until then nobody knows which way of telling them is safe.");
        return new PersonId(person);
    }

    private void mayRing(PersonId person) {
        Decision decision = people.mayContact(person, Channel.PHONE);
        if (!decision.mayContact()) throw new RuleBroken("referral.not-safe", decision.words());
    }

    private void save(Referral referral, ReferralEvent happened, String verb) {
        try {
            referrals.save(referral);
        } catch (OptimisticLockingFailureException another) {
            throw new RuleBroken("referral.changed-meanwhile", "Somebody else changed this referral a moment ago. Go back to see what was done.");
        }
        passages.tell(referral);
        tellReferrer(referral);
        trail.changed("referral", referral.id().id(), verb);
        events.publishEvent(happened);
    }

    private void tellReferrer(Referral referral) {
        UUID address = referral.referrerAddress();
        // Safety: that there is news and nothing else, to an address somebody confirmed as theirs; how it stands they see with their number, in status words.
        if (address != null) messages.toOwnAddress(referral.organisation(), new OwnAddressId(address), new Message("referral.news", false));
    }

    private byte @Nullable [] note(String words, ReferralId id) {
        return words.isBlank() ? null : seal.close(words.strip(), NOTE, id.id());
    }
}
