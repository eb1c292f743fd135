package org.alongside.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service and why it stands where it stands: the right people first, then open, then near. {@link SearchIndex} puts them in order.
 *
 * @param parts the parts that were asked for, each with whether it is open to this person
 * @param miles to its nearest public office; null when it has none or hides it
 */
public record Found(Listing listing, OpenNow open, List<Answer> parts, Welcome welcome, @Nullable Double miles) {

    /** Nearness only counts in steps: a mile more or less is no reason to move a service down. */
    private static final double STEP_IN_MILES = 10;

    /** One part and whether it is open to the person who asks. */
    public record Answer(Part part, Welcome welcome) {}

    /** Empty when no part that was asked for is open to this person. */
    static Optional<Found> of(Listing listing, Seeker seeker, Instant now) {
        return of(listing, seeker, listing.hours().at(now));
    }

    static Optional<Found> of(Listing listing, Seeker seeker, OpenNow open) {
        List<Answer> all = listing.parts().stream()
                .map(part -> new Answer(part, part.welcome(seeker.is())))
                .toList();
        List<Answer> wanted = all.stream().filter(answer -> seeker.wants(answer.part)).toList();
        Welcome best = wanted.stream().map(Answer::welcome).min(Comparator.naturalOrder()).orElse(Welcome.NO);
        if (best == Welcome.NO) return Optional.empty();
        return Optional.of(new Found(listing, open, answeringFirst(all, wanted), best, miles(listing, seeker)));
    }

    /** What was asked for comes first, but the rest is shown too: a yes to part of an offer is not a yes to all of it. */
    private static List<Answer> answeringFirst(List<Answer> all, List<Answer> wanted) {
        List<Answer> ordered = new ArrayList<>(wanted);
        all.stream().filter(answer -> !wanted.contains(answer)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static @Nullable Double miles(Listing listing, Seeker seeker) {
        Place place = seeker.place();
        return place == null ? null : listing.offices().stream().map(place::milesTo).min(Comparator.naturalOrder()).orElse(null);
    }

    /** How many steps away its nearest office is; as far as can be when it has none or hides it. */
    static int step(Listing listing, Seeker seeker) {
        Double miles = miles(listing, seeker);
        return miles == null ? Integer.MAX_VALUE : (int) (miles / STEP_IN_MILES);
    }
}
