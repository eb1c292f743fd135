package org.alongside.referral;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    Answers ofDraft(ReferralId draft) {
        return read("select question, words from referral.draft_answer where draft_id = :id", draft);
    }

    Answers ofReferral(ReferralId referral) {
        return read("select question, words from referral.answer where referral_id = :id", referral);
    }

    /** Some answers of several referrals, in one query. */
    Map<UUID, Answers> of(Collection<UUID> referrals, Question... questions) {
        Map<UUID, Map<Question, String>> given = new HashMap<>();
        sql.sql("select referral_id, question, words from referral.answer where referral_id = any (:ids) and question = any (:questions)")
                .param("ids", referrals.toArray(UUID[]::new)).param("questions", Stream.of(questions).map(Question::name).toArray(String[]::new)).query(row -> {
                    UUID id = row.getObject("referral_id", UUID.class);
                    Question question = Question.valueOf(row.getString("question"));
                    given.computeIfAbsent(id, any -> new EnumMap<>(Question.class)).put(question, open(row.getBytes("words"), question, id));
                });
        return given.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> new Answers(one.getValue())));
    }

    void keepInDraft(ReferralId draft, Answers answers) {
        answers.given().forEach((question, words) -> sql.sql("""
                insert into referral.draft_answer (draft_id, question, words) values (:id, :question, :words)
                on conflict (draft_id, question) do update set words = excluded.words
                """).param("id", draft.id()).param("question", question.name()).param("words", close(words, question, draft)).update());
    }

    void forgetInDraft(ReferralId draft, Question... questions) {
        for (Question question : questions) {
            sql.sql("delete from referral.draft_answer where draft_id = :id and question = :question").param("id", draft.id()).param("question", question.name()).update();
        }
    }

    void forgetDraft(ReferralId draft) {
        sql.sql("delete from referral.draft_answer where draft_id = :id").param("id", draft.id()).update();
    }

    /** Blank answers are kept too: that a question was skipped is worth knowing. */
    void keep(ReferralId referral, UUID organisation, String side, Answers answers) {
        answers.given().forEach((question, words) -> sql.sql("""
                insert into referral.answer (referral_id, organisation_id, side, question, words) values (:id, :organisation, :side, :question, :words)
                """).param("id", referral.id()).param("organisation", organisation).param("side", side)
                .param("question", question.name()).param("words", close(words, question, referral)).update());
    }

    String open(byte[] words, Question question, UUID referral) {
        return Objects.requireNonNull(seal.open(words, PLACE + question.name(), referral));
    }

    private Answers read(String query, ReferralId id) {
        Map<Question, String> given = new EnumMap<>(Question.class);
        sql.sql(query).param("id", id.id()).query(row -> {
            Question question = Question.valueOf(row.getString("question"));
            given.put(question, open(row.getBytes("words"), question, id.id()));
        });
        return new Answers(given);
    }

    private byte[] close(String words, Question question, ReferralId id) {
        return Objects.requireNonNull(seal.close(words, PLACE + question.name(), id.id()));
    }
}
