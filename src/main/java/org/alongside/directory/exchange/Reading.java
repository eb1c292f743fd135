package org.alongside.directory.exchange;

import static org.alongside.directory.exchange.Json.first;
import static org.alongside.directory.exchange.Json.text;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.directory.Conditions;
import org.alongside.directory.Cost;
import org.alongside.directory.Entry;
import org.alongside.directory.Languages;
import org.alongside.directory.Offerer;
import org.alongside.directory.Part;
import org.alongside.directory.Welcome;
import org.alongside.directory.openreferral.OpenReferral;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a service of Open Referral, in any of the shapes it had (HSDS 1 to 3, Open Referral UK 1 and 3), and guesses nothing: what is not clear stays not stated, with a doubt. */
@Component
class Reading {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Z]{2,3}-[A-Z]+-[A-Z0-9]+");
    private final Areas areas;
    private final OpenReferral terms;
    private final Exact exact;
    private final Clock clock;

    Reading(Areas areas, OpenReferral terms, Exact exact, Clock clock) {
        this.areas = areas;
        this.terms = terms;
        this.exact = exact;
        this.clock = clock;
    }

    /** @param origin what goes before an id in the address of a service; or the name of a file @param serves for what does not say where it works */
    record From(String origin, boolean isFile, Set<String> serves) {
        String source(String id) {
            String whole = isFile ? origin : origin + id;
            return whole.length() > 300 ? whole.substring(0, 300) : whole;
        }

        /** Its own id where it is one; else one that is the same each time. */
        UUID uuid(String id, String kind) {
            return id.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(id) : OpenReferral.id(kind + "/" + origin + "/" + id);
        }
    }

    Given read(JsonNode service, From from, String fallback) {
        return Tidy.checked(exact.restore(service, plain(service, from, fallback), shown -> plain(shown, from, fallback)));
    }

    /** Without what another Alongside says of it in its own terms. */
    private Given plain(JsonNode service, From from, String fallback) {
        if (!service.isObject()) return Given.unreadable(fallback, "is no record");
        OneRecord one = new OneRecord(service);
        OwnTerms own = new OwnTerms(one, terms);
        List<Part> parts = own.parts();
        one.hide(parts.stream().anyMatch(part -> part.kind() == Part.Kind.REFUGE), own);
        String name = one.words("name", first(one.say("name"), one.say("title")), 120, true);
        String summary = one.words("description", first(one.say("description"), one.say("short_description")), 600, true);
        JsonNode organisation = one.organisation();
        String by = organisation == null ? "" : one.words("organization", text(organisation, "name"), 120, false);
        if (by.isEmpty()) one.grave("organization", "has no name");
        String id = first(one.say("id"), one.say("service_id"), one.say("identifier"));
        if (id.isEmpty() || id.length() > 200 || one.isHidden() && PlainText.tellsWhere(id)) {
            // A record without an id is found again by what it is called.
            id = name.isEmpty() ? fallback : "name:" + PlainText.fold(name) + "/" + PlainText.fold(by);
            one.note("id", "is missing: it is found again by its name and organisation");
        }
        String status = one.say("status").toLowerCase(Locale.ROOT);
        if (status.equals("inactive") || status.equals("defunct")) one.grave("status", "says it is there no more");
        Set<String> serves = serves(one, from);
        if (serves.isEmpty()) one.grave("service_areas", "do not say where it works");
        if (parts.isEmpty()) one.note("attributes", "do not say in our terms what it offers: an editor has to");
        String offererId = organisation == null ? "" : first(text(organisation, "id"), one.say("organization_id"));
        UUID entryId = from.uuid(id, "service"), offeredBy = offererId.isEmpty() ? OpenReferral.id("offerer/" + PlainText.fold(by)) : from.uuid(offererId, "offerer");
        Entry entry = new Entry(entryId, offeredBy, name, summary, parts, WaysToReach.read(one, areas.nations(serves), Times.day(clock.instant())), serves, one.isHidden() ? List.of() : offices(one), languages(one), own.access("self"),
                conditions(one, own, status.equals("temporarily closed")), from.source(id));
        return new Given(id, offererId.isEmpty() ? null : offererId, entry, organisation == null ? Offerer.named(offeredBy, by) : offerer(one, own, organisation, offeredBy, by), one.doubts(), one.isHidden(), false);
    }

    private static Offerer offerer(OneRecord one, OwnTerms own, JsonNode organisation, UUID id, String name) {
        String description = one.ofOrganisation("organization.description", text(organisation, "description"), 2000);
        Set<String> identifiers = new TreeSet<>();
        for (JsonNode identifier : Json.all(organisation, "organization_identifiers")) {
            String scheme = text(identifier, "identifier_scheme").toUpperCase(Locale.ROOT), number = text(identifier, "identifier").toUpperCase(Locale.ROOT).replaceAll("\\s", "");
            String whole = number.startsWith(scheme + "-") ? number : scheme + "-" + number;
            if (IDENTIFIER.matcher(whole).matches() && whole.length() < 60) identifiers.add(whole);
            else one.note("organization_identifiers", "have a number of no scheme we know");
        }
        String web = one.web("organization.website", first(text(organisation, "website"), text(organisation, "url"), text(organisation, "uri")));
        return new Offerer(id, name, web.isEmpty() ? null : web, description == null || description.equals(name) ? null : description, List.copyOf(identifiers), own.marks());
    }

    private Set<String> serves(OneRecord one, From from) {
        Set<String> serves = new LinkedHashSet<>();
        for (JsonNode area : one.some("service_areas", "service_area")) {
            Optional<String> known = Stream.of("extent", "name", "service_area", "description").map(field -> text(area, field)).filter(words -> !words.isEmpty() && words.length() <= 80).map(PlainText::line).map(areas::find).flatMap(Optional::stream).findFirst();
            known.ifPresentOrElse(serves::add, () -> one.note("service_areas", "name a place we do not know"));
        }
        return serves.isEmpty() ? from.serves() : serves;
    }

    /** Of an address the first half of the postcode, and nothing else. */
    private List<String> offices(OneRecord one) {
        Set<String> offices = new TreeSet<>();
        for (JsonNode place : one.everyPlace()) {
            if (text(place, "location_type").equalsIgnoreCase("virtual")) continue;
            for (JsonNode address : one.addresses(place)) {
                if (!text(address, "address_type").equalsIgnoreCase("postal")) areas.outcode(first(text(address, "postal_code"), text(address, "postcode"))).ifPresent(offices::add);
            }
            areas.outcode(text(place, "name").split(",")[0]).ifPresent(offices::add);
        }
        return List.copyOf(offices);
    }

    private static List<String> languages(OneRecord one) {
        Set<String> codes = new TreeSet<>();
        for (JsonNode language : one.some("languages")) {
            List<String> said = Stream.of("code", "name", "language").map(field -> PlainText.line(text(language, field))).filter(words -> !words.isEmpty()).toList();
            Optional<String> code = said.stream().map(Languages::code).flatMap(Optional::stream).filter(tag -> tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")).findFirst();
            if (code.isPresent()) codes.add(code.get());
            else if (!said.isEmpty()) one.note("languages", "name one we do not know");
        }
        return List.copyOf(codes);
    }

    private static Conditions conditions(OneRecord one, OwnTerms own, boolean paused) {
        String interpreters = one.say("interpretation_services").toLowerCase(Locale.ROOT);
        Welcome interpreter = interpreters.matches("yes|true|an interpreter can be found\\.") ? Welcome.YES : interpreters.matches("no|none|false") ? Welcome.NO : Welcome.NOT_STATED;
        if (!interpreters.isEmpty() && interpreter == Welcome.NOT_STATED) one.note("interpretation_services", "are told in words: an editor has to look");
        Integer youngest = age(one, "minimum_age"), oldest = age(one, "maximum_age");
        if (youngest != null && oldest != null && youngest > oldest) {
            one.note("minimum_age", "is above the highest age");
            youngest = oldest = null;
        }
        String alert = one.say("alert").startsWith("Made up for a demonstration") ? "" : one.say("alert");
        String price = first(one.say("fees_description"), one.some("cost_options").stream().map(cost -> text(cost, "amount_description")).filter(words -> !words.isEmpty()).findFirst().orElse(""));
        return new Conditions(paused, one.orNothing("alert", alert, 300), interpreter, own.access("agency"), one.orNothing("application_process", one.say("application_process"), 600), cost(one), one.orNothing("fees_description", price, 300), youngest, oldest, own.risks());
    }

    private static Cost cost(OneRecord one) {
        List<JsonNode> options = one.some("cost_options");
        String fees = one.say("fees").toLowerCase(Locale.ROOT);
        boolean charged = options.stream().anyMatch(option -> option.path("amount").asDouble(0) > 0 || text(option, "amount").matches(".*[1-9].*") || text(option, "option").matches("(?i)charged|paid"));
        boolean free = fees.matches("free|none|free of charge|no charge") || options.stream().anyMatch(option -> text(option, "option").matches("(?i)free.*") || text(option, "amount").matches("0+(\\.0+)?"));
        if (charged && free) one.note("cost_options", "are both free and not");
        return charged == free ? Cost.NOT_STATED : charged ? Cost.CHARGED : Cost.FREE;
    }

    private static @Nullable Integer age(OneRecord one, String field) {
        List<String> said = new ArrayList<>(List.of(one.say(field)));
        one.some("eligibilitys", "eligibilities", "eligibility").forEach(eligibility -> said.add(text(eligibility, field)));
        String age = said.stream().filter(words -> !words.isEmpty()).findFirst().orElse("");
        if (age.isEmpty()) return null;
        if (!age.matches("\\d{1,3}(\\.\\d+)?") || Double.parseDouble(age) > 120) {
            one.note(field, "is no age in years");
            return null;
        }
        return (int) Double.parseDouble(age);
    }
}
