package org.alongside.posters.web;

import java.util.List;
import java.util.Optional;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** What somebody chose and typed, exactly as they did. @param which one of several services that the typed name can mean, by id */
record PosterForm(@Nullable String design, @Nullable String service, @Nullable String which, @Nullable String language) {
    static final PosterForm EMPTY = new PosterForm(null, null, null, null);
    private static final int LONGEST_NAME = 200, MOST_MEANT = 6;

    PosterForm {
        design = cut(design);
        service = cut(service);
        which = cut(which);
        language = cut(language);
    }

    /** The form as it stands when somebody comes from the page of a service. */
    static PosterForm of(Listing listing) {
        return new PosterForm(null, listing.name() + ", " + listing.organisation(), listing.id().toString(), null);
    }

    Optional<Choice> read(Directory directory, Problems problems) {
        Design picture = Design.at(String.valueOf(design)).orElse(null);
        if (picture == null) problems.add("design", "posters.design-missing");
        Listing listing = service == null ? null : listing(directory).orElse(null);
        if (service != null && listing == null) problems.add(meant(directory).isEmpty() ? "service" : "which", meant(directory).isEmpty() ? "posters.service-unknown" : "posters.service-which");
        if (picture != null && listing != null) picture.refuses(listing).ifPresent(why -> problems.add("service", why, listing.name()));
        return problems.isEmpty() && picture != null ? Optional.of(new Choice(picture, "cy".equals(language), listing == null ? null : listing.id())) : Optional.empty();
    }

    /** What the typed name can mean when it is not the name of one service. */
    List<Listing> meant(Directory directory) {
        return service == null || directory.called(service).isPresent() ? List.of() : directory.all(service).stream().limit(MOST_MEANT).toList();
    }

    private Optional<Listing> listing(Directory directory) {
        Optional<Listing> called = directory.called(String.valueOf(service));
        return called.isPresent() ? called : meant(directory).stream().filter(one -> one.id().toString().equals(which)).findFirst();
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        String typed = text.strip();
        return typed.substring(0, typed.offsetByCodePoints(0, Math.min(LONGEST_NAME, typed.codePointCount(0, typed.length()))));
    }
}
