package org.alongside.directory;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The history of services: every state that was ever public. */
@Component
public class Editions {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient sql;
    private final Clock clock;

    Editions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Notes what the service says from now on. */
    public void add(Entry entry, OrganisationId keeper, Edition.How how) {
        sql.sql("""
                insert into directory.edition (service_id, number, organisation_id, how, document, made_by, made_at)
                select :id, coalesce(max(number), 0) + 1, :keeper, :how, :document::jsonb, access.worker(), :now from directory.edition where service_id = :id
                """).param("id", entry.id()).param("keeper", keeper.id()).param("how", how.name()).param("document", JSON.writeValueAsString(entry)).param("now", Times.at(clock.instant())).update();
    }

    /** The newest first. */
    public List<Edition> of(UUID service) {
        return sql.sql("select service_id, number, how, document::text, made_by, made_at from directory.edition where service_id = :id order by number desc").param("id", service)
                .query((row, n) -> new Edition(service, row.getInt("number"), Edition.How.valueOf(row.getString("how")), JSON.readValue(row.getString("document"), Entry.class), row.getObject("made_by", UUID.class), Times.instant(row, "made_at"))).list();
    }
}
