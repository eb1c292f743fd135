package org.alongside.casework;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one case of somebody who is in touch now, found by what they say exactly: never a list, and never somebody who is only like them. */
@Service
@Transactional
public class Callers {
    private final People people;
    private final Apart apart;
    private final Matching matching;
    private final AuditTrail audit;
    private final JdbcClient sql;

    Callers(People people, Apart apart, Matching matching, AuditTrail audit, JdbcClient sql) {
        this.people = people;
        this.apart = apart;
        this.matching = matching;
        this.audit = audit;
        this.sql = sql;
    }

    private record Row(UUID id, UUID personId, @Nullable UUID referralId) {}

    /**
     * The newest case that is not closed, else the newest, of the one client with this case number, this telephone number or these names.
     * Empty when there is no such client for whoever asks, when there are several, and when a lead keeps this worker apart from any of their cases.
     */
    public Optional<CaseId> find(String typed, Actor.Worker me) {
        List<Row> cases = cases(typed, me);
        Set<UUID> kept = kept(cases, me);
        // Safety: whoever is kept apart from one case of a client opens none of theirs, and a lead can see that they tried.
        kept.forEach(one -> audit.refusing("case", one, "kept apart"));
        List<List<Row>> open = cases.stream().collect(Collectors.groupingBy(Row::personId)).values().stream().filter(theirs -> theirs.stream().noneMatch(one -> kept.contains(one.id))).toList();
        // Safety: of two people with one name or one number nobody is guessed at.
        return open.size() == 1 ? Optional.of(new CaseId(open.get(0).get(0).id)) : Optional.empty();
    }

    /** NotFound for a worker whom a lead keeps apart from the referral this case came from; {@link Cases} has asked about the case itself. */
    public void mustNotBeKept(CaseFacts facts, Actor.Worker me) {
        // Safety: somebody whose work is not in cases was kept apart from the referral only.
        if (facts.referral() != null && matching.isKeptApart(RecordKind.REFERRAL, facts.referral().id(), me)) throw new NotFound("case", facts.id().id());
    }

    private Set<UUID> kept(List<Row> cases, Actor.Worker me) {
        Set<UUID> kept = apart.kept(cases.stream().map(Row::id).toList()), referrals = matching.keptApart(RecordKind.REFERRAL, cases.stream().map(Row::referralId).filter(Objects::nonNull).toList(), me);
        return cases.stream().filter(one -> kept.contains(one.id) || one.referralId != null && referrals.contains(one.referralId)).map(Row::id).collect(Collectors.toSet());
    }

    private List<Row> cases(String typed, Actor.Worker me) {
        List<UUID> named = people.exactly(typed, me).stream().map(PersonId::id).toList();
        // Safety: those that are not there for whoever asks are among these, so that no other case of that client opens in their place.
        return sql.sql("select id, person_id, referral_id from casework.of_a_caller(access.organisation(), :people, :reference)").param("people", named.toArray(UUID[]::new)).param("reference", CaseReference.read(typed).orElse(null)).query(Row.class).list();
    }
}
