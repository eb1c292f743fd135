package org.alongside.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the published services out of the database. */
@Component
@Transactional(readOnly = true)
class PublishedServices {

    private final JdbcClient sql;
    private final EntryRows rows;
    private final Places places;

    PublishedServices(JdbcClient sql, EntryRows rows, Places places) {
        this.sql = sql;
        this.rows = rows;
        this.places = places;
    }

    /** What was written in transactions from one on, and the first transaction that may still be at work: from there on one looks again. */
    record Changes(String upTo, Set<Change> made) {}

    /** @param transaction in which the service was touched last */
    record Change(UUID service, String transaction) {}

    /** Later than every transaction. */
    static final String NOT_YET = "18446744073709551615";

    /** Numbers that are still to come were brought along from another server, by a restore: they are no changes here. @param since as told by the last look; {@link #NOT_YET} before the first */
    Changes changes(String since) {
        Set<Change> made = new HashSet<>();
        String[] upTo = new String[1];
        sql.sql("select pg_snapshot_xmin(pg_current_snapshot())::text as up_to, c.service_id, c.made_in::text as made_in from (select 1) one left join directory.change c on c.made_in >= :since::xid8 and c.made_in < pg_snapshot_xmax(pg_current_snapshot())").param("since", since).query(row -> {
            upTo[0] = row.getString("up_to");
            if (row.getString("made_in") != null) made.add(new Change(row.getObject("service_id", UUID.class), row.getString("made_in")));
        });
        return new Changes(upTo[0], made);
    }

    List<Listing> read() {
        return listings("s.published", List.of());
    }

    /** Those of these that are published. */
    List<Listing> read(Collection<UUID> services) {
        return listings("s.published and s.id = any (:ids)", services);
    }

    private List<Listing> listings(String which, Collection<UUID> services) {
        Same same = new Same();
        return rows.read(which, services).map(kept -> kept.listing(places, same)).toList();
    }
}
