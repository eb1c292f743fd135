package org.alongside.directory.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Lines under headings, from CSV or the first sheet of a workbook. */
record Table(List<String> headings, List<Line> lines) {
    static final int MOST_LINES = 200_000;
    private static final int MOST_COLUMNS = 300;
    /** A cell that a spreadsheet would run; one apostrophe in front makes it words (see {@link #harmless}). */
    private static final Pattern FORMULA = Pattern.compile("'*(?:[=@\\t\\r\\uFF1D\\uFF20]|[+-](?![0-9 ]))");

    /** @param number as an editor or a spreadsheet counts @param cells by heading, those that say something @param isTooLong whether it has cells under no heading, so that nobody knows which belongs where */
    record Line(int number, Map<String, String> cells, boolean isTooLong) {}

    private record Written(int number, List<String> cells) {}

    static Table csv(byte[] file, String name) {
        String text = decoded(file, name);
        String first = text.lines().findFirst().orElse("");
        char between = first.chars().filter(c -> c == ';').count() > first.chars().filter(c -> c == ',').count() ? ';' : first.indexOf('\t') >= 0 && first.indexOf(',') < 0 ? '\t' : ',';
        List<Written> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> lines = CsvReader.builder().fieldSeparator(between).allowMissingFields(true).allowExtraFields(true).allowUnclosedQuote(false).ofCsvRecord(text)) {
            for (CsvRecord line : lines) {
                rows.add(new Written((int) line.getStartingLineNumber(), line.getFields()));
                if (rows.size() > MOST_LINES) throw new CannotRead(name + " has more than 200,000 lines");
            }
        } catch (CsvParseException | IllegalStateException | UncheckedIOException broken) {
            throw new CannotRead(name + " is no CSV after line " + (rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number) + ": look for a quotation mark that is not closed");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return of(rows);
    }

    /** Spreadsheets write UTF-8, or what Windows once wrote. */
    private static String decoded(byte[] file, String name) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            if (file.length > 1 && (file[0] == (byte) 0xFF || file[0] == (byte) 0xFE)) throw new CannotRead(name + " is not in UTF-8: save it as “CSV UTF-8” and try again");
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** Safety: looked through by {@link Archive} first, so that a small file cannot become a huge one in here. */
    static Table workbook(byte[] file) {
        Archive.read(file);
        List<Written> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : book.getFirstSheet().read()) {
                List<String> cells = new ArrayList<>();
                for (int at = 0; at < Math.min(row.getCellCount(), MOST_COLUMNS); at++) cells.add(row.getOptionalCell(at).map(Table::text).orElse(""));
                rows.add(new Written(row.getRowNum(), cells));
                if (rows.size() > MOST_LINES) throw new CannotRead("The workbook has more than 200,000 lines");
            }
        } catch (CannotRead refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new CannotRead("The file is no workbook that can be read");
        }
        return of(rows);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) return cell.asNumber().stripTrailingZeros().toPlainString();
        return cell.getType() == CellType.ERROR ? "" : cell.getText();
    }

    private static Table of(List<Written> rows) {
        rows.removeIf(row -> row.cells.stream().allMatch(String::isBlank));
        if (rows.isEmpty()) return new Table(List.of(), List.of());
        List<String> headings = rows.get(0).cells.stream().limit(MOST_COLUMNS).map(String::strip).toList();
        return new Table(headings, rows.subList(1, rows.size()).stream().map(row -> line(row, headings)).toList());
    }

    private static Line line(Written row, List<String> headings) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < Math.min(headings.size(), row.cells.size()); at++) if (!row.cells.get(at).isEmpty()) cells.putIfAbsent(headings.get(at), written(row.cells.get(at)));
        return new Line(row.number, cells, row.cells.stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank()));
    }

    /** Safety: names come from strangers, and a spreadsheet would run a cell that begins like a formula. */
    static String harmless(String cell) {
        return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    /** What was written before it was made harmless. */
    static String written(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
