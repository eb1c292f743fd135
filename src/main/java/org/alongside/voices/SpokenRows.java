package org.alongside.voices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Remembered;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.standards.Spoken;
import org.alongside.standards.SpokenWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What everybody reads of it, by statement. */
@Component
class SpokenRows extends Remembered<Map<String, List<Spoken>>> implements SpokenWords {
    static final String WORDS = "voices.spoken.words", WHO = "voices.spoken.who";
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    SpokenRows(ActingTransaction acting, JdbcClient sql, Seal seal, Clock clock) {
        super(acting, Map.of());
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public List<Spoken> of(String key, String statement) {
        LocalDate today = Times.day(clock.instant());
        // Safety: the last day somebody agreed to holds here too, whether or not the job that clears up has come.
        return known().getOrDefault(key + " " + statement, List.of()).stream().filter(one -> !today.isAfter(one.until())).toList();
    }

    @Override
    protected String stamp() {
        return sql.sql("select coalesce((select md5(string_agg(voice_id::text, ',' order by voice_id)) from voices.spoken), '')").query(String.class).single();
    }

    @Override
    protected Map<String, List<Spoken>> read() {
        return rows().stream().collect(Collectors.groupingBy(one -> one.key() + " " + one.statement()));
    }

    private List<Spoken> rows() {
        return sql.sql("select voice_id, key, statement, words, who, welsh, until from voices.spoken order by voice_id").query((row, number) -> {
            UUID id = row.getObject("voice_id", UUID.class);
            return new Spoken(row.getString("key"), row.getString("statement"), seal.openWords(row.getBytes("words"), WORDS, id), seal.openWords(row.getBytes("who"), WHO, id), row.getBoolean("welsh"), row.getObject("until", LocalDate.class));
        }).list();
    }
}
