package org.alongside.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.people.Channel;
import org.alongside.people.Decision;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of those who ask for what we hold: by when, what was found, what left, and who decided. */
@Service
@Transactional
public class InformationRequests {
    /** Whose work it is; the database says the same. */
    public static final Role[] ROLES = {Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.PRIVACY_LEAD};
    private static final String ASKED_BY = "disclosure.request.asked_by", SCOPE = "disclosure.request.scope", CHECKED = "disclosure.request.checked", EXTENDED = "disclosure.request.extended_why",
            OUTCOME = "disclosure.request.outcome", WHAT = "disclosure.request_item.what", WHY = "disclosure.request_item.why";
    private static final int MOST = 200;
    private final Disclosure disclosure;
    private final People people;
    private final JdbcClient sql;
    private final Seal seal;
    private final AuditTrail trail;
    private final Clock clock;

    InformationRequests(Disclosure disclosure, People people, JdbcClient sql, Seal seal, AuditTrail trail, Clock clock) {
        this.disclosure = disclosure;
        this.people = people;
        this.sql = sql;
        this.seal = seal;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a request says. @param dueOn null for the usual day of its kind */
    public record Asked(RequestKind kind, String askedBy, String scope, LocalDate receivedOn, @Nullable LocalDate dueOn) {
        public Asked {
            if (dueOn != null && dueOn.isBefore(receivedOn)) throw new RuleBroken("disclosure.due", "The day it is due cannot be before the day it came.");
        }

        LocalDate due() {
            return dueOn == null ? kind.due(receivedOn) : dueOn;
        }
    }

    /** @param id made with the form, so that a second press finds the first */
    public void record(UUID id, PersonId person, Asked asked, Actor.Worker me) {
        me.mustBe(ROLES);
        if (people.find(person).isEmpty()) throw new NotFound("person", person.id());
        int added = sql.sql("""
                insert into disclosure.request (id, person_id, kind, status, asked_by, scope, received_on, due_on, recorded_by, recorded_at)
                values (:id, :person, :kind, 'OPEN', :askedBy, :scope, :received, :due, :by, :now) on conflict (id) do nothing
                """).param("id", id).param("person", person.id()).param("kind", asked.kind().name()).param("askedBy", seal.close(asked.askedBy(), ASKED_BY, id)).param("scope", seal.close(asked.scope(), SCOPE, id))
                .param("received", asked.receivedOn()).param("due", asked.due()).param("by", me.worker().id()).param("now", now()).update();
        if (added == 1) trail.changed("person", person.id(), "information asked for: " + asked.kind());
    }

    /** How it was made sure who asks, and that an answer is safe to send. */
    public void checked(UUID id, String how, Actor.Worker me) {
        InformationRequest request = open(id, me);
        sql.sql("update disclosure.request set checked = :words, version = version + 1 where id = :id").param("words", seal.close(how, CHECKED, id)).param("id", id).update();
        trail.changed("person", request.person().id(), "information request checked");
    }

    /** It takes longer: the person's own right may be answered up to two months later, when they are told so in the first month. Source: UK GDPR, article 12(3). */
    public void extend(UUID id, LocalDate to, String why, Actor.Worker me) {
        InformationRequest request = open(id, me);
        if (!to.isAfter(request.dueOn())) throw new RuleBroken("disclosure.not-later", "Enter a later day than the one it is due.");
        if (request.kind() == RequestKind.SUBJECT_ACCESS && to.isAfter(request.receivedOn().plusMonths(3))) throw new RuleBroken("disclosure.too-late", "The law allows three months in all, from the day it came.");
        sql.sql("update disclosure.request set due_on = :to, extended_why = :why, version = version + 1 where id = :id").param("to", to).param("why", seal.close(why, EXTENDED, id)).param("id", id).update();
        trail.changed("person", request.person().id(), "information request extended");
    }

    /** @param item made with the form, so that a second press finds the first */
    public void found(UUID id, UUID item, Field field, Source source, String what, Actor.Worker me) {
        InformationRequest request = open(id, me);
        backToOpen(request);
        sql.sql("insert into disclosure.request_item (id, request_id, field, source, what, decision, recorded_at) values (:id, :request, :field, :source, :what, 'UNDECIDED', :now) on conflict (id) do nothing")
                .param("id", item).param("request", id).param("field", field.name()).param("source", source.name()).param("what", seal.close(what, WHAT, item)).param("now", now()).update();
    }

    public void decide(UUID id, UUID item, ItemDecision decision, String why, Actor.Worker me) {
        InformationRequest request = open(id, me);
        RequestItem found = items(id).stream().filter(one -> one.id().equals(item)).findFirst().orElseThrow(() -> new NotFound("item", item));
        boolean leaves = decision == ItemDecision.LEAVES || decision == ItemDecision.PART;
        // Safety: an address does not leave in an answer, whoever asks and whatever for.
        if (leaves && found.field().isAddress()) throw new RuleBroken("disclosure.address", "An address does not leave this way. If a court orders it, the lead gives it to the court by hand.");
        if (leaves && found.source().isOthers() && why.isBlank()) throw new RuleBroken("disclosure.others", "Say why it may leave: whom it comes from agreed, or why it is right without.");
        if ((decision == ItemDecision.STAYS || decision == ItemDecision.PART) && why.isBlank()) throw new RuleBroken("disclosure.stays", "Say why it stays, or which part does.");
        backToOpen(request);
        sql.sql("update disclosure.request_item set decision = :decision, why = :why, decided_by = :by where id = :id").param("decision", decision.name()).param("why", seal.closeWords(why, WHY, item))
                .param("by", decision == ItemDecision.UNDECIDED ? null : me.worker().id()).param("id", item).update();
    }

    /** Everything is decided: a second person may look at it now. */
    public void ready(UUID id, Actor.Worker me) {
        InformationRequest request = open(id, me);
        mustBeComplete(request);
        sql.sql("update disclosure.request set status = 'READY', ready_by = :by, version = version + 1 where id = :id").param("by", me.worker().id()).param("id", id).update();
        trail.changed("person", request.person().id(), "information request ready for a second person");
    }

    /** A second person looked at all of it, and it leaves. What left stands in the ledger. */
    public void answer(UUID id, Via via, Because because, String outcome, Actor.Worker me) {
        InformationRequest request = open(id, me);
        WorkerId first = request.readyBy();
        if (request.status() != RequestStatus.READY || first == null) throw new RuleBroken("disclosure.not-ready", "Decide about everything first, then ask a second person to look.");
        // Safety: what leaves about somebody is never one person's decision.
        if (first.equals(me.worker())) throw new RuleBroken("disclosure.cleared-by-oneself", "Somebody else must look at this before it leaves.");
        mustBeComplete(request);
        mustBeSafeToSend(request, via);
        List<RequestItem> items = items(id);
        Set<Field> offered = items.stream().map(RequestItem::field).collect(Collectors.toSet()), agreed = items.stream().filter(RequestItem::leaves).map(RequestItem::field).collect(Collectors.toSet());
        disclosure.share(new Release(new Recipient.Asker(id), Purpose.ANSWER, request.person(), via, agreed, first), null, because, offered, me);
        end(request, RequestStatus.ANSWERED, outcome, me);
    }

    /** It is not answered: refused, or taken back by whoever asked. */
    public void end(UUID id, RequestStatus how, String why, Actor.Worker me) {
        InformationRequest request = open(id, me);
        if (how != RequestStatus.REFUSED && how != RequestStatus.WITHDRAWN) throw new RuleBroken("disclosure.how", "Choose how it ended.");
        if (why.isBlank()) throw new RuleBroken("disclosure.no-why", "Say why.");
        end(request, how, why, me);
    }

    /** Those that are open, the soonest due first, then those that ended last. Not audited: the page is. */
    public List<InformationRequest> all() {
        return sql.sql("""
                (select * from disclosure.request where organisation_id = access.organisation() and side = access.side() and status in ('OPEN', 'READY') order by due_on, id limit :most)
                union all
                (select * from disclosure.request where organisation_id = access.organisation() and side = access.side() and ended_at is not null order by ended_at desc, id limit 50)
                """).param("most", MOST).query(this::request).list();
    }

    /** NotFound when there is none for whoever asks. */
    public InformationRequest one(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        return sql.sql("select * from disclosure.request where id = :id").param("id", id).query(this::request).optional().orElseThrow(() -> new NotFound("request", id));
    }

    public List<RequestItem> items(UUID id) {
        return sql.sql("select * from disclosure.request_item where request_id = :id order by recorded_at, id").param("id", id).query(this::item).list();
    }

    private InformationRequest open(UUID id, Actor.Worker me) {
        InformationRequest request = one(id, me);
        if (request.status().hasEnded()) throw new RuleBroken("disclosure.ended", "This request has ended. What was asked anew is a new request.");
        return request;
    }

    private void mustBeComplete(InformationRequest request) {
        // Safety: somebody who harms may ask in the name of the person they harm.
        if (request.checked().isBlank()) throw new RuleBroken("disclosure.not-checked", "Write down first how you made sure who asks, and that an answer is safe to send.");
        List<RequestItem> items = items(request.id());
        if (items.isEmpty()) throw new RuleBroken("disclosure.nothing-found", "Write down first what was found.");
        if (items.stream().anyMatch(one -> one.decision() == ItemDecision.UNDECIDED)) throw new RuleBroken("disclosure.undecided", "Something is not decided yet.");
    }

    // Safety: what goes to the person themself passes the same gate as any letter or message, at the moment it is sent.
    private void mustBeSafeToSend(InformationRequest request, Via via) {
        if (request.kind() != RequestKind.SUBJECT_ACCESS || via != Via.LETTER && via != Via.EMAIL) return;
        Decision gate = people.mayContact(request.person(), via == Via.LETTER ? Channel.LETTER : Channel.EMAIL);
        if (!gate.maySend()) throw new RuleBroken("disclosure.not-safe-to-send", "Not this way: " + gate.words() + " Hand it over, or ask them again what is safe.");
    }

    /** What changes after it was ready is looked at anew. */
    private void backToOpen(InformationRequest request) {
        if (request.status() == RequestStatus.READY) sql.sql("update disclosure.request set status = 'OPEN', ready_by = null, version = version + 1 where id = :id").param("id", request.id()).update();
    }

    private void end(InformationRequest request, RequestStatus status, String words, Actor.Worker me) {
        sql.sql("update disclosure.request set status = :status, outcome = :words, ended_by = :by, ended_at = :now, version = version + 1 where id = :id").param("status", status.name())
                .param("words", seal.closeWords(words, OUTCOME, request.id())).param("by", me.worker().id()).param("now", now()).param("id", request.id()).update();
        trail.changed("person", request.person().id(), "information request ended: " + status);
    }

    /** Of these people, those about whom somebody asks and has no answer yet. */
    public Set<PersonId> openAbout(Collection<PersonId> people) {
        return sql.sql("select distinct person_id from disclosure.request where person_id = any (:people) and status in ('OPEN', 'READY')").param("people", people.stream().map(PersonId::id).toArray(UUID[]::new))
                .query(UUID.class).list().stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private InformationRequest request(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new InformationRequest(id, new PersonId(row.getObject("person_id", UUID.class)), RequestKind.valueOf(row.getString("kind")), RequestStatus.valueOf(row.getString("status")), seal.openWords(row.getBytes("asked_by"), ASKED_BY, id),
                seal.openWords(row.getBytes("scope"), SCOPE, id), seal.openWords(row.getBytes("checked"), CHECKED, id), row.getObject("received_on", LocalDate.class), row.getObject("due_on", LocalDate.class), seal.openWords(row.getBytes("extended_why"), EXTENDED, id),
                seal.openWords(row.getBytes("outcome"), OUTCOME, id), worker(row, "ready_by"), worker(row, "ended_by"), ended == null ? null : ended.toInstant(), row.getInt("version"));
    }

    private RequestItem item(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new RequestItem(id, row.getObject("request_id", UUID.class), Field.valueOf(row.getString("field")), Source.valueOf(row.getString("source")), seal.openWords(row.getBytes("what"), WHAT, id), ItemDecision.valueOf(row.getString("decision")),
                seal.openWords(row.getBytes("why"), WHY, id), worker(row, "decided_by"));
    }

    private static @Nullable WorkerId worker(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new WorkerId(id);
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
