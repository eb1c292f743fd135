package org.alongside.operator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.alongside.shared.Seal;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import tools.jackson.databind.json.JsonMapper;

/** Copies every table of the house, as it stood at one moment, into one encrypted file. The application may go on working meanwhile. */
final class Backup {
    static final String STORY = "story.json", TABLES = "tables/", COUNTS = "counts.json";
    static final JsonMapper JSON = new JsonMapper();
    private final Connection owner;
    private final Consumer<String> progress;

    /** @param owner a connection as the role that owns the tables, used by nobody else */
    Backup(Connection owner, Consumer<String> progress) {
        this.owner = owner;
        this.progress = progress;
    }

    /** @return what was written, table by table */
    Map<String, Rows> to(Path file, Seal seal) throws SQLException, IOException {
        Map<String, Rows> counts = new LinkedHashMap<>();
        OwnerSession.begin(owner, Connection.TRANSACTION_REPEATABLE_READ);
        try {
            Catalogue catalogue = new Catalogue(owner);
            // Safety: a table the owner cannot see would be missing from the backup without a word.
            List<String> hidden = catalogue.hidden();
            if (!hidden.isEmpty()) throw new CannotStart("No backup was made: the owner may not read " + String.join(", ", hidden));
            BackupStory story = new BackupStory(Instant.now(), catalogue.migrations(), catalogue.tables(), catalogue.sequences());
            if (story.migrations().isEmpty()) throw new CannotStart("There is no Alongside in this database: nothing to back up");
            new BackupFile(file, seal).write(plain -> write(story, plain, counts));
            return counts;
        } finally {
            owner.rollback();
        }
    }

    private void write(BackupStory story, OutputStream plain, Map<String, Rows> counts) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(plain);
        entry(zip, STORY, JSON.writeValueAsBytes(story));
        for (BackupStory.Table table : story.tables()) {
            zip.putNextEntry(new ZipEntry(TABLES + table.name()));
            Rows rows = copy(owner, table, zip);
            zip.closeEntry();
            counts.put(table.name(), rows);
            progress.accept(String.format("%-45s %,10d rows", table.name(), rows.count()));
        }
        entry(zip, COUNTS, JSON.writeValueAsBytes(counts));
        zip.finish();
    }

    /** Writes each row as PostgreSQL's COPY text and counts it. */
    static Rows copy(Connection owner, BackupStory.Table table, OutputStream out) throws IOException {
        Rows.Counting counting = new Rows.Counting();
        try {
            CopyOut copy = owner.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table.name() + " (" + table.columnList() + ") to stdout");
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                counting.add(row);
                out.write(row);
            }
            return counting.rows();
        } catch (SQLException failed) {
            throw new IOException(table.name() + ": " + Reasons.of(failed), failed);
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
