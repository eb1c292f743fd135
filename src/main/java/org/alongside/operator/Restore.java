package org.alongside.operator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alongside.shared.Seal;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.core.type.TypeReference;

/** Brings a backup back into a new, empty database: all of it, compared row by row, or nothing. */
final class Restore {
    private final BackupFile file;
    private final Path path;
    private final Consumer<String> progress;

    Restore(Path path, Seal seal, Consumer<String> progress) {
        this.file = new BackupFile(path, seal);
        this.path = path;
        this.progress = progress;
    }

    private record Read(BackupStory story, Map<String, Rows> counts) {}

    private interface EachTable {
        Rows table(BackupStory.Table table, InputStream rows) throws IOException;
    }

    /** Reads the whole file and compares it with its own counts; touches no database. */
    Map<String, Rows> verify() {
        return read((table, rows) -> pass(rows, OutputStream.nullOutputStream()), story -> {}).counts;
    }

    /** @param app the role that gets the application's rights */
    Map<String, Rows> into(DatabaseUrl owner, DatabaseUrl app) throws SQLException {
        // Safety: the file is known to be whole before a database is touched.
        verify();
        try (Connection connection = OwnerSession.connect(owner)) {
            if (!new Catalogue(connection).isEmpty()) throw new CannotStart("The database at " + owner + " is not empty: restore into a new one");
            Replay replay = new Replay(owner, app);
            try {
                return load(connection, replay);
            } catch (RuntimeException | SQLException failed) {
                connection.rollback();
                replay.undo(connection);
                throw failed;
            }
        }
    }

    private Map<String, Rows> load(Connection connection, Replay replay) throws SQLException {
        Read read = read((table, rows) -> load(connection, table, rows), story -> {
            replay.run(story.migrations());
            prepare(connection, story);
        });
        for (BackupStory.Table table : read.story.tables()) {
            compare(table.name(), read.counts.get(table.name()), readBack(connection, table));
            progress.accept(String.format("%-45s %,10d rows", table.name(), read.counts.get(table.name()).count()));
        }
        try (Statement statement = connection.createStatement()) {
            for (BackupStory.Sequence sequence : read.story.sequences()) statement.execute("select setval('" + sequence.name() + "', " + sequence.last() + ")");
        }
        connection.commit();
        return read.counts;
    }

    private static void prepare(Connection connection, BackupStory story) {
        try {
            OwnerSession.begin(connection, Connection.TRANSACTION_READ_COMMITTED);
            try (Statement statement = connection.createStatement()) {
                // Rows that the migrations themselves planted come back with the others.
                statement.execute("truncate " + story.tables().stream().map(BackupStory.Table::name).collect(Collectors.joining(", ")));
            }
        } catch (SQLException failed) {
            throw new CannotStart("The restore stopped: " + Reasons.of(failed));
        }
    }

    /** COPY does not write through row security, so it is lifted for the owner and put back within the transaction. */
    private static Rows load(Connection connection, BackupStory.Table table, InputStream rows) throws IOException {
        try (Statement statement = connection.createStatement()) {
            boolean guarded = OwnerSession.isForced(statement, table.name());
            if (guarded) statement.execute("alter table " + table.name() + " no force row level security");
            statement.execute("alter table " + table.name() + " disable trigger user");
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table.name() + " (" + table.columnList() + ") from stdin");
            Rows loaded;
            try {
                loaded = pass(rows, new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        try {
                            copy.writeToCopy(bytes, offset, length);
                        } catch (SQLException failed) {
                            throw new IOException(failed);
                        }
                    }
                });
                copy.endCopy();
            } finally {
                if (copy.isActive()) copy.cancelCopy();
            }
            statement.execute("alter table " + table.name() + " enable trigger user");
            if (guarded) statement.execute("alter table " + table.name() + " force row level security");
            return loaded;
        } catch (SQLException failed) {
            throw new IOException(table.name() + ": " + Reasons.of(failed), failed);
        }
    }

    private static Rows readBack(Connection connection, BackupStory.Table table) {
        try {
            return Backup.copy(connection, table, OutputStream.nullOutputStream());
        } catch (IOException failed) {
            throw new CannotStart("The restore stopped: " + Reasons.of(failed));
        }
    }

    private Read read(EachTable each, Consumer<BackupStory> begin) {
        try (InputStream plain = file.read(); ZipInputStream zip = new ZipInputStream(plain)) {
            next(zip, Backup.STORY);
            BackupStory story = Backup.JSON.readValue(zip.readAllBytes(), BackupStory.class);
            begin.accept(story);
            Map<String, Rows> found = new LinkedHashMap<>();
            for (BackupStory.Table table : story.tables()) {
                next(zip, Backup.TABLES + table.name());
                found.put(table.name(), each.table(table, zip));
            }
            next(zip, Backup.COUNTS);
            Map<String, Rows> counts = Backup.JSON.readValue(zip.readAllBytes(), new TypeReference<Map<String, Rows>>() {});
            story.tables().forEach(table -> compare(table.name(), counts.get(table.name()), found.get(table.name())));
            // Only the very end proves that nothing was cut off.
            plain.transferTo(OutputStream.nullOutputStream());
            return new Read(story, counts);
        } catch (IOException broken) {
            throw new CannotStart(path + " cannot be read: it is damaged, cut short, or belongs to another key file (" + Reasons.of(broken) + ")");
        }
    }

    private static void next(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) throw new IOException(name + " is missing");
    }

    /** Passes rows on one by one. In COPY's text a line break inside a value is written as two characters, so a line is a row. */
    private static Rows pass(InputStream rows, OutputStream out) throws IOException {
        Rows.Counting counting = new Rows.Counting();
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
            int from = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] != '\n') continue;
                row.write(buffer, from, i + 1 - from);
                counting.add(row.toByteArray());
                row.writeTo(out);
                row.reset();
                from = i + 1;
            }
            row.write(buffer, from, read - from);
        }
        if (row.size() > 0) throw new IOException("the last row is not whole");
        return counting.rows();
    }

    private static void compare(String table, Rows expected, Rows found) {
        if (!found.equals(expected)) throw new CannotStart("The rows of " + table + " are not those that were backed up: nothing was restored");
    }
}
