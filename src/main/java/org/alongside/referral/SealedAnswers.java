package org.alongside.referral;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.shared.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps answers in the database, each one sealed to its own referral and question. */
@Component
class SealedAnswers {
    private static final String PLACE = "referral.words.";
    private final JdbcClient sql;
    private final Seal seal;

    SealedAnswers(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    Answers ofReferral(ReferralId referral) {
        Map<Question, String> given = new EnumMap<>(Question.class);
        sql.sql("select question, words from referral.answer where referral_id = :id").param("id", referral.id()).query(row -> {
            Question question = Question.valueOf(row.getString("question"));
            given.put(question, open(row.getBytes("words"), question, referral.id()));
        });
        return new Answers(given);
    }

    /** Some answers of several referrals, in one query. */
    Map<UUID, Answers> of(Collection<UUID> referrals, Question... questions) {
        Map<UUID, Map<Question, String>> given = new HashMap<>();
        sql.sql("select referral_id, question, words from referral.answer where referral_id = any (:ids) and question = any (:questions)")
                .param("ids", referrals.toArray(UUID[]::new)).param("questions", names(List.of(questions))).query(row -> {
                    UUID id = row.getObject("referral_id", UUID.class);
                    Question question = Question.valueOf(row.getString("question"));
                    given.computeIfAbsent(id, any -> new EnumMap<>(Question.class)).put(question, open(row.getBytes("words"), question, id));
                });
        return given.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> new Answers(one.getValue())));
    }

    void keepInDraft(ReferralId draft, Answers answers) {
        if (answers.given().isEmpty()) return;
        each("""
                insert into referral.draft_answer (draft_id, question, words) select :id, question, words from unnest(:questions::text[], :words::bytea[]) as a (question, words)
                on conflict (draft_id, question) do update set words = excluded.words
                """, draft, answers).update();
    }

    void forgetInDraft(ReferralId draft, Set<Question> questions) {
        sql.sql("delete from referral.draft_answer where draft_id = :id and question = any (:questions)").param("id", draft.id()).param("questions", names(questions)).update();
    }

    void forgetDraft(ReferralId draft) {
        sql.sql("delete from referral.draft_answer where draft_id = :id").param("id", draft.id()).update();
    }

    /** Blank answers are kept too: that a question was skipped is worth knowing. */
    void keep(ReferralId referral, UUID organisation, String side, Answers answers) {
        each("""
                insert into referral.answer (referral_id, organisation_id, side, question, words)
                select :id, :organisation, :side, question, words from unnest(:questions::text[], :words::bytea[]) as a (question, words)
                """, referral, answers).param("organisation", organisation).param("side", side).update();
    }

    String open(byte[] words, Question question, UUID referral) {
        return Objects.requireNonNull(seal.open(words, PLACE + question.name(), referral));
    }

    private JdbcClient.StatementSpec each(String statement, ReferralId id, Answers answers) {
        List<Question> questions = List.copyOf(answers.given().keySet());
        return sql.sql(statement).param("id", id.id()).param("questions", names(questions))
                .param("words", questions.stream().map(question -> close(answers.of(question), question, id)).toArray(byte[][]::new));
    }

    private static String[] names(Collection<Question> questions) {
        return questions.stream().map(Question::name).toArray(String[]::new);
    }

    private byte[] close(String words, Question question, ReferralId id) {
        return Objects.requireNonNull(seal.close(words, PLACE + question.name(), id.id()));
    }
}
