package org.alongside.operator;

import java.time.Instant;
import java.util.List;

/** What stands at the head of a backup: when it was taken, by which migrations its tables were made, and which they are, parents before children. */
record BackupStory(Instant takenAt, List<Migration> migrations, List<Table> tables, List<Sequence> sequences) {

    /** One migration that ran, in the order they ran over all modules. */
    record Migration(String module, String version, int checksum) {}

    /** @param name with its schema, as PostgreSQL writes it */
    record Table(String name, List<String> columns) {
        String columnList() {
            return String.join(", ", columns);
        }
    }

    record Sequence(String name, long last) {}
}
