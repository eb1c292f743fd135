package org.alongside.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.matching.Identity;
import org.alongside.matching.Matching;
import org.alongside.matching.Party;
import org.alongside.matching.PartyRole;
import org.alongside.matching.RecordKind;
import org.alongside.matching.WorkerFacts;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.WorkerEvent;
import org.alongside.retention.Ages;
import org.alongside.retention.KeptKind;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What workers said of the people they know. Read by themselves and by leads; what it leads to is read by leads alone. */
@Service
@Transactional
public class KnownPeople implements Ages {
    public static final Role[] LEADS = {Role.SAFEGUARDING_LEAD, Role.PRIVACY_LEAD};
    private static final String NAME = "known.entry.given_name", FAMILY = "known.entry.family_name", OTHERS = "known.entry.other_names", BORN = "known.entry.born_on", PHONE = "known.entry.phone", ADDRESS = "known.entry.address",
            POSTCODE = "known.entry.postcode";
    private static final int MOST = 200;
    private final Organisations organisations;
    private final Matching matching;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    KnownPeople(Organisations organisations, Matching matching, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.organisations = organisations;
        this.matching = matching;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** From the moment this is kept, nobody who fits is there for this worker, until a lead has looked. They are not told whether anybody does. @param id made with the form, so that a second press finds the first */
    public void say(UUID id, Known.Person person, Actor.Worker me) {
        mustWorkWithPeople(me);
        int said = sql.sql("""
                insert into known.entry (id, worker_id, how, given_name, family_name, other_names, born_on, phone, address, postcode, said_at)
                values (:id, :me, :how, :given, :family, :others, :born, :phone, :address, :postcode, :now) on conflict (id) do nothing
                """).param("id", id).param("me", me.worker().id()).param("how", person.how().name()).param("given", seal.closeWords(person.givenName(), NAME, id)).param("family", seal.closeWords(person.familyName(), FAMILY, id))
                .param("others", seal.closeWords(String.join("\n", person.otherNames()), OTHERS, id)).param("born", seal.closeWords(person.bornOn() == null ? "" : person.bornOn().toString(), BORN, id)).param("phone", seal.closeWords(person.phone(), PHONE, id))
                .param("address", seal.closeWords(person.address(), ADDRESS, id)).param("postcode", seal.closeWords(person.postcode(), POSTCODE, id)).param("now", Times.at(clock.instant())).update();
        if (said == 0) return;
        matching.register(party(me.organisation(), me.worker(), id), identities(person));
        audit.changed("known person", id, "said");
    }

    /** New records are not compared with this person any more. Whoever was kept apart because of them stays so until a lead decides: nobody opens a record by taking a word back. */
    public void end(UUID id, Actor.Worker me) {
        if (own(me).stream().noneMatch(one -> one.id().equals(id))) throw new NotFound("known person", id);
        int ended = sql.sql("update known.entry set ended_at = :now where id = :id and worker_id = :me and ended_at is null").param("now", Times.at(clock.instant())).param("id", id).param("me", me.worker().id()).update();
        if (ended == 0) return;
        matching.register(party(me.organisation(), me.worker(), id), List.of());
        audit.changed("known person", id, "ended");
    }

    /** What this worker said, the newest first. Not audited: it is their own. */
    @Transactional(readOnly = true)
    public List<Known> own(Actor.Worker me) {
        mustWorkWithPeople(me);
        return saidBy(me.worker());
    }

    /** What a colleague said, for a lead who looks at a match. NotFound for anybody else. */
    public List<Known> of(WorkerId worker, Actor.Worker me) {
        me.mustBe(LEADS);
        List<Known> said = saidBy(worker);
        if (said.isEmpty() && organisations.colleagues().stream().noneMatch(one -> one.id().equals(worker))) throw new NotFound("worker", worker.id());
        audit.listed("known person", "said by " + worker.id(), said.stream().map(Known::id).toList());
        return said;
    }

    private List<Known> saidBy(WorkerId worker) {
        return sql.sql("select * from known.entry where organisation_id = access.organisation() and worker_id = :worker order by said_at desc, id limit :most").param("worker", worker.id()).param("most", MOST).query(this::known).list();
    }

    private static void mustWorkWithPeople(Actor.Worker me) {
        if (me.side() == null) throw new NotFound();
    }

    private static Party party(OrganisationId organisation, WorkerId worker, UUID id) {
        return new Party(organisation, null, RecordKind.WORKER, worker.id(), PartyRole.KNOWN, id, worker);
    }

    private static List<Identity> identities(Known.Person one) {
        Identity first = Identity.of(one.givenName(), one.familyName(), one.bornOn(), one.phone(), one.address(), one.postcode());
        return Stream.concat(Stream.of(first), one.otherNames().stream().map(WorkerFacts.Name::of).map(name -> new Identity(name.given(), name.family(), null, one.bornOn(), null, null, null, Set.of()))).toList();
    }

    private Known known(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String born = words(row, "born_on", BORN, id);
        Known.Person person = new Known.Person(HowKnown.valueOf(row.getString("how")), words(row, "given_name", NAME, id), words(row, "family_name", FAMILY, id), words(row, "other_names", OTHERS, id).lines().toList(),
                born.isEmpty() ? null : LocalDate.parse(born), words(row, "phone", PHONE, id), words(row, "address", ADDRESS, id), words(row, "postcode", POSTCODE, id));
        return new Known(id, person, Times.instant(row, "said_at"), Times.instantOrNull(row, "ended_at"));
    }

    private String words(ResultSet row, String column, String place, UUID id) throws SQLException {
        byte @Nullable [] sealed = row.getBytes(column);
        return seal.openWords(sealed, place, id);
    }

    @EventListener
    void on(WorkerEvent.Left left) {
        sql.sql("select known.worker_left(:organisation, :worker, :at)").param("organisation", left.organisation().id()).param("worker", left.worker().id()).param("at", Times.at(clock.instant())).query().singleRow();
    }

    @Override
    public KeptKind kind() {
        return KeptKind.KNOWN;
    }

    @Override
    public int eraseBefore(Instant moment) {
        List<UUID> gone = sql.sql("delete from known.entry where ended_at < :moment returning id").param("moment", Times.at(moment)).query(UUID.class).list();
        gone.forEach(matching::erase);
        return gone.size();
    }
}
