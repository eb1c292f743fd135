package org.alongside.copies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who asked for copies, their sealed words opened. */
@Component
class CopyRows {
    private static final UUID FIRST = new UUID(0, 0);
    static final String EMAIL = "copies.copy.email", TOKEN = "copies.copy.token";
    private final JdbcClient sql;
    private final Seal seal;

    CopyRows(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    Optional<Copy> one(UUID id) {
        return read("id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** The acting holder's own. */
    Optional<Copy> mine() {
        return read("holder = access.holder()", Map.of()).stream().findFirst();
    }

    /** The one of this address that was confirmed. */
    Optional<Copy> confirmed(String key, String fingerprint) {
        return read("key = :key and email_fingerprint = :email and confirmed_at is not null", Map.of("key", key, "email", fingerprint)).stream().findFirst();
    }

    /** Of those who agreed to be told and do not know this version, the next two hundred. @param after the last one looked at; null to begin */
    List<Copy> toBeTold(String key, String version, @Nullable UUID after) {
        return read("key = :key and confirmed_at is not null and wants_news and told_version <> :version and id > :after", Map.of("key", key, "version", version, "after", after == null ? FIRST : after));
    }

    private List<Copy> read(String which, Map<String, ?> given) {
        return sql.sql("select id, organisation_id, key, edition, email, email_fingerprint, token, address_id, wants_news, welsh, told_version, asked_at, confirmed_at from copies.copy where %s order by id limit 200".formatted(which)).params(given).query(this::copy).list();
    }

    private Copy copy(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Copy(id, new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("key"), Edition.valueOf(row.getString("edition")), seal.openWords(row.getBytes("email"), EMAIL, id),
                row.getString("email_fingerprint"), Objects.requireNonNull(seal.open(row.getBytes("token"), TOKEN, id)), row.getObject("address_id", UUID.class), row.getBoolean("wants_news"), row.getBoolean("welsh"), row.getString("told_version"),
                Times.instant(row, "asked_at"), Times.instantOrNull(row, "confirmed_at"));
    }

    String fingerprint(String email) {
        return seal.fingerprint("copies.email", email.strip().toLowerCase(Locale.ROOT));
    }
}
