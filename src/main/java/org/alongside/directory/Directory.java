package org.alongside.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.directory.OpenNow.State;
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

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private final PublishedServices published;
    private final ObjectProvider<OtherListings> others;
    private final Clock clock;
    private volatile List<Listing> services = List.of();

    Directory(PublishedServices published, ObjectProvider<OtherListings> others, Clock clock) {
        this.published = published;
        this.others = others;
        this.clock = clock;
    }

    /** Reads what is published now. When the database is away, what was known stays. */
    public void refresh() {
        try {
            services = Acting.as(new Actor.Public(), published::read);
        } catch (NestedRuntimeException away) {
            LOG.warn("The directory could not be read; the last one known is shown ({})", away.getClass().getSimpleName());
        }
    }

    /** The services for this person, best first. */
    public List<Found> find(Seeker seeker) {
        Instant now = clock.instant();
        return all()
                .filter(listing -> seeker.place() == null || listing.serves().includes(seeker.place()))
                .flatMap(listing -> Found.of(listing, seeker, now).stream())
                .filter(found -> !seeker.onlyOpenNow() || found.open().state() == State.OPEN)
                .sorted(Found.BEST_FIRST)
                .toList();
    }

    public Optional<Listing> service(UUID id) {
        return all().filter(listing -> listing.id().equals(id)).findFirst();
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
        return services.stream().filter(listing -> organisation.equals(listing.receiver())).toList();
    }

    /** Every service with an inbox here, for the pages where somebody refers. */
    public List<Listing> withAnInbox() {
        return services.stream().filter(listing -> listing.receiver() != null).toList();
    }

    private Stream<Listing> all() {
        return Stream.concat(services.stream(), others.stream().flatMap(room -> room.listings().stream()));
    }
}
