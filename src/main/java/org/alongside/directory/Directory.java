package org.alongside.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
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

    private static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.forLanguageTag("cy-GB"));
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private final PublishedServices published;
    private final ObjectProvider<OtherListings> others;
    private final Clock clock;
    private final Places places;
    private final Concepts concepts = new Concepts();
    private final Words words;
    private volatile @Nullable List<Listing> services;
    private volatile SearchIndex index;
    private volatile Map<UUID, Listing> byId = Map.of();

    Directory(PublishedServices published, ObjectProvider<OtherListings> others, Places places, Words words, Clock clock) {
        this.published = published;
        this.others = others;
        this.places = places;
        this.words = words;
        this.clock = clock;
        this.index = new SearchIndex(List.of(), places, this::said);
    }

    /** Reads what is published now. When the database is away, what was known stays. */
    public void refresh() {
        List<Listing> known = services, fresh = known == null ? List.of() : known;
        try {
            fresh = Acting.as(new Actor.Public(), published::read);
        } catch (NestedRuntimeException away) {
            LOG.warn("The directory could not be read; the last one known is shown ({})", away.getClass().getSimpleName());
        }
        if (!fresh.equals(known)) know(fresh);
    }

    private synchronized void know(List<Listing> fresh) {
        index = new SearchIndex(Stream.concat(fresh.stream(), others.stream().flatMap(room -> room.listings().stream())).toList(), places, this::said);
        byId = index.listings().collect(Collectors.toUnmodifiableMap(Listing::id, Function.identity()));
        services = fresh;
    }

    /** All words of ours that say something of a service, in both languages. */
    private String said(Listing listing) {
        return LANGUAGES.stream().flatMap(language -> Stream.of(
                Stream.of(words.has(listing.summary()) ? words.say(language, listing.summary()) : listing.summary()),
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
    public Results find(Seeker seeker, int skip, int most) {
        Instant now = clock.instant();
        SearchIndex searched = index;
        SearchIndex.Matches matches = searched.matching(seeker, concepts);
        SearchIndex.Best best = searched.best(matches, seeker, now, matches.best(), Set.of(), skip + most);
        return new Results(best.all(), best.first().stream().skip(skip).flatMap(ranked -> Found.of(ranked.listing(), seeker, now).stream()).toList());
    }

    public Optional<Listing> service(UUID id) {
        return Optional.ofNullable(byId.get(id));
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
        return index.listings();
    }
}
