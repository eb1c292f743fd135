package org.alongside.directory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.alongside.operator.CannotStart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The operator's own list of bank holidays, for a day that is proclaimed between two versions of the software. Read at the start, which a broken one stops,
 * and again when it was changed; then a broken one changes nothing.
 */
@Component
class BankHolidayFile {
    private static final Logger LOG = LoggerFactory.getLogger(BankHolidayFile.class);
    private static final int LONGEST = 1 << 20;
    private final @Nullable Path file;
    private final Runnable changed;
    private String seen = "";

    @Autowired
    BankHolidayFile(@Value("${alongside.bank-holidays:}") String named, Directory directory) {
        this(named, directory::readAllAgain);
    }

    /** @param changed told when other days are kept from now on */
    BankHolidayFile(String named, Runnable changed) {
        this.file = named.isBlank() ? null : Path.of(named);
        this.changed = changed;
        if (file == null) return;
        try {
            seen = text(file);
            BankHolidays.list(BankHolidayList.read(seen));
        } catch (IOException | IllegalArgumentException broken) {
            throw new CannotStart("The list of bank holidays in ALONGSIDE_BANK_HOLIDAYS cannot be used: " + why(broken) + " (" + file + ")");
        }
    }

    @Scheduled(fixedDelayString = "PT10S")
    void lookAgain() {
        if (file == null) return;
        String now = "";
        try {
            now = text(file);
            if (now.equals(seen)) return;
            BankHolidays.list(BankHolidayList.read(now));
            LOG.info("The list of bank holidays was read anew");
            changed.run();
        } catch (IOException | IllegalArgumentException broken) {
            // An unreadable file is told once, as a broken one is.
            if (!now.equals(seen)) LOG.warn("The changed list of bank holidays cannot be used, so the last good one still holds: {}", why(broken));
        }
        seen = now;
    }

    private static String text(Path file) throws IOException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) throw new IOException("there is no such file that can be read");
        if (Files.size(file) > LONGEST) throw new IOException("it is longer than such a list can be");
        return Files.readString(file);
    }

    private static String why(Exception broken) {
        return broken instanceof CharacterCodingException ? "it is not text in UTF-8" : String.valueOf(broken.getMessage());
    }
}
