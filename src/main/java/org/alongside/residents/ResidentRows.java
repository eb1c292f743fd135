package org.alongside.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts and who asked for one, their sealed words opened. */
@Component
class ResidentRows {
    static final String EMAIL = "residents.account.email", ADDRESS_TOKEN = "residents.account.address_token", ASKED_EMAIL = "residents.asking.email", TOKEN = "residents.asking.token", FAREWELL_TOKEN = "residents.farewell.address_token";
    private final JdbcClient sql;
    private final Seal seal;

    ResidentRows(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    Optional<Account> account(UUID id) {
        return accounts("id = :id", Map.of("id", id)).stream().findFirst();
    }

    Optional<Account> accountOf(String fingerprint) {
        return accounts("email_fingerprint = :email", Map.of("email", fingerprint)).stream().findFirst();
    }

    /** The acting holder's own. */
    Optional<Account> own() {
        return accounts("holder = access.holder()", Map.of()).stream().findFirst();
    }

    Optional<Asking> asking(UUID id) {
        return askings("id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** The acting holder's, by the link in their mail. */
    Optional<Asking> mine() {
        return askings("holder = access.holder()", Map.of()).stream().findFirst();
    }

    /** All with this address, from now on nobody else's to change until the transaction ends. */
    List<Asking> locked(String fingerprint) {
        return askings("email_fingerprint = :email order by asked_at, id for update", Map.of("email", fingerprint));
    }

    /** Whether an account still writes to this address of the room of messages. */
    boolean isUsed(UUID address) {
        return sql.sql("select exists (select from residents.account where address_id = :address)").param("address", address).query(Boolean.class).single();
    }

    /** Whether somebody signed in to this account asked, with its password, for this address. */
    boolean wasAsked(UUID account, String fingerprint) {
        return sql.sql("select exists (select from residents.asking where account_id = :account and email_fingerprint = :email)").param("account", account).param("email", fingerprint).query(Boolean.class).single();
    }

    private List<Account> accounts(String which, Map<String, ?> given) {
        return sql.sql("select id, organisation_id, holder, email, email_fingerprint, address_id, address_token, password_hash, wants_news, welsh, demo, made_on, used_on, told_on, news_at from residents.account where " + which).params(given).query(this::readAccount).list();
    }

    private List<Asking> askings(String which, Map<String, ?> given) {
        return sql.sql("select id, organisation_id, kind, account_id, email, email_fingerprint, token, address_id, welsh, asked_at, mailed_at, over from residents.asking where " + which).params(given).query(this::readAsking).list();
    }

    private Account readAccount(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Account(id, organisation(row), row.getString("holder"), seal.openWords(row.getBytes("email"), EMAIL, id), row.getString("email_fingerprint"), row.getObject("address_id", UUID.class),
                Objects.requireNonNull(seal.open(row.getBytes("address_token"), ADDRESS_TOKEN, id)), row.getString("password_hash"), row.getBoolean("wants_news"), row.getBoolean("welsh"), row.getBoolean("demo"),
                row.getObject("made_on", LocalDate.class), row.getObject("used_on", LocalDate.class), row.getObject("told_on", LocalDate.class), Times.instantOrNull(row, "news_at"));
    }

    private Asking readAsking(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Asking(id, organisation(row), AskingKind.valueOf(row.getString("kind")), row.getObject("account_id", UUID.class), seal.openWords(row.getBytes("email"), ASKED_EMAIL, id), row.getString("email_fingerprint"),
                Objects.requireNonNull(seal.open(row.getBytes("token"), TOKEN, id)), row.getObject("address_id", UUID.class), row.getBoolean("welsh"), Times.instant(row, "asked_at"), Times.instantOrNull(row, "mailed_at"), row.getBoolean("over"));
    }

    private static OrganisationId organisation(ResultSet row) throws SQLException {
        return new OrganisationId(row.getObject("organisation_id", UUID.class));
    }

    String fingerprint(String email) {
        return seal.fingerprint("residents.email", email.strip().toLowerCase(Locale.ROOT));
    }
}
