package org.alongside.referral;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.disclosure.Basis;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the two ends of a passing-on know of each other: that it happened, and where the referral stands now. */
@Component
class Passages {
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Passages(JdbcClient sql, Seal seal, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    void open(Referral from, ReferralId copy, PassOn how, Actor.Worker me) {
        sql.sql("""
                insert into referral.passage (copy_id, referral_id, organisation_id, to_organisation_id, side, status, agreed, parts, why, passed_by_id, passed_at, changed_at)
                values (:copy, :referral, :organisation, :to, :side, 'RECEIVED', :agreed, :parts, :why, :by, :now, :now)
                """).param("copy", copy.id()).param("referral", from.id().id()).param("organisation", from.organisation().id()).param("to", how.to().id())
                .param("side", from.side().name()).param("agreed", how.because().basis() == Basis.AGREED ? "YES" : "NO").param("parts", how.parts().stream().map(Part::name).sorted().toArray(String[]::new))
                .param("why", how.because().necessity().isEmpty() ? null : seal.close(how.because().necessity(), "referral.passage.why", copy.id()))
                .param("by", me.worker().id()).param("now", Times.at(clock.instant())).update();
    }

    /** Tells the sender, when there is one, how its referral stands. */
    void tell(Referral referral) {
        UUID copy = referral.id().id();
        sql.sql("update referral.passage set status = :status, changed_at = :now where copy_id = :copy")
                .param("status", referral.status().name()).param("now", Times.at(clock.instant())).param("copy", copy).update();
    }
}
