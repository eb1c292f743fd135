package org.alongside.safetyplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans in the database, the client's words sealed. */
@Component
class PlanRows {
    private static final String DRAFT = "safetyplan.draft_part.words/", AGREED = "safetyplan.agreed_part.words/", KEPT = "safetyplan.agreed.kept_words";
    private final JdbcClient sql;
    private final Seal seal;

    PlanRows(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from safetyplan.agreed_part where agreed_id in (select id from safetyplan.agreed where case_id = :case)").param("case", erased.id().id()).update();
        sql.sql("delete from safetyplan.agreed where case_id = :case").param("case", erased.id().id()).update();
        sql.sql("delete from safetyplan.draft_part where case_id = :case").param("case", erased.id().id()).update();
    }

    private record Row(PlanSection section, byte @Nullable [] words, List<String> talked, List<String> declined, int revision, @Nullable Instant savedAt) {}

    DraftPlan draft(CaseId id) {
        List<Row> rows = sql.sql("select section, words, talked, declined, revision, saved_at from safetyplan.draft_part where case_id = :case").param("case", id.id()).query((row, number) ->
                new Row(PlanSection.valueOf(row.getString("section")), row.getBytes("words"), list(row, "talked"), list(row, "declined"), row.getInt("revision"), row.getObject("saved_at", OffsetDateTime.class).toInstant())).list();
        Map<PlanSection, PlanPart> parts = new EnumMap<>(PlanSection.class);
        Map<PlanSection, Integer> revisions = new EnumMap<>(PlanSection.class);
        for (Row row : rows) {
            parts.put(row.section, new PlanPart(seal.openWords(row.words, DRAFT + row.section, id.id()), row.talked, row.declined));
            revisions.put(row.section, row.revision);
        }
        return new DraftPlan(parts, revisions, rows.stream().map(Row::savedAt).max(Comparator.naturalOrder()).orElse(null));
    }

    /** False when somebody saved this part after {@code revision}. */
    boolean write(CaseId id, PlanSection section, int revision, PlanPart part, Actor.Worker me, Instant now) {
        return sql.sql("""
                insert into safetyplan.draft_part (case_id, section, words, talked, declined, revision, saved_at, saved_by) values (:case, :section, :words, :talked, :declined, 1, :now, :me)
                on conflict (case_id, section) do update set words = excluded.words, talked = excluded.talked, declined = excluded.declined,
                       revision = draft_part.revision + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by where draft_part.revision = :revision
                """)
                .param("case", id.id()).param("section", section.name()).param("words", seal.close(part.words().isEmpty() ? null : part.words(), DRAFT + section, id.id()))
                .param("talked", part.talked().toArray(String[]::new)).param("declined", part.declined().toArray(String[]::new))
                .param("now", Times.at(now)).param("me", me.worker().id()).param("revision", revision).update() == 1;
    }

    AgreedPlan agree(CaseId id, DraftPlan draft, KeptWhere kept, String keptWords, LocalDate reviewOn, Actor.Worker me, Instant now) {
        UUID agreed = UUID.randomUUID();
        int number = sql.sql("""
                insert into safetyplan.agreed (id, case_id, number, agreed_at, written_by, kept, kept_words, review_on)
                values (:id, :case, (select coalesce(max(number), 0) + 1 from safetyplan.agreed where case_id = :case), :now, :me, :kept, :words, :reviewOn) returning number
                """)
                .param("id", agreed).param("case", id.id()).param("now", Times.at(now)).param("me", me.worker().id()).param("kept", kept.name())
                .param("words", seal.close(keptWords.isBlank() ? null : keptWords, KEPT, agreed)).param("reviewOn", reviewOn).query(Integer.class).single();
        draft.parts().forEach((section, part) -> {
            if (!part.isEmpty()) agreePart(agreed, section, part);
        });
        return new AgreedPlan(agreed, id, number, now, me.worker(), kept, keptWords, reviewOn, draft.parts());
    }

    private void agreePart(UUID agreed, PlanSection section, PlanPart part) {
        sql.sql("insert into safetyplan.agreed_part (agreed_id, section, words, talked, declined) values (:id, :section, :words, :talked, :declined)")
                .param("id", agreed).param("section", section.name()).param("words", seal.close(part.words().isEmpty() ? null : part.words(), AGREED + section, agreed))
                .param("talked", part.talked().toArray(String[]::new)).param("declined", part.declined().toArray(String[]::new)).update();
    }

    /** The agreed plans of a case, newest first. */
    List<AgreedPlan> agreed(CaseId id) {
        Map<UUID, AgreedPlan> plans = new LinkedHashMap<>();
        sql.sql("""
                select a.id, a.case_id, a.number, a.agreed_at, a.written_by, a.kept, a.kept_words, a.review_on, p.section, p.words, p.talked, p.declined
                  from (select * from safetyplan.agreed where case_id = :case order by number desc limit 50) a left join safetyplan.agreed_part p on p.agreed_id = a.id order by a.number desc
                """).param("case", id.id()).query(row -> {
            UUID agreed = row.getObject("id", UUID.class);
            if (!plans.containsKey(agreed)) plans.put(agreed, plan(row, agreed));
            if (row.getString("section") == null) return;
            PlanSection section = PlanSection.valueOf(row.getString("section"));
            plans.get(agreed).parts().put(section, new PlanPart(seal.openWords(row.getBytes("words"), AGREED + section, agreed), list(row, "talked"), list(row, "declined")));
        });
        return List.copyOf(plans.values());
    }

    private AgreedPlan plan(ResultSet row, UUID id) throws SQLException {
        return new AgreedPlan(id, new CaseId(row.getObject("case_id", UUID.class)), row.getInt("number"), row.getObject("agreed_at", OffsetDateTime.class).toInstant(),
                new WorkerId(row.getObject("written_by", UUID.class)), KeptWhere.valueOf(row.getString("kept")), seal.openWords(row.getBytes("kept_words"), KEPT, id), row.getObject("review_on", LocalDate.class),
                new EnumMap<>(PlanSection.class));
    }

    /** A second press of the same button waits for the first. */
    void oneAtATime(CaseId id) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:case, 2))").param("case", id.id().toString()).query((row, number) -> 0).list();
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
