package org.alongside.organisations;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Limits;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** One-time codes from an app on the worker's phone. Real time throughout: a pretended clock would make old codes good again. */
@Service
public class SecondFactors {
    private static final String COLUMN = "organisations.second_factor.secret";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Limits limits;
    private final ApplicationEventPublisher events;

    SecondFactors(JdbcClient sql, TransactionTemplate transaction, Seal seal, Limits limits, ApplicationEventPublisher events) {
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.limits = limits;
        this.events = events;
    }

    private record Factor(UUID id, byte[] secret, long lastStep) {}

    public boolean isSet(Account account) {
        return as(account, () -> !factors(true).isEmpty());
    }

    /** The secret to be set up, made when first asked for and the same until it is confirmed. */
    public byte[] offered(Account account) {
        return as(account, () -> {
            if (factors(false).isEmpty()) offer(account);
            return secret(factors(false).get(0));
        });
    }

    /** Takes the offered secret into use, in place of an earlier one, once its first code is right. */
    public boolean confirm(Account account, String code) {
        count(account);
        return as(account, () -> {
            Optional<Factor> offered = factors(false).stream().findFirst();
            if (offered.isEmpty() || !accept(offered.get(), code)) return false;
            sql.sql("delete from organisations.second_factor where worker_id = access.worker() and kind = 'TOTP' and confirmed_at is not null").update();
            sql.sql("update organisations.second_factor set confirmed_at = :now where id = :id").param("now", Times.at(Instant.now())).param("id", offered.get().id).update();
            events.publishEvent(new SignInEvent.Changed(account.worker(), "set up one-time codes"));
            return true;
        });
    }

    /** Whether this is a code of now, of 30 seconds ago or of 30 seconds to come that was not used before. Throws RuleBroken after too many tries. */
    public boolean check(Account account, String code) {
        count(account);
        boolean right = as(account, () -> factors(true).stream().anyMatch(factor -> accept(factor, code)));
        if (!right) {
            Acting.as(new Actor.Job(account.organisation(), "sign-in"), () -> transaction.executeWithoutResult(status ->
                    events.publishEvent(new SignInEvent.Refused(account.worker(), SignInEvent.Step.CODE))));
        }
        return right;
    }

    private void count(Account account) {
        if (!limits.allow("sign-in-code", account.worker().id().toString(), 5, Duration.ofMinutes(1))) {
            throw new RuleBroken("sign-in.too-many", "There were too many tries. Wait one minute, then try again");
        }
    }

    private void offer(Account account) {
        UUID id = UUID.randomUUID();
        byte[] secret = new byte[20];
        RANDOM.nextBytes(secret);
        sql.sql("""
                insert into organisations.second_factor (id, worker_id, organisation_id, kind, secret, made_at, last_step)
                values (:id, :worker, :organisation, 'TOTP', :secret, :now, 0) on conflict do nothing
                """)
                .param("id", id).param("worker", account.worker().id()).param("organisation", account.organisation().id())
                .param("secret", seal.close(Base64.getEncoder().encodeToString(secret), COLUMN, id)).param("now", Times.at(Instant.now())).update();
    }

    private List<Factor> factors(boolean confirmed) {
        return sql.sql("select id, secret, last_step from organisations.second_factor where worker_id = access.worker() and kind = 'TOTP' and (confirmed_at is not null) = :confirmed")
                .param("confirmed", confirmed).query(Factor.class).list();
    }

    private boolean accept(Factor factor, String code) {
        byte[] typed = code.replaceAll("\\s", "").getBytes();
        long now = Instant.now().getEpochSecond() / 30;
        for (long step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(code(secret(factor), step).getBytes(), typed)) return use(factor, step);
        }
        return false;
    }

    // Safety: a code that was read over a shoulder is worth nothing once it, or a later one, has been used; also in two requests at once.
    private boolean use(Factor factor, long step) {
        return sql.sql("update organisations.second_factor set last_step = :step where id = :id and last_step < :step").param("step", step).param("id", factor.id).update() == 1;
    }

    private byte[] secret(Factor factor) {
        return Base64.getDecoder().decode(Objects.requireNonNull(seal.open(factor.secret, COLUMN, factor.id)));
    }

    static String code(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * 30));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T as(Account account, Supplier<T> work) {
        return Acting.as(account.alone(), () -> transaction.execute(status -> work.get()));
    }
}
