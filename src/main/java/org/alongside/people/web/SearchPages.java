package org.alongside.people.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.people.PhoneKeys;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Search by exact keys, then by sounds: equality is all that row security lets an index answer, and a guess at half a name would show strangers,
 * so both names are needed, also by sound.
 */
@Component
@Transactional
class SearchPages {
    private static final int ROWS = 50;
    /** Each name by an index of its own: an "or" between them would read everybody. */
    private static final String EXACT = """
            (select x.id from people.person x where x.organisation_id = access.organisation() and x.side = access.side() and x.family_key = :family and (x.given_key = :given or x.known_key = :given)
             union all select o.person_id from people.other_name o where o.organisation_id = access.organisation() and o.side = access.side() and o.family_key = :family and o.given_key = :given)""";
    private static final String SOUNDING = """
            p.id in (select s.person_id from people.name_sound s where s.organisation_id = access.organisation() and s.side = access.side()
              and s.family_sound = any (:familySounds) and s.given_sound = any (:givenSounds)) and p.id not in \
            """ + EXACT;
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
        if (asked.isEmpty()) return new PeoplePage(form, problems, null, List.of(), null);
        UUID after = form.last();
        List<PeoplePage.Row> exact = form.goesOnSounding() ? List.of() : rows(asked.get(), asked.get().familyKey() == null ? "true" : "p.id in " + EXACT, after, ROWS + 1, me);
        List<PeoplePage.Row> sounding = exact.size() > ROWS || !asked.get().hasSounds() ? List.of() : rows(asked.get(), SOUNDING, form.goesOnSounding() ? after : null, ROWS + 1 - exact.size(), me);
        List<PeoplePage.Row> shown = Stream.concat(exact.stream(), sounding.stream()).limit(ROWS).toList();
        trail.listed("person", "people search", shown.stream().map(PeoplePage.Row::id).toList());
        int exactly = Math.min(exact.size(), ROWS);
        PeoplePage.More more = exact.size() + sounding.size() > ROWS ? new PeoplePage.More(shown.get(ROWS - 1).id(), exactly < ROWS) : null;
        return new PeoplePage(form, problems, shown.subList(0, exactly), shown.subList(exactly, shown.size()), more);
    }

    private List<PeoplePage.Row> rows(SearchForm.Asked asked, String names, @Nullable UUID after, int limit, Actor.Worker me) {
        StringBuilder query = new StringBuilder("select p.id, p.given_name, p.family_name, p.known_as, p.born_on from people.person p where p.organisation_id = access.organisation() and p.side = access.side() and ").append(names);
        if (asked.phone() != null) query.append(" and p.phone_key = :phone");
        if (asked.bornOn() != null) query.append(" and p.born_on = :born");
        if (after != null) query.append(" and (p.family_key, p.given_key, p.id) > (select a.family_key, a.given_key, a.id from people.person a where a.id = :after)");
        return sql.sql(query.append(" order by p.family_key, p.given_key, p.id limit :limit").toString())
                .param("family", asked.familyKey()).param("given", asked.givenKey()).param("familySounds", asked.familySounds().toArray(String[]::new)).param("givenSounds", asked.givenSounds().toArray(String[]::new))
                .param("born", asked.bornOn()).param("after", after).param("limit", limit)
                .param("phone", asked.phone() == null ? null : phones.key(me.organisation(), asked.phone()))
                .query(PeoplePage.Row.class).list();
    }
}
