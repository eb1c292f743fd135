package org.alongside.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Seal;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads registrations, their sealed words opened. */
@Component
class Found {
    static final String NAME = "training.registration.name", EMAIL = "training.registration.email", TOKEN = "training.registration.token", WORKPLACE = "training.registration.workplace";
    private final JdbcClient sql;
    private final Seal seal;

    Found(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    Optional<Registration> one(UUID id) {
        return read("id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** The acting holder's own. */
    Optional<Registration> mine() {
        return read("holder = access.holder()", Map.of()).stream().findFirst();
    }

    /** Those that are or were about a place, in the order in which they asked; the unconfirmed are nobody yet. */
    List<Registration> of(UUID cohort) {
        return read("cohort_id = :cohort and number is not null", Map.of("cohort", cohort));
    }

    /** The one of this address that has, is offered or waits for a place. */
    Optional<Registration> live(UUID cohort, String emailFingerprint) {
        return read("cohort_id = :cohort and email_fingerprint = :email and state in ('PLACED', 'WAITING', 'OFFERED')", Map.of("cohort", cohort, "email", emailFingerprint)).stream().findFirst();
    }

    List<Registration> standing(UUID cohort, Standing... standings) {
        return read("cohort_id = :cohort and state = any (:states)", Map.of("cohort", cohort, "states", Stream.of(standings).map(Standing::name).toArray(String[]::new)));
    }

    private List<Registration> read(String which, Map<String, ?> given) {
        return sql.sql("""
                select id, organisation_id, cohort_id, state, number, name, email, token, address_id, sector, agency_id, team_id, workplace, welsh, offered_until from training.registration where %s order by number, asked_at, id limit 20000
                """.formatted(which)).params(given).query(this::registration).list();
    }

    private Registration registration(ResultSet row, int line) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Registration(id, new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getObject("cohort_id", UUID.class), Standing.valueOf(row.getString("state")), (Integer) row.getObject("number"),
                seal.openWords(row.getBytes("name"), NAME, id), seal.openWords(row.getBytes("email"), EMAIL, id), seal.open(row.getBytes("token"), TOKEN, id), row.getObject("address_id", UUID.class), Sector.valueOf(row.getString("sector")),
                row.getObject("agency_id", UUID.class), row.getObject("team_id", UUID.class), seal.openWords(row.getBytes("workplace"), WORKPLACE, id), row.getBoolean("welsh"), Times.instantOrNull(row, "offered_until"));
    }

    String fingerprint(String email) {
        return seal.fingerprint("training.email", email.strip().toLowerCase(Locale.ROOT));
    }
}
