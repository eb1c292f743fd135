package org.alongside.instruments;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers of one response, in the database: picks as codes, everything typed sealed. */
@Component
class Answers {
    private static final String TYPED = "instruments.answer.typed/", NOTE = "instruments.answer.note/";
    private final JdbcClient sql;
    private final Seal seal;

    Answers(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    private record Kept(UUID responseId, String item, String[] chosen, byte @Nullable [] typed, Missing missing, byte @Nullable [] note) {}

    /** The answers of several responses, by response and item. */
    Map<UUID, Map<String, Answer>> read(UUID... responses) {
        Map<UUID, Map<String, Answer>> answers = new HashMap<>();
        sql.sql("select response_id, item, chosen, typed, missing, note from instruments.answer where response_id = any (:ids)").param("ids", responses)
                .query((row, number) -> new Kept(row.getObject("response_id", UUID.class), row.getString("item"), (String[]) row.getArray("chosen").getArray(), row.getBytes("typed"), Missing.valueOf(row.getString("missing")), row.getBytes("note")))
                .list().forEach(kept -> answers.computeIfAbsent(kept.responseId, any -> new HashMap<>())
                        .put(kept.item, new Answer(List.of(kept.chosen), seal.openWords(kept.typed, TYPED + kept.item, kept.responseId), kept.missing, seal.openWords(kept.note, NOTE + kept.item, kept.responseId))));
        return answers;
    }

    /** Writes what differs from what stands; an answer taken back becomes "not asked". */
    void write(ResponseId id, AnswerSheet sheet) {
        Map<String, Answer> standing = read(id.id()).getOrDefault(id.id(), Map.of());
        for (Item item : sheet.instrument().items()) {
            Answer answer = sheet.of(item);
            if (!answer.equals(standing.getOrDefault(item.key(), Answer.NOT_ASKED))) write(id, item.key(), answer);
        }
    }

    /** What the scales of several finished responses came to, by response. */
    Map<UUID, List<Score>> scores(UUID... responses) {
        Map<UUID, List<Score>> scores = new HashMap<>();
        sql.sql("select response_id, scale, engine, value, answered, missing, prorated, band from instruments.score where response_id = any (:ids) order by response_id, scale").param("ids", responses)
                .query(row -> {
                    BigDecimal value = row.getBigDecimal("value");
                    scores.computeIfAbsent(row.getObject("response_id", UUID.class), any -> new ArrayList<>()).add(new Score(row.getString("scale"), row.getInt("engine"), value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString()),
                            row.getInt("answered"), row.getInt("missing"), row.getBoolean("prorated"), row.getString("band")));
                });
        return scores;
    }

    /** Keeps what the scales came to, for good. */
    void keepScores(ResponseId id, List<Score> scores, Instant now) {
        for (Score score : scores) {
            sql.sql("insert into instruments.score (response_id, scale, engine, value, answered, missing, prorated, band, computed_at) values (:id, :scale, :engine, :value, :answered, :missing, :prorated, :band, :now)")
                    .param("id", id.id()).param("scale", score.scale()).param("engine", score.engine()).param("value", score.value(), Types.NUMERIC).param("answered", score.answered()).param("missing", score.missing())
                    .param("prorated", score.prorated()).param("band", score.band(), Types.VARCHAR).param("now", Times.at(now)).update();
        }
    }

    private void write(ResponseId id, String item, Answer answer) {
        sql.sql("""
                insert into instruments.answer (response_id, item, chosen, typed, missing, note) values (:id, :item, :chosen, :typed, :missing, :note)
                on conflict (response_id, item) do update set chosen = excluded.chosen, typed = excluded.typed, missing = excluded.missing, note = excluded.note
                """)
                .param("id", id.id()).param("item", item).param("chosen", answer.chosen().toArray(String[]::new))
                .param("typed", seal.close(answer.typed().isEmpty() ? null : answer.typed(), TYPED + item, id.id())).param("missing", answer.missing().name())
                .param("note", seal.close(answer.note().isEmpty() ? null : answer.note(), NOTE + item, id.id())).update();
    }
}
