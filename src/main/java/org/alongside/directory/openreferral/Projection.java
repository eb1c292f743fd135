package org.alongside.directory.openreferral;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.directory.Audience;
import org.alongside.directory.Conditions;
import org.alongside.directory.Contact;
import org.alongside.directory.Cost;
import org.alongside.directory.HolidayPolicy;
import org.alongside.directory.HoursException;
import org.alongside.directory.Languages;
import org.alongside.directory.Listing;
import org.alongside.directory.Nation;
import org.alongside.directory.Offerer;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.Part;
import org.alongside.directory.Place;
import org.alongside.directory.QualityMark;
import org.alongside.directory.RiskLevel;
import org.alongside.directory.Session;
import org.alongside.directory.Span;
import org.alongside.directory.Welcome;
import org.alongside.directory.openreferral.Hsds.Attribute;
import org.alongside.directory.openreferral.Hsds.CostOption;
import org.alongside.directory.openreferral.Hsds.Identifier;
import org.alongside.directory.openreferral.Hsds.Language;
import org.alongside.directory.openreferral.Hsds.Location;
import org.alongside.directory.openreferral.Hsds.Organization;
import org.alongside.directory.openreferral.Hsds.Phone;
import org.alongside.directory.openreferral.Hsds.Schedule;
import org.alongside.directory.openreferral.Hsds.Service;
import org.alongside.directory.openreferral.Hsds.ServiceArea;
import org.alongside.directory.openreferral.Hsds.ServiceAtLocation;
import org.alongside.directory.openreferral.Hsds.Term;
import org.alongside.shared.Times;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a listing as Open Referral does. What a listing does not hold, such as where a refuge is, cannot come out. */
@Component
class Projection {
    /** Source: org-id.guide. */
    private static final Map<String, String> SCHEMES = Map.of("GB-COH", "Company number", "GB-CHC", "Charity number (England and Wales)", "GB-SC", "Charity number (Scotland)", "GB-NIC", "Charity number (Northern Ireland)");
    static final String DOES_NOT = "does not";
    private final Taxonomies taxonomies;
    private final Words words;
    private final Clock clock;

    Projection(Taxonomies taxonomies, Words words, Clock clock) {
        this.taxonomies = taxonomies;
        this.words = words;
        this.clock = clock;
    }

    Service service(Listing one) {
        return service(one, phones(one), costs(one), schedules(one), areas(one), places(one, null), languages(one), attributes(one));
    }

    /** With what stands once for a service, and its organisation: as in lists. */
    Service brief(Listing one) {
        return service(one, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private Service service(Listing one, List<Phone> phones, List<CostOption> costs, List<Schedule> schedules, List<ServiceArea> areas, List<ServiceAtLocation> places, List<Language> languages, List<Attribute> attributes) {
        Organization organisation = organisation(one, List.of());
        Conditions on = one.conditions();
        return new Service(one.id(), organisation.id(), one.name(), description(one), value(one, Contact.Way.WEBSITE), value(one, Contact.Way.EMAIL), status(one), day(one.checkedOn()), alert(one), modified(one).toString(),
                on.howToAsk(), on.interpreters() == Welcome.YES ? "An interpreter can be found." : null, on.costNote(), on.cost() == Cost.FREE ? "Free" : on.costNote(), on.youngest(), on.oldest(), accreditations(one), organisation, phones, costs, schedules, areas, places, languages, attributes);
    }

    Organization organisation(Listing one, List<Hsds.Named> services) {
        Offerer by = one.offeredBy();
        return new Organization(by.id(), by.name(), by.description() == null ? by.name() : by.description(), by.website(), by.identifiers().stream().map(id -> identifier(by.id(), id)).toList(), services);
    }

    private static Identifier identifier(UUID organisation, String written) {
        int end = written.indexOf('-', written.indexOf('-') + 1);
        return new Identifier(Taxonomies.id("identifier/" + organisation + "/" + written), organisation, written.substring(0, end), SCHEMES.getOrDefault(written.substring(0, end), "Organisation number"), written.substring(end + 1));
    }

    static String status(Listing one) {
        return one.conditions().paused() ? "temporarily closed" : "active";
    }

    private static @Nullable String alert(Listing one) {
        return one.invented() ? "Made up for a demonstration: nobody is helped here." : one.conditions().notice();
    }

    private List<QualityMark> marks(Listing one) {
        return one.offeredBy().marksOn(Times.day(clock.instant())).toList();
    }

    private static String said(QualityMark mark) {
        return mark.scheme() + (mark.level() == null ? "" : ", " + mark.level());
    }

    private @Nullable String accreditations(Listing one) {
        List<QualityMark> marks = marks(one);
        return marks.isEmpty() ? null : marks.stream().map(mark -> said(mark) + (mark.validTo() == null ? "" : " (to " + mark.validTo() + ")")).collect(Collectors.joining("; "));
    }

    private static List<CostOption> costs(Listing one) {
        return switch (one.conditions().cost()) {
            case FREE -> List.of(new CostOption(Taxonomies.id("cost/" + one.id()), one.id(), "Free", 0, "GBP", one.conditions().costNote()));
            case CHARGED -> List.of(new CostOption(Taxonomies.id("cost/" + one.id()), one.id(), "Charged", null, null, one.conditions().costNote()));
            case NOT_STATED -> List.of();
        };
    }

    private String description(Listing one) {
        return words.has(one.summary()) ? words.say(Locale.UK, one.summary()) : one.summary();
    }

    /** When anything of it was written last; of what comes with the software, the day it was checked. */
    static Instant modified(Listing one) {
        return one.changedAt() != null ? one.changedAt() : one.checkedOn() != null ? one.checkedOn().atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.EPOCH;
    }

    /** Where its public offices are, roughly. @param service to stand inside each */
    List<ServiceAtLocation> places(Listing one, @Nullable Service service) {
        // Safety: a listing with a refuge has no office, so there is no place of it.
        return one.offices().stream().map(office -> {
            UUID location = locationId(one, office);
            return new ServiceAtLocation(placeId(one, office), one.id(), location, new Location(location, "physical", office.label(), rough(office.latitude()), rough(office.longitude())), service);
        }).toList();
    }

    private static UUID locationId(Listing one, Place office) {
        return Taxonomies.id("location/" + one.organisationId() + "/" + office.name());
    }

    static UUID placeId(Listing one, Place office) {
        return Taxonomies.id("at/" + one.id() + "/" + locationId(one, office));
    }

    private static double rough(double degrees) {
        return Math.round(degrees * 100) / 100.0;
    }

    private static @Nullable String value(Listing one, Contact.Way way) {
        return one.contacts().stream().filter(contact -> contact.way() == way).map(Contact::value).findFirst().orElse(null);
    }

    private List<Phone> phones(Listing one) {
        List<Phone> phones = new ArrayList<>();
        for (Contact contact : one.contacts()) if (contact.isDialled()) phones.add(new Phone(Taxonomies.id("phone/" + one.id() + "/" + contact.way() + contact.value()), one.id(), contact.value(), contact.way() == Contact.Way.TEXT ? "text" : "voice", label(contact)));
        return phones;
    }

    private @Nullable String label(Contact contact) {
        String label = contact.label();
        return label != null && words.has(label) ? words.say(Locale.UK, label) : label;
    }

    private static List<Schedule> schedules(Listing one) {
        List<Schedule> schedules = new ArrayList<>();
        for (int way = 0; way < one.contacts().size(); way++) {
            Contact contact = one.contacts().get(way);
            OpeningHours hours = contact.hours();
            for (int at = 0; at < hours.week().size(); at++) {
                Session session = hours.week().get(at);
                // What falls on dates is told as weeks that hold for so long: whoever reads no more of a rule than that is not misled.
                for (Session.Run run : session.runs()) {
                    schedules.add(new Schedule(Taxonomies.id("schedule/" + one.id() + "/" + way + "/" + at + "/" + run.first()), one.id(), "WEEKLY", 1, days(Set.of(run.first().getDayOfWeek())), session.span().from().toString(), closes(session.span()), day(run.first()), day(run.last()),
                            holidays(hours), exceptions(hours), contact.way().name().toLowerCase(Locale.ROOT)));
                }
                if (session.isWeekly()) schedules.add(new Schedule(Taxonomies.id("schedule/" + one.id() + "/" + way + "/" + at), one.id(), "WEEKLY", 1, days(session.days()), session.span().from().toString(), closes(session.span()), day(hours.validFrom()), day(hours.validTo()),
                        holidays(hours), exceptions(hours), contact.way().name().toLowerCase(Locale.ROOT)));
            }
        }
        return schedules;
    }

    private static String closes(Span span) {
        return span.to().equals(LocalTime.MIDNIGHT) ? "24:00" : span.to().toString();
    }

    private static String days(Set<DayOfWeek> days) {
        return new TreeSet<>(days).stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","));
    }

    private static String holidays(OpeningHours hours) {
        return switch (hours.onBankHolidays()) {
            case CLOSED -> "Closed on bank holidays.";
            case AS_USUAL -> "Open as usual on bank holidays.";
            case OWN_SESSIONS -> "On bank holidays: " + spans(hours.bankHolidaySpans()) + ".";
            case NOT_STATED -> "Bank holidays: not stated.";
        };
    }

    private static @Nullable String exceptions(OpeningHours hours) {
        return hours.exceptions().isEmpty() ? null : hours.exceptions().stream().map(Projection::exception).collect(Collectors.joining("; "));
    }

    private static String exception(HoursException exception) {
        String days = exception.first().equals(exception.last()) ? exception.first().toString() : exception.first() + " to " + exception.last();
        return days + ": " + (exception.spans().isEmpty() ? "closed" : spans(exception.spans())) + (exception.reason() == null ? "" : " (" + exception.reason() + ")");
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(span -> span.from() + " to " + closes(span)).collect(Collectors.joining(", "));
    }

    private static List<ServiceArea> areas(Listing one) {
        return one.serves().areas().stream().sorted().map(area -> new ServiceArea(Taxonomies.id("area/" + one.id() + "/" + area), one.id(), spoken(area), area, kind(area))).toList();
    }

    private static String spoken(String area) {
        return switch (area) {
            case "UK" -> "United Kingdom";
            case "ENGLAND" -> "England";
            case "WALES" -> "Wales";
            case "SCOTLAND" -> "Scotland";
            case "NORTHERN_IRELAND" -> "Northern Ireland";
            default -> area;
        };
    }

    private static String kind(String area) {
        if (area.equals("UK") || Arrays.stream(Nation.values()).anyMatch(nation -> nation.name().equals(area))) return "nation";
        return area.matches("[A-Z]{1,2}") ? "postcode area" : area.matches("[A-Z]{1,2}\\d[A-Z\\d]?") ? "postcode district" : "name";
    }

    private List<Language> languages(Listing one) {
        return one.languages().stream().map(code -> new Language(Taxonomies.id("language/" + one.id() + "/" + code), one.id(), Languages.name(code, Locale.UK, key -> words.say(Locale.UK, key)), code)).toList();
    }

    /** Of each part: that it is offered, and of each audience that it is welcomed, not served, or one of those it was made for alone. Nothing where nothing is stated. */
    List<Attribute> attributes(Listing one) {
        List<Attribute> attributes = new ArrayList<>();
        for (Part part : one.parts()) {
            Term need = taxonomies.need(part.kind());
            attributes.add(attribute(one, part, need, "offers"));
            Stream.of(Audience.values()).filter(part.welcomes()::contains).forEach(who -> attributes.add(attribute(one, part, taxonomies.audience(who), "welcomes")));
            Stream.of(Audience.values()).filter(part.doesNot()::contains).forEach(who -> attributes.add(attribute(one, part, taxonomies.audience(who), DOES_NOT)));
            Stream.of(Audience.values()).filter(part.onlyFor()::contains).forEach(who -> attributes.add(attribute(one, part, taxonomies.audience(who), "only")));
        }
        if (one.referSelf() == Welcome.YES || one.referSelf() == Welcome.NO) attributes.add(attribute(one, null, taxonomies.selfReferral(), one.referSelf() == Welcome.YES ? "welcomes" : DOES_NOT));
        if (one.conditions().byAgency() == Welcome.YES || one.conditions().byAgency() == Welcome.NO) attributes.add(attribute(one, null, taxonomies.agencyReferral(), one.conditions().byAgency() == Welcome.YES ? "welcomes" : DOES_NOT));
        Stream.of(RiskLevel.values()).filter(one.conditions().risks()::contains).forEach(level -> attributes.add(attribute(one, null, taxonomies.risk(level), "welcomes")));
        for (QualityMark mark : marks(one)) attributes.add(attribute(one, taxonomies.quality(mark.known()), "quality/" + said(mark), mark.validTo() == null ? "holds" : "holds to " + mark.validTo(), said(mark)));
        one.contacts().stream().map(contact -> contact.hours().onBankHolidays()).filter(policy -> policy != HolidayPolicy.NOT_STATED).findFirst().ifPresent(policy -> attributes.add(attribute(one, null, taxonomies.holidays(policy), "keeps")));
        return attributes;
    }

    private Attribute attribute(Listing one, @Nullable Part part, Term term, String value) {
        return attribute(one, term, (part == null ? "" : one.parts().indexOf(part) + part.kind().name()) + "/" + term.code(), value, part == null ? term.name() : taxonomies.need(part.kind()).name());
    }

    /** @param which of a service it is, the same each time */
    private static Attribute attribute(Listing one, Term term, String which, String value, String label) {
        return new Attribute(Taxonomies.id("attribute/" + one.id() + "/" + which + "/" + value), one.id(), term.id(), "taxonomy_term", "service", value, label, term);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
