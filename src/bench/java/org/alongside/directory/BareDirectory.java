package org.alongside.directory;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.ui.Words;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The same directory as PostgreSQL would search it at its best: one wide row a service, words stemmed and what they mean worked out beforehand, audiences as bits, points on a
 * GiST index of earthdistance, and a table that says for each set of hours whether it means open at this moment. No row level security. For bin/bench alone.
 */
public final class BareDirectory {
    /** Metres on the earth of earthdistance for each on ours. */
    private static final double EARTHS = 6_378_168 / 6_371_008.7714, OUR_MILES = 6_378_168 / (3958.8 * 1609.344);
    private static final double MILE = 1609.344;
    private final Places places;
    private final Concepts concepts = new Concepts();
    private final Words said = new Words();
    private final Instant now;
    private final LocalDate today;
    private final Set<String> named = new TreeSet<>(), described = new TreeSet<>();

    public BareDirectory(Places places, Instant now, LocalDate today) {
        this.places = places;
        this.now = now;
        this.today = today;
    }

    /** What is asked, and what every row brings back. @param of texts and numbers in their order */
    public record Statement(String sql, List<Object> of) {}

    /** Fills it anew. */
    public void fill(List<Listing> all, Connection superuser) throws SQLException, IOException {
        named.clear();
        described.clear();
        List<String> services = new ArrayList<>(), points = new ArrayList<>();
        Map<OpeningHours, Integer> hours = new HashMap<>();
        Map<String, List<Place>> middles = new HashMap<>();
        for (int number = 0; number < all.size(); number++) {
            Listing one = all.get(number);
            int kept = hours.computeIfAbsent(one.hours().whenever(), next -> hours.size());
            Contact first = one.contacts().get(0);
            services.add(Countryside.row(number, one.id(), one.name(), one.organisation(), one.summary(), first.way() + " " + first.value(), one.conditions().notice(), one.checkedOn(), vector(one), one.serves().areas().stream().map(Serves::key).toList(), kept, one.serves().isLocal(),
                    bits(one, part -> 1 << part.kind().ordinal()), bits(one, part -> bits(part.welcomes())), bits(one, part -> bits(part.doesNot())), bits(one, part -> bits(part.onlyFor())), terms(one)));
            List<Place> offices = one.offices();
            List<Place> at = offices.isEmpty() ? one.serves().areas().stream().map(area -> middles.computeIfAbsent(area, places::find)).filter(found -> found.size() == 1).map(found -> found.get(0)).toList() : offices;
            for (int which = 0; which < at.size(); which++) points.add(Countryside.row(number, which, !offices.isEmpty(), at.get(which).latitude(), at.get(which).longitude()));
        }
        try (var sql = superuser.createStatement()) {
            sql.execute("""
                    drop schema if exists bare cascade;
                    create schema bare;
                    create extension if not exists cube;
                    create extension if not exists earthdistance;
                    create table bare.service (number integer primary key, id uuid, name text collate "C", organisation text, summary text, way text, notice text, assured_on date, words tsvector, areas text[], hours integer, local boolean, kind integer[], welcomes integer[], does_not integer[], only_for integer[], terms text[]);
                    create table bare.point_text (number integer, which integer, office boolean, latitude float8, longitude float8);
                    create table bare.hours (hours integer primary key, state smallint)""");
            Countryside.copy(superuser, "bare.service", services);
            Countryside.copy(superuser, "bare.point_text", points);
            Countryside.copy(superuser, "bare.hours", hours.entrySet().stream().map(one -> Countryside.row(one.getValue(), one.getKey().at(now).state().ordinal())).toList());
            sql.execute("""
                    create table bare.point as select number, which, office, ll_to_earth(latitude, longitude) as at from bare.point_text;
                    drop table bare.point_text;
                    create index on bare.point using gist (at);
                    create index on bare.service using gin (words);
                    create index on bare.service using gin (areas);
                    create index on bare.service using gin (terms);
                    create index on bare.service (name, id);
                    grant usage on schema bare to alongside_app;
                    grant select on all tables in schema bare to alongside_app""");
            sql.execute("vacuum analyze");
        }
    }

    private interface Bits {
        int of(Part part);
    }

    private static String bits(Listing one, Bits bits) {
        return one.parts().stream().map(part -> String.valueOf(bits.of(part))).collect(Collectors.joining(",", "{", "}"));
    }

    private static int bits(Collection<Audience> audiences) {
        return audiences.stream().mapToInt(one -> 1 << one.ordinal()).sum();
    }

    private static Set<String> terms(Listing one) {
        Set<String> terms = new HashSet<>();
        for (Part part : one.parts()) {
            terms.add("da-need:" + Question.key(part.kind()));
            Stream.concat(part.welcomes().stream(), part.onlyFor().stream()).filter(Audience.GENDERS::contains).forEach(who -> terms.add("da-gender:" + Question.key(who)));
        }
        return terms;
    }

    /** Stems of the name as A, of what is said as B, and what is meant as C. */
    private String vector(Listing one) {
        Set<String> name = stems(one.name() + " " + one.organisation()), text = stems(said(one) + " " + String.join(" ", one.serves().areas()));
        named.addAll(name);
        described.addAll(text);
        Map<String, String> places = new HashMap<>();
        name.forEach(stem -> places.merge(stem, "1A", (any, next) -> any + "," + next));
        text.forEach(stem -> places.merge(stem, "2B", (any, next) -> any + "," + next));
        Stream.concat(one.parts().stream().map(part -> part.kind().name()), one.parts().stream().flatMap(part -> part.welcomes().stream()).map(Enum::name)).forEach(concept -> places.put("=" + concept, "3C"));
        return places.entrySet().stream().map(entry -> "'" + entry.getKey().replace("'", "''") + "':" + entry.getValue()).collect(Collectors.joining(" "));
    }

    private String said(Listing one) {
        return Stream.of(Locale.UK, Locale.forLanguageTag("cy-GB")).flatMap(language -> Stream.of(Stream.of(one.summary()), one.languages().stream().map(code -> Languages.name(code, language, key -> said.say(language, key))),
                one.parts().stream().map(part -> said.say(language, "directory.part." + Question.key(part.kind()))),
                one.parts().stream().flatMap(part -> part.welcomes().stream()).distinct().map(who -> said.say(language, "directory.audience." + Question.key(who)))).flatMap(every -> every)).collect(Collectors.joining(" "));
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>();
        try (TokenStream words = SearchIndex.WORDS.tokenStream("said", text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) stems.add(word.toString());
            words.end();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return stems;
    }

    /** Words as they fit: for each the best of its ways, and what they add up to. */
    private record Sought(String score, String query, List<Object> weighed) {}

    private Sought sought(String typed) {
        Concepts.Meant meant = concepts.read(typed);
        List<String> scores = new ArrayList<>(), any = new ArrayList<>();
        List<Object> of = new ArrayList<>();
        for (String concept : meant.concepts()) {
            scores.add("case when s.words @@ ?::tsquery then 30 else 0 end");
            of.add("'=" + concept + "'");
            any.add("'=" + concept + "'");
        }
        for (String word : stems(String.join(" ", meant.words()))) {
            List<String> named = like(word, this.named), described = like(word, this.described);
            String score = "case when s.words @@ ?::tsquery then 30";
            of.add(or(List.of(word), "A"));
            any.add(or(List.of(word), "AB"));
            if (!named.isEmpty()) {
                score += " when s.words @@ ?::tsquery then 18";
                of.add(or(named, "A"));
                any.add(or(named, "A"));
            }
            score += " when s.words @@ ?::tsquery then 10";
            of.add(or(List.of(word), "B"));
            if (!described.isEmpty()) {
                score += " when s.words @@ ?::tsquery then 6";
                of.add(or(described, "B"));
                any.add(or(described, "B"));
            }
            scores.add(score + " else 0 end");
        }
        return new Sought(String.join(" + ", scores), String.join(" | ", any), of);
    }

    private static String or(List<String> words, String weight) {
        return words.stream().map(word -> "'" + word.replace("'", "''") + "':" + weight).collect(Collectors.joining(" | "));
    }

    /** Misspellings are looked up before anybody is timed: at most two letters off, the first the same. */
    private static List<String> like(String word, Set<String> vocabulary) {
        int most = word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
        return most == 0 ? List.of() : vocabulary.stream().filter(other -> !other.equals(word) && other.charAt(0) == word.charAt(0) && Math.abs(other.length() - word.length()) <= most && edits(word, other) <= most).limit(24).toList();
    }

    private static int edits(String one, String other) {
        int[][] far = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    far[i][j] = i + j;
                    continue;
                }
                far[i][j] = Math.min(Math.min(far[i - 1][j], far[i][j - 1]) + 1, far[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) far[i][j] = Math.min(far[i][j], far[i - 2][j - 2] + 1);
            }
        }
        return far[one.length()][other.length()];
    }

    private static final String SHOWN = "s.id, s.name, s.organisation, s.summary, s.way, s.notice, s.assured_on, s.kind, s.welcomes, s.does_not, s.only_for";

    /** The ten for a visitor, in the order of the page, with all that a card says. */
    public Statement forVisitor(Question question) {
        Seeker seeker = question.seeker(places);
        Place place = seeker.place();
        int is = bits(seeker.is()), needYes = bits(seeker.is().stream().filter(Audience::needsAYes).toList());
        int wanted = Stream.of(Part.Kind.values()).filter(kind -> seeker.wants(new Part(kind, Set.of(), Set.of(), Set.of()))).mapToInt(kind -> 1 << kind.ordinal()).sum();
        int support = Stream.of(Part.Kind.values()).filter(Part.Kind::isSupport).mapToInt(kind -> 1 << kind.ordinal()).sum();
        List<Object> of = new ArrayList<>(List.of(OUR_MILES, place.latitude(), place.longitude()));
        double metres = seeker.within() * MILE * EARTHS;
        Sought sought = seeker.words() == null ? new Sought("1", null, List.of()) : sought(seeker.words());
        of.addAll(List.of(place.latitude(), place.longitude(), metres, place.latitude(), place.longitude(), metres));
        of.addAll(sought.weighed);
        of.add(Serves.keys(place).toArray(String[]::new));
        if (sought.query != null) of.add(sought.query);
        of.addAll(List.of(is, is, needYes, needYes, wanted, support, is & ~needYes));
        if (seeker.onlyOpenNow()) of.add(OpenNow.State.OPEN.ordinal());
        of.add(today.minusDays(90));
        return new Statement("""
                select %s, w.best, state, metres, count(*) over () as all_of_them
                  from (select s.*, near.metres, max(score) over () as best_score
                          from (select number, min(earth_distance(at, ll_to_earth(p.latitude, p.longitude)) / p.ours) filter (where office) as metres
                                  from bare.point, (select ?::float8 as ours, ?::float8 as latitude, ?::float8 as longitude) p
                                 where earth_box(ll_to_earth(?, ?), ?) @> at and earth_distance(ll_to_earth(?, ?), at) <= ? group by number) near
                          join (select s.*, %s as score from bare.service s) s using (number)
                         where s.areas && ?%s) s
                  join bare.hours h using (hours),
                       lateral (select min(welcome) filter (where wanted) as best, bit_or(likes) filter (where wanted) as likes,
                                       case min(welcome) filter (where wanted) when 0 then bool_or(support) filter (where welcome = 0) when 1 then bool_or(support) filter (where welcome = 1) else bool_or(support) filter (where welcome = 2) end as support
                                  from (select case when does_not & ? <> 0 then 3 when only_for <> 0 and only_for & ? = 0 then 2 when welcomes & ? = ? then 0 else 1 end as welcome, kind & ? <> 0 as wanted, kind & ? <> 0 as support, welcomes & ? as likes
                                          from unnest(s.kind, s.welcomes, s.does_not, s.only_for) u (kind, welcomes, does_not, only_for)) one where welcome < 3) w
                 where w.best is not null and score * 100 >= 34 * best_score%s
                 order by w.best, case when score * 10 > 8 * best_score then 0 when score * 100 > 55 * best_score then 1 else 2 end, not w.support, -bit_count(w.likes::bit(16)), state, not local, coalesce(floor(metres / 16093.44), 1023), assured_on is null or assured_on < ?, name, id
                 limit 10""".formatted(SHOWN, sought.score, sought.query == null ? "" : " and s.words @@ ?::tsquery", seeker.onlyOpenNow() ? " and state = ?" : ""), of);
    }

    /** A page of ten for another program: by name, or by how well the words fit. */
    public Statement forProgram(Question question) {
        if (question.words() == null) {
            return new Statement("select " + SHOWN + ", (select count(*) from bare.service where terms @> ?) as all_of_them from bare.service s where terms @> ? order by name, id limit 10 offset ?", List.of(new String[] {question.term()}, new String[] {question.term()}, (question.page() - 1) * 10));
        }
        Sought sought = sought(question.words());
        List<Object> of = new ArrayList<>(sought.weighed);
        of.add(sought.query);
        int support = Stream.of(Part.Kind.values()).filter(Part.Kind::isSupport).mapToInt(kind -> 1 << kind.ordinal()).sum();
        String near = "";
        if (question.outcode() != null) {
            Place place = places.ofOutcode(question.outcode());
            double metres = question.within() * 1000 * OUR_MILES;
            near = " join (select number, which from bare.point where office and earth_box(ll_to_earth(?, ?), ?) @> at and earth_distance(ll_to_earth(?, ?), at) <= ?) near using (number)";
            of.addAll(List.of(place.latitude(), place.longitude(), metres, place.latitude(), place.longitude(), metres));
        }
        of.addAll(List.of(new String[] {question.term()}, support, today.minusDays(90)));
        // What fits less than a third as well as the best of all is no answer, wherever that one is.
        return new Statement("""
                select %s%s, count(*) over () as all_of_them
                  from (select s.*, max(score) over () as best_score from (select s.*, %s as score from bare.service s) s where s.words @@ ?::tsquery) s
                  join bare.hours h using (hours)%s
                 where s.terms @> ? and score * 100 >= 34 * best_score
                 order by case when score * 10 > 8 * best_score then 0 when score * 100 > 55 * best_score then 1 else 2 end, not exists (select from unnest(s.kind) kind where kind & ? <> 0), state, not local, assured_on is null or assured_on < ?, name, id%s
                 limit 10""".formatted(SHOWN, question.outcode() == null ? "" : ", which", sought.score, near, question.outcode() == null ? "" : ", which"), of);
    }

    /** What comes back: ids in their order, and how many there are in all. */
    public record Answer(List<UUID> ids, int all) {}

    /** Sent by a connection that keeps its statements. */
    public static Answer send(Connection connection, Map<String, PreparedStatement> kept, Statement statement) throws SQLException {
        PreparedStatement prepared = kept.get(statement.sql);
        if (prepared == null) kept.put(statement.sql, prepared = connection.prepareStatement(statement.sql));
        for (int at = 0; at < statement.of.size(); at++) {
            Object one = statement.of.get(at);
            if (one instanceof String[] many) prepared.setArray(at + 1, connection.createArrayOf("text", many));
            else prepared.setObject(at + 1, one);
        }
        List<UUID> ids = new ArrayList<>();
        int all = 0;
        try (ResultSet rows = prepared.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 2; column < columns; column++) rows.getString(column);
                ids.add(rows.getObject(1, UUID.class));
                all = rows.getInt(columns);
            }
        }
        return new Answer(ids, all);
    }
}
