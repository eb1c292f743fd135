package org.alongside.awards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands, for anybody to read, and what stood. */
@Service
@Transactional(readOnly = true)
public class Register {
    private static final int MOST = 1000;
    private final JdbcClient sql;

    Register(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was not replaced or withdrawn, by name. */
    public List<Award> all() {
        return read("a.withdrawn_at is null and a.replaced_at is null and cast(:value as text) is null", null);
    }

    /** By what stands under the badge, also when it no longer stands. */
    public Optional<Award> byCode(String code) {
        return read("a.code = :value", code).stream().findFirst();
    }

    public Award one(UUID id) {
        return read("a.id = :value", id).stream().findFirst().orElseThrow(() -> new NotFound("award", id));
    }

    /** What the acting organisation has and had. */
    public List<Award> own() {
        return read("a.owner_id = access.organisation() and cast(:value as text) is null", null);
    }

    /** What the acting organisation gave. */
    public List<Award> given() {
        return read("a.organisation_id = access.organisation() and cast(:value as text) is null", null);
    }

    List<Award> of(SelfAssessmentId assessment) {
        return read("a.assessment_id = :value", assessment.id());
    }

    private List<Award> read(String which, @Nullable Object value) {
        return sql.sql("select a.*, coalesce(g.holds, false) as holds, g.until_on as ground_until from awards.award a left join awards.ground g on g.award_id = a.id where " + which + " order by lower(a.owner_name), a.from_on desc, a.id limit " + MOST).param("value", value).query(Register::award).list();
    }

    private static Award award(ResultSet row, int number) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        return new Award(row.getObject("id", UUID.class), row.getString("code"), row.getObject("decision_id", UUID.class), new SelfAssessmentId(row.getObject("assessment_id", UUID.class)), new OrganisationId(row.getObject("owner_id", UUID.class)), row.getString("owner_name"),
                organisation == null ? null : new OrganisationId(organisation), row.getString("organisation_name"), row.getString("body_name"), row.getString("standard_key"), row.getString("standard_version"), Edition.valueOf(row.getString("edition")), row.getString("about"),
                List.of((String[]) row.getArray("unmet_musts").getArray()), row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class), row.getObject("interim_due_on", LocalDate.class), row.getObject("interim_on", LocalDate.class),
                Times.instantOrNull(row, "suspended_at"), Times.instantOrNull(row, "withdrawn_at"), Times.instantOrNull(row, "replaced_at"), row.getBoolean("holds"), row.getObject("ground_until", LocalDate.class));
    }
}
