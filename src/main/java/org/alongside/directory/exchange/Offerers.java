package org.alongside.directory.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.directory.EntryRows;
import org.alongside.directory.Kept;
import org.alongside.directory.Offerer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations that offer what a run brings: found again, or written the first time. */
@Component
class Offerers {
    private final EntryRows rows;
    private final JdbcClient sql;

    Offerers(EntryRows rows, JdbcClient sql) {
        this.rows = rows;
        this.sql = sql;
    }

    /** Who offers it, here. */
    record Offers(UUID id, String name) {}

    /** @param known what this was asked before, by the key of the source */
    Offers offeredBy(ImportRun run, Stages.Waiting one, Map<String, Offers> known) {
        Offers before = known.get(one.offererKey());
        if (before != null && isThere(before.id)) return before;
        Offerer given = one.whole().offeredBy();
        Offers offers = byFeed(run, one.offererKey(), given);
        if (offers == null) offers = byName(run, given);
        if (offers == null) {
            offers = new Offers(one.exact() && !isThere(given.id()) ? given.id() : UUID.randomUUID(), given.name());
            write(run, one.offererKey(), with(given, offers.id));
        }
        known.put(one.offererKey(), offers);
        return offers;
    }

    /** A batch that was taken back takes those along that it wrote. */
    private boolean isThere(UUID id) {
        return sql.sql("select exists (select from directory.organisation_entry where id = :id)").param("id", id).query(Boolean.class).single();
    }

    private static Offerer with(Offerer given, UUID id) {
        return new Offerer(id, given.name(), given.website(), given.description(), given.identifiers(), given.marks());
    }

    private void write(ImportRun run, String key, Offerer offerer) {
        rows.write(offerer, run.keeper());
        sql.sql("update directory.organisation_entry set feed = :feed, external_id = :external, imported_version = version where id = :id").param("feed", run.feed()).param("external", key).param("id", offerer.id()).update();
    }

    /** Written again only while nobody here changed it since. */
    private @Nullable Offers byFeed(ImportRun run, String key, Offerer given) {
        record Row(UUID id, String name, boolean untouched) {}
        Row found = sql.sql("select id, name, version = imported_version as untouched from directory.organisation_entry where organisation_id = :keeper and feed = :feed and external_id = :external").param("keeper", run.keeper().id()).param("feed", run.feed()).param("external", key).query(Row.class).optional().orElse(null);
        if (found == null) return null;
        if (!found.untouched) return new Offers(found.id, found.name);
        Offerer stands = rows.read("e.id = any (:ids)", List.of(found.id)).findFirst().map(Kept::offeredBy).orElse(null);
        if (!with(given, found.id).equals(stands)) write(run, key, with(given, found.id));
        return new Offers(found.id, given.name());
    }

    private @Nullable Offers byName(ImportRun run, Offerer given) {
        return sql.sql("select id, name from directory.organisation_entry where organisation_id = :keeper and (lower(name) = lower(:name) or identifiers && :numbers::text[]) order by identifiers && :numbers::text[] desc, id limit 1")
                .param("keeper", run.keeper().id()).param("name", given.name()).param("numbers", given.identifiers().toArray(String[]::new)).query(Offers.class).optional().orElse(null);
    }

    boolean hasRefuge(UUID offerer) {
        return sql.sql("select exists (select from directory.service s join directory.service_part p on p.service_id = s.id where s.organisation_entry_id = :id and p.kind = 'REFUGE')").param("id", offerer).query(Boolean.class).single();
    }
}
