package org.alongside.organisations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Limits;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The first half of signing in: an e-mail address and a password. Each step is its own transaction, as whoever may do it. */
@Service
public class SignIn {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Passwords passwords;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final boolean demo;

    SignIn(JdbcClient sql, TransactionTemplate transaction, Seal seal, Passwords passwords, Limits limits, ApplicationEventPublisher events, @Value("${alongside.demo}") boolean demo) {
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.passwords = passwords;
        this.limits = limits;
        this.events = events;
        this.demo = demo;
    }

    private record Candidate(UUID id, UUID organisationId, @Nullable String passwordHash, boolean demo) {
        Account account() {
            return new Account(new WorkerId(id), new OrganisationId(organisationId), demo);
        }
    }

    /** The account these belong to, or nothing: an unknown address and a wrong password are told apart nowhere. Throws RuleBroken after too many tries. */
    public Optional<Account> with(String email, String password, Visit visit) {
        Email typed = new Email(email);
        List<Candidate> candidates = Acting.as(typed.holder(seal), () -> transaction.execute(status -> candidates(typed)));
        count(typed, visit, candidates);
        Optional<Account> found = matching(candidates, password, visit);
        if (found.isEmpty()) refused(candidates);
        return found;
    }

    /** Tells the trail that somebody is in. */
    public void entered(Account account) {
        tell(account.alone(), new SignInEvent.In(account.worker()));
    }

    public void left(Account account) {
        tell(account.alone(), new SignInEvent.Out(account.worker()));
    }

    private List<Candidate> candidates(Email email) {
        return sql.sql("""
                select w.id, w.organisation_id, c.password_hash, c.demo
                  from organisations.worker w join organisations.membership m on m.worker_id = w.id join organisations.credential c on c.worker_id = w.id
                 where w.email_key = :key and m.left_on is null order by m.joined_on desc, w.id limit 5
                """).param("key", email.key(seal)).query(Candidate.class).list();
    }

    private void count(Email email, Visit visit, List<Candidate> candidates) {
        String account = email.key(seal);
        boolean familiar = candidates.stream().anyMatch(candidate -> visit.familiar() != null && visit.familiar().id().equals(candidate.id));
        boolean allowed = limits.allow("sign-in", account + "/" + (familiar ? "familiar" : visit.network()), 5, Duration.ofMinutes(1))
                // Safety: strangers trying one account from everywhere are slowed down, but never shut out the worker whose browser has been here before.
                && (familiar || limits.allow("sign-in-account", account, 30, Duration.ofMinutes(1)) && limits.allow("sign-in-network", visit.network(), 60, Duration.ofMinutes(5)));
        if (!allowed) throw new RuleBroken("sign-in.too-many", "There were too many tries. Wait one minute, then try again");
    }

    /** Somebody with two accounts tells them apart by their passwords. */
    private Optional<Account> matching(List<Candidate> candidates, String password, Visit visit) {
        Optional<Account> found = Optional.empty();
        // Safety: the same number of hashes whether the first or the last one matches, and one for an address that is nobody's.
        if (candidates.isEmpty()) passwords.matches(password, null);
        for (Candidate candidate : candidates) {
            boolean right = passwords.matches(password, candidate.passwordHash);
            if (right && found.isEmpty() && mayEnter(candidate, visit)) found = Optional.of(candidate.account());
        }
        return found;
    }

    private boolean mayEnter(Candidate candidate, Visit visit) {
        // Safety: the demo's published password opens a demo only, and only to somebody at the machine itself.
        return !candidate.demo || demo && visit.here();
    }

    private void refused(List<Candidate> candidates) {
        if (candidates.isEmpty()) tell(new Actor.Public(), new SignInEvent.Refused(null, SignInEvent.Step.PASSWORD));
        // Nobody knows which of their accounts was meant, so each organisation sees the try in its own trail.
        for (Candidate candidate : candidates) {
            Account account = candidate.account();
            tell(new Actor.Job(account.organisation(), "sign-in"), new SignInEvent.Refused(account.worker(), SignInEvent.Step.PASSWORD));
        }
    }

    private void tell(Actor actor, SignInEvent event) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
    }
}
