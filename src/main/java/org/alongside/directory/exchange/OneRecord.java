package org.alongside.directory.exchange;

import static org.alongside.directory.exchange.Json.all;
import static org.alongside.directory.exchange.Json.first;
import static org.alongside.directory.exchange.Json.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One record on its way in: its fields where each version of the standard has them, its words without what must not be kept, and the doubts so far. */
final class OneRecord {
    private static final List<String> PLACES = List.of("service_at_locations", "service_at_location", "locations", "location");
    private static final List<String> ADDRESSES = List.of("physical_addresses", "physical_address", "addresses", "address");
    private static final List<String> LINES = List.of("address_1", "address_2", "attention", "address");
    private static final List<String> TERMS = List.of("attributes", "service_taxonomys", "service_taxonomies");
    private static final List<String> TOLD = List.of("name", "alternate_name", "title", "description", "short_description", "accreditations", "application_process", "fees_description", "eligibility_description", "alert");
    final JsonNode service;
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean hidden;

    OneRecord(JsonNode service) {
        this.service = service;
    }

    String say(String field) {
        return text(service, field);
    }

    List<JsonNode> some(String... lists) {
        return all(service, List.of(lists));
    }

    List<JsonNode> attributes() {
        return all(service, TERMS);
    }

    List<JsonNode> places() {
        return all(service, PLACES);
    }

    /** With the locations inside of them. */
    List<JsonNode> everyPlace() {
        return places().stream().flatMap(place -> Stream.concat(Stream.of(place), all(place, "location").stream())).toList();
    }

    List<JsonNode> addresses(JsonNode place) {
        return all(place, ADDRESSES);
    }

    List<JsonNode> phones() {
        Set<JsonNode> phones = new LinkedHashSet<>(some("phones"));
        some("contacts").forEach(contact -> phones.addAll(all(contact, "phones")));
        for (JsonNode place : places()) {
            phones.addAll(all(place, "phones"));
            all(place, "contacts").forEach(contact -> phones.addAll(all(contact, "phones")));
            all(place, "location").forEach(location -> phones.addAll(all(location, "phones")));
        }
        return List.copyOf(phones);
    }

    @Nullable JsonNode organisation() {
        return Stream.concat(some("organization").stream(), some("organizations").stream()).findFirst().orElse(null);
    }

    /** Whether it is about a refuge: from here on its words are kept without any street. */
    // Safety: what others wrote about a refuge may say where it is in any field.
    void hide(boolean refuge, OwnTerms own) {
        hidden = refuge || PlainText.saysRefuge(everyWord(own));
        for (JsonNode place : everyPlace()) {
            if (hidden && !text(place, "name").isEmpty()) lines.add(text(place, "name"));
            for (JsonNode address : addresses(place)) for (String line : LINES) if (!text(address, line).isEmpty()) lines.add(text(address, line));
        }
    }

    boolean isHidden() {
        return hidden;
    }

    /** All that is said in any words; not the fields that are codes, and not what our own terms are called: they may speak of a refuge that this is not. */
    private String everyWord(OwnTerms own) {
        StringBuilder words = new StringBuilder();
        for (String field : TOLD) words.append(PlainText.line(say(field))).append(". ");
        for (JsonNode one : Stream.concat(attributes().stream(), some("taxonomy_terms").stream()).toList()) {
            if (!own.code(one).isEmpty()) continue;
            JsonNode term = one.path("taxonomy_term").isObject() ? one.path("taxonomy_term") : one.path("taxonomy").isObject() ? one.path("taxonomy") : one;
            words.append(text(one, "label")).append(". ").append(text(one, "value")).append(". ").append(text(term, "name")).append(". ").append(text(term, "description")).append(". ");
        }
        for (JsonNode place : everyPlace()) words.append(text(place, "name")).append(". ").append(text(place, "description")).append(". ").append(text(place, "location_type")).append(". ");
        JsonNode organisation = organisation();
        if (organisation != null) words.append(text(organisation, "name")).append(". ");
        for (JsonNode phone : phones()) words.append(text(phone, "description")).append(". ");
        return words.toString();
    }

    List<Doubt> doubts() {
        return doubts;
    }

    void grave(String field, String why) {
        doubts.add(new Doubt(field, why, true));
    }

    void note(String field, String why) {
        Doubt doubt = new Doubt(field, why, false);
        if (!doubts.contains(doubt)) doubts.add(doubt);
    }

    /** Plain words without an address, no longer than there is room for. */
    String words(String field, String typed, int most, boolean needed) {
        return words(field, typed, most, needed, hidden);
    }

    private String words(String field, String typed, int most, boolean needed, boolean secret) {
        String plain = PlainText.of(typed);
        if (most <= 120) plain = plain.replaceAll("\\s*\\n\\s*", " ");
        String without = PlainText.withoutAddresses(plain, secret, lines);
        if (!without.equals(plain)) note(field, "said where it is: the sentence was left out, no address is kept here");
        String cut = PlainText.cut(without, most);
        if (!cut.equals(without)) note(field, "was longer than " + most + " characters and was cut");
        if (needed && cut.isEmpty()) grave(field, plain.isEmpty() ? "is missing" : "holds nothing but where it is");
        return cut;
    }

    @Nullable String orNothing(String field, String typed, int most) {
        String words = words(field, typed, most, false);
        return words.isEmpty() ? null : words;
    }

    /** What an organisation says of itself: it may say where its refuge is, whichever of its services it comes with. */
    @Nullable String ofOrganisation(String field, String typed, int most) {
        String words = words(field, typed, most, false, hidden || PlainText.saysRefuge(PlainText.line(typed)));
        return words.isEmpty() ? null : words;
    }

    /** Only https; what was written without is taken as if it were, and said so. Empty when there is none. */
    String web(String field, String typed) {
        String address = PlainText.line(typed);
        if (address.isEmpty()) return "";
        if (address.matches("(?i)http://.+") || address.matches("(?i)(www\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/.*)?")) {
            address = "https://" + address.replaceFirst("(?i)^http://", "");
            note(field, "was no https address and is taken as one: try it");
        }
        // Safety: a link to a map is where a refuge is.
        if (hidden && PlainText.tellsWhere(address.replace("%2C", ",").replace("%20", " ").replace('+', ' '))) {
            note(field, "said where it is and was left out");
            return "";
        }
        if (PlainText.isWeb(address)) return address;
        note(field, "is no web address");
        return "";
    }
}
