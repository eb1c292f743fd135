package org.alongside.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alongside.shared.Times;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Services, ready to be searched: made once from a list, in memory alone, and never changed. Words, areas and circles are Lucene's; who is welcome, and the
 * order, are ours (docs/adr/0032). A word found weighs the same in every index, so that what two of them find can be laid together.
 */
final class SearchIndex {
    private static final float MEANT = 3, NAMED = 3, SAID = 1, MISSPELT = 0.6f;
    /** What matches less than this part of the best match is no answer. */
    private static final float WORTH_SHOWING = 0.34f;
    private static final String ANY_LANGUAGE = "*";
    private static final int MOST_WORDS = 12, MOST_SPELLINGS = 24;
    private static final int FAR = 1023, MOST_EXTRA = 15;
    private static final CharArraySet SILENT = new CharArraySet(List.of("a", "about", "am", "an", "and", "any", "are", "at", "be", "by", "can", "do", "for", "from", "get", "has", "have", "he", "help", "her", "him", "his", "i", "in", "is", "it", "me", "my", "near", "need",
            "of", "on", "or", "our", "she", "so", "some", "that", "the", "their", "them", "they", "this", "to", "want", "was", "we", "who", "will", "with", "you", "your"), false);
    static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            return new TokenStreamComponents(source, new KStemFilter(new StopFilter(new ASCIIFoldingFilter(new LowerCaseFilter(source)), SILENT)));
        }
    };
    private final List<Listing> listings;
    private final IndexSearcher searcher;
    private final List<Part> parts = new ArrayList<>();
    private final int[][] partsOf;
    private final List<OpeningHours> hours = new ArrayList<>();
    private final int[] hoursOf;
    private final boolean[] local;
    private final AtomicReferenceArray<@Nullable Held> open;

    /** @param said all words that say something of a service, in every language */
    SearchIndex(Collection<Listing> some, Places places, Function<Listing, String> said) {
        listings = some.stream().sorted(Comparator.comparing(Listing::name).thenComparing(Listing::id)).toList();
        partsOf = new int[listings.size()][];
        hoursOf = new int[listings.size()];
        local = new boolean[listings.size()];
        Map<Part, Integer> knownParts = new HashMap<>();
        Map<OpeningHours, Integer> knownHours = new HashMap<>();
        Map<String, List<Place>> middles = new HashMap<>();
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        // Numbers of documents stay those of the list: nothing is merged out of order.
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(WORDS).setMergePolicy(new LogDocMergePolicy()))) {
            for (int at = 0; at < listings.size(); at++) {
                Listing one = listings.get(at);
                partsOf[at] = one.parts().stream().mapToInt(part -> knownParts.computeIfAbsent(part, next -> add(parts, next))).toArray();
                local[at] = one.serves().isLocal();
                hoursOf[at] = knownHours.computeIfAbsent(one.hours().whenever(), next -> add(hours, next));
                writer.addDocument(document(one, said.apply(one), area -> middles.computeIfAbsent(area, places::find)));
            }
            writer.forceMerge(1);
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        open = new AtomicReferenceArray<>(hours.size());
    }

    private static <T> int add(List<T> known, T next) {
        known.add(next);
        return known.size() - 1;
    }

    private static Document document(Listing one, String said, Function<String, List<Place>> middles) {
        Document document = new Document();
        document.add(new TextField("name", one.name() + " " + one.organisation(), Field.Store.NO));
        document.add(new TextField("said", said + " " + String.join(" ", one.serves().areas()), Field.Store.NO));
        Stream.concat(one.parts().stream().map(part -> part.kind().name()), one.parts().stream().flatMap(part -> part.welcomes().stream()).map(Enum::name)).distinct()
                .forEach(concept -> document.add(new StringField("meant", concept, Field.Store.NO)));
        one.serves().areas().forEach(area -> document.add(new StringField("area", Serves.key(area), Field.Store.NO)));
        one.languages().forEach(language -> document.add(new StringField("language", language, Field.Store.NO)));
        if (one.conditions().interpreters() == Welcome.YES) document.add(new StringField("language", ANY_LANGUAGE, Field.Store.NO));
        if (one.speaks(Languages.BSL)) document.add(new StringField("language", Languages.BSL, Field.Store.NO));
        document.add(new StringField("self", one.referSelf().name(), Field.Store.NO));
        one.offices().forEach(office -> document.add(point(office)));
        // Safety: whoever hides where they are is as near as the area they serve, and no nearer.
        if (one.offices().isEmpty()) one.serves().areas().stream().map(middles).filter(found -> found.size() == 1).forEach(found -> document.add(point(found.get(0))));
        return document;
    }

    private static LatLonPoint point(Place place) {
        return new LatLonPoint("point", place.latitude(), place.longitude());
    }

    int size() {
        return listings.size();
    }

    Stream<Listing> listings() {
        return listings.stream();
    }

    /** What matches, in no order. @param best how well the best of them matches the words; 1 without any */
    record Matches(SearchIndex index, int[] documents, float[] scores, int size, float best) {}

    /** Everything in this index that this person asks for; parts and hours are not looked at yet. */
    Matches matching(Seeker seeker, Concepts concepts) {
        Query words = words(seeker.words(), concepts);
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words == null ? new MatchAllDocsQuery() : words, words == null ? Occur.FILTER : Occur.MUST);
        Place place = seeker.place();
        if (place != null) query.add(new TermInSetQuery("area", Serves.keys(place).stream().map(BytesRef::new).toList()), Occur.FILTER);
        if (place != null && seeker.within() != null) query.add(LatLonPoint.newDistanceQuery("point", place.latitude(), place.longitude(), seeker.within() * 1609.344), Occur.FILTER);
        if (seeker.language() != null) query.add(new TermInSetQuery("language", List.of(new BytesRef(seeker.language()), new BytesRef(ANY_LANGUAGE))), Occur.FILTER);
        if (seeker.asksThemselves()) query.add(new TermQuery(new Term("self", Welcome.YES.name())), Occur.FILTER);
        Collected collected = new Collected(words != null);
        try {
            searcher.search(query.build(), collected);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new Matches(this, collected.documents, collected.scores, collected.size, collected.best);
    }

    private static @Nullable Query words(@Nullable String typed, Concepts concepts) {
        if (typed == null) return null;
        Concepts.Meant meant = concepts.read(typed);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        meant.concepts().forEach(concept -> any.add(weighs(MEANT, new TermQuery(new Term("meant", concept))), Occur.SHOULD));
        List<String> words = stems(String.join(" ", meant.words()));
        words.forEach(word -> any.add(new DisjunctionMaxQuery(List.of(weighs(NAMED, new TermQuery(new Term("name", word))), weighs(SAID, new TermQuery(new Term("said", word))),
                weighs(NAMED * MISSPELT, misspelt("name", word)), weighs(SAID * MISSPELT, misspelt("said", word))), 0), Occur.SHOULD));
        return meant.concepts().isEmpty() && words.isEmpty() ? null : any.build();
    }

    private static Query weighs(float weight, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private static Query misspelt(String field, String word) {
        return new FuzzyQuery(new Term(field, word), word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2, 1, MOST_SPELLINGS, true);
    }

    private static List<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>();
        try (TokenStream words = WORDS.tokenStream("said", text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken() && stems.size() < MOST_WORDS) stems.add(word.toString());
            words.end();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return List.copyOf(stems);
    }

    private static final class Collected extends SimpleCollector {
        private final boolean scored;
        private int[] documents = new int[256];
        private float[] scores;
        private int size;
        private float best;
        private int base;
        private @Nullable Scorable scorer;

        Collected(boolean scored) {
            this.scored = scored;
            this.scores = new float[scored ? documents.length : 0];
            this.best = scored ? 0 : 1;
        }

        @Override
        public void collect(int document) throws IOException {
            if (size == documents.length) {
                documents = Arrays.copyOf(documents, size * 2);
                if (scored) scores = Arrays.copyOf(scores, size * 2);
            }
            if (scored && scorer != null) {
                scores[size] = scorer.score();
                best = Math.max(best, scores[size]);
            }
            documents[size++] = base + document;
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            base = context.docBase;
        }

        @Override
        public ScoreMode scoreMode() {
            return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** One that is for this person. @param rank smaller is better; of two that are the same the name decides */
    record Ranked(long rank, Listing listing, SearchIndex index, int document) implements Comparable<Ranked> {
        private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingLong(Ranked::rank).thenComparing(one -> one.listing.name()).thenComparing(one -> one.listing.id());

        OpenNow open(Instant now) {
            return index.openAt(index.hoursOf[document], now).checked(listing.hours().checkedOn());
        }

        @Override
        public int compareTo(Ranked other) {
            return BEST_FIRST.compare(this, other);
        }
    }

    /** The first so many of those that are for this person, and how many there are in all. */
    record Best(int all, List<Ranked> first) {}

    /** @param best how well the best of all indexes matches @param leftOut those that are not wanted, or known better elsewhere */
    Best best(Matches matches, Seeker seeker, Instant now, float best, Predicate<Listing> leftOut, int wanted) {
        int most = Math.max(1, wanted);
        Ranking ranking = new Ranking(seeker, now);
        LocalDate today = Times.day(now);
        // Twice as many as are wanted; when it is full, the worse half makes room.
        long[] first = new long[(int) Math.min(matches.size, 2L * most)];
        long worst = Long.MAX_VALUE;
        int all = 0, kept = 0;
        for (int at = 0; at < matches.size; at++) {
            float match = matches.scores.length == 0 ? 1 : matches.scores[at] / best;
            int document = matches.documents[at];
            if (match < WORTH_SHOWING || leftOut.test(listings.get(document))) continue;
            long rank = ranking.of(document, match, today);
            if (rank < 0) continue;
            all++;
            if (rank >= worst) continue;
            if (kept == first.length) {
                Arrays.sort(first);
                kept = most;
                worst = first[most - 1];
                if (rank >= worst) continue;
            }
            first[kept++] = rank;
        }
        Arrays.sort(first, 0, kept);
        return new Best(all, Arrays.stream(first, 0, Math.min(kept, most)).mapToObj(rank -> ranked(rank >> Ranking.NUMBER, (int) (rank & Ranking.NUMBERS))).toList());
    }

    private Ranked ranked(long rank, int document) {
        return new Ranked(rank, listings.get(document), this, document);
    }

    /** The order: who is welcome, how well the words fit, support before what stands beside it, made for people like them, open, local, near, fresh. Laid into one number, first things highest. */
    private final class Ranking {
        static final int NUMBER = 26;
        static final long NUMBERS = (1L << NUMBER) - 1;
        private final Seeker seeker;
        private final Instant now;
        private final @Nullable Welcome[] welcomes;
        private final boolean[] wanted;
        private final int[] extra;
        private final Set<Audience> likes = EnumSet.noneOf(Audience.class);

        Ranking(Seeker seeker, Instant now) {
            this.seeker = seeker;
            this.now = now;
            welcomes = new Welcome[parts.size()];
            wanted = new boolean[parts.size()];
            extra = new int[parts.size()];
            seeker.is().stream().filter(audience -> !audience.needsAYes()).forEach(likes::add);
        }

        /** There are few different parts, however many services offer them. */
        private void lookAt(int at) {
            Part part = parts.get(at);
            welcomes[at] = part.welcome(seeker.is());
            wanted[at] = seeker.wants(part);
            for (Audience audience : likes) if (welcomes[at] != Welcome.NO && part.welcomes().contains(audience)) extra[at] |= 1 << audience.ordinal();
        }

        /** Below zero when nothing that was asked for is open to this person, or it must be open now and is not. */
        long of(int document, float match, LocalDate today) {
            int[] its = partsOf[document];
            Welcome welcome = Welcome.NO;
            int liked = 0;
            for (int part : its) {
                if (welcomes[part] == null) lookAt(part);
                if (!wanted[part]) continue;
                if (welcomes[part].ordinal() < welcome.ordinal()) welcome = welcomes[part];
                liked |= extra[part];
            }
            if (welcome == Welcome.NO) return -1;
            OpenNow.State state = openAt(hoursOf[document], now).state();
            if (seeker.onlyOpenNow() && state != OpenNow.State.OPEN) return -1;
            boolean support = false;
            for (int part : its) support |= welcomes[part] == welcome && parts.get(part).kind().isSupport();
            Listing one = listings.get(document);
            long rank = welcome.ordinal();
            rank = rank << 2 | (match > 0.8f ? 0 : match > 0.55f ? 1 : 2);
            rank = rank << 1 | (support ? 0 : 1);
            rank = rank << 4 | MOST_EXTRA - Math.min(MOST_EXTRA, Integer.bitCount(liked));
            rank = rank << 2 | state.ordinal();
            rank = rank << 1 | (local[document] ? 0 : 1);
            rank = rank << 10 | Math.min(FAR, Found.step(one, seeker));
            rank = rank << 1 | (one.isAgeing(today) ? 1 : 0);
            return rank << NUMBER | document;
        }
    }

    /** An answer and as long as it holds. */
    private record Held(OpenNow open, Instant from, Instant until) {}

    /** Worked out once for all who keep the same hours, and again when the answer runs out. */
    private OpenNow openAt(int which, Instant now) {
        Held held = open.get(which);
        if (held != null && !now.isBefore(held.from) && now.isBefore(held.until)) return held.open;
        OpenNow fresh = hours.get(which).at(now);
        // Another day may have another reason for the same state.
        Instant tomorrow = Times.day(now).plusDays(1).atStartOfDay(OpeningHours.ZONE).toInstant();
        open.set(which, new Held(fresh, now, fresh.until() == null || fresh.until().isAfter(tomorrow) ? tomorrow : fresh.until()));
        return fresh;
    }
}
