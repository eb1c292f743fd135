package org.alongside.posters.web;

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
import org.alongside.directory.OpeningHours;
import org.alongside.directory.PartsInWords;
import org.alongside.directory.Welcome;
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
        return (design == Design.DEAF_PERSON ? dialled.sorted((one, other) -> Boolean.compare(other.way() == Way.TEXT, one.way() == Way.TEXT)) : dialled).limit(service == null ? 2 : 4).toList();
    }

    /** Whether something more than numbers leads there, which the square shows. */
    boolean hasMore(Listing listing) {
        return listing.contacts().stream().anyMatch(contact -> !contact.isDialled());
    }

    String number(Contact contact) {
        return (contact.way() == Way.TEXT ? frame.say("directory.way.text") + " " : "") + contact.value();
    }

    /** The hours of the first number; empty for national lines that do not state any, which is said once for all of them. */
    List<String> hours(Listing listing) {
        OpeningHours hours = numbers(listing).isEmpty() || service != null ? listing.hours() : numbers(listing).get(0).hours();
        return numbers(listing).isEmpty() || service == null && !hours.areStated() ? List.of() : new HoursInWords(frame).week(hours);
    }

    boolean someHoursAreNotStated() {
        return service == null && listings.stream().anyMatch(listing -> !numbers(listing).isEmpty() && hours(listing).isEmpty());
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

    String checked() {
        return listings.stream().map(Listing::checkedOn).anyMatch(day -> day == null) ? frame.say("directory.keep.never-checked")
                : frame.say("directory.keep.checked", frame.day(listings.stream().map(Listing::checkedOn).sorted().findFirst().orElseThrow()));
    }

    /** What stands on each strip: a number and nothing else. Empty where the first line has none. */
    Optional<String> strip() {
        return listings.stream().limit(1).flatMap(listing -> numbers(listing).stream()).findFirst().map(this::number);
    }

    List<Sheet> sheets() {
        return Stream.of(Sheet.values()).filter(sheet -> sheet != Sheet.STRIPS || strip().isPresent()).toList();
    }
}
