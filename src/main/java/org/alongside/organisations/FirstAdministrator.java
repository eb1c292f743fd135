package org.alongside.organisations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens an empty house: a link, shown once to whoever started it, by which the first administrator comes in. */
@Component
@Order(10)
public class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Links links;
    private final Passwords passwords;
    private final Seal seal;
    private final Clock clock;
    private final Environment environment;

    FirstAdministrator(JdbcClient sql, TransactionTemplate transaction, Links links, Passwords passwords, Seal seal, Clock clock, Environment environment) {
        this.sql = sql;
        this.transaction = transaction;
        this.links = links;
        this.passwords = passwords;
        this.seal = seal;
        this.clock = clock;
        this.environment = environment;
    }

    /** @param kind SUPPORT_SERVICE, BEHAVIOUR_CHANGE_SERVICE or BOTH_SIDES */
    public record Beginning(String organisation, String kind, String name, String email, String password) {}

    @Override
    public void run(ApplicationArguments arguments) {
        String token = asInstaller(() -> isEmpty() ? links.toBegin() : "");
        if (!token.isEmpty()) {
            LOG.info("There is nobody here yet. Open this link, once, within a day: http://localhost:{}/desk/first-administrator/{}", environment.getProperty("local.server.port"), token);
        }
    }

    public boolean isOpen(String token) {
        return asInstaller(() -> sql.sql("select exists (select from organisations.link where token_key = :key and purpose = 'FIRST_ADMINISTRATOR' and used_at is null and expires_at > now())")
                .param("key", links.key(token)).query(Boolean.class).single()) && asInstaller(this::isEmpty);
    }

    /** Makes the organisation and its administrator. Throws RuleBroken("email") or ("password"), and NotFound when the link is no longer good. */
    public Account begin(String token, Beginning beginning) {
        Email email = new Email(beginning.email);
        if (!email.isPlausible()) throw new RuleBroken("email", "Enter an e-mail address, like name@example.org");
        PasswordRules.problem(beginning.password, List.of(email.address(), beginning.name, beginning.organisation)).ifPresent(words -> {
            throw new RuleBroken("password", words);
        });
        String hash = passwords.hash(beginning.password);
        return asInstaller(() -> {
            if (!links.use(token, Links.Purpose.FIRST_ADMINISTRATOR) || !isEmpty()) throw new NotFound();
            return plant(beginning, email, hash);
        });
    }

    private Account plant(Beginning beginning, Email email, String hash) {
        UUID organisation = UUID.randomUUID();
        UUID worker = UUID.randomUUID();
        var now = Times.at(clock.instant());
        sql.sql("insert into organisations.organisation (id, name, public_name, kind, created_at) values (:id, :name, :name, :kind, :now)")
                .param("id", organisation).param("name", beginning.organisation.strip()).param("kind", beginning.kind).param("now", now).update();
        if (!beginning.kind.equals("BEHAVIOUR_CHANGE_SERVICE")) team(organisation, Side.SUPPORT, "Support team");
        if (!beginning.kind.equals("SUPPORT_SERVICE")) team(organisation, Side.CHANGE, "Behaviour-change team");
        sql.sql("insert into organisations.worker (id, organisation_id, name, email, email_key, created_at) values (:id, :organisation, :name, :email, :key, :now)")
                .param("id", worker).param("organisation", organisation).param("name", beginning.name.strip())
                .param("email", email.sealed(seal, worker)).param("key", email.key(seal)).param("now", now).update();
        sql.sql("insert into organisations.membership (worker_id, organisation_id, roles, joined_on) values (:id, :organisation, :roles, :today)")
                .param("id", worker).param("organisation", organisation).param("roles", new String[] {Role.ADMINISTRATOR.name()}).param("today", Times.day(clock.instant())).update();
        sql.sql("insert into organisations.credential (worker_id, organisation_id, password_hash, demo, changed_at) values (:id, :organisation, :hash, false, :now)")
                .param("id", worker).param("organisation", organisation).param("hash", hash).param("now", Times.at(Instant.now())).update();
        return new Account(new WorkerId(worker), new OrganisationId(organisation), false);
    }

    private void team(UUID organisation, Side side, String name) {
        sql.sql("insert into organisations.team (id, organisation_id, side, name, receives, read_on) values (:id, :organisation, :side, :name, false, '{}')")
                .param("id", UUID.randomUUID()).param("organisation", organisation).param("side", side.name()).param("name", name).update();
    }

    private boolean isEmpty() {
        return sql.sql("select not exists (select from organisations.organisation)").query(Boolean.class).single();
    }

    private <T> T asInstaller(Supplier<T> work) {
        return Acting.as(new Actor.Installer(), () -> transaction.execute(status -> work.get()));
    }
}
