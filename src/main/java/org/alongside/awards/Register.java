package org.alongside.awards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands, and what stood. */
@Service
@Transactional(readOnly = true)
public class Register {
    static final Comparator<Award> BY_NAME = Comparator.comparing((Award one) -> one.ownerName().toLowerCase(Locale.UK)).thenComparing(Award::from, Comparator.reverseOrder()).thenComparing(Award::id);
    private final JdbcClient sql;

    Register(JdbcClient sql) {
        this.sql = sql;
    }

    /** All that ever stood there. */
    List<Award> all() {
        return read("true", Map.of());
    }

    public Award one(UUID id) {
        return read("a.id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new NotFound("award", id));
    }

    /** What the acting organisation has and had, by name. */
    public List<Award> own() {
        return read("a.owner_id = access.organisation()", Map.of());
    }

    /** What the acting organisation gave, by name. */
    public List<Award> given() {
        return read("a.organisation_id = access.organisation()", Map.of());
    }

    /** What the acting organisation gave to this one. */
    List<Award> given(OrganisationId owner) {
        return read("a.organisation_id = access.organisation() and a.owner_id = :owner", Map.of("owner", owner.id()));
    }

    /** What stands there of this assessment, or stood. */
    public List<Award> of(SelfAssessmentId assessment) {
        return read("a.assessment_id = :assessment", Map.of("assessment", assessment.id()));
    }

    private List<Award> read(String which, Map<String, ?> given) {
        return sql.sql("select a.*, coalesce(g.holds, false) as holds, g.until_on as ground_until from awards.award a left join awards.ground g on g.award_id = a.id where " + which).params(given).query(Register::award).list().stream().sorted(BY_NAME).toList();
    }

    private static Award award(ResultSet row, int number) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        return new Award(row.getObject("id", UUID.class), row.getString("code"), row.getObject("decision_id", UUID.class), new SelfAssessmentId(row.getObject("assessment_id", UUID.class)), new OrganisationId(row.getObject("owner_id", UUID.class)), row.getString("owner_name"),
                organisation == null ? null : new OrganisationId(organisation), row.getString("organisation_name"), row.getString("body_name"), row.getString("standard_key"), row.getString("standard_version"), Edition.valueOf(row.getString("edition")), row.getString("about"),
                List.of((String[]) row.getArray("unmet_musts").getArray()), row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class), row.getObject("interim_due_on", LocalDate.class), row.getObject("interim_on", LocalDate.class),
                Times.instantOrNull(row, "suspended_at"), Times.instantOrNull(row, "withdrawn_at"), Times.instantOrNull(row, "replaced_at"), row.getBoolean("holds"), row.getObject("ground_until", LocalDate.class));
    }
}
