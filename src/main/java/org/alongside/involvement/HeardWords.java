package org.alongside.involvement;

import java.util.List;
import java.util.Map;
import org.alongside.access.ActingTransaction;
import org.alongside.access.OrganisationId;
import org.alongside.access.Remembered;
import org.alongside.organisations.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What survivors asked for and what was done, as everybody reads it. */
@Component
public class HeardWords extends Remembered<HeardWords.Public> {
    private final Involvement involvement;
    private final Organisations organisations;
    private final JdbcClient sql;

    HeardWords(ActingTransaction acting, Involvement involvement, Organisations organisations, JdbcClient sql) {
        super(acting, new Public(List.of(), Map.of()));
        this.involvement = involvement;
        this.organisations = organisations;
        this.sql = sql;
    }

    /** @param all the latest first @param names of the organisations, as far as anybody may know them */
    public record Public(List<Heard> all, Map<OrganisationId, String> names) {}

    public Public now() {
        return known();
    }

    @Override
    protected String stamp() {
        return sql.sql("select coalesce((select md5(string_agg(h::text, ',' order by change_id)) from involvement.heard h), '')").query(String.class).single() + organisations.publicNames().hashCode();
    }

    @Override
    protected Public read() {
        return new Public(involvement.heard(), organisations.publicNames());
    }
}
