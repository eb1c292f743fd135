package org.alongside.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.OrganisationId;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Part.Kind;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of services: reads them into entries, and writes entries into them. */
@Component
public class EntryRows {
    private final JdbcClient sql;
    private final Clock clock;

    EntryRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Of<T>(UUID owner, T one) {}

    /** @param which of {@code s}, and of its organisation's entry {@code e} */
    public Stream<Kept> read(String which, Collection<UUID> services) {
        UUID[] ids = services.toArray(UUID[]::new);
        String those = " join directory.service s on s.id = p.service_id join directory.organisation_entry e on e.id = s.organisation_entry_id where " + which + " order by p.position";
        Map<UUID, List<Part>> parts = by(sql.sql("select p.service_id, p.kind, p.welcomes, p.does_not, p.only_for from directory.service_part p" + those).param("ids", ids)
                .query((row, n) -> new Of<>(id(row, "service_id"), new Part(Kind.valueOf(row.getString("kind")), many(Audience.class, row, "welcomes"), many(Audience.class, row, "does_not"), many(Audience.class, row, "only_for")))).list());
        Map<UUID, List<WayIn>> ways = by(sql.sql("select p.service_id, p.way, p.value, p.label, p.free, p.hours, p.hours_of from directory.way_in p" + those).param("ids", ids)
                .query((row, n) -> new Of<>(id(row, "service_id"), new WayIn(Way.valueOf(row.getString("way")), row.getString("value"), row.getString("label"), row.getObject("free", Boolean.class), row.getString("hours"), many(Nation.class, row, "hours_of")))).list());
        Map<UUID, List<QualityMark>> marks = by(sql.sql("select m.organisation_entry_id, m.scheme, m.level, m.valid_to from directory.quality_mark m where m.organisation_entry_id in (select s.organisation_entry_id from directory.service s join directory.organisation_entry e on e.id = s.organisation_entry_id where " + which + ") order by m.position").param("ids", ids)
                .query((row, n) -> new Of<>(id(row, "organisation_entry_id"), new QualityMark(row.getString("scheme"), row.getString("level"), row.getObject("valid_to", LocalDate.class)))).list());
        Map<UUID, Offerer> offerers = new HashMap<>();
        return sql.sql("""
                select s.id, s.organisation_id, s.organisation_entry_id, s.name, s.summary, s.serves, s.offices, s.languages, s.refer_self, s.refer_agency, s.interpreters, s.paused, s.notice, s.how_to_ask, s.cost, s.cost_note,
                       s.youngest, s.oldest, s.risk_levels, s.receiving_organisation_id, s.invented, s.published, s.source, s.assured_on, s.changed_at, s.feed, s.external_id, s.own_fields, s.version,
                       e.name as organisation, e.website, e.description, e.identifiers
                  from directory.service s join directory.organisation_entry e on e.id = s.organisation_entry_id
                 where\s""" + which).param("ids", ids).query((row, n) -> kept(row, parts, ways, marks, offerers)).list().stream();
    }

    private static <T> Map<UUID, List<T>> by(List<Of<T>> all) {
        return all.stream().collect(groupingBy(Of::owner, mapping(Of::one, toList())));
    }

    private static Kept kept(ResultSet row, Map<UUID, List<Part>> parts, Map<UUID, List<WayIn>> ways, Map<UUID, List<QualityMark>> marks, Map<UUID, Offerer> offerers) throws SQLException {
        UUID id = id(row, "id"), entry = id(row, "organisation_entry_id");
        UUID receiver = row.getObject("receiving_organisation_id", UUID.class);
        Offerer known = offerers.get(entry);
        if (known == null) offerers.put(entry, known = new Offerer(entry, row.getString("organisation"), row.getString("website"), row.getString("description"), List.copyOf(texts(row, "identifiers")), marks.getOrDefault(entry, List.of())));
        Conditions conditions = new Conditions(row.getBoolean("paused"), row.getString("notice"), Welcome.valueOf(row.getString("interpreters")), Welcome.valueOf(row.getString("refer_agency")), row.getString("how_to_ask"),
                Cost.valueOf(row.getString("cost")), row.getString("cost_note"), row.getObject("youngest", Integer.class), row.getObject("oldest", Integer.class), many(RiskLevel.class, row, "risk_levels"));
        return new Kept(new Entry(id, entry, row.getString("name"), row.getString("summary"), parts.getOrDefault(id, List.of()), ways.getOrDefault(id, List.of()), texts(row, "serves"), List.copyOf(texts(row, "offices")), List.copyOf(texts(row, "languages")),
                        Welcome.valueOf(row.getString("refer_self")), conditions.equals(Conditions.NOT_STATED) ? Conditions.NOT_STATED : conditions, row.getString("source")),
                new OrganisationId(id(row, "organisation_id")), known, receiver == null ? null : new OrganisationId(receiver), row.getBoolean("invented"), row.getBoolean("published"), row.getObject("assured_on", LocalDate.class), Times.instant(row, "changed_at"),
                row.getString("feed"), row.getString("external_id"), texts(row, "own_fields"), row.getInt("version"));
    }

    /** Writes the service as it says; the first time as one that is not published. @param ownFields what is a person's here from now on */
    public void write(Entry entry, OrganisationId keeper, Set<String> ownFields) {
        Conditions on = entry.conditions();
        // Parts and offices are looked at together by the database: what has a refuge now loses its offices first.
        sql.sql("""
                insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, offices, languages, refer_self, refer_agency, interpreters, paused, notice, how_to_ask, cost, cost_note, youngest, oldest, risk_levels,
                                               source, own_fields, recorded_at)
                values (:id, :keeper, :offeredBy, :name, :summary, :serves, '{}', :languages, :self, :agency, :interpreters, :paused, :notice, :howToAsk, :cost, :costNote, :youngest, :oldest, :risks, :source, :own, :now)
                on conflict (id) do update set organisation_entry_id = excluded.organisation_entry_id, name = excluded.name, summary = excluded.summary, serves = excluded.serves, offices = '{}', languages = excluded.languages,
                   refer_self = excluded.refer_self, refer_agency = excluded.refer_agency, interpreters = excluded.interpreters, paused = excluded.paused, notice = excluded.notice, how_to_ask = excluded.how_to_ask, cost = excluded.cost,
                   cost_note = excluded.cost_note, youngest = excluded.youngest, oldest = excluded.oldest, risk_levels = excluded.risk_levels, source = excluded.source, own_fields = excluded.own_fields, version = directory.service.version + 1
                """)
                .param("id", entry.id()).param("keeper", keeper.id()).param("offeredBy", entry.offeredBy()).param("name", entry.name()).param("summary", entry.summary()).param("serves", texts(entry.serves()))
                .param("languages", texts(entry.languages())).param("self", entry.referSelf().name()).param("agency", on.byAgency().name()).param("interpreters", on.interpreters().name()).param("paused", on.paused()).param("notice", on.notice())
                .param("howToAsk", on.howToAsk()).param("cost", on.cost().name()).param("costNote", on.costNote()).param("youngest", on.youngest()).param("oldest", on.oldest()).param("risks", names(on.risks())).param("source", entry.source())
                .param("own", texts(ownFields)).param("now", Times.at(clock.instant())).update();
        parts(entry, keeper);
        ways(entry, keeper);
        if (!entry.offices().isEmpty()) sql.sql("update directory.service set offices = :offices where id = :id").param("offices", texts(entry.offices())).param("id", entry.id()).update();
    }

    private void parts(Entry entry, OrganisationId keeper) {
        sql.sql("delete from directory.service_part where service_id = :id").param("id", entry.id()).update();
        for (int position = 0; position < entry.parts().size(); position++) {
            Part part = entry.parts().get(position);
            sql.sql("insert into directory.service_part (service_id, organisation_id, position, kind, welcomes, does_not, only_for) values (:id, :keeper, :position, :kind, :welcomes, :doesNot, :onlyFor)")
                    .param("id", entry.id()).param("keeper", keeper.id()).param("position", position).param("kind", part.kind().name()).param("welcomes", names(part.welcomes())).param("doesNot", names(part.doesNot())).param("onlyFor", names(part.onlyFor())).update();
        }
    }

    private void ways(Entry entry, OrganisationId keeper) {
        sql.sql("delete from directory.way_in where service_id = :id").param("id", entry.id()).update();
        for (int position = 0; position < entry.ways().size(); position++) {
            WayIn way = entry.ways().get(position);
            sql.sql("insert into directory.way_in (service_id, organisation_id, position, way, value, label, free, hours, hours_of) values (:id, :keeper, :position, :way, :value, :label, :free, :hours, :hoursOf)")
                    .param("id", entry.id()).param("keeper", keeper.id()).param("position", position).param("way", way.way().name()).param("value", way.value()).param("label", way.label()).param("free", way.free()).param("hours", way.hours())
                    .param("hoursOf", names(way.hoursOf())).update();
        }
    }

    /** Writes who offers services, seen by everybody. */
    public void write(Offerer offerer, OrganisationId keeper) {
        sql.sql("""
                insert into directory.organisation_entry (id, organisation_id, name, website, description, identifiers, published) values (:id, :keeper, :name, :website, :description, :identifiers, true)
                on conflict (id) do update set name = excluded.name, website = excluded.website, description = excluded.description, identifiers = excluded.identifiers, published = true, version = directory.organisation_entry.version + 1
                """)
                .param("id", offerer.id()).param("keeper", keeper.id()).param("name", offerer.name()).param("website", offerer.website()).param("description", offerer.description()).param("identifiers", texts(offerer.identifiers())).update();
        sql.sql("delete from directory.quality_mark where organisation_entry_id = :id").param("id", offerer.id()).update();
        for (int position = 0; position < offerer.marks().size(); position++) {
            QualityMark mark = offerer.marks().get(position);
            sql.sql("insert into directory.quality_mark (organisation_entry_id, organisation_id, position, scheme, level, valid_to) values (:id, :keeper, :position, :scheme, :level, :validTo)")
                    .param("id", offerer.id()).param("keeper", keeper.id()).param("position", position).param("scheme", mark.scheme()).param("level", mark.level()).param("validTo", mark.validTo()).update();
        }
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static <E extends Enum<E>> Set<E> many(Class<E> kind, ResultSet row, String column) throws SQLException {
        Set<String> names = texts(row, column);
        return names.isEmpty() ? Set.of() : names.stream().map(name -> Enum.valueOf(kind, name)).collect(toSet());
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? Set.of() : new LinkedHashSet<>(Arrays.asList((String[]) array.getArray()));
    }

    private static String[] texts(Collection<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }

    private static <E extends Enum<E>> String[] names(Set<E> values) {
        return values.stream().sorted().map(Enum::name).toArray(String[]::new);
    }
}
