package org.alongside.moving;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alongside.casework.ClosureReason;
import org.alongside.operator.CannotStart;
import org.alongside.people.About;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.shared.Phone;
import org.jspecify.annotations.Nullable;

/** A file of old cases, read by a mapping: the lines that can be understood, and what is wrong with the others. */
record CaseFile(List<OldCase> cases, List<Wrong> wrong) {
    private static final Map<String, Safe> SAFE = Map.of("yes", Safe.YES, "y", Safe.YES, "no", Safe.NO, "n", Safe.NO, "never", Safe.NEVER, "unknown", Safe.UNKNOWN, "", Safe.UNKNOWN);
    private static final Map<Channel, Column> CHANNELS = Map.of(Channel.PHONE, Column.CALL_SAFE, Channel.TEXT, Column.TEXT_SAFE, Channel.VOICEMAIL, Column.VOICEMAIL_SAFE, Channel.EMAIL, Column.EMAIL_SAFE, Channel.LETTER, Column.LETTER_SAFE);
    private static final int LONGEST = 20_000;

    /** What is wrong with one field. Never what stands in it: the report may be read by whoever helps with the import. */
    record Wrong(long line, Column column, String words) {}

    static CaseFile read(Path file, Mapping mapping, Set<String> colleagues, LocalDate today) throws IOException {
        List<OldCase> cases = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        Map<String, Long> references = new HashMap<>();
        // This reader refuses what is not UTF-8, where others would quietly put a sign in its place.
        try (BufferedReader text = Files.newBufferedReader(file); CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(withoutMark(text))) {
            for (NamedCsvRecord line : lines) {
                if (cases.isEmpty() && wrong.isEmpty()) mustHave(line, mapping);
                new Line(line, mapping, colleagues, today, references, wrong).read(cases);
            }
        } catch (MalformedInputException | UncheckedIOException notUtf8) {
            throw new CannotStart("The file is not UTF-8: save it as “CSV UTF-8” and try again");
        } catch (CsvParseException | IllegalStateException broken) {
            throw new CannotStart("The file is no CSV: " + broken.getMessage());
        }
        return new CaseFile(cases, wrong);
    }

    /** Spreadsheets begin their files with a mark that is no letter. */
    private static Reader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\ufeff') text.reset();
        return text;
    }

    private static void mustHave(NamedCsvRecord line, Mapping mapping) {
        mapping.headings().forEach((column, heading) -> {
            if (!line.getHeader().contains(heading)) throw new CannotStart("The file has no heading “" + heading + "”, which the mapping names for " + column.key() + ". It has: " + String.join(", ", line.getHeader()));
        });
    }

    /** One line on its way from text to a case. */
    private record Line(NamedCsvRecord line, Mapping mapping, Set<String> colleagues, LocalDate today, Map<String, Long> references, List<Wrong> wrong) {
        void read(List<OldCase> cases) {
            int before = wrong.size();
            long number = line.getStartingLineNumber();
            String reference = text(Column.REFERENCE);
            if (reference.isEmpty()) wrong(Column.REFERENCE, "is needed, so that the line is found again");
            Long other = reference.isEmpty() ? null : references.putIfAbsent(reference, number);
            if (other != null) wrong(Column.REFERENCE, "is that of line " + other + " too");
            About about = about();
            LocalDate opened = day(Column.OPENED_ON), closed = day(Column.CLOSED_ON);
            if (opened == null && text(Column.OPENED_ON).isEmpty()) wrong(Column.OPENED_ON, "is needed");
            if (opened != null && closed != null && closed.isBefore(opened)) wrong(Column.CLOSED_ON, "is before the day the case began");
            ClosureReason because = because();
            if (closed == null && because != null) wrong(Column.CLOSED_BECAUSE, "is given for a case that was not closed");
            String worker = text(Column.WORKER);
            if (!worker.isEmpty() && !colleagues.contains(worker)) wrong(Column.WORKER, "is nobody who works with cases on this side; the mapping’s words can say who it is now");
            SafeContact contact = contact();
            String note = text(Column.CASE_NOTE);
            if (wrong.size() == before && opened != null) cases.add(new OldCase(number, reference, about, contact, text(Column.ADDRESS), text(Column.POSTCODE), opened, closed, because, worker, note));
        }

        private About about() {
            String given = text(Column.GIVEN_NAME), family = text(Column.FAMILY_NAME), known = text(Column.KNOWN_AS);
            boolean named = !(given + family + known).isEmpty();
            if (!named) wrong(Column.GIVEN_NAME, "is needed, or a family name, or what they want to be called");
            LocalDate born = day(Column.BORN_ON);
            if (born != null && born.getYear() < 1900) wrong(Column.BORN_ON, "is too long ago");
            return new About(named ? given : "?", family, known, born, text(Column.PRONOUNS), text(Column.GENDER), text(Column.LANGUAGES), yes(Column.INTERPRETER), text(Column.ACCESS_NEEDS), text(Column.PERSON_NOTE));
        }

        private SafeContact contact() {
            String typed = text(Column.PHONE), email = text(Column.EMAIL);
            String phone = typed.isEmpty() ? null : Phone.read(typed).map(Phone::number).orElse(null);
            if (!typed.isEmpty() && phone == null) wrong(Column.PHONE, "is no number that rings");
            if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) wrong(Column.EMAIL, "is no e-mail address");
            Map<Channel, ChannelAnswer> answers = new EnumMap<>(Channel.class);
            CHANNELS.forEach((channel, column) -> answers.put(channel, ChannelAnswer.of(safe(column))));
            LocalDate checked = day(Column.SAFE_CHECKED_ON);
            SafeContact said = new SafeContact(phone, email.isEmpty() ? null : email, answers, "", "", "", true, text(Column.SAFE_WORDS), null, null);
            if (checked != null) return said.checkedOn(checked);
            // Safety: nobody knows when they last said so, so everything that was safe is asked about again before it is used.
            return new SafeContact(said.phone(), said.email(), said.channels(), "", "", "", true, said.words(), null, today.minusDays(1));
        }

        private Safe safe(Column column) {
            Safe safe = SAFE.get(text(column).toLowerCase(Locale.UK));
            if (safe == null) wrong(column, "must be yes, no, never or unknown; the mapping’s words can say what it means");
            // Safety: what is not understood is not known, and what is not known is not safe.
            return safe == null ? Safe.UNKNOWN : safe;
        }

        private boolean yes(Column column) {
            String text = text(column).toLowerCase(Locale.UK);
            if (!Set.of("", "yes", "y", "no", "n").contains(text)) wrong(column, "must be yes or no; the mapping’s words can say what it means");
            return text.startsWith("y");
        }

        private @Nullable ClosureReason because() {
            String text = text(Column.CLOSED_BECAUSE);
            if (text.isEmpty()) return null;
            for (ClosureReason reason : ClosureReason.values()) if (reason.name().equalsIgnoreCase(text.replace('-', '_'))) return reason;
            wrong(Column.CLOSED_BECAUSE, "is none of " + String.join(", ", List.of(ClosureReason.values()).stream().map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList()) + "; the mapping’s words can say what it means");
            return null;
        }

        private @Nullable LocalDate day(Column column) {
            String text = text(column);
            if (text.isEmpty()) return null;
            try {
                LocalDate day = LocalDate.parse(text, mapping.dates());
                if (day.isAfter(today)) wrong(column, "is a day to come");
                return day;
            } catch (DateTimeException noDay) {
                wrong(column, "is no day as the mapping’s dates describe it");
                return null;
            }
        }

        /** The text, or what the mapping says it means; empty when the file has no such column. */
        private String text(Column column) {
            String heading = mapping.headings().get(column);
            if (heading == null) return "";
            String text = line.findField(heading).orElse("").strip();
            if (text.length() > LONGEST && !tooLong(column)) wrong(column, "is longer than 20,000 characters");
            return mapping.words().getOrDefault(column, Map.of()).getOrDefault(text.toLowerCase(Locale.UK), text);
        }

        private boolean tooLong(Column column) {
            return wrong.stream().anyMatch(one -> one.line() == line.getStartingLineNumber() && one.column() == column);
        }

        private void wrong(Column column, String words) {
            wrong.add(new Wrong(line.getStartingLineNumber(), column, words));
        }
    }
}
