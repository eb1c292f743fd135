package org.alongside.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The intake check. Whoever records somebody registers them here, and learns nothing: the comparison is a job of its own that runs after
 * their transaction, so neither the answer nor its timing says whether anybody is known.
 */
@Service
@Transactional
public class Matching {
    static final String CHECK = "intake-check";
    private final JdbcClient sql;
    private final Seal seal;
    private final Jobs jobs;
    private final Clock clock;

    Matching(JdbcClient sql, Seal seal, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Known from now on, and compared with everybody else the organisation knows. Registering the same party again replaces what was known. */
    public void register(Party party, Identity identity) {
        register(party, List.of(identity));
    }

    /**
     * The same for somebody who goes by several names; by none, they are found by nothing any more. A worker who said that they know them, or who is them, is kept apart
     * from the record in this transaction. Whoever registers learns nothing of it.
     */
    public void register(Party party, List<Identity> identities) {
        UUID id = add(party, false);
        List<Keys.Key> keys = identities.stream().flatMap(identity -> Keys.of(seal, party.organisation(), identity).keys().stream()).distinct().toList();
        if (!keys.isEmpty()) {
            sql.sql("insert into matching.party_key (party_id, organisation_id, reason, key) select :party, :organisation, reason, key from unnest(:reasons::text[], :keys::text[]) as k (reason, key)").param("party", id)
                    .param("organisation", party.organisation().id()).param("reasons", keys.stream().map(key -> key.reason().name()).toArray(String[]::new)).param("keys", keys.stream().map(Keys.Key::fingerprint).toArray(String[]::new)).update();
        }
        // Safety: nobody has the moment between being recorded and being kept apart.
        sql.sql("select matching.keep_apart(:organisation, :party, :at)").param("organisation", party.organisation().id()).param("party", id).param("at", Times.at(clock.instant())).query().singleRow();
    }

    /** Whoever is kept apart from any of these ids of one record (its own, its people's, its referral's), for whoever gives work. They learn whom to leave out, not why. */
    public Set<WorkerId> keptFrom(Collection<UUID> ids, OrganisationId organisation) {
        return sql.sql("select kept from matching.kept_from(:organisation, :ids) kept").param("organisation", organisation.id()).param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class).list().stream().map(WorkerId::new).collect(Collectors.toSet());
    }

    /** Those of these, who are no record yet, whom this worker may know: a list leaves them out. */
    public Set<UUID> known(Map<UUID, List<Identity>> those, Actor.Worker me) {
        if (those.isEmpty()) return Set.of();
        Map<UUID, Set<String>> keys = those.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().stream().flatMap(who -> Keys.of(seal, me.organisation(), who).keys().stream()).map(Keys.Key::fingerprint).collect(Collectors.toSet())));
        Set<String> met = sql.sql("select met from matching.met_by(:organisation, :worker, :keys) met").param("organisation", me.organisation().id()).param("worker", me.worker().id())
                .param("keys", keys.values().stream().flatMap(Set::stream).distinct().toArray(String[]::new)).query(String.class).set();
        return keys.entrySet().stream().filter(one -> one.getValue().stream().anyMatch(met::contains)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Keeps somebody who moved to the other side apart from the records they worked with on this one, and from what is linked to those. */
    public void keepApartFromBefore(WorkerId worker, OrganisationId organisation, Collection<UUID> records) {
        sql.sql("select matching.keep_apart_from_before(:organisation, :worker, :records, :at)").param("organisation", organisation.id()).param("worker", worker.id()).param("records", records.toArray(UUID[]::new))
                .param("at", Times.at(clock.instant())).query().singleRow();
    }

    /** Nobody new is compared with this record any more: it was declined, withdrawn or closed, or became a case that registers its own parties. Workers who know somebody in it stay apart from it. */
    public void forget(OrganisationId organisation, @Nullable Side side, RecordKind kind, UUID record) {
        add(new Party(organisation, side, kind, record, PartyRole.OTHER, record, null), true);
    }

    /** Erases what was compared and found about a record. For the job that erases. */
    public void erase(RecordKind kind, UUID record) {
        sql.sql("delete from matching.apart where kind = :kind and record_id = :record or hit_id in (select id from matching.hit where :record in (new_record_id, known_record_id))").param("kind", kind.name()).param("record", record).update();
        sql.sql("delete from matching.hit where :record in (new_record_id, known_record_id)").param("record", record).update();
        sql.sql("delete from matching.party where kind = :kind and record_id = :record").param("kind", kind.name()).param("record", record).update();
    }

    /** Erases a person wherever somebody else's record names them. For the job that erases. */
    public void erase(UUID who) {
        sql.sql("delete from matching.apart where record_id = :who").param("who", who).update();
        sql.sql("delete from matching.party where who = :who").param("who", who).update();
    }

    /** Whether this worker is kept apart from this record: by a lead, or because they know somebody in it. The page then answers as if there were no such record. */
    public boolean isKeptApart(RecordKind kind, UUID record, Actor.Worker me) {
        return !keptApart(kind, List.of(record), me).isEmpty();
    }

    /** Those of these records that this worker is kept apart from; a list leaves them out. */
    public Set<UUID> keptApart(RecordKind kind, Collection<UUID> records, Actor.Worker me) {
        if (records.isEmpty()) return Set.of();
        return sql.sql("select record_id from matching.apart where organisation_id = :organisation and kind = :kind and record_id = any (:records) and worker_id = :worker and let_go_at is null")
                .param("organisation", me.organisation().id()).param("kind", kind.name()).param("records", records.toArray(UUID[]::new)).param("worker", me.worker().id()).query(UUID.class).set();
    }

    /** Every record of this kind that this worker must not open, for counts that leave them out. */
    public Set<UUID> keptApart(RecordKind kind, Actor.Worker me) {
        return sql.sql("select record_id from matching.apart where organisation_id = :organisation and kind = :kind and worker_id = :worker and let_go_at is null")
                .param("organisation", me.organisation().id()).param("kind", kind.name()).param("worker", me.worker().id()).query(UUID.class).set();
    }

    private UUID add(Party party, boolean ends) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        // Safety: adding only. The typist's transaction reads nothing here, so it takes the same time whoever is known.
        sql.sql("""
                insert into matching.party (id, organisation_id, side, kind, record_id, role, who, worked_by, ends, recorded_at)
                values (:id, :organisation, :side, :kind, :record, :role, :who, :workedBy, :ends, :at)
                """).param("id", id).param("organisation", party.organisation().id()).param("side", name(party.side())).param("kind", party.kind().name())
                .param("record", party.record()).param("role", party.role().name()).param("who", party.who())
                .param("workedBy", party.workedBy() == null ? null : party.workedBy().id()).param("ends", ends).param("at", Times.at(now)).update();
        jobs.ask(CHECK, party.organisation(), id, now);
        return id;
    }

    private static @Nullable String name(@Nullable Side side) {
        return side == null ? null : side.name();
    }
}
