package org.alongside.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.audit.AuditTrail;
import org.alongside.helpline.Topic;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns, as those see them who run them. */
@Service
@Transactional
public class Campaigns {
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Campaigns(AuditTrail audit, JdbcClient sql, Clock clock) {
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Those of the acting organisation, the last begun first. */
    @Transactional(readOnly = true)
    public List<Campaign> all() {
        return read("order by c.starts_on desc, c.number desc limit 200");
    }

    /** NotFound for one that is not there for whoever asks. */
    @Transactional(readOnly = true)
    public Campaign one(UUID id) {
        return sql.sql("select c.* from engagement.campaign c where c.id = :id").param("id", id).query(Campaigns::campaign).optional().orElseThrow(() -> new NotFound("campaign", id));
    }

    List<Campaign> read(String which) {
        return sql.sql("select c.* from engagement.campaign c " + which).query(Campaigns::campaign).list();
    }

    /** @param id made with the form, so that a second press finds the first */
    public void begin(UUID id, Campaign.Written written, Actor.Worker me) {
        me.mustBe(Posts.WRITE);
        fit(written);
        int begun = params("insert into engagement.campaign (id, topic, language, title, about, run_by, starts_on, closes_on, made_at) values (:id, :topic, :language, :title, :about, :runBy, :starts, :closes, :now) on conflict (id) do nothing", id, written).param("now", Times.at(clock.instant())).update();
        if (begun > 0) audit.changed("campaign", id, "begun");
    }

    /** @param version as it was read; RuleBroken when somebody else saved meanwhile */
    public void change(UUID id, int version, Campaign.Written written, Actor.Worker me) {
        me.mustBe(Posts.WRITE);
        Campaign before = one(id);
        // A second press.
        if (before.version() == version + 1 && before.written().equals(written)) return;
        fit(written);
        int saved = params("update engagement.campaign set topic = :topic, language = :language, title = :title, about = :about, run_by = :runBy, starts_on = :starts, closes_on = :closes, version = version + 1 where id = :id and version = :version", id, written).param("version", version).update();
        if (saved == 0) throw Posts.meanwhile();
        audit.changed("campaign", id, "changed");
    }

    /** What came of it. @param version as it was read; RuleBroken when somebody else saved meanwhile */
    public void tell(UUID id, int version, String heard, String did, Actor.Worker me) {
        me.mustBe(Posts.WRITE);
        Campaign before = one(id);
        if (Posts.isTold(before.told(), before.version() - 1, version, heard, did)) return;
        int saved = sql.sql("update engagement.campaign set heard = :heard, did = :did, told_on = coalesce(told_on, :today), version = version + 1 where id = :id and version = :version")
                .param("heard", heard).param("did", did).param("today", Times.day(clock.instant())).param("id", id).param("version", version).update();
        if (saved == 0) throw Posts.meanwhile();
        audit.changed("campaign", id, "told what came of it");
    }

    private static void fit(Campaign.Written written) {
        if (written.closesOn() != null && written.closesOn().isBefore(written.startsOn())) throw new RuleBroken("engagement.ends-first", "It cannot end before it begins.");
    }

    private JdbcClient.StatementSpec params(String words, UUID id, Campaign.Written written) {
        return sql.sql(words).param("id", id).param("topic", written.topic().name()).param("language", written.language().name()).param("title", written.title()).param("about", written.about()).param("runBy", written.runBy())
                .param("starts", written.startsOn()).param("closes", written.closesOn(), Types.DATE);
    }

    private static Campaign campaign(ResultSet row, int number) throws SQLException {
        return new Campaign(row.getObject("id", UUID.class), row.getInt("number"), new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new Campaign.Written(Topic.valueOf(row.getString("topic")), Language.valueOf(row.getString("language")), row.getString("title"), row.getString("about"), row.getString("run_by"), row.getObject("starts_on", LocalDate.class), row.getObject("closes_on", LocalDate.class)),
                Posts.told(row), row.getInt("version"));
    }
}
