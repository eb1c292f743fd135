package org.alongside.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
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

/** Gives out what may leave, and writes down that it left. */
@Service
@Transactional
public class Disclosure {
    private static final String NECESSITY = "disclosure.release.necessity", WHY_NOT = "disclosure.release.why_not_told";
    private final JdbcClient sql;
    private final Seal seal;
    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    Disclosure(JdbcClient sql, Seal seal, People people, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps only what this release allows, records which kinds of field leave, and returns the only thing a document may be made from. */
    public Allowed release(Release release, List<Passage> offered, Actor.Worker me) {
        Allowed allowed = Allowed.of(release, offered);
        write(release, null, Because.THEY_AGREED, offered.stream().map(Passage::field).collect(Collectors.toSet()), me);
        return allowed;
    }

    /** What of these kinds of field may leave, and the row in the ledger that they did. @param referral where there is no person yet */
    public Set<Field> share(Release release, @Nullable UUID referral, Because because, Set<Field> offered, Actor.Worker me) {
        return write(release, referral, because, offered, me);
    }

    private Set<Field> write(Release release, @Nullable UUID referral, Because because, Set<Field> offered, Actor.Worker me) {
        PersonId person = release.person();
        if (person != null && people.find(person).isEmpty()) throw new NotFound("person", person.id());
        if (me.worker().equals(release.clearedBy())) throw new RuleBroken("disclosure.cleared-by-oneself", "Somebody else must look at this before it leaves.");
        Set<Field> may = release.allowed();
        Set<Field> leaves = offered.stream().filter(may::contains).collect(Collectors.toSet());
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into disclosure.release (id, organisation_id, side, person_id, referral_id, recipient, recipient_id, purpose, via, fields, withheld, basis, necessity, told, why_not_told, released_by, cleared_by, released_at)
                values (:id, :organisation, :side, :person, :referral, :recipient, :recipientId, :purpose, :via, :fields, :withheld, :basis, :necessity, :told, :whyNot, :by, :clearedBy, :at)
                """).param("id", id).param("organisation", me.organisation().id()).param("side", me.side() == null ? null : me.side().name())
                .param("person", person == null ? null : person.id()).param("referral", referral).param("recipient", kind(release.recipient())).param("recipientId", id(release.recipient()))
                .param("purpose", release.purpose().name()).param("via", release.via().name())
                .param("fields", names(leaves)).param("withheld", names(offered.stream().filter(field -> !may.contains(field)).collect(Collectors.toSet())))
                .param("basis", because.basis().name()).param("necessity", seal.closeWords(because.necessity(), NECESSITY, id)).param("told", because.told()).param("whyNot", seal.closeWords(because.whyNotTold(), WHY_NOT, id))
                .param("by", me.worker().id()).param("clearedBy", release.clearedBy() == null ? null : release.clearedBy().id()).param("at", Times.at(clock.instant())).update();
        if (person != null) trail.changed("person", person.id(), "released: " + release.purpose());
        return leaves;
    }

    /** One row of the ledger. @param fields which kinds of field left, never their values */
    public record Entry(Instant at, Purpose purpose, Recipient recipient, Via via, List<Field> fields, List<Field> withheld, Because because, WorkerId by, @Nullable WorkerId clearedBy) {}

    /** What left about this person, the newest first. Not audited: the page is. */
    public List<Entry> ledger(PersonId person) {
        return sql.sql("""
                select id, recipient, recipient_id, purpose, via, fields, withheld, basis, necessity, told, why_not_told, released_by, cleared_by, released_at
                  from disclosure.release where organisation_id = access.organisation() and side = access.side() and person_id = :person order by released_at desc, id limit 200
                """).param("person", person.id()).query(this::entry).list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), to = row.getObject("recipient_id", UUID.class), cleared = row.getObject("cleared_by", UUID.class);
        Recipient recipient = switch (row.getString("recipient")) {
            case "PERSON" -> new Recipient.Person(new PersonId(to));
            case "REQUEST" -> new Recipient.Asker(to);
            case "AGENCY" -> new Recipient.Agency(to);
            case "WORKER" -> new Recipient.Worker(new WorkerId(to));
            default -> new Recipient.Organisation(new OrganisationId(to));
        };
        return new Entry(row.getObject("released_at", OffsetDateTime.class).toInstant(), Purpose.valueOf(row.getString("purpose")), recipient, Via.valueOf(row.getString("via")), fields(row, "fields"), fields(row, "withheld"),
                new Because(Basis.valueOf(row.getString("basis")), seal.openWords(row.getBytes("necessity"), NECESSITY, id), row.getBoolean("told"), seal.openWords(row.getBytes("why_not_told"), WHY_NOT, id)),
                new WorkerId(row.getObject("released_by", UUID.class)), cleared == null ? null : new WorkerId(cleared));
    }

    private static List<Field> fields(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).map(Field::valueOf).toList();
    }

    private static String[] names(Set<Field> fields) {
        return fields.stream().map(Field::name).sorted().toArray(String[]::new);
    }

    private static String kind(Recipient recipient) {
        if (recipient instanceof Recipient.Person) return "PERSON";
        if (recipient instanceof Recipient.Asker) return "REQUEST";
        if (recipient instanceof Recipient.Agency) return "AGENCY";
        return recipient instanceof Recipient.Worker ? "WORKER" : "ORGANISATION";
    }

    private static UUID id(Recipient recipient) {
        if (recipient instanceof Recipient.Person person) return person.id().id();
        if (recipient instanceof Recipient.Asker asker) return asker.request();
        if (recipient instanceof Recipient.Agency agency) return agency.paper();
        if (recipient instanceof Recipient.Worker worker) return worker.id().id();
        return ((Recipient.Organisation) recipient).id().id();
    }

    /** Erases what left about somebody, and who asked for it. */
    public void erase(PersonId person) {
        sql.sql("delete from disclosure.request_item where request_id in (select id from disclosure.request where person_id = :person)").param("person", person.id()).update();
        sql.sql("delete from disclosure.request where person_id = :person").param("person", person.id()).update();
        sql.sql("delete from disclosure.release where person_id = :person").param("person", person.id()).update();
    }

    /** Erases what left about somebody before they were a person here. */
    public void eraseReferral(UUID referral) {
        sql.sql("delete from disclosure.release where referral_id = :referral").param("referral", referral).update();
    }
}
