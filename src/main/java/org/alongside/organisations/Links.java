package org.alongside.organisations;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that open one door once. Only the fingerprint of a token is kept. Real time throughout. */
@Component
class Links {
    private final JdbcClient sql;
    private final Seal seal;

    Links(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    enum Purpose {
        FIRST_ADMINISTRATOR(Duration.ofHours(24)), INVITATION(Duration.ofDays(3)), RESET(Duration.ofMinutes(15));

        final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }
    }

    String toBegin() {
        sql.sql("update organisations.link set used_at = :now where purpose = 'FIRST_ADMINISTRATOR' and used_at is null").param("now", Times.at(Instant.now())).update();
        return make(Purpose.FIRST_ADMINISTRATOR, null, null, null);
    }

    /** A new link for a colleague; earlier ones stop working. */
    String of(Purpose purpose, WorkerId worker, Actor.Worker by) {
        sql.sql("update organisations.link set used_at = :now where worker_id = :worker and used_at is null").param("now", Times.at(Instant.now())).param("worker", worker.id()).update();
        return make(purpose, by.organisation(), worker, by.worker());
    }

    Actor.Holder holder(String token) {
        return new Actor.Holder(key(token));
    }

    /** Whether it was there to be used: once only, also when pressed twice at once. */
    boolean use(String token, Purpose purpose) {
        return sql.sql("update organisations.link set used_at = now() where token_key = :key and purpose = :purpose and used_at is null and expires_at > now()")
                .param("key", key(token)).param("purpose", purpose.name()).update() == 1;
    }

    String key(String token) {
        return seal.fingerprint("link", token);
    }

    private String make(Purpose purpose, @Nullable OrganisationId organisation, @Nullable WorkerId worker, @Nullable WorkerId by) {
        String token = Secrets.random();
        Instant now = Instant.now();
        sql.sql("""
                insert into organisations.link (id, token_key, purpose, organisation_id, worker_id, made_by, made_at, expires_at)
                values (:id, :key, :purpose, :organisation, :worker, :by, :now, :expires)
                """)
                .param("id", UUID.randomUUID()).param("key", key(token)).param("purpose", purpose.name())
                .param("organisation", organisation == null ? null : organisation.id()).param("worker", worker == null ? null : worker.id()).param("by", by == null ? null : by.id())
                .param("now", Times.at(now)).param("expires", Times.at(now.plus(purpose.lasts))).update();
        return token;
    }
}
