package org.alongside.residents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.messages.Confirmations;
import org.alongside.messages.Messages;
import org.alongside.messages.OwnAddressId;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.Passwords;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What begins with an address that somebody types and ends with the link in a mail: an account, a new password, another address. */
@Service
public class Askings {
    static final String ASKED = "resident-asked";
    private final ResidentRows rows;
    private final Residents residents;
    private final ResidentMail mail;
    private final Organisations organisations;
    private final Confirmations confirmations;
    private final Passwords passwords;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final ActingTransaction acting;
    private final Seal seal;
    private final Clock clock;

    Askings(ResidentRows rows, Residents residents, ResidentMail mail, Organisations organisations, Confirmations confirmations, Passwords passwords, Jobs jobs, JdbcClient sql, ActingTransaction acting, Seal seal, Clock clock) {
        this.rows = rows;
        this.residents = residents;
        this.mail = mail;
        this.organisations = organisations;
        this.confirmations = confirmations;
        this.passwords = passwords;
        this.jobs = jobs;
        this.sql = sql;
        this.acting = acting;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Somebody asks for an account or for a new password. NotFound while there is no organisation at all.
     * Safety: the same rows and the same work whether or not the address is known, and whether or not it has just been asked for; which mail it gets, and whether any, is decided later, by a job.
     */
    public void ask(AskingKind kind, String email, boolean welsh) {
        acting.as(new Actor.Public(), () -> put(kind, null, email, welsh));
    }

    /** Somebody who is signed in asks that this be the address of their account. RuleBroken("password") unless the password is theirs. */
    public void askForAddress(Resident me, String password, String email, boolean welsh) {
        residents.confirm(me, password);
        askForAddress(me, email, welsh);
    }

    /** The same once more; nothing where it was never asked for this account. */
    public void askForAddressAgain(Resident me, String email, boolean welsh) {
        // Safety: what a browser carries could come from another account; only what was asked with this one's password is asked again.
        if (acting.as(new Actor.Job(house(), Residents.JOB), () -> rows.wasAsked(me.id(), rows.fingerprint(email)))) askForAddress(me, email, welsh);
    }

    private void askForAddress(Resident me, String email, boolean welsh) {
        acting.as(new Actor.Holder(me.holder()), () -> put(AskingKind.ADDRESS, me.id(), email, welsh));
    }

    private OrganisationId house() {
        return acting.as(new Actor.Public(), organisations::first).orElseThrow(NotFound::new);
    }

    private void put(AskingKind kind, @Nullable UUID account, String email, boolean welsh) {
        OrganisationId house = organisations.first().orElseThrow(NotFound::new);
        UUID id = UUID.randomUUID();
        String token = Secrets.random();
        sql.sql("""
                insert into residents.asking (id, organisation_id, kind, account_id, email, email_fingerprint, holder, token, welsh, asked_at)
                values (:id, :house, :kind, :account, :email, :fingerprint, :holder, :token, :welsh, :now)
                """).param("id", id).param("house", house.id()).param("kind", kind.name()).param("account", account).param("email", seal.closeWords(email, ResidentRows.ASKED_EMAIL, id)).param("fingerprint", rows.fingerprint(email))
                .param("holder", Messages.fingerprint(seal, token)).param("token", seal.close(token, ResidentRows.TOKEN, id)).param("welsh", welsh).param("now", Times.at(clock.instant())).update();
        jobs.ask(ASKED, house, id, clock.instant());
    }

    /** For the job: @return when to look again */
    Optional<Instant> look(OrganisationId organisation, UUID id) {
        Actor house = new Actor.Job(organisation, Residents.JOB);
        Asking asking = acting.as(house, () -> rows.asking(id)).orElse(null);
        if (asking == null) return Optional.empty();
        if (!clock.instant().isBefore(asking.until())) {
            forget(asking, house);
            return Optional.empty();
        }
        if (asking.mailedAt() == null && !asking.over()) acting.as(house, () -> tell(asking));
        return Optional.of(asking.until());
    }

    private void forget(Asking asking, Actor house) {
        // Safety: the address first: should this break off here, the row that leads to it is still there for the next time.
        if (asking.address() != null && !acting.as(house, () -> rows.isUsed(asking.address()))) confirmations.forget(asking.token());
        acting.as(house, () -> sql.sql("delete from residents.asking where id = :id").param("id", asking.id()).update());
    }

    private void tell(Asking asking) {
        List<Asking> all = rows.locked(asking.fingerprint());
        // Safety: nobody's inbox is filled by somebody else; and only here, where nobody waits for the answer.
        if (isTooSoon(all)) {
            end(asking.id());
            return;
        }
        Account known = rows.accountOf(asking.fingerprint()).orElse(null);
        OwnAddressId address = known == null ? ask(asking) : null;
        if (known != null) tell(known, asking);
        sql.sql("update residents.asking set mailed_at = :now, address_id = :address, over = :over where id = :id").param("now", Times.at(clock.instant())).param("address", address == null ? null : address.id())
                .param("over", asking.kind() == (known == null ? AskingKind.PASSWORD : AskingKind.ADDRESS)).param("id", asking.id()).update();
        // The newest link is the one that counts.
        all.stream().filter(one -> !one.id().equals(asking.id()) && one.kind() == AskingKind.ADDRESS == (asking.kind() == AskingKind.ADDRESS)).forEach(one -> end(one.id()));
        if (asking.account() != null) sql.sql("update residents.asking set over = true where account_id = :account and id <> :id").param("account", asking.account()).param("id", asking.id()).update();
    }

    private boolean isTooSoon(List<Asking> all) {
        Instant now = clock.instant();
        return all.stream().anyMatch(one -> one.mailedAt() != null && one.mailedAt().plus(Asking.BETWEEN).isAfter(now)) || all.stream().filter(one -> one.mailedAt() != null && one.mailedAt().plus(Asking.WHILE).isAfter(now)).count() >= Asking.MOST;
    }

    private OwnAddressId ask(Asking asking) {
        return switch (asking.kind()) {
            case ACCOUNT -> mail.confirm(asking);
            case PASSWORD -> mail.nobody(asking);
            case ADDRESS -> mail.address(asking);
        };
    }

    private void tell(Account known, Asking asking) {
        switch (asking.kind()) {
            case ACCOUNT -> mail.already(known, asking);
            case PASSWORD -> mail.password(known, asking);
            case ADDRESS -> mail.taken(known, asking);
        }
    }

    /** The button behind the link: this is the password from now on, of the account there is or of a new one; everybody else is signed out. Empty when the link can not be used. RuleBroken("password") for one that is too weak. */
    public Optional<Resident> choose(String token, String password) {
        Asking asking = mine(token).filter(one -> one.kind() != AskingKind.ADDRESS).orElse(null);
        if (asking == null) return Optional.empty();
        residents.mustBeStrong(password, asking.email());
        String hash = passwords.hash(password);
        // The address first: should this break off here, the button can be pressed again.
        if (asking.address() != null) confirmations.confirm(token);
        Optional<Account> account = acting.as(new Actor.Job(asking.organisation(), Residents.JOB), () -> use(asking) ? chosen(asking, hash) : Optional.empty());
        account.ifPresent(one -> confirmations.keep(one.token(), one.addressUntil()));
        return account.map(Account::resident);
    }

    private Optional<Account> chosen(Asking asking, String hash) {
        Account known = rows.accountOf(asking.fingerprint()).orElse(null);
        if (known == null && asking.address() == null) return Optional.empty();
        if (known == null) residents.make(asking, hash);
        else residents.change(known.id(), hash);
        sql.sql("update residents.asking set over = true where email_fingerprint = :email and kind <> 'ADDRESS'").param("email", asking.fingerprint()).update();
        return rows.accountOf(asking.fingerprint());
    }

    /** The button behind the link to another address: false when the link can not be used. Whoever owns the address until now is told. */
    public boolean move(String token) {
        Asking asking = mine(token).filter(one -> one.kind() == AskingKind.ADDRESS).orElse(null);
        if (asking == null || asking.account() == null || asking.address() == null) return false;
        confirmations.confirm(token);
        try {
            Optional<Account> account = acting.as(new Actor.Job(asking.organisation(), Residents.JOB), () -> use(asking) ? residents.move(asking) : Optional.empty());
            account.ifPresent(one -> confirmations.keep(token, one.addressUntil()));
            return account.isPresent();
        } catch (DuplicateKeyException somebodyWasFaster) {
            return false;
        }
    }

    private Optional<Asking> mine(String token) {
        return acting.as(new Actor.Holder(Messages.fingerprint(seal, token)), rows::mine).filter(one -> one.isOpen(clock.instant()));
    }

    /** Safety: once, also when the button is pressed twice at the same time. */
    private boolean use(Asking asking) {
        return sql.sql("update residents.asking set over = true where id = :id and not over").param("id", asking.id()).update() == 1;
    }

    private void end(UUID id) {
        sql.sql("update residents.asking set over = true where id = :id").param("id", id).update();
    }
}
