package org.alongside.organisations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.access.Actor;
import org.alongside.access.Limits;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a worker changes about their own account. */
@Service
@Transactional
public class OwnAccount {
    private final JdbcClient sql;
    private final Seal seal;
    private final Passwords passwords;
    private final Limits limits;
    private final ApplicationEventPublisher events;

    OwnAccount(JdbcClient sql, Seal seal, Passwords passwords, Limits limits, ApplicationEventPublisher events) {
        this.sql = sql;
        this.seal = seal;
        this.passwords = passwords;
        this.limits = limits;
        this.events = events;
    }

    private record Known(String name, byte[] email, String organisation) {}

    public void rename(Actor.Worker me, String name) {
        sql.sql("update organisations.worker set name = :name where id = :me").param("name", name).param("me", me.worker().id()).update();
    }

    public String emailOf(Actor.Worker me) {
        return email(me, known(me));
    }

    /** Throws RuleBroken("password.current") or RuleBroken("password.new"). */
    public void changePassword(Actor.Worker me, String current, String chosen) {
        confirm(me, current);
        Known known = known(me);
        PasswordRules.problem(chosen, List.of(email(me, known), known.name, known.organisation)).ifPresent(words -> {
            throw new RuleBroken("password.new", words);
        });
        sql.sql("update organisations.credential set password_hash = :hash, demo = false, changed_at = :now where worker_id = :me")
                .param("hash", passwords.hash(chosen)).param("now", Times.at(Instant.now())).param("me", me.worker().id()).update();
        events.publishEvent(new SignInEvent.Changed(me.worker(), "changed the password"));
    }

    /** Throws RuleBroken("password.current") unless this is the worker's password: asked before anything that could lock them out. */
    public void confirm(Actor.Worker me, String password) {
        if (!limits.allow("own-password", me.worker().id().toString(), 5, Duration.ofMinutes(1))) {
            throw new RuleBroken("password.current", "There were too many tries. Wait one minute, then try again");
        }
        String hash = sql.sql("select password_hash from organisations.credential where worker_id = :me").param("me", me.worker().id()).query(String.class).single();
        if (!passwords.matches(password, hash)) throw new RuleBroken("password.current", "This is not your password");
    }

    private Known known(Actor.Worker me) {
        return sql.sql("select w.name, w.email, o.name as organisation from organisations.worker w join organisations.organisation o on o.id = w.organisation_id where w.id = :me")
                .param("me", me.worker().id()).query(Known.class).single();
    }

    private String email(Actor.Worker me, Known known) {
        return String.valueOf(seal.open(known.email, Email.COLUMN, me.worker().id()));
    }
}
