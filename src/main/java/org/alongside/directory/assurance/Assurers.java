package org.alongside.directory.assurance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.directory.Directory;
import org.alongside.directory.Entries;
import org.alongside.directory.Listing;
import org.alongside.messages.Message;
import org.alongside.messages.Messages;
import org.alongside.shared.EmailAddress;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Those who can say at a service whether its entry is right: asked by a neutral mail before it grows old; the page behind its link has the buttons. */
@Service
public class Assurers {
    static final String JOB = "directory-assurance";
    /** Asked in good time before the entry counts as ageing, and again while nobody answers, but not for ever. */
    private static final int ASKED_AFTER_DAYS = 75, ASKED_AGAIN_AFTER_DAYS = 21, ASKED_AT_MOST = 3;
    private static final String EMAIL = "directory.assurer.email";
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Entries entries;
    private final Directory directory;
    private final Messages messages;
    private final Seal seal;
    private final Clock clock;

    Assurers(JdbcClient sql, TransactionTemplate transaction, Entries entries, Directory directory, Messages messages, Seal seal, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.entries = entries;
        this.directory = directory;
        this.messages = messages;
        this.seal = seal;
        this.clock = clock;
    }

    /** Whom to ask about a service, for those who keep it. @param askedAt when they were asked last @param isSilent whether they were asked so often that they are asked no more */
    public record Assurer(String email, @Nullable Instant askedAt, @Nullable Instant answeredAt, boolean isSilent) {}

    @Transactional(readOnly = true)
    public Optional<Assurer> of(UUID service) {
        return sql.sql("select email, asked_at, answered_at, unanswered from directory.assurer where service_id = :id").param("id", service)
                .query((row, n) -> new Assurer(String.valueOf(seal.open(row.getBytes("email"), EMAIL, service)), Times.instantOrNull(row, "asked_at"), Times.instantOrNull(row, "answered_at"), row.getInt("unanswered") >= ASKED_AT_MOST)).optional();
    }

    /** Names whom to ask; an empty address names nobody. RuleBroken when it cannot be an address. */
    @Transactional
    public void name(UUID service, String email, Actor.Worker me) {
        Entries.Opened opened = entries.open(service, me);
        if (!email.isBlank() && !EmailAddress.canArrive(email.strip())) throw new RuleBroken("directory.assurer", "Enter an e-mail address, such as name@example.org");
        sql.sql("delete from directory.assurer where service_id = :id").param("id", service).update();
        if (!email.isBlank()) sql.sql("insert into directory.assurer (service_id, organisation_id, email, named_by) values (:id, :keeper, :email, :me)").param("id", service).param("keeper", opened.keeper().id())
                .param("email", seal.close(email.strip(), EMAIL, service)).param("me", me.worker().id()).update();
    }

    /** Asks all of this keeper's who are due, as its job. @return how many were asked */
    int ask(OrganisationId keeper) {
        record Due(UUID service, byte[] email) {}
        Instant now = clock.instant();
        List<Due> due = as(new Actor.Job(keeper, JOB), () -> sql.sql("""
                select a.service_id, a.email from directory.assurer a join directory.service s on s.id = a.service_id
                 where s.published and (s.assured_on is null or s.assured_on <= :old) and a.unanswered < :most and (a.asked_at is null or a.asked_at <= :again) order by a.service_id limit 200
                """).param("old", Times.day(now).minusDays(ASKED_AFTER_DAYS)).param("most", ASKED_AT_MOST).param("again", Times.at(now.minus(Duration.ofDays(ASKED_AGAIN_AFTER_DAYS)))).query((row, n) -> new Due(row.getObject("service_id", UUID.class), row.getBytes("email"))).list());
        due.forEach(one -> as(new Actor.Job(keeper, JOB), () -> {
            String token = Secrets.random();
            sql.sql("update directory.assurer set token_fingerprint = :token, asked_at = :now, unanswered = unanswered + 1 where service_id = :id").param("token", Messages.fingerprint(seal, token)).param("now", Times.at(now)).param("id", one.service).update();
            // Safety: neither subject nor words say what kind of service it is about.
            return messages.ask(keeper, String.valueOf(seal.open(one.email, EMAIL, one.service)), token, null, new Message("directory.mail.assure", false, messages.link("/assure/" + token, false)));
        }));
        return due.size();
    }

    /** The service that this link is about; empty for a link that never was, is no more, or whose service is not public. */
    public Optional<Listing> asked(String token) {
        return service(token).flatMap(directory::service);
    }

    private Optional<UUID> service(String token) {
        return holding(token, () -> sql.sql("select service_id from directory.assurer").query(UUID.class).optional());
    }

    /** Somebody at the service says that all of it is right. @param seen what they looked at: when it was changed last */
    public boolean confirm(String token, String seen) {
        Optional<UUID> confirmed = holding(token, () -> sql.sql("select service_id from directory.assurer").query(UUID.class).optional().filter(service -> entries.assured(service, seen)));
        confirmed.ifPresent(service -> directory.lookAgain());
        return confirmed.isPresent();
    }

    /** Nobody is asked at this address any more. */
    public void leave(String token) {
        holding(token, () -> sql.sql("delete from directory.assurer").update());
    }

    private <T> T holding(String token, Supplier<T> work) {
        return as(new Actor.Holder(Messages.fingerprint(seal, token)), work);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
