package org.alongside.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.files.Detail;
import org.jspecify.annotations.Nullable;

/** A text in pieces, with what looks like a client's detail named, for the moderator's eye. Names of people cannot be known: an unmarked text says nothing. */
public final class Marks {
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s<>\"]+");

    private Marks() {
    }

    /** @param what it looks like; null for the rest of the text */
    public record Piece(String text, @Nullable String what) {}

    private record Place(int from, int to, String what) {}

    public static List<Piece> of(String words) {
        List<Place> places = Stream.concat(Detail.where(words).stream().map(one -> new Place(one.from(), one.to(), one.detail().words())), LINK.matcher(words).results().map(hit -> new Place(hit.start(), hit.end(), "link")))
                .sorted(Comparator.comparingInt(Place::from)).toList();
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Place place : places) {
            if (place.from < at) continue;
            if (place.from > at) pieces.add(new Piece(words.substring(at, place.from), null));
            pieces.add(new Piece(words.substring(place.from, place.to), place.what));
            at = place.to;
        }
        if (at < words.length()) pieces.add(new Piece(words.substring(at), null));
        return List.copyOf(pieces);
    }
}
