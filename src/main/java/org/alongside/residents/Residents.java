package org.alongside.residents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.Limits;
import org.alongside.access.OrganisationId;
import org.alongside.messages.Confirmations;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.Passwords;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Accounts of residents. They belong to the organisation this house was set up for, since an address needs somebody real who answers for it. */
@Service
public class Residents {
    /** What the house does with accounts, it does as this job; also whatever follows {@link ResidentEvent}. */
    public static final String JOB = "residents";
    static final String NEWS = "resident-news", CLOCK = "resident-clock", FAREWELL = "resident-farewell";
    private static final Duration BETWEEN_NEWS = Duration.ofHours(1), LAST_MAIL_LEAVES = Duration.ofDays(1);
    private final ResidentRows rows;
    private final ResidentMail mail;
    private final Organisations organisations;
    private final Confirmations confirmations;
    private final Passwords passwords;
    private final Limits limits;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final ActingTransaction acting;
    private final ApplicationEventPublisher events;
    private final Seal seal;
    private final Clock clock;

    Residents(ResidentRows rows, ResidentMail mail, Organisations organisations, Confirmations confirmations, Passwords passwords, Limits limits, Jobs jobs, JdbcClient sql, ActingTransaction acting, ApplicationEventPublisher events, Seal seal, Clock clock) {
        this.rows = rows;
        this.mail = mail;
        this.organisations = organisations;
        this.confirmations = confirmations;
        this.passwords = passwords;
        this.limits = limits;
        this.jobs = jobs;
        this.sql = sql;
        this.acting = acting;
        this.events = events;
        this.seal = seal;
        this.clock = clock;
    }

    /** By which this resident's rows are known in every room: as {@link Actor.Holder}. */
    public String holder(UUID resident) {
        return seal.fingerprint("residents.account", resident.toString());
    }

    /** There is something new for this resident: asked inside the transaction that causes it, by anyone. One neutral mail, if they wish for such mail, and never more than one an hour. */
    public void news(UUID resident) {
        // Two who tell of news at once: the second waits, and finds that it was asked for.
        sql.sql("select pg_advisory_xact_lock(hashtextextended('residents.news ' || :resident, 0))").param("resident", resident.toString()).query((row, number) -> 0).list();
        organisations.first().ifPresent(house -> jobs.ask(NEWS, house, resident, clock.instant()));
    }

    /** What whoever is signed in sees of their account. @param madeOn the day of their first password */
    public record Own(String email, boolean wantsNews, LocalDate madeOn) {}

    /** NotFound when the account is gone. */
    public Own own(Resident me) {
        Account account = account(me);
        return new Own(account.email(), account.wantsNews(), account.madeOn());
    }

    public void wishForNews(Resident me, boolean wish) {
        acting.as(new Actor.Holder(me.holder()), () -> sql.sql("update residents.account set wants_news = :wish where holder = access.holder()").param("wish", wish).update());
    }

    /** RuleBroken("password") unless the old one is theirs, RuleBroken("chosen") when the new one is too weak. Everybody is signed out. */
    public void changePassword(Resident me, String old, String chosen) {
        Account account = confirm(me, old);
        mustBeStrong(chosen, account.email());
        String hash = passwords.hash(chosen);
        acting.as(house(account), () -> change(account.id(), hash));
    }

    /** Signs this resident out everywhere. */
    public void signOutEverywhere(Resident me) {
        acting.as(house(account(me)), () -> signOut(me.id()));
    }

    /** Deletes the account for good. RuleBroken("password") unless it is theirs. @param wordsGo whether whatever they wrote goes with it; else it stays without them */
    public void remove(Resident me, String password, boolean wordsGo) {
        Account account = confirm(me, password);
        acting.as(house(account), () -> remove(account, wordsGo));
    }

    /** Whose account this is: asked before anything that could lock them out. RuleBroken("password") for anybody else, and after too many tries. */
    Account confirm(Resident me, String password) {
        Account account = account(me);
        boolean mayTry = limits.allow("resident-password", me.id().toString(), 10, Duration.ofMinutes(15));
        if (!passwords.matches(password, account.hash()) || !mayTry) throw new RuleBroken("password", "residents.password.not-yours");
        return account;
    }

    void mustBeStrong(String password, String email) {
        passwords.weakness(password, List.of(email)).ifPresent(weakness -> {
            throw new RuleBroken("chosen", switch (weakness) {
                case TOO_SHORT -> "residents.password.short";
                case TOO_LONG -> "residents.password.long";
                case ABOUT_YOU -> "residents.password.about-you";
                case EASY_TO_GUESS -> "residents.password.easy";
            });
        });
    }

    private Account account(Resident me) {
        return acting.as(new Actor.Holder(me.holder()), rows::own).orElseThrow(NotFound::new);
    }

    /** In the house's own transaction, like all below. */
    void make(Asking asking, String hash) {
        make(UUID.randomUUID(), asking, hash, false);
    }

    void make(UUID id, Asking asking, String hash, boolean demo) {
        sql.sql("""
                insert into residents.account (id, organisation_id, holder, email, email_fingerprint, address_id, address_token, password_hash, welsh, demo, made_on, used_on)
                values (:id, :house, :holder, :email, :fingerprint, :address, :token, :hash, :welsh, :demo, :today, :today) on conflict (organisation_id, email_fingerprint) do nothing
                """).param("id", id).param("house", asking.organisation().id()).param("holder", holder(id)).param("email", seal.closeWords(asking.email(), ResidentRows.EMAIL, id)).param("fingerprint", asking.fingerprint()).param("address", asking.address())
                .param("token", seal.close(asking.token(), ResidentRows.ADDRESS_TOKEN, id)).param("hash", hash).param("welsh", asking.welsh()).param("demo", demo).param("today", Times.day(clock.instant())).update();
        jobs.ask(CLOCK, asking.organisation(), id, clock.instant());
    }

    void change(UUID account, String hash) {
        sql.sql("update residents.account set password_hash = :hash where id = :id").param("hash", hash).param("id", account).update();
        // Safety: whoever came in with the old password is out.
        signOut(account);
    }

    private void signOut(UUID account) {
        sql.sql("delete from residents.session where account_id = :id").param("id", account).update();
    }

    Optional<Account> move(Asking asking) {
        Account before = rows.account(asking.account()).orElse(null);
        if (before == null) return Optional.empty();
        // Safety: the owner of the old address learns of it there.
        mail.moved(before);
        farewell(before);
        UUID id = before.id();
        sql.sql("update residents.account set email = :email, email_fingerprint = :fingerprint, address_id = :address, address_token = :token where id = :id").param("email", seal.closeWords(asking.email(), ResidentRows.EMAIL, id)).param("fingerprint", asking.fingerprint())
                .param("address", asking.address()).param("token", seal.close(asking.token(), ResidentRows.ADDRESS_TOKEN, id)).param("id", id).update();
        return rows.account(id);
    }

    private void remove(Account account, boolean wordsGo) {
        mail.gone(account);
        farewell(account);
        // The account before its sessions: whoever signs in at this moment waits for it, and is out as well.
        sql.sql("delete from residents.account where id = :id").param("id", account.id()).update();
        signOut(account.id());
        events.publishEvent(new ResidentEvent.Left(account.id(), wordsGo));
    }

    private void farewell(Account account) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into residents.farewell (id, organisation_id, address_token, said_at) values (:id, :house, :token, :now)").param("id", id).param("house", account.organisation().id()).param("token", seal.close(account.token(), ResidentRows.FAREWELL_TOKEN, id)).param("now", Times.at(clock.instant())).update();
        jobs.ask(FAREWELL, account.organisation(), id, clock.instant().plus(LAST_MAIL_LEAVES));
    }

    /** For the job: an address that has had its last mail is forgotten. */
    void forget(OrganisationId organisation, UUID farewell) {
        Actor house = new Actor.Job(organisation, JOB);
        acting.as(house, () -> sql.sql("select address_token from residents.farewell where id = :id").param("id", farewell).query(byte[].class).optional()).map(token -> seal.open(token, ResidentRows.FAREWELL_TOKEN, farewell)).ifPresent(confirmations::forget);
        acting.as(house, () -> sql.sql("delete from residents.farewell where id = :id").param("id", farewell).update());
    }

    /** For the job: tells of news. @return when, where it is too soon */
    Optional<Instant> tellOfNews(OrganisationId organisation, UUID resident) {
        return acting.as(new Actor.Job(organisation, JOB), () -> {
            Account account = rows.account(resident).filter(Account::wantsNews).orElse(null);
            if (account == null) return Optional.<Instant>empty();
            Instant now = clock.instant();
            if (account.newsAt() != null && account.newsAt().plus(BETWEEN_NEWS).isAfter(now)) return Optional.of(account.newsAt().plus(BETWEEN_NEWS));
            mail.news(account);
            sql.sql("update residents.account set news_at = :now where id = :id").param("now", Times.at(now)).param("id", resident).update();
            return Optional.<Instant>empty();
        });
    }

    /** For the job: an account that nobody uses ends, a month after its owner was told. @return when to look again */
    Optional<Instant> look(OrganisationId organisation, UUID id) {
        Actor house = new Actor.Job(organisation, JOB);
        Account account = acting.as(house, () -> rows.account(id)).orElse(null);
        if (account == null) return Optional.empty();
        Instant now = clock.instant(), end = account.endAt();
        confirmations.keep(account.token(), account.addressUntil());
        if (now.isBefore(account.tellAt())) return Optional.of(account.tellAt());
        if (end != null && !now.isBefore(end)) {
            acting.as(house, () -> remove(account, false));
            return Optional.empty();
        }
        if (end == null) acting.as(house, () -> {
            mail.idle(account);
            sql.sql("update residents.account set told_on = :today where id = :id").param("today", Times.day(now)).param("id", id).update();
        });
        return Optional.of(end == null ? Times.morning(Times.day(now).plus(Account.NOTICE)) : end);
    }

    private static Actor house(Account account) {
        return new Actor.Job(account.organisation(), JOB);
    }
}
