package org.alongside.training.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.alongside.shared.EmailAddress;
import org.alongside.shared.Problems;

/** The e-mail addresses of a CSV file: whatever else a meeting room writes into its list of those who came, each line's first address counts. */
final class AddressFile {
    private static final int LONGEST = 2_000_000;

    private AddressFile() {
    }

    static List<String> read(byte[] file, Problems problems) {
        List<String> addresses = new ArrayList<>();
        if (file.length == 0) {
            problems.add("file", "Choose a file");
            return addresses;
        }
        if (file.length > LONGEST) {
            problems.add("file", "The file is larger than 2 MB. Is it the right one?");
            return addresses;
        }
        try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString())) {
            for (CsvRecord line : lines) line.getFields().stream().map(String::strip).filter(EmailAddress::canArrive).findFirst().ifPresent(addresses::add);
        } catch (CharacterCodingException odd) {
            problems.add("file", "The file is not UTF-8: save it as “CSV UTF-8” and try again");
        } catch (CsvParseException broken) {
            problems.add("file", "The file is no CSV");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (problems.isEmpty() && addresses.isEmpty()) problems.add("file", "There is no e-mail address in this file");
        return addresses.stream().distinct().toList();
    }
}
