package org.alongside.matching;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares one newly registered party with everybody the organisation knows. Runs as the job of that name, never as the typist. */
@Component
@Transactional
class IntakeCheck {
    private final JdbcClient sql;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IntakeCheck(JdbcClient sql, Organisations organisations, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    private record Registered(UUID id, String kind, UUID recordId, String role, UUID who, boolean ends, boolean past, boolean ended) {}

    /** Checks the party of this id; one that was replaced or forgotten meanwhile is nothing to check. */
    void check(OrganisationId organisation, UUID party) {
        // One check at a time, so that two records made in the same second find each other once.
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:organisation, 7))").param("organisation", organisation.id().toString()).query().singleRow();
        Optional<Registered> found = sql.sql("""
                select p.id, p.kind, p.record_id, p.role, p.who, p.ends, p.past,
                       exists (select from matching.party e where e.organisation_id = p.organisation_id and e.kind = p.kind and e.record_id = p.record_id and e.ends and e.recorded_at >= p.recorded_at) as ended
                  from matching.party p where p.id = :id
                """).param("id", party).query(Registered.class).optional();
        if (found.isEmpty()) return;
        Registered now = found.get();
        if (now.ended) forget(now);
        // Safety: jobs come in any order; what was over before it was compared is found by nobody.
        else if (!now.past) compare(organisation, now);
    }

    private void forget(Registered ended) {
        String upToThen = " where kind = :kind and record_id = :record and recorded_at <= (select recorded_at from matching.party where id = :id)";
        // Safety: a worker's neighbour is their neighbour also after the case was closed. A worker who left is compared with nobody.
        if (!ended.kind.equals("WORKER")) sql.sql("update matching.party set past = true" + upToThen + " and not ends").param("kind", ended.kind).param("record", ended.recordId).param("id", ended.id).update();
        sql.sql("delete from matching.party" + upToThen + " and (ends or kind = 'WORKER')").param("kind", ended.kind).param("record", ended.recordId).param("id", ended.id).update();
    }

    private void compare(OrganisationId organisation, Registered now) {
        sql.sql("""
                delete from matching.party where kind = :kind and record_id = :record and role = :role and who = :who and id <> :id
                   and recorded_at <= (select recorded_at from matching.party where id = :id)
                """).param("kind", now.kind).param("record", now.recordId).param("role", now.role).param("who", now.who).param("id", now.id).update();
        boolean forManagers = concernsTheOnlyLead(organisation, now);
        int hits = (now.role.equals("KNOWN") ? 0 : found(now, forManagers)) + held(now, forManagers);
        sql.sql("update matching.party set checked_at = :at where id = :id").param("at", Times.at(clock.instant())).param("id", now.id).update();
        if (hits > 0) events.publishEvent(new MatchEvent.Found(organisation, forManagers));
    }

    /** Those that were found as the party was registered, and hold already: nobody has been told of them. */
    private int held(Registered now, boolean forManagers) {
        return sql.sql("update matching.hit set told = true, for_managers = for_managers or :forManagers where not told and :record in (new_record_id, known_record_id)").param("forManagers", forManagers).param("record", now.recordId).update();
    }

    private int found(Registered now, boolean forManagers) {
        int hits = sql.sql("""
                with shared as (
                  select o.id, array_agg(distinct k.reason order by k.reason) as reasons
                    from matching.party_key m
                    join matching.party_key k on k.organisation_id = m.organisation_id and k.key = m.key
                    join matching.party o on o.id = k.party_id
                   where m.party_id = :id and not (o.kind = :kind and o.record_id = :record) and o.who <> :who and not o.ends and not o.past and o.role <> 'KNOWN'
                     and (m.reason <> 'NAME' or o.kind = 'WORKER' or :kind = 'WORKER') and not (o.kind = 'WORKER' and :kind = 'WORKER')
                     and not (o.role = 'REFERRER' and :role = 'REFERRER')
                     and not exists (select from matching.party e where e.organisation_id = o.organisation_id and e.kind = o.kind and e.record_id = o.record_id and e.ends and e.recorded_at >= o.recorded_at)
                   group by o.id)
                insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_side, new_role, new_worked_by,
                                          known_kind, known_record_id, known_side, known_role, known_worked_by, reasons, for_managers, found_at, version)
                select gen_random_uuid(), n.organisation_id, n.kind, n.record_id, n.side, n.role, n.worked_by, o.kind, o.record_id, o.side, o.role, o.worked_by, s.reasons, :forManagers, :at, 1
                  from shared s join matching.party c on c.id = :id join matching.party k on k.id = s.id
                  join matching.party n on n.id = case when k.recorded_at > c.recorded_at then k.id else c.id end
                  join matching.party o on o.id = case when k.recorded_at > c.recorded_at then c.id else k.id end
                 where not exists (select from matching.hit h where h.organisation_id = n.organisation_id and s.reasons <@ h.reasons
                     and (h.new_record_id, h.new_role, h.known_record_id, h.known_role) in ((n.record_id, n.role, o.record_id, o.role), (o.record_id, o.role, n.record_id, n.role)))
                on conflict do nothing
                """).param("id", now.id).param("kind", now.kind).param("record", now.recordId).param("role", now.role).param("who", now.who)
                .param("forManagers", forManagers).param("at", Times.at(clock.instant())).update();
        if (hits > 0) sql.sql("select matching.follow_links(access.organisation(), :record, :at)").param("record", now.recordId).param("at", Times.at(clock.instant())).query().singleRow();
        return hits;
    }

    /** When the organisation's only lead is the very worker that was found, a manager decides instead. */
    private boolean concernsTheOnlyLead(OrganisationId organisation, Registered now) {
        List<WorkerId> leads = organisations.withRole(organisation, null, Role.SAFEGUARDING_LEAD);
        if (leads.size() != 1) return leads.isEmpty();
        if (now.kind.equals("WORKER")) return leads.get(0).id().equals(now.recordId);
        return sql.sql("""
                select exists (select from matching.party_key m join matching.party_key k on k.organisation_id = m.organisation_id and k.key = m.key
                                 join matching.party o on o.id = k.party_id where m.party_id = :id and o.kind = 'WORKER' and o.record_id = :lead)
                """).param("id", now.id).param("lead", leads.get(0).id()).query(Boolean.class).single();
    }
}
