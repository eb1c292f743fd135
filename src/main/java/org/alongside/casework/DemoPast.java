package org.alongside.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.organisations.DemoWorkers;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.SafeContacts;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The verbs of this room as they were used some days ago, for the demo town: what is written then stands at its day in the timeline. */
@Component
class DemoPast {
    private final ClientCaseRepository repository;
    private final People people;
    private final SafeContacts safeContacts;
    private final Apart apart;
    private final WrongSide wrongSide;
    private final Organisations organisations;
    private final Instruments instruments;
    private final JdbcClient sql;
    private final Seal seal;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoPast(ClientCaseRepository repository, People people, SafeContacts safeContacts, Apart apart, WrongSide wrongSide, Organisations organisations, Instruments instruments, JdbcClient sql, Seal seal, AuditTrail audit,
            ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.people = people;
        this.safeContacts = safeContacts;
        this.apart = apart;
        this.wrongSide = wrongSide;
        this.organisations = organisations;
        this.instruments = instruments;
        this.sql = sql;
        this.seal = seal;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does this as that worker, as if it were so many days ago. */
    void ago(int days, WorkerId by, Consumer<Then> what) {
        Actor.Worker me = DemoWorkers.at(by);
        Instant at = clock.instant().minus(Duration.ofDays(days)).minus(Duration.ofMinutes(days == 0 ? 20 : 0));
        Acting.as(me, () -> transaction.executeWithoutResult(status -> what.accept(new Then(me, at))));
    }

    /** The verbs of this room at an earlier moment. */
    final class Then {
        private final Actor.Worker me;
        private final Instant at;
        private final Clock then;
        private final Moments moments;

        Then(Actor.Worker me, Instant at) {
            this.me = me;
            this.at = at;
            then = Clock.fixed(at, ZoneOffset.UTC);
            moments = new Moments(sql, seal, audit, then);
        }

        Actor.Worker me() {
            return me;
        }

        Cases cases() {
            return new Cases(repository, people, apart, moments, audit, sql, events, then);
        }

        Allocator allocations() {
            Allocations allocations = new Allocations(cases(), organisations, apart, wrongSide, moments, sql, seal, events, then);
            return (id, allocation) -> allocations.allocate(id, allocation, me);
        }

        Crises crises() {
            return new Crises(cases(), moments, sql, events, then);
        }

        Closures closures() {
            return new Closures(cases(), moments, instruments, sql, seal, events, then);
        }

        /** What a client said at the end. @param picked the answers by the key of their question */
        Closures.Feedback heard(Map<String, String> picked, @Nullable String words) {
            AnswerSheet answers = AnswerSheet.read(instruments.current(Closures.ASKED), question -> question.startsWith("a.") && picked.containsKey(question.substring(2)) ? new String[] {picked.get(question.substring(2))} : null);
            return new Closures.Feedback(answers, words);
        }

        Actions actions() {
            return new Actions(cases(), apart, organisations, moments, sql, seal, then);
        }

        void contact(CaseId id, ContactChannel channel, boolean byUs, ContactOutcome outcome, @Nullable String words, ContactPurpose... purposes) {
            NewContact contact = new NewContact(UUID.randomUUID(), channel, byUs, Set.of(purposes), outcome, outcome == ContactOutcome.SPOKE ? AnsweredBy.CLIENT : null, at, false, null, words);
            new Contacts(cases(), people, safeContacts, moments, sql, seal).record(id, contact, me);
        }

        void need(CaseId id, NeedDomain domain, NeedLevel level, NeedStatus status, @Nullable String words) {
            new Needs(cases(), moments, sql, seal, then).raise(id, UUID.randomUUID(), domain, new Needs.Need(level, status, words), me);
        }

        void goal(CaseId id, String words) {
            new Goals(cases(), moments, sql, seal, then).set(id, UUID.randomUUID(), words, me);
        }

        void offer(CaseId id, String words, OfferAnswer answer) {
            new Offers(cases(), moments, sql, seal, then).offer(id, new Offers.NewOffer(UUID.randomUUID(), null, words, answer), me);
        }

        UUID action(CaseId id, ActionAgency agency, String words, WorkerId owner, int dueInDays) {
            UUID action = UUID.randomUUID();
            actions().add(id, action, new Actions.Action(agency, words, owner, Times.day(at).plusDays(dueInDays)), me);
            return action;
        }
    }

    interface Allocator {
        void allocate(CaseId id, Allocate allocation);
    }
}
