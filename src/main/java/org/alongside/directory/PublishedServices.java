package org.alongside.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Part.Kind;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the published services out of the database. */
@Component
@Transactional(readOnly = true)
class PublishedServices {

    private final JdbcClient sql;
    private final Places places;

    PublishedServices(JdbcClient sql, Places places) {
        this.sql = sql;
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
        return read("true", new UUID[0]);
    }

    /** Those of these that are published. */
    List<Listing> read(Collection<UUID> services) {
        return read("s.id = any (:ids)", services.toArray(UUID[]::new));
    }

    private List<Listing> read(String which, UUID[] ids) {
        record OnePart(UUID service, Part part) {}
        Map<UUID, List<Part>> parts = sql.sql("select p.service_id, p.kind, p.welcomes, p.does_not, p.only_for from directory.service_part p join directory.service s on s.id = p.service_id where s.published and " + which + " order by p.position").param("ids", ids)
                .query((row, n) -> new OnePart(row.getObject("service_id", UUID.class),
                        new Part(Kind.valueOf(row.getString("kind")), audiences(row, "welcomes"), audiences(row, "does_not"), audiences(row, "only_for"))))
                .stream()
                .collect(groupingBy(OnePart::service, mapping(OnePart::part, toList())));
        return sql.sql("""
                select s.id, s.name, e.name as organisation, s.summary, s.phone, s.phone_is_free, s.hours, s.hours_of, s.website, s.serves, s.office_outcode,
                       s.languages, s.refer_self, s.receiving_organisation_id, s.invented, s.source, s.assured_on, s.changed_at, s.organisation_entry_id
                  from directory.service s join directory.organisation_entry e on e.id = s.organisation_entry_id
                 where s.published and\s""" + which).param("ids", ids).query((row, n) -> listing(row, parts)).list();
    }

    private Listing listing(ResultSet row, Map<UUID, List<Part>> parts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID receiver = row.getObject("receiving_organisation_id", UUID.class);
        return new Listing(
                id,
                row.getString("name"),
                row.getObject("organisation_entry_id", UUID.class),
                row.getString("organisation"),
                row.getString("summary"),
                parts.getOrDefault(id, List.of()),
                contacts(row),
                new Serves(texts(row, "serves")),
                places.ofOutcode(row.getString("office_outcode")),
                List.copyOf(texts(row, "languages")),
                Welcome.valueOf(row.getString("refer_self")),
                receiver == null ? null : new OrganisationId(receiver),
                row.getBoolean("invented"),
                row.getString("source"),
                row.getObject("assured_on", LocalDate.class),
                Times.instant(row, "changed_at"));
    }

    private static List<Contact> contacts(ResultSet row) throws SQLException {
        LocalDate checkedOn = row.getObject("assured_on", LocalDate.class);
        List<Contact> contacts = new ArrayList<>();
        String phone = row.getString("phone");
        if (phone != null) {
            Set<Nation> nations = texts(row, "hours_of").stream().map(Nation::valueOf).collect(toSet());
            OpeningHours hours = OpeningHours.read(row.getString("hours"), nations, checkedOn);
            contacts.add(new Contact(Way.PHONE, phone, null, hours, row.getObject("phone_is_free", Boolean.class)));
        }
        String website = row.getString("website");
        if (website != null) {
            contacts.add(new Contact(Way.WEBSITE, website, null, OpeningHours.notStated(checkedOn), null));
        }
        return contacts;
    }

    private static Set<Audience> audiences(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(Audience::valueOf).collect(toSet());
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? Set.of() : new LinkedHashSet<>(Arrays.asList((String[]) array.getArray()));
    }
}
