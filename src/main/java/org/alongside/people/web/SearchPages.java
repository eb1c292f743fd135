package org.alongside.people.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.people.PhoneKeys;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Search by exact keys: equality is all that row security lets an index answer, and a guess at half a name would show strangers. */
@Component
@Transactional
class SearchPages {
    private static final int ROWS = 50;
    private final JdbcClient sql;
    private final PhoneKeys phones;
    private final AuditTrail trail;

    SearchPages(JdbcClient sql, PhoneKeys phones, AuditTrail trail) {
        this.sql = sql;
        this.phones = phones;
        this.trail = trail;
    }

    PeoplePage search(SearchForm form, Actor.Worker me) {
        Problems problems = new Problems();
        Optional<SearchForm.Asked> asked = form.read(problems);
        if (asked.isEmpty()) return new PeoplePage(form, problems, null, null);
        List<PeoplePage.Row> rows = rows(asked.get(), after(form), me);
        List<PeoplePage.Row> shown = rows.stream().limit(ROWS).toList();
        trail.listed("person", "people search", shown.stream().map(PeoplePage.Row::id).toList());
        return new PeoplePage(form, problems, shown, rows.size() > ROWS ? shown.get(ROWS - 1).id() : null);
    }

    private List<PeoplePage.Row> rows(SearchForm.Asked asked, @Nullable UUID after, Actor.Worker me) {
        StringBuilder query = new StringBuilder("select p.id, p.given_name, p.family_name, p.known_as, p.born_on from people.person p where p.organisation_id = access.organisation() and p.side = access.side()");
        if (asked.familyKey() != null) query.append(" and p.family_key = :family and (p.given_key = :given or p.known_key = :given)");
        if (asked.phone() != null) query.append(" and p.phone_key = :phone");
        if (asked.bornOn() != null) query.append(" and p.born_on = :born");
        if (after != null) query.append(" and (p.family_key, p.given_key, p.id) > (select a.family_key, a.given_key, a.id from people.person a where a.id = :after)");
        return sql.sql(query.append(" order by p.family_key, p.given_key, p.id limit :limit").toString())
                .param("family", asked.familyKey()).param("given", asked.givenKey()).param("born", asked.bornOn()).param("after", after).param("limit", ROWS + 1)
                .param("phone", asked.phone() == null ? null : phones.key(me.organisation(), asked.phone()))
                .query(PeoplePage.Row.class).list();
    }

    private static @Nullable UUID after(SearchForm form) {
        try {
            return form.after() == null || form.after().isEmpty() ? null : UUID.fromString(form.after());
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }
}
