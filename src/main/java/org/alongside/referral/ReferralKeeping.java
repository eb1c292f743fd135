package org.alongside.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.disclosure.Disclosure;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.alongside.people.PersonId;
import org.alongside.retention.File;
import org.alongside.retention.Keeps;
import org.alongside.retention.KeptKind;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A file is needed while a referral of its person waits. One that was accepted goes with the case it became. */
@Component
@Transactional
class ReferralKeeping implements Keeps {
    private final Matching matching;
    private final Disclosure disclosure;
    private final JdbcClient sql;

    ReferralKeeping(Matching matching, Disclosure disclosure, JdbcClient sql) {
        this.matching = matching;
        this.disclosure = disclosure;
        this.sql = sql;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.REFERRAL;
    }

    @Override
    public List<File> endedBefore(Instant moment, int skip, int limit) {
        return sql.sql("""
                select coalesce(person_id, id) as record, person_id, decided_at from referral.referral
                 where organisation_id = access.organisation() and side = access.side() and status in ('DECLINED', 'WITHDRAWN', 'PASSED_ON') and decided_at < :moment order by decided_at, id limit :limit offset :skip
                """).param("moment", Times.at(moment)).param("limit", limit).param("skip", skip)
                .query((row, number) -> new File(row.getObject("record", UUID.class), row.getObject("person_id") == null ? null : new PersonId(row.getObject("person_id", UUID.class)), row.getTimestamp("decided_at").toInstant())).list();
    }

    @Override
    public Map<PersonId, Instant> neededUntil(Collection<PersonId> people) {
        return sql.sql("select person_id, bool_or(decided_at is null) as open, max(decided_at) as ended from referral.referral where person_id = any (:people) and status <> 'ACCEPTED' group by person_id")
                .param("people", people.stream().map(PersonId::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(new PersonId(row.getObject("person_id", UUID.class)), row.getBoolean("open") ? Instant.MAX : row.getTimestamp("ended").toInstant()))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void erase(PersonId person, boolean counted) {
        sql.sql("select id from referral.referral where person_id = :person").param("person", person.id()).query(UUID.class).list().forEach(this::gone);
    }

    @Override
    public void eraseRecord(UUID record) {
        // Safety: one that somebody took up again since it was listed stays.
        boolean over = sql.sql("select person_id is null and status in ('DECLINED', 'WITHDRAWN', 'PASSED_ON') from referral.referral where id = :id").param("id", record).query(Boolean.class).optional().orElse(false);
        if (!over) throw new RuleBroken("referral.needed-again", "This referral is needed again.");
        gone(record);
    }

    private void gone(UUID record) {
        matching.erase(RecordKind.REFERRAL, record);
        disclosure.eraseReferral(record);
        for (String part : List.of("told", "answer", "passage", "asked_back")) sql.sql("delete from referral." + part + " where referral_id = :id").param("id", record).update();
        sql.sql("delete from referral.referral where id = :id").param("id", record).update();
    }
}
