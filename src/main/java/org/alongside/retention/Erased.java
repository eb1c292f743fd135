package org.alongside.retention;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.alongside.shared.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much the acting organisation erased. Numbers only: there is nobody left in them. */
@Service
@Transactional(readOnly = true)
public class Erased {
    private final JdbcClient sql;

    Erased(JdbcClient sql) {
        this.sql = sql;
    }

    public record Count(LocalDate month, KeptKind kind, String why, int records) {
        public String when() {
            return DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK).format(month);
        }

        public String reason() {
            ErasureReason asked = Typed.one(ErasureReason.class, why);
            return asked == null ? "Its time was up" : asked.words();
        }

        public String what() {
            return kind.words().toLowerCase(Locale.UK);
        }
    }

    /** Month by month, the newest first, two years back. */
    public List<Count> counts() {
        return sql.sql("select month, kind, why, records from retention.erased where organisation_id = access.organisation() order by month desc, kind, why limit 200").query(Count.class).list();
    }
}
