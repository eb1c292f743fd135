package org.alongside.directory;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.ui.Words;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The same directory as PostgreSQL would search it at its best: one wide row a service, words stemmed and what they mean worked out beforehand, audiences as bits, points on an
 * index of area and latitude, distances by earthdistance, and a table that says for each set of hours whether it means open at this moment. No row level security. For bin/bench alone.
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

    /** Fills it anew. Numbers are in the order of names, so that they need not be compared. */
    public void fill(List<Listing> some, Connection superuser) throws SQLException, IOException {
        named.clear();
        described.clear();
        List<Listing> all = some.stream().sorted(Comparator.comparing(Listing::name).thenComparing(Listing::id)).toList();
        List<String> services = new ArrayList<>(), keys = new ArrayList<>(), serves = new ArrayList<>();
        Map<OpeningHours, Integer> hours = new HashMap<>();
        Map<String, List<Place>> middles = new HashMap<>();
        int support = kinds(Part.Kind::isSupport);
        for (int number = 0; number < all.size(); number++) {
            Listing one = all.get(number);
            Contact first = one.contacts().get(0);
            services.add(Countryside.row(number, one.id(), one.name(), one.organisation(), one.summary(), first.way() + " " + first.value(), one.conditions().notice(), one.checkedOn()));
            keys.add(Countryside.row(number, vector(one), hours.computeIfAbsent(one.hours().whenever(), next -> hours.size()), one.serves().isLocal(), one.isAgeing(today), one.parts().stream().anyMatch(part -> (1 << part.kind().ordinal() & support) != 0),
                    bits(one, part -> 1 << part.kind().ordinal()), bits(one, part -> bits(part.welcomes())), bits(one, part -> bits(part.doesNot())), bits(one, part -> bits(part.onlyFor())), terms(one)));
            boolean offices = !one.offices().isEmpty();
            List<Place> at = offices ? one.offices() : one.serves().areas().stream().map(area -> middles.computeIfAbsent(area, places::find)).filter(found -> found.size() == 1).map(found -> found.get(0)).toList();
            for (int which = 0; which < at.size(); which++) {
                List<String> areas = new ArrayList<>(one.serves().areas().stream().map(Serves::key).toList());
                if (offices) areas.add("*");
                for (String area : areas) serves.add(Countryside.row(area(area), at.get(which).latitude(), at.get(which).longitude(), number, which, offices));
            }
        }
        try (var sql = superuser.createStatement()) {
            sql.execute("""
                    drop schema if exists bare cascade;
                    create schema bare;
                    create extension if not exists cube;
                    create extension if not exists earthdistance;
                    create table bare.service (number integer primary key, id uuid, name text, organisation text, summary text, way text, notice text, assured_on date);
                    create table bare.key (number integer primary key, words tsvector, hours integer, local boolean, ageing boolean, support boolean, kind integer[], welcomes integer[], does_not integer[], only_for integer[], terms text[]);
                    create table bare.point (area integer, latitude float8, longitude float8, number integer, which integer, office boolean);
                    create table bare.hours (hours integer primary key, state smallint)""");
            Countryside.copy(superuser, "bare.service", services);
            Countryside.copy(superuser, "bare.key", keys);
            Countryside.copy(superuser, "bare.point", serves);
            Countryside.copy(superuser, "bare.hours", hours.entrySet().stream().map(one -> Countryside.row(one.getValue(), one.getKey().at(now).state().ordinal())).toList());
            sql.execute("""
                    create table bare.serves as select area, latitude, longitude, number, which, office, ll_to_earth(latitude, longitude) as at from bare.point;
                    create index on bare.serves (area, latitude) include (longitude, number, which, office, at);
                    create index on bare.key using gin (words);
                    create index on bare.key using gin (terms);
                    grant usage on schema bare to alongside_app;
                    grant select on all tables in schema bare to alongside_app""");
            sql.execute("vacuum analyze");
        }
    }

    private final Map<String, Integer> areas = new HashMap<>();

    private int area(String key) {
        return areas.computeIfAbsent(key, next -> areas.size());
    }

    private static int kinds(Predicate<Part.Kind> which) {
        return Stream.of(Part.Kind.values()).filter(which).mapToInt(kind -> 1 << kind.ordinal()).sum();
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
            scores.add("case when k.words @@ ?::tsquery then 30 else 0 end");
            of.add("'=" + concept + "'");
            any.add("'=" + concept + "'");
        }
        for (String word : stems(String.join(" ", meant.words()))) {
            List<String> named = like(word, this.named), described = like(word, this.described);
            String score = "case when k.words @@ ?::tsquery then 30";
            of.add(or(List.of(word), "A"));
            any.add(or(List.of(word), "AB"));
            if (!named.isEmpty()) {
                score += " when k.words @@ ?::tsquery then 18";
                of.add(or(named, "A"));
                any.add(or(named, "A"));
            }
            score += " when k.words @@ ?::tsquery then 10";
            of.add(or(List.of(word), "B"));
            if (!described.isEmpty()) {
                score += " when k.words @@ ?::tsquery then 6";
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

    private static final String CARD = "s.id, s.name, s.organisation, s.summary, s.way, s.notice, s.assured_on, k.kind, k.welcomes, k.does_not, k.only_for";
    /** A box of degrees by an index on area and latitude was quicker than GiST; the distance itself is earthdistance's. */
    private static final String CIRCLE = "area = any (?) and latitude between ? and ? and longitude between ? and ? and earth_distance(ll_to_earth(?, ?), at) <= ?";

    private List<Object> circle(Place place, double ourMetres, Collection<String> keys) {
        double metres = ourMetres * OUR_MILES, north = ourMetres / 111_000 * 1.01, east = north / Math.cos(Math.toRadians(Math.abs(place.latitude()) + north));
        return List.of(keys.stream().map(this::area).toArray(Integer[]::new), place.latitude() - north, place.latitude() + north, place.longitude() - east, place.longitude() + east, place.latitude(), place.longitude(), metres);
    }

    /** The ten for a visitor, in the order of the page, with all that a card says. */
    public Statement forVisitor(Question question) {
        Seeker seeker = question.seeker(places);
        Place place = seeker.place();
        int is = bits(seeker.is()), needYes = bits(seeker.is().stream().filter(Audience::needsAYes).toList());
        int wanted = kinds(kind -> seeker.wants(new Part(kind, Set.of(), Set.of(), Set.of()))), support = kinds(Part.Kind::isSupport);
        Sought sought = seeker.words() == null ? new Sought("1", null, List.of()) : sought(seeker.words());
        List<Object> of = new ArrayList<>(List.of(place.latitude(), place.longitude(), OUR_MILES));
        of.addAll(circle(place, seeker.within() * MILE, Serves.keys(place)));
        of.addAll(sought.weighed);
        if (sought.query != null) of.add(sought.query);
        int why = is & bits(Audience.WHY), other = (seeker.is().contains(Audience.OWN_BEHAVIOUR) ? bits(Set.of(Audience.HARMED)) : 0) | (seeker.is().contains(Audience.HARMED) ? bits(Set.of(Audience.OWN_BEHAVIOUR)) : 0);
        int refuge = seeker.is().contains(Audience.TEENAGE_SONS) ? 1 << Part.Kind.REFUGE.ordinal() : 0, sons = bits(Set.of(Audience.TEENAGE_SONS));
        of.addAll(List.of(is, why, other, is, seeker.is().stream().anyMatch(Audience::isAlso) ? 3 : 2, refuge, sons, needYes, needYes, wanted, support, is & ~needYes));
        if (seeker.onlyOpenNow()) of.add(OpenNow.State.OPEN.ordinal());
        return new Statement("""
                with near as materialized (select number, min(earth_distance(ll_to_earth(?, ?), at) / ?) filter (where office) as metres from bare.serves where %s group by number),
                     fit as materialized (select k.number, k.hours, k.local, k.ageing, k.kind, k.welcomes, k.does_not, k.only_for, near.metres, %s as score from near join bare.key k using (number)%s),
                     best as materialized (select max(score) as score from fit),
                     ten as materialized (
                select k.number, w.best, state, metres, count(*) over () as all_of_them,
                       row_number() over (order by w.best, case when k.score * 10 > 8 * best.score then 0 when k.score * 100 > 55 * best.score then 1 else 2 end, not w.support, -bit_count(w.likes::bit(16)), state, not local, coalesce(floor(metres / 16093.44), 1023), ageing, k.number) as place
                  from fit k cross join best join bare.hours h using (hours),
                       lateral (select min(welcome) filter (where wanted) as best, bit_or(likes) filter (where wanted) as likes,
                                       case min(welcome) filter (where wanted) when 0 then bool_or(support) filter (where welcome = 0) when 1 then bool_or(support) filter (where welcome = 1) else bool_or(support) filter (where welcome = 2) end as support
                                  from (select case when does_not & ? <> 0 or welcomes & ? = 0 and welcomes & ? <> 0 then 3 when only_for <> 0 and only_for & ? = 0 then ? when kind & ? <> 0 and welcomes & ? = 0 then 1
                                              when welcomes & ? = ? then 0 else 1 end as welcome, kind & ? <> 0 as wanted, kind & ? <> 0 as support, welcomes & ? as likes
                                          from unnest(k.kind, k.welcomes, k.does_not, k.only_for) u (kind, welcomes, does_not, only_for)) one where welcome < 3) w
                 where w.best is not null and k.score * 100 >= 34 * best.score%s order by place limit 10)
                select %s, ten.best, ten.state, ten.metres, ten.all_of_them from ten join bare.service s using (number) join bare.key k using (number) order by ten.place""".formatted(CIRCLE, sought.score, sought.query == null ? "" : " where k.words @@ ?::tsquery", seeker.onlyOpenNow() ? " and state = ?" : "", CARD), of);
    }

    /** A page of ten for another program: by name, or by how well the words fit. */
    public Statement forProgram(Question question) {
        String[] term = {question.term()};
        if (question.words() == null) {
            return new Statement("with fit as materialized (select number from bare.key where terms @> ?), ten as (select number, (select count(*) from fit) as all_of_them from fit order by number limit 10 offset ?) select " + CARD + ", all_of_them from ten join bare.service s using (number) join bare.key k using (number) order by number", List.of(term, (question.page() - 1) * 10));
        }
        Sought sought = sought(question.words());
        boolean near = question.outcode() != null;
        List<Object> of = new ArrayList<>();
        if (near) of.addAll(circle(places.ofOutcode(question.outcode()), question.within() * 1000, List.of("*")));
        of.addAll(sought.weighed);
        of.add(sought.query);
        of.add(term);
        // What fits less than a third as well as the best of all is no answer, wherever that one is.
        return new Statement("""
                with %sfit as materialized (select k.number, k.hours, k.local, k.ageing, k.support, k.terms, %s as score%s where k.words @@ ?::tsquery),
                     best as materialized (select max(score) as score from fit),
                     ten as materialized (
                select fit.number, %s count(*) over () as all_of_them, row_number() over (order by case when fit.score * 10 > 8 * best.score then 0 when fit.score * 100 > 55 * best.score then 1 else 2 end, not support, state, not local, ageing, fit.number%s) as place
                  from fit cross join best join bare.hours h using (hours)
                 where %sfit.terms @> ? and fit.score * 100 >= 34 * best.score order by place limit 10)
                select %s, ten.all_of_them from ten join bare.service s using (number) join bare.key k using (number) order by ten.place""".formatted(near ? "near as materialized (select number, which from bare.serves where " + CIRCLE + "), " : "", sought.score,
                near ? ", near.which from bare.key k left join near using (number)" : " from bare.key k", near ? "which," : "", near ? ", which" : "", near ? "which is not null and " : "", CARD), of);
    }

    /** What comes back: ids in their order, and how many there are in all. */
    public record Answer(List<UUID> ids, int all) {}

    /** Sent by a connection that keeps its statements. */
    public static Answer send(Connection connection, Map<String, PreparedStatement> kept, Statement statement) throws SQLException {
        PreparedStatement prepared = kept.get(statement.sql);
        if (prepared == null) kept.put(statement.sql, prepared = connection.prepareStatement(statement.sql));
        for (int at = 0; at < statement.of.size(); at++) {
            Object one = statement.of.get(at);
            if (one instanceof Object[] many) prepared.setArray(at + 1, connection.createArrayOf(many instanceof String[] ? "text" : "int4", many));
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
