package org.alongside.awards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which body has made which standard its own. Written by whoever runs this house, so that nobody names themselves. */
@Service
@Transactional
public class Adoptions {
    private final JdbcClient sql;
    private final Clock clock;

    Adoptions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param body as it stands on awards */
    public record Adoption(OrganisationId organisation, String body, String standard, LocalDate from) {}

    /** Those of today, by name. */
    @Transactional(readOnly = true)
    public List<Adoption> all() {
        return sql.sql("select organisation_id, body_name, standard_key, adopted_on from awards.adoption where ended_on is null order by body_name, standard_key")
                .query((row, number) -> new Adoption(new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("body_name"), row.getString("standard_key"), row.getObject("adopted_on", LocalDate.class))).list();
    }

    /** For the installer. @return whether it was new */
    public boolean adopt(OrganisationId organisation, String body, String standard) {
        return sql.sql("insert into awards.adoption (id, organisation_id, body_name, standard_key, adopted_on) values (:id, :organisation, :body, :standard, :today) on conflict (organisation_id, standard_key) where ended_on is null do nothing").param("id", UUID.randomUUID())
                .param("organisation", organisation.id()).param("body", body).param("standard", standard).param("today", Times.day(clock.instant())).update() > 0;
    }

    /** For the installer. What was awarded before stays. @return whether there was one */
    public boolean end(OrganisationId organisation, String standard) {
        return sql.sql("update awards.adoption set ended_on = :today where organisation_id = :organisation and standard_key = :standard and ended_on is null").param("today", Times.day(clock.instant())).param("organisation", organisation.id()).param("standard", standard).update() > 0;
    }
}
