package org.alongside.directory.gazetteer;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.directory.Nation;
import org.alongside.directory.gazetteer.PlacesFile.Kind;
import org.jspecify.annotations.Nullable;

/** What was understood of a table of places: for each outward code the middle of its live postcodes, and what of the table is no use. */
final class PlacesRead {
    /** More broken lines than one in a hundred, and the file is another than it seems to be. */
    private static final double MOST_WRONG = 0.01;
    private static final int LINES_NAMED = 5;
    private static final String NO_POSITION = "has no position", OUTSIDE = "lies outside the United Kingdom", NO_NATION = "does not say its nation, and its area is unknown";
    private static final Pattern POSTCODE = Pattern.compile("([A-Z]{1,2})([0-9][A-Z0-9]?)( *[0-9][A-Z]{2})?"), NUMBER = Pattern.compile("-?\\d{1,7}(\\.\\d{1,12})?");
    private static final Map<String, Nation> NATIONS = Map.of("ENG", Nation.ENGLAND, "WLS", Nation.WALES, "SCT", Nation.SCOTLAND, "NIR", Nation.NORTHERN_IRELAND,
            "E92000001", Nation.ENGLAND, "W92000004", Nation.WALES, "S92000003", Nation.SCOTLAND, "N92000002", Nation.NORTHERN_IRELAND);
    private final Kind kind;
    private final Gazetteer shipped;
    private final SortedMap<String, Middle> middles = new TreeMap<>();
    private final SortedMap<String, Wrong> wrong = new TreeMap<>();
    private long lines, kept, ended, nowhere, abroad, broken, lastLine;

    PlacesRead(Kind kind, Gazetteer shipped) {
        this.kind = kind;
        this.shipped = shipped;
    }

    /** @param where the first few lines of which it is true */
    record Wrong(String why, long lines, List<String> where) {}

    void take(Columns columns, CsvRecord line, String table) {
        lines++;
        lastLine = line.getStartingLineNumber();
        String why = take(columns, line);
        if (why == null) return;
        broken++;
        Wrong before = wrong.getOrDefault(why, new Wrong(why, 0, List.of()));
        List<String> where = new ArrayList<>(before.where);
        if (where.size() < LINES_NAMED) where.add(table.isEmpty() ? String.valueOf(lastLine) : table + ":" + lastLine);
        wrong.put(why, new Wrong(why, before.lines + 1, where));
    }

    /** @return why the line is broken, without a word of what stands in it; null when it is not */
    private @Nullable String take(Columns columns, CsvRecord line) {
        // Safety: of a postcode only the first half is read; the second is dropped here and goes nowhere, not into a message either.
        Matcher postcode = POSTCODE.matcher(cell(line, columns.postcode()).toUpperCase(Locale.ROOT));
        if (!postcode.matches()) return "is not a postcode";
        boolean unit = postcode.group(3) != null;
        if (unit == (kind == Kind.OUTCODES)) return unit ? "is a whole postcode in a table of outward codes" : "is not a whole postcode";
        String letters = postcode.group(1), code = letters + postcode.group(2);
        if (!cell(line, columns.ended()).isEmpty()) {
            ended++;
            return null;
        }
        String said = cell(line, columns.nation());
        Optional<Nation> nation = said.isEmpty() ? shipped.nation(letters, code) : Optional.ofNullable(NATIONS.get(said));
        if (nation.isEmpty()) {
            if (said.isEmpty()) return NO_NATION;
            abroad++;
            return null;
        }
        String north = cell(line, columns.north()), east = cell(line, columns.east());
        if (!NUMBER.matcher(north).matches() || !NUMBER.matcher(east).matches()) return NO_POSITION;
        double up = Double.parseDouble(north), right = Double.parseDouble(east);
        String quality = cell(line, columns.quality());
        if (kind == Kind.POSTCODE_DIRECTORY && (quality.equals("9") || up > 99) || kind == Kind.CODE_POINT && (quality.equals("90") || up == 0 && right == 0)) {
            nowhere++;
            return null;
        }
        boolean inside = kind == Kind.CODE_POINT ? up >= 0 && up <= 1_300_000 && right >= 0 && right <= 700_000 : up >= 49 && up <= 61.5 && right >= -9 && right <= 2.5;
        if (!inside) return OUTSIDE;
        Middle middle = middles.computeIfAbsent(code, any -> new Middle(kind == Kind.CODE_POINT ? 1 : 100_000));
        if (kind == Kind.OUTCODES && middle.size > 0) return "comes a second time";
        middle.add(up, right, nation.get());
        if (columns.district() >= 0) {
            middle.town = named(cell(line, columns.town()));
            middle.district = named(cell(line, columns.district()));
        }
        kept++;
        return null;
    }

    private static String cell(CsvRecord line, int at) {
        return at < 0 || at >= line.getFieldCount() ? "" : line.getField(at).strip();
    }

    /** Several names in one cell are joined with a slash, as in the shipped table. */
    private static String named(String cell) {
        String name = cell.replace(", ", "/");
        return name.length() > 120 ? name.substring(0, 120) : name;
    }

    /** In the order of their codes. */
    List<Outcode> outcodes() {
        NationalGrid grid = new NationalGrid();
        return middles.entrySet().stream().filter(one -> one.getValue().size > 0).map(one -> one.getValue().outcode(one.getKey(), kind == Kind.CODE_POINT ? grid : null)).toList();
    }

    boolean isMostlyBroken() {
        return broken > lines * MOST_WRONG;
    }

    List<Wrong> wrong() {
        return List.copyOf(wrong.values());
    }

    long lastLine() {
        return lastLine;
    }

    String inWords() {
        List<String> said = new ArrayList<>(List.of(String.format("%,d lines, of which %,d were used", lines, kept)));
        if (ended > 0) said.add(String.format("%,d are postcodes that ended", ended));
        if (nowhere > 0) said.add(String.format("%,d have no position, as the file says itself", nowhere));
        if (abroad > 0) said.add(String.format("%,d are not in the United Kingdom", abroad));
        if (broken > 0) said.add(String.format("%,d are broken", broken));
        return String.join("; ", said) + ".";
    }

    /** The postcodes of one outward code. The middle one of each direction: a few that are written down wrongly move nothing. */
    private static final class Middle {
        /** Far finer than what is kept in the end. Metres are whole already. */
        private final double fine;
        private int[] norths = new int[4], easts = new int[4];
        private int size;
        private final Map<Nation, Integer> nations = new EnumMap<>(Nation.class);
        private @Nullable String town, district;

        Middle(double fine) {
            this.fine = fine;
        }

        void add(double north, double east, Nation nation) {
            if (size == norths.length) {
                norths = Arrays.copyOf(norths, size * 2);
                easts = Arrays.copyOf(easts, size * 2);
            }
            norths[size] = (int) Math.round(north * fine);
            easts[size++] = (int) Math.round(east * fine);
            nations.merge(nation, 1, Integer::sum);
        }

        Outcode outcode(String code, @Nullable NationalGrid grid) {
            Nation nation = nations.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
            double north = median(norths) / fine, east = median(easts) / fine;
            boolean isNamed = district != null && !district.isEmpty();
            if (grid == null) return new Outcode(code, north, east, !isNamed ? null : district.equals(town) ? "" : town, isNamed ? district : null, nation);
            NationalGrid.Degrees degrees = grid.of(east, north);
            return new Outcode(code, degrees.latitude(), degrees.longitude(), null, null, nation);
        }

        private double median(int[] all) {
            int[] sorted = Arrays.copyOf(all, size);
            Arrays.sort(sorted);
            return size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] / 2.0 + sorted[size / 2] / 2.0);
        }
    }
}
