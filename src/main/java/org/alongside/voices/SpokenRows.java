package org.alongside.voices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.standards.Spoken;
import org.alongside.standards.SpokenWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody reads of it, in memory: read before the first visitor comes in, and looked at each second, whether it changed here or on another instance. */
@Component
class SpokenRows implements SpokenWords, SmartInitializingSingleton {
    static final String WORDS = "voices.spoken.words", WHO = "voices.spoken.who";
    private static final Logger LOG = LoggerFactory.getLogger(SpokenRows.class);
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;
    private volatile Map<String, List<Spoken>> known = Map.of();
    private @Nullable String seen;

    SpokenRows(JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public List<Spoken> of(String key, String statement) {
        LocalDate today = Times.day(clock.instant());
        // Safety: the last day somebody agreed to holds here too, whether or not the job that clears up has come.
        return known.getOrDefault(key + " " + statement, List.of()).stream().filter(one -> !today.isAfter(one.until())).toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        lookAgain();
    }

    /** Reads it anew when something of it has changed. When the database is away, what was known stays. */
    @Scheduled(fixedDelayString = "PT1S")
    public synchronized void lookAgain() {
        try {
            String now = asAnyone(this::stamp);
            if (now.equals(seen)) return;
            Map<String, List<Spoken>> read = new LinkedHashMap<>();
            asAnyone(this::rows).forEach(one -> read.computeIfAbsent(one.key() + " " + one.statement(), any -> new ArrayList<>()).add(one));
            known = read;
            seen = now;
        } catch (NestedRuntimeException away) {
            LOG.debug("Words of survivors could not be looked at again ({})", away.getClass().getSimpleName());
        }
    }

    private <T> T asAnyone(Supplier<T> read) {
        return Acting.as(new Actor.Public(), () -> transaction.execute(status -> read.get()));
    }

    /** Another text after each change. */
    String stamp() {
        return sql.sql("select coalesce((select md5(string_agg(voice_id::text, ',' order by voice_id)) from voices.spoken), '')").query(String.class).single();
    }

    private List<Spoken> rows() {
        return sql.sql("select voice_id, key, statement, words, who, welsh, until from voices.spoken order by voice_id").query((row, number) -> {
            UUID id = row.getObject("voice_id", UUID.class);
            return new Spoken(row.getString("key"), row.getString("statement"), seal.openWords(row.getBytes("words"), WORDS, id), seal.openWords(row.getBytes("who"), WHO, id), row.getBoolean("welsh"), row.getObject("until", LocalDate.class));
        }).list();
    }
}
