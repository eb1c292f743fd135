package org.alongside.directory.gazetteer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.alongside.operator.CannotStart;

/** A table of where postcodes lie, as a CSV file or in a zip, recognised by its columns. It is read line by line: 2.6 million lines fit. */
final class PlacesFile implements AutoCloseable {
    /** What is published: a table of outward codes; the ONS Postcode Directory; OS Code-Point Open. */
    enum Kind {
        OUTCODES("a table of outward codes"),
        POSTCODE_DIRECTORY("an ONS Postcode Directory"),
        CODE_POINT("OS Code-Point Open");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final String KNOWN = "It should be a CSV file, or a zip of such, that is a table of outward codes (columns postcode, latitude, longitude), an ONS Postcode Directory (pcds, doterm, lat, long) or OS Code-Point Open (postcode, quality, eastings, northings, country)";
    /** The ONS puts the same postcodes into its zip a second time, area by area. */
    private static final String AGAIN = "multi_csv/";

    /** @param bytes how long it is, unpacked */
    private record Table(String name, long bytes, Opening opening, Columns columns) {}

    private interface Opening {
        InputStream open() throws IOException;
    }

    private final Path path;
    private final Optional<ZipFile> zip;
    private final List<Table> tables;

    private PlacesFile(Path path, Optional<ZipFile> zip, List<Table> tables) {
        this.path = path;
        this.zip = zip;
        this.tables = tables;
    }

    /** @throws CannotStart saying why it is none that can be read */
    static PlacesFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) throw new CannotStart("There is no file " + path + " that can be read");
        Optional<ZipFile> zip = isZip(path) ? Optional.of(new ZipFile(path.toFile())) : Optional.empty();
        try {
            List<Table> tables = zip.isPresent() ? inside(zip.get()) : table(path.getFileName().toString(), Files.size(path), () -> Files.newInputStream(path)).stream().toList();
            if (tables.isEmpty()) throw new CannotStart(path + " is not a table of places that is known here. " + KNOWN);
            if (tables.stream().map(table -> table.columns.kind()).distinct().count() > 1) throw new CannotStart(path + " holds tables of different kinds, and it is not clear which is meant: unpack it and name one");
            for (Table table : tables) {
                // Safety: a postcode that ended years ago may lie where its outward code does no more.
                if (table.columns.kind() == Kind.POSTCODE_DIRECTORY && table.columns.ended() < 0) throw new CannotStart(table.name + " has no column doterm, so live postcodes cannot be told from ended ones");
            }
            boolean whole = tables.stream().anyMatch(table -> !table.name.contains(AGAIN));
            return new PlacesFile(path, zip, tables.stream().filter(table -> !whole || !table.name.contains(AGAIN)).sorted(Comparator.comparing(Table::name)).toList());
        } catch (IOException | RuntimeException refused) {
            if (zip.isPresent()) zip.get().close();
            throw refused;
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] start = file.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    private static List<Table> inside(ZipFile zip) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory() && one.getName().toLowerCase(Locale.ROOT).endsWith(".csv")).toList()) {
            table(entry.getName(), entry.getSize(), () -> zip.getInputStream(entry)).ifPresent(tables::add);
        }
        return tables;
    }

    private static Optional<Table> table(String name, long bytes, Opening opening) throws IOException {
        try (CsvReader<CsvRecord> lines = lines(opening.open())) {
            return lines.stream().findFirst().flatMap(first -> Columns.of(first.getFields())).map(columns -> new Table(name, bytes, opening, columns));
        } catch (CsvParseException | UncheckedIOException noTable) {
            return Optional.empty();
        }
    }

    private static CsvReader<CsvRecord> lines(InputStream in) {
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        return CsvReader.builder().allowMissingFields(true).allowExtraFields(true).allowUnclosedQuote(false).maxBufferSize(1 << 20).ofCsvRecord(text);
    }

    Kind kind() {
        return tables.get(0).columns.kind();
    }

    long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }

    /** @param progress told how many bytes were read */
    PlacesRead read(Gazetteer shipped, LongConsumer progress) throws IOException {
        PlacesRead read = new PlacesRead(kind(), shipped);
        long[] before = {0};
        for (Table table : tables) {
            Counted counted = new Counted(new BufferedInputStream(table.opening.open(), 1 << 16));
            try (CsvReader<CsvRecord> lines = lines(counted)) {
                boolean heading = table.columns.headed();
                for (CsvRecord line : lines) {
                    if (!heading) read.take(table.columns, line, tables.size() == 1 ? "" : table.name);
                    heading = false;
                    progress.accept(before[0] + counted.bytes);
                }
            } catch (CsvParseException broken) {
                throw new CannotStart(path + " cannot be read to its end: " + table.name + " is no CSV from line " + (read.lastLine() + 1) + " on. Nothing was changed");
            }
            before[0] += counted.bytes;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) zip.get().close();
    }

    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) bytes++;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int some = super.read(into, from, most);
            if (some > 0) bytes += some;
            return some;
        }
    }
}
