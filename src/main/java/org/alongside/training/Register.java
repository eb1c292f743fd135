package org.alongside.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a cohort, for those who train. Each look is kept in the trail: a register of professionals holds people who are hurt at home, too. */
@Service
@Transactional
public class Register {
    private final Found found;
    private final Places places;
    private final Attendances attendances;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;

    Register(Found found, Places places, Attendances attendances, AuditTrail audit, JdbcClient sql, Seal seal) {
        this.found = found;
        this.places = places;
        this.attendances = attendances;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
    }

    /** @param people in the order in which they asked @param needs by registration, in their own words; only a trainer finds any @param came by session */
    public record Read(List<Registration> people, Map<UUID, String> needs, Map<UUID, Set<UUID>> came) {
        public List<Registration> in(Standing standing) {
            return people.stream().filter(one -> one.standing() == standing).toList();
        }

        public boolean came(Session session, Registration one) {
            return came.getOrDefault(session.id(), Set.of()).contains(one.id());
        }
    }

    public Read of(Cohort cohort, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        List<Registration> people = found.of(cohort.id());
        Map<UUID, String> needs = new HashMap<>();
        sql.sql("select n.registration_id, n.words from training.access_need n join training.registration r on r.id = n.registration_id where r.cohort_id = :id").param("id", cohort.id()).query(row -> {
            UUID id = row.getObject("registration_id", UUID.class);
            needs.put(id, seal.openWords(row.getBytes("words"), "training.access_need.words", id));
        });
        audit.listed("registration", "register", people.stream().map(Registration::id).toList());
        return new Read(people, needs, attendances.ofCohort(cohort.id()));
    }

    /** Takes somebody off: their place goes to whoever waits, and they are told. */
    public void remove(Cohort cohort, UUID id, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        found.one(id).filter(one -> one.cohort().equals(cohort.id())).orElseThrow(() -> new NotFound("registration", id));
        places.leave(id);
        audit.changed("registration", id, "taken off");
    }
}
