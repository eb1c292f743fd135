package org.alongside.directory;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.directory.PublishedServices.Change;
import org.alongside.directory.PublishedServices.Changes;
import org.alongside.directory.SearchIndex.Best;
import org.alongside.directory.SearchIndex.Matches;
import org.alongside.directory.SearchIndex.Ranked;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Service;

/** Every published service, kept in memory, so that help can be found while the database is away. */
@Service
public class Directory {

    /** Owns the entries that no organisation here keeps itself. */
    public static final OrganisationId IMPORTED = OrganisationId.of("00000000-0000-4000-8000-0000000000d1");

    /** The job that may write entries for their owner. */
    static final String IMPORT = "import-directory";

    private static final int TOO_MANY_TO_LAY_OVER = 500;
    private static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.forLanguageTag("cy-GB"));
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private final PublishedServices published;
    private final ObjectProvider<OtherListings> others;
    private final Clock clock;
    private final Places places;
    private final Concepts concepts = new Concepts();
    private final Words words;
    private volatile Known known;
    private String lookedUpTo = PublishedServices.NOT_YET;
    private Set<Change> seen = Set.of();

    /** Everything that is known, and what of it is newer than the index that holds the most. @param newer published ones that were touched since, {@code touched} the ids of these and of those that are published no more */
    private record Known(SearchIndex most, SearchIndex newer, Set<UUID> touched, Map<UUID, Listing> byId, List<Listing> byName, Set<String> languages) {
        static Known of(SearchIndex most, SearchIndex newer, Set<UUID> touched, Map<UUID, Listing> byId) {
            return new Known(most, newer, Set.copyOf(touched), Map.copyOf(byId), byId.values().stream().sorted(comparing(Listing::name).thenComparing(Listing::id)).toList(),
                    Stream.concat(Stream.of(Languages.BSL), byId.values().stream().flatMap(one -> one.languages().stream())).filter(code -> !code.equals("en")).collect(Collectors.toUnmodifiableSet()));
        }
    }

    Directory(PublishedServices published, ObjectProvider<OtherListings> others, Places places, Words words, Clock clock) {
        this.published = published;
        this.others = others;
        this.places = places;
        this.words = words;
        this.clock = clock;
        this.known = anew(List.of());
    }

    /** Reads all that is published now. When the database is away, what was known stays. */
    public synchronized void refresh() {
        try {
            Changes changes = asAnyone(() -> published.changes(lookedUpTo));
            known = anew(asAnyone(published::read));
            remember(changes);
        } catch (NestedRuntimeException away) {
            LOG.warn("The directory could not be read; the last one known is shown ({})", away.getClass().getSimpleName());
        }
    }

    /** Reads what was touched since the last look. When the database is away, the next look finds it. */
    public synchronized void lookAgain() {
        if (lookedUpTo.equals(PublishedServices.NOT_YET)) {
            refresh();
            return;
        }
        try {
            Changes changes = asAnyone(() -> published.changes(lookedUpTo));
            Set<UUID> touched = changes.made().stream().filter(change -> !seen.contains(change)).map(Change::service).collect(Collectors.toSet());
            if (touched.size() > TOO_MANY_TO_LAY_OVER) refresh();
            else if (!touched.isEmpty()) layOver(touched, asAnyone(() -> published.read(touched)));
            remember(changes);
        } catch (NestedRuntimeException away) {
            LOG.debug("The directory could not be looked at again ({})", away.getClass().getSimpleName());
        }
    }

    /** Something that every service is read by has changed, such as where places are. When the database is away, the next look does it. */
    synchronized void readAllAgain() {
        lookedUpTo = PublishedServices.NOT_YET;
        refresh();
    }

    private void remember(Changes changes) {
        lookedUpTo = changes.upTo();
        seen = changes.made();
    }

    private Known anew(List<Listing> services) {
        SearchIndex all = new SearchIndex(Stream.concat(services.stream(), others.stream().flatMap(room -> room.listings().stream())).toList(), places, this::said);
        return Known.of(all, new SearchIndex(List.of(), places, this::said), Set.of(), all.listings().collect(Collectors.toUnmodifiableMap(Listing::id, Function.identity())));
    }

    private void layOver(Set<UUID> touched, List<Listing> fresh) {
        Known before = known;
        Set<UUID> all = new HashSet<>(before.touched);
        all.addAll(touched);
        Map<UUID, Listing> byId = new HashMap<>(before.byId);
        touched.forEach(byId::remove);
        fresh.forEach(one -> byId.put(one.id(), one));
        List<Listing> newer = all.stream().map(byId::get).filter(Objects::nonNull).toList();
        known = all.size() > TOO_MANY_TO_LAY_OVER ? anew(asAnyone(published::read)) : Known.of(before.most, new SearchIndex(newer, places, this::said), all, byId);
    }

    private static <T> T asAnyone(Supplier<T> read) {
        return Acting.as(new Actor.Public(), read);
    }

    /** All words of ours that say something of a service, in both languages. */
    private String said(Listing listing) {
        return LANGUAGES.stream().flatMap(language -> Stream.of(
                Stream.of(words.has(listing.summary()) ? words.say(language, listing.summary()) : listing.summary()),
                listing.languages().stream().map(code -> Languages.name(code, language, key -> words.say(language, key))),
                listing.parts().stream().map(part -> words.say(language, "directory.part." + PartsInWords.key(part.kind()))),
                listing.parts().stream().flatMap(part -> part.welcomes().stream()).distinct().map(audience -> words.say(language, "directory.audience." + PartsInWords.key(audience)))).flatMap(Function.identity())).collect(Collectors.joining(" "));
    }

    /** @param all how many there are @param found some of them, best first */
    public record Results(int all, List<Found> found) {
        public boolean isEmpty() {
            return all == 0;
        }
    }

    /** The services for this person: so many of them after the first so many. */
    public Results find(Seeker seeker, int skip, int some) {
        Instant now = clock.instant();
        Best best = best(seeker, now, one -> true, skip, some);
        return new Results(best.all(), best.first().stream().flatMap(one -> Found.of(one.listing(), seeker, one.open(now)).stream()).toList());
    }

    private Best best(Seeker seeker, Instant now, Predicate<Listing> wanted, int skip, int some) {
        Known all = known;
        Matches most = all.most.matching(seeker, concepts), newer = all.newer.matching(seeker, concepts);
        float best = Math.max(most.best(), newer.best());
        Best one = all.most.best(most, seeker, now, best, listing -> all.touched.contains(listing.id()) || !wanted.test(listing), skip + some), other = all.newer.best(newer, seeker, now, best, listing -> !wanted.test(listing), skip + some);
        if (skip == 0 && other.first().isEmpty()) return one;
        return new Best(one.all() + other.all(), Stream.concat(one.first().stream(), other.first().stream()).sorted().skip(skip).limit(some).toList());
    }

    /** All services, by name; with words only those that answer them, best first. */
    public List<Listing> all(@Nullable String typed) {
        return typed == null ? known.byName : all(typed, one -> true).toList();
    }

    /** Of all services those that are wanted, in the same order. */
    public Stream<Listing> all(@Nullable String typed, Predicate<Listing> wanted) {
        return typed == null ? all().filter(wanted) : best(new Seeker(Set.of(), Set.of(), typed, null, null, false), clock.instant(), wanted, 0, known.byName.size()).first().stream().map(Ranked::listing);
    }

    /** Every language that some service says it speaks or signs, but English; British Sign Language always. */
    public Set<String> languages() {
        return known.languages;
    }

    public Optional<Listing> service(UUID id) {
        return Optional.ofNullable(known.byId.get(id));
    }

    /** The one service of this name, or of this name with its organisation's after a comma; empty when there is none, or more than one. */
    public Optional<Listing> called(String name) {
        List<Listing> called = all().filter(listing -> name.strip().equalsIgnoreCase(listing.name()) || name.strip().equalsIgnoreCase(named(listing))).limit(2).toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    /** Names of services by which they are found, for offering while somebody types. */
    public List<String> names(int most) {
        return all().map(Directory::named).sorted().limit(most).toList();
    }

    private static String named(Listing listing) {
        return listing.name() + ", " + listing.organisation();
    }

    /** The services whose referrals this organisation receives here. */
    public List<Listing> receivedBy(OrganisationId organisation) {
        return all().filter(listing -> organisation.equals(listing.receiver())).toList();
    }

    /** Every service with an inbox here, for the pages where somebody refers. */
    public List<Listing> withAnInbox() {
        return all().filter(listing -> listing.receiver() != null).toList();
    }

    private Stream<Listing> all() {
        return known.byName.stream();
    }
}
