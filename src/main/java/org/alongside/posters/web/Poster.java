package org.alongside.posters.web;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.toCollection;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.directory.Audience;
import org.alongside.directory.Contact;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.HoursInWords;
import org.alongside.directory.Listing;
import org.alongside.directory.Part;
import org.alongside.directory.PartsInWords;
import org.alongside.directory.Welcome;
import org.alongside.shared.Times;
import org.alongside.ui.Frame;
import org.alongside.ui.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the sheets. Safety: names, numbers and hours only; no place of anybody stands on paper, and no address of somebody else.
 *
 * @param frame in the language of the sheets
 * @param service null for the national lines
 * @param listings the service, or the national lines
 * @param address of ours, where the square leads
 * @param typed of ours too, short enough to type
 */
record Poster(Frame frame, Design design, @Nullable Listing service, List<Listing> listings, String address, String typed, QrCode square) {

    String head() {
        return say("head");
    }

    String words() {
        return say("words");
    }

    String picture() {
        return say("picture");
    }

    private String say(String what) {
        return frame.say("posters." + design.key() + "." + what);
    }

    String danger() {
        return frame.say(design.isAboutOwnWays() ? "posters.danger-own-ways" : design == Design.DEAF_PERSON ? "posters.danger-deaf" : "posters.danger");
    }

    boolean isMadeUp() {
        return listings.stream().anyMatch(Listing::invented);
    }

    /** Numbers to ring or to write to; who does not hear reads those to write to first. */
    List<Contact> numbers(Listing listing) {
        Stream<Contact> dialled = listing.contacts().stream().filter(Contact::isDialled);
        return (design == Design.DEAF_PERSON ? dialled.sorted((one, other) -> Boolean.compare(other.way() == Way.TEXT, one.way() == Way.TEXT)) : dialled).limit(isOne() ? 6 : 2).toList();
    }

    /** What stands under the numbers where a number alone is not all that somebody needs. */
    @Nullable String more(Listing listing) {
        if (numbers(listing).isEmpty()) return frame.say("posters.by-square");
        return design == Design.DEAF_PERSON && Design.answersInSilence(listing) ? frame.say("posters.more-by-square") : null;
    }

    /** Whether there are too many numbers for large ones. */
    boolean isSmall() {
        return isOne() && numbers(listings.get(0)).size() > 2;
    }

    String number(Contact contact) {
        // Safety: an editor may have written a place beside a number of a refuge.
        boolean hasRefuge = listings.stream().flatMap(listing -> listing.parts().stream()).anyMatch(part -> part.kind() == Part.Kind.REFUGE);
        return (contact.label() == null || hasRefuge ? "" : frame.sayOrKeep(contact.label()) + ": ") + (contact.way() == Way.TEXT ? frame.say("directory.way.text") + " " : "") + contact.value();
    }

    /** Whether one line has the whole sheet to itself. */
    boolean isOne() {
        return listings.size() == 1;
    }

    /** The hours of its telephone; empty where several lines stand and this one does not state any, which is said once for all of them. */
    List<String> hours(Listing listing) {
        return numbers(listing).isEmpty() || !isOne() && !listing.hours().areStated() ? List.of() : new HoursInWords(frame).week(listing.hours());
    }

    boolean someHoursAreNotStated() {
        return !isOne() && listings.stream().anyMatch(listing -> !numbers(listing).isEmpty() && hours(listing).isEmpty());
    }

    /** Whom it is for, in the words of a national line; of a service only when it is for women or for men alone. */
    @Nullable String whom(Listing listing) {
        if (service == null) return frame.sayOrKeep(listing.summary());
        Set<Audience> genders = design.openAt(listing).stream().flatMap(part -> part.welcomes().stream()).filter(Audience.GENDERS::contains).collect(toCollection(() -> EnumSet.noneOf(Audience.class)));
        return genders.isEmpty() || genders.contains(Audience.WOMEN) && genders.contains(Audience.MEN) ? null : frame.say("posters.for", new PartsInWords(frame).names(genders));
    }

    /** How one begins, where one cannot simply ring. */
    String call() {
        return frame.say(service != null && service.referSelf() == Welcome.NO ? "directory.keep.ask.no" : design.isAboutOwnWays() ? "posters.call-own-ways" : "posters.call");
    }

    /** By the line that was checked longest ago. */
    String checked() {
        Listing oldest = listings.stream().min(comparing(Listing::checkedOn, nullsFirst(naturalOrder()))).orElseThrow();
        if (oldest.checkedOn() == null) return frame.say("directory.ageing.never");
        return frame.say(oldest.isAgeing(Times.day(frame.now())) ? "directory.ageing" : "directory.keep.checked", frame.day(oldest.checkedOn()));
    }

    /** What stands on each strip: a number and nothing else. Empty where the first line has none, or one for each region. */
    Optional<String> strip() {
        return listings.stream().limit(1).flatMap(listing -> numbers(listing).stream().limit(1)).filter(contact -> contact.label() == null).findFirst().map(this::number);
    }

    List<Sheet> sheets() {
        return Stream.of(Sheet.values()).filter(sheet -> sheet != Sheet.STRIPS || strip().isPresent()).toList();
    }
}
