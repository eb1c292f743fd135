package org.alongside.evaluation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.evaluation.Sheets.Sheet;
import org.alongside.instruments.Item;
import org.alongside.shared.Seal;
import org.alongside.shared.Sector;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** A file of answers, one sheet a line: those that can be read, and what is wrong with the others, by line and column. It is taken whole or not at all. */
public record SheetFile(List<Sheet> sheets, List<Wrong> wrong) {
    /** No file is larger, in bytes, and none has more lines. */
    public static final int LARGEST = 2 * 1024 * 1024, MOST_LINES = 20_000;
    private static final String TIME = "time", DAY = "day", SECTOR = "sector", CARD = "card", KEY = "key";
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final int MOST_WRONG = 100;

    /** @param line of the file, from 1; 0 for the whole file @param column its heading; empty for the whole line */
    public record Wrong(long line, String column, String words) {}

    /** The headings of the file an evaluation takes. */
    public static List<String> headings(Evaluation one) {
        Stream<String> who = switch (one.identity()) {
            case TICKET -> Stream.of(CARD);
            case NAMED -> Stream.of(KEY);
            case UNLINKED -> Stream.of();
        };
        return Stream.of(Stream.of(TIME, DAY), who, Stream.of(SECTOR), one.sets().stream().flatMap(set -> set.instrument().items().stream().map(item -> Answered.field(set, item)))).flatMap(part -> part).toList();
    }

    static SheetFile read(Evaluation one, byte[] file, LocalDate today, Seal seal) {
        List<Sheet> sheets = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        if (file.length > LARGEST) return refused("The file is larger than 2 MB. Split it into two");
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                for (NamedCsvRecord line : lines) {
                    if (sheets.isEmpty() && wrong.isEmpty()) {
                        List<String> missing = headings(one).stream().filter(heading -> !line.getHeader().contains(heading)).toList();
                        List<String> other = line.getHeader().stream().filter(heading -> !headings(one).contains(heading)).toList();
                        if (!missing.isEmpty()) return refused("The first line lacks these headings: " + String.join(", ", missing));
                        if (!other.isEmpty()) return refused("The first line has headings that are not asked here: " + String.join(", ", other) + ". Take those columns out");
                    }
                    sheet(one, line, today, seal, seen, wrong).ifPresent(sheets::add);
                    if (sheets.size() + wrong.size() > MOST_LINES) return refused("The file has more than 20,000 lines. Split it into two");
                }
            }
        } catch (CharacterCodingException notUtf8) {
            return refused("The file is not in UTF-8. Save it as “CSV UTF-8” and try again");
        } catch (CsvParseException | IllegalStateException | UncheckedIOException broken) {
            return refused("The file is no CSV. Save it as “CSV UTF-8” and try again");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (sheets.isEmpty() && wrong.isEmpty()) return refused("There is no line in this file under its headings");
        return new SheetFile(sheets, wrong.size() > MOST_WRONG ? List.copyOf(wrong.subList(0, MOST_WRONG)) : List.copyOf(wrong));
    }

    private static SheetFile refused(String words) {
        return new SheetFile(List.of(), List.of(new Wrong(0, "", words)));
    }

    private static Optional<Sheet> sheet(Evaluation one, NamedCsvRecord line, LocalDate today, Seal seal, Map<String, Long> seen, List<Wrong> wrong) {
        int before = wrong.size();
        long number = line.getStartingLineNumber();
        Wave wave = Wave.of(cell(line, TIME)).filter(one.waves()::containsKey).orElse(null);
        if (wave == null) wrong.add(new Wrong(number, TIME, "must be one of: " + Stream.of(Wave.values()).filter(one.waves()::containsKey).map(Wave::slug).collect(Collectors.joining(", "))));
        LocalDate day = day(cell(line, DAY));
        if (day == null || day.isAfter(today) || day.getYear() < 2000) wrong.add(new Wrong(number, DAY, "must be a day that has been, like 2026-11-20 or 20/11/2026"));
        String where = cell(line, SECTOR);
        Sector sector = Stream.of(Sector.values()).filter(any -> any.name().equalsIgnoreCase(where.replace(' ', '_')) || any.words().equalsIgnoreCase(where)).findFirst().orElse(null);
        if (sector == null && !where.isEmpty()) wrong.add(new Wrong(number, SECTOR, "must be empty or one of: " + Stream.of(Sector.values()).map(Sector::words).collect(Collectors.joining(", "))));
        UUID pair = pair(one, line, seal, wrong);
        if (wave == null) return Optional.empty();
        Answered answered = Answered.typed(one, wave, "", heading -> heading.equals(SECTOR) ? sector == null ? null : sector.name() : cell(line, heading),
                (heading, item) -> wrong.add(new Wrong(number, heading, "must be empty, a number from 1 to " + item.options().size() + ", or one of: " + item.options().stream().map(Option::text).collect(Collectors.joining(", ")))));
        for (QuestionSet set : one.sets()) {
            for (Item item : set.instrument().items()) {
                String heading = Answered.field(set, item);
                boolean asked = one.asked(wave).contains(set) && !(wave == Wave.LOOKING_BACK && item.kind() == Item.Kind.TEXT);
                if (!asked && !cell(line, heading).isEmpty()) wrong.add(new Wrong(number, heading, "is not asked at this time: leave it empty"));
                if (asked && cell(line, heading).length() > Answered.LONGEST) wrong.add(new Wrong(number, heading, "is longer than 4,000 characters"));
            }
        }
        Long other = pair == null || cell(line, CARD).isEmpty() && cell(line, KEY).isEmpty() ? null : seen.putIfAbsent(wave + "/" + pair, number);
        if (other != null) wrong.add(new Wrong(number, one.identity() == IdentityMode.TICKET ? CARD : KEY, "is that of line " + other + ", for the same time"));
        return wrong.size() > before || day == null ? Optional.empty() : Optional.of(new Sheet(UUID.randomUUID(), pair, day, answered, null));
    }

    /** A line without a card or a key is somebody's whose answers find no others. */
    private static @Nullable UUID pair(Evaluation one, NamedCsvRecord line, Seal seal, List<Wrong> wrong) {
        if (!one.identity().pairs()) return null;
        boolean byCard = one.identity() == IdentityMode.TICKET;
        String typed = cell(line, byCard ? CARD : KEY);
        if (typed.isEmpty()) return UUID.randomUUID();
        Optional<UUID> pair = byCard ? Card.read(typed).map(card -> card.pair(one.id(), seal)) : key(typed);
        if (pair.isEmpty()) wrong.add(new Wrong(line.getStartingLineNumber(), byCard ? CARD : KEY, byCard ? "has a digit that is not right" : "is not a key from somebody’s link"));
        return pair.orElse(null);
    }

    /** The key of a learner, as it stands in their link. */
    public static Optional<UUID> key(String typed) {
        return typed.strip().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? Optional.of(UUID.fromString(typed.strip())) : Optional.empty();
    }

    private static String cell(NamedCsvRecord line, String heading) {
        return line.findField(heading).map(String::strip).orElse("");
    }

    private static @Nullable LocalDate day(String typed) {
        for (DateTimeFormatter format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, SLASHES)) {
            try {
                return LocalDate.parse(Objects.requireNonNull(typed), format);
            } catch (DateTimeException notThis) {
                // The next one may fit.
            }
        }
        return null;
    }
}
