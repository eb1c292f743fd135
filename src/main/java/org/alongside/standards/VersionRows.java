package org.alongside.standards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads versions: as many as the actor may see. */
@Component
@Transactional(readOnly = true)
class VersionRows {
    private static final Logger LOG = LoggerFactory.getLogger(VersionRows.class);
    private final Map<UUID, Oscal.File> read = new ConcurrentHashMap<>();
    private final JdbcClient sql;

    VersionRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Another text after each change of what everybody reads. Few rows, so that all of them are looked at: a moment of change could be overtaken by one that began earlier. */
    String stamp() {
        return sql.sql("select coalesce((select md5(string_agg(id || state, ',' order by id)) from standards.version where state <> 'DRAFT'), '')").query(String.class).single();
    }

    List<Version> shown() {
        return versions("state <> 'DRAFT'", Map.of());
    }

    /** Those of the acting organisation. */
    List<Version> ours() {
        return versions("organisation_id = access.organisation()", Map.of());
    }

    Optional<Version> one(UUID id) {
        return versions("organisation_id = access.organisation() and id = :id", Map.of("id", id)).stream().findFirst();
    }

    private List<Version> versions(String which, Map<String, ?> given) {
        List<Version> versions = new ArrayList<>();
        sql.sql("select * from standards.version where %s order by key, loaded_at desc, id".formatted(which)).params(given).query((row, number) -> version(row)).list().forEach(version -> version.ifPresent(versions::add));
        return versions;
    }

    private Optional<Version> version(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Oscal.File file = file(id, row.getString("content"));
        return file == null ? Optional.empty() : Optional.of(new Version(id, new OrganisationId(row.getObject("organisation_id", UUID.class)), file, Version.State.valueOf(row.getString("state")), row.getString("licence"), worker(row.getObject("loaded_by", UUID.class)), Times.instant(row, "loaded_at"), Times.instantOrNull(row, "shown_at")));
    }

    /** Its words never change, so they are read once. */
    private Oscal.@Nullable File file(UUID id, String content) {
        Oscal.File known = read.get(id);
        if (known != null) return known;
        try {
            Oscal.File file = Oscal.file(content);
            read.put(id, file);
            return file;
        } catch (BadStandard bad) {
            // One that an earlier release took must not keep all the others from being read.
            LOG.error("Version {} of a standard cannot be read any more", id);
            return null;
        }
    }

    private static @Nullable WorkerId worker(@Nullable UUID id) {
        return id == null ? null : new WorkerId(id);
    }
}
