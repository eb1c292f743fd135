package org.alongside.directory.gazetteer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.directory.Nation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outward codes that an operator loaded, in the database. */
@Component
@Transactional
public class LoadedPlaces {
    /** The job that may write them, for the organisation that owns what is imported. */
    static final String LOAD = "import-places";
    private final JdbcClient sql;

    public LoadedPlaces(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which load is there; another one after each that changed something. Empty when nothing was loaded. */
    @Transactional(readOnly = true)
    public Optional<UUID> version() {
        return sql.sql("select id from directory.place_load order by loaded_at desc limit 1").query(UUID.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Outcode> read() {
        return sql.sql("select outcode, latitude, longitude, town, district, nation from directory.place order by outcode collate \"C\"")
                .query((row, number) -> new Outcode(row.getString("outcode"), row.getDouble("latitude"), row.getDouble("longitude"), row.getString("town"), row.getString("district"), Nation.valueOf(row.getString("nation")))).list();
    }

    /** Puts these in the place of all that was loaded before: all of them or none. */
    void replace(PlacesFile.Kind kind, List<Outcode> outcodes) {
        // Two operators at once: the second waits, and its file is the one that stays.
        sql.sql("select pg_advisory_xact_lock(hashtextextended('directory.place', 0))").query((row, number) -> 0).list();
        sql.sql("delete from directory.place").update();
        sql.sql("""
                insert into directory.place (outcode, latitude, longitude, town, district, nation)
                select * from unnest(:outcodes::text[], :latitudes::numeric[], :longitudes::numeric[], :towns::text[], :districts::text[], :nations::text[])
                """)
                .param("outcodes", each(outcodes, Outcode::code)).param("latitudes", each(outcodes, one -> String.valueOf(one.latitude()))).param("longitudes", each(outcodes, one -> String.valueOf(one.longitude())))
                .param("towns", each(outcodes, Outcode::town)).param("districts", each(outcodes, Outcode::district)).param("nations", each(outcodes, one -> one.nation().name())).update();
        sql.sql("insert into directory.place_load (id, kind, outcodes, loaded_at) values (:id, :kind, :outcodes, clock_timestamp())")
                .param("id", UUID.randomUUID()).param("kind", kind.name()).param("outcodes", outcodes.size()).update();
    }

    private static String[] each(List<Outcode> outcodes, Function<Outcode, String> told) {
        return outcodes.stream().map(told).toArray(String[]::new);
    }
}
