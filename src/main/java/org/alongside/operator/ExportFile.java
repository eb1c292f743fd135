package org.alongside.operator;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.jspecify.annotations.Nullable;

/** A zip of CSV files that any zip program opens with the passphrase (AES-256). The names inside tell of tables, never of a person. */
final class ExportFile implements AutoCloseable {
    /** Without the letters and digits that are taken for each other: 31 of them, 24 places, 118 bits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");
    private final ZipOutputStream zip;

    ExportFile(OutputStream out, String passphrase) throws IOException {
        zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 20), passphrase.toCharArray(), StandardCharsets.UTF_8);
    }

    /** Six groups of four, to be read out on the telephone. */
    static String passphrase() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, 6).mapToObj(group -> random.ints(4, 0, LETTERS.length()).mapToObj(letter -> LETTERS.substring(letter, letter + 1)).collect(Collectors.joining())).collect(Collectors.joining("-"));
    }

    /**
     * Safety: referrals are typed by strangers, and a spreadsheet would run a cell that begins like a formula. Such a cell gets one apostrophe in front, as does one
     * that has apostrophes there already, so that whoever loads the file takes exactly one away and has what was written.
     */
    static @Nullable String harmless(@Nullable String cell) {
        return cell != null && FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    void text(String name, String text) throws IOException {
        begin(name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Null is an empty cell, an empty text is two quotation marks. */
    void csv(String name, Records records) throws IOException {
        begin(name);
        CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        records.writeTo(csv);
        csv.flush();
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipParameters entry = new ZipParameters();
        entry.setFileNameInZip(name);
        // Safety: whoever finds the file reads nothing in it.
        entry.setEncryptFiles(true);
        entry.setEncryptionMethod(EncryptionMethod.AES);
        entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    interface Records {
        void writeTo(CsvWriter csv) throws IOException;
    }
}
