package org.alongside.operator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.alongside.shared.Postcode;
import org.alongside.shared.Seal;

/** Every address an organisation holds, of both sides, so that one that somebody also typed into a note does not leave with the note. */
final class KnownAddresses {
    static final String LEFT_OUT = "[address left out]";
    /** Fewer letters and digits than these say nothing of a place. */
    private static final int STREET = 6, POSTCODE = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+"), LINE = Pattern.compile("[\\n,;]");
    /** Streets and postcodes in small letters and digits alone: 14milllane, wm12ab. */
    private final TreeSet<String> phrases = new TreeSet<>();
    private long found;

    KnownAddresses(Connection owner, UUID organisation, Seal seal) throws SQLException {
        read(owner, "select id, lines, postcode from people.address where organisation_id = ?", organisation, row -> {
            UUID id = row.getObject(1, UUID.class);
            lines(seal.openWords(row.getBytes(2), "people.address.lines", id));
            add(seal.openWords(row.getBytes(3), "people.address.postcode", id), POSTCODE);
        });
        read(owner, "select referral_id, question, words from referral.answer where organisation_id = ? and question in ('ADDRESS', 'AREA')", organisation, row -> {
            String words = seal.openWords(row.getBytes(3), "referral.words." + row.getString(2), row.getObject(1, UUID.class));
            if (row.getString(2).equals("ADDRESS")) lines(words);
            Postcode.of(words).ifPresent(postcode -> add(postcode.whole(), POSTCODE));
        });
    }

    /** The first line (with the next where it is only the number of a flat), and each other one with a number in it. A town alone would be taken out of everything. */
    private void lines(String address) {
        String first = "";
        for (String line : LINE.split(address)) {
            if (bare(first).length() < STREET) add(first += line, STREET);
            if (line.chars().anyMatch(Character::isDigit)) add(line, STREET);
        }
    }

    private void add(String words, int atLeast) {
        String bare = bare(words);
        if (bare.length() >= atLeast) phrases.add(bare);
    }

    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** How often an address was taken out so far. */
    long found() {
        return found;
    }

    /** The words without any address of ours, however it is spaced. */
    String takeOut(String words) {
        List<MatchResult> all = WORD.matcher(words).results().toList();
        List<int[]> places = new ArrayList<>();
        for (int first = 0; first < all.size(); first++) {
            int last = end(words, all, first);
            if (last < 0) continue;
            places.add(new int[] {all.get(first).start(), all.get(last).end()});
            first = last;
        }
        StringBuilder left = new StringBuilder(words);
        for (int i = places.size() - 1; i >= 0; i--) left.replace(places.get(i)[0], places.get(i)[1], LEFT_OUT);
        found += places.size();
        return left.toString();
    }

    /** The last word of the longest address that begins at this word; -1 when none does. */
    private int end(String words, List<MatchResult> all, int first) {
        StringBuilder so = new StringBuilder();
        int end = -1;
        for (int last = first; last < all.size(); last++) {
            // Between the fields of a record nothing runs on.
            if (last > first && words.substring(all.get(last - 1).end(), all.get(last).start()).indexOf('"') >= 0) break;
            so.append(all.get(last).group().toLowerCase(Locale.ROOT));
            String begun = so.toString(), next = phrases.ceiling(begun);
            if (next == null || !next.startsWith(begun)) break;
            if (next.equals(begun)) end = last;
        }
        return end;
    }

    private static void read(Connection owner, String query, UUID organisation, EachRow each) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(query)) {
            statement.setFetchSize(500);
            statement.setObject(1, organisation);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) each.row(rows);
            }
        }
    }

    private interface EachRow {
        void row(ResultSet row) throws SQLException;
    }
}
