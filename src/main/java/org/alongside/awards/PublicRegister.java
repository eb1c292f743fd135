package org.alongside.awards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.access.ActingTransaction;
import org.alongside.access.OrganisationId;
import org.alongside.access.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register, as anybody reads it. */
@Component
public class PublicRegister extends Remembered<Map<OrganisationId, List<Award>>> {
    private final Register register;
    private final JdbcClient sql;

    PublicRegister(ActingTransaction acting, Register register, JdbcClient sql) {
        super(acting, Map.of());
        this.register = register;
        this.sql = sql;
    }

    /** What stands on this day, or would if it were not paused or suspended; by name. One's own word is left out beside what others decided of the same. */
    public List<Award> on(LocalDate today) {
        return known().values().stream().flatMap(its -> {
            List<Award> now = its.stream().filter(one -> !one.isOver(today)).toList();
            return now.stream().filter(one -> one.level() != Level.SELF_ASSESSED || now.stream().noneMatch(other -> other.level() != Level.SELF_ASSESSED && other.isOfTheSame(one)));
        }).sorted(Register.BY_NAME).toList();
    }

    /** What stands on this day of this organisation. */
    List<Award> of(OrganisationId organisation, LocalDate today) {
        return known().getOrDefault(organisation, List.of()).stream().filter(one -> one.on(today) == Standing.STANDS).toList();
    }

    /** By what stands under the badge, also when it no longer stands. */
    public Optional<Award> byCode(String code) {
        return known().values().stream().flatMap(List::stream).filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    protected String stamp() {
        return sql.sql("select coalesce((select md5(string_agg(a::text || coalesce(g::text, ''), ',' order by a.id)) from awards.award a left join awards.ground g on g.award_id = a.id), '')").query(String.class).single();
    }

    @Override
    protected Map<OrganisationId, List<Award>> read() {
        return register.all().stream().collect(Collectors.groupingBy(Award::owner));
    }
}
