package org.alongside.directory.exchange;

import static org.alongside.directory.exchange.WeekHours.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.directory.Audience;
import org.alongside.directory.Conditions;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Cost;
import org.alongside.directory.Entry;
import org.alongside.directory.Languages;
import org.alongside.directory.Nation;
import org.alongside.directory.Offerer;
import org.alongside.directory.Part;
import org.alongside.directory.Place;
import org.alongside.directory.Places;
import org.alongside.directory.RiskLevel;
import org.alongside.directory.WayIn;
import org.alongside.directory.Welcome;
import org.alongside.directory.openreferral.OpenReferral;
import org.alongside.shared.EmailAddress;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a service of Open Referral, in any of the shapes it had (HSDS 1 to 3, Open Referral UK 1 and 3), and guesses nothing: what is not clear stays not stated, with a doubt. */
@Component
class Reading {
    private static final Set<String> NATIONS = Set.of("ENGLAND", "WALES", "SCOTLAND", "NORTHERN IRELAND");
    private static final Pattern CODE = Pattern.compile("da-[a-z-]+:[a-z0-9-]+");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Z]{2,3}-[A-Z]+-[A-Z0-9]+");
    private static final Pattern PHONE = Pattern.compile("\\(?\\+?[0-9][0-9 ()./-]{1,28}[0-9]");
    private static final List<String> PLACES = List.of("service_at_locations", "service_at_location", "locations", "location");
    private static final List<String> ADDRESSES = List.of("physical_addresses", "physical_address", "addresses", "address");
    private static final List<String> LINES = List.of("address_1", "address_2", "attention", "address");
    private final Places places;
    private final OpenReferral terms;
    private final Exact exact;
    private final Clock clock;

    Reading(Places places, OpenReferral terms, Exact exact, Clock clock) {
        this.places = places;
        this.terms = terms;
        this.exact = exact;
        this.clock = clock;
    }

    /** @param origin what goes before an id in the address of a service; or the name of a file @param serves for what does not say where it works */
    record From(String origin, boolean isFile, Set<String> serves) {
        String source(String id) {
            return isFile ? origin : origin + id;
        }
    }

    Given read(JsonNode service, From from, String fallback) {
        return Tidy.checked(exact.restore(service, plain(service, from, fallback), shown -> plain(shown, from, fallback)));
    }

    /** Without what another Alongside says of it in its own terms. */
    private Given plain(JsonNode service, From from, String fallback) {
        if (!service.isObject()) return Given.unreadable(fallback, "is no record");
        return new One(service, from, fallback, Times.day(clock.instant())).read();
    }

    /** One record on its way. */
    private class One {
        private final JsonNode service;
        private final From from;
        private final String fallback;
        private final LocalDate today;
        private final List<Doubt> doubts = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private boolean hidden;

        One(JsonNode service, From from, String fallback, LocalDate today) {
            this.service = service;
            this.from = from;
            this.fallback = fallback;
            this.today = today;
        }

        Given read() {
            List<Part> parts = parts();
            hidden = parts.stream().anyMatch(part -> part.kind() == Part.Kind.REFUGE) || PlainText.saysRefuge(everyWord());
            everyPlace().forEach(this::remember);
            String name = words("name", text(service, "name").isEmpty() ? text(service, "title") : text(service, "name"), 120, true);
            String summary = words("description", first(text(service, "description"), text(service, "short_description")), 600, true);
            JsonNode organisation = organisation();
            String by = organisation == null ? "" : words("organization", text(organisation, "name"), 120, false);
            if (by.isEmpty()) grave("organization", "has no name");
            String id = first(text(service, "id"), text(service, "service_id"), text(service, "identifier"));
            if (id.isEmpty() || id.length() > 200 || hidden && PlainText.tellsWhere(id)) {
                // A record without an id is found again by what it is called.
                id = name.isEmpty() ? fallback : "name:" + fold(name) + "/" + fold(by);
                doubts.add(new Doubt("id", "is missing: it is found again by its name and organisation", false));
            }
            String status = text(service, "status").toLowerCase(Locale.ROOT);
            if (status.equals("inactive") || status.equals("defunct")) grave("status", "says it is there no more");
            Set<String> serves = serves();
            if (serves.isEmpty()) grave("service_areas", "do not say where it works");
            if (parts.isEmpty()) doubts.add(new Doubt("attributes", "do not say in our terms what it offers: an editor has to", false));
            String offererId = organisation == null ? "" : first(text(organisation, "id"), text(service, "organization_id"));
            UUID entryId = uuid(id, "service"), offeredBy = offererId.isEmpty() ? OpenReferral.id("offerer/" + fold(by)) : uuid(offererId, "offerer");
            Entry entry = new Entry(entryId, offeredBy, name, summary, parts, ways(), serves, hidden ? List.of() : offices(), languages(), access("self-referral"), conditions(status), clipped(from.source(id), 300));
            return new Given(id, offererId.isEmpty() ? null : offererId, entry, organisation == null ? Offerer.named(offeredBy, by) : offerer(organisation, offeredBy, by), doubts, hidden, false);
        }

        private void grave(String field, String why) {
            doubts.add(new Doubt(field, why, true));
        }

        private void note(String field, String why) {
            Doubt doubt = new Doubt(field, why, false);
            if (!doubts.contains(doubt)) doubts.add(doubt);
        }

        private UUID uuid(String id, String kind) {
            return id.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(id) : OpenReferral.id(kind + "/" + from.origin() + "/" + id);
        }

        /** All that is said in any words, to hear whether it speaks of a refuge; not the fields that are codes, and not what others are told of our own terms they do not use. */
        private String everyWord() {
            StringBuilder words = new StringBuilder();
            for (String field : List.of("name", "alternate_name", "title", "description", "short_description", "accreditations", "application_process", "fees_description", "eligibility_description", "alert")) words.append(PlainText.line(text(service, field))).append(". ");
            for (String list : List.of("attributes", "service_taxonomys", "service_taxonomies", "taxonomy_terms")) {
                for (JsonNode one : all(service, list)) {
                    if (!code(one).isEmpty()) continue;
                    JsonNode term = one.path("taxonomy_term").isObject() ? one.path("taxonomy_term") : one.path("taxonomy").isObject() ? one.path("taxonomy") : one;
                    words.append(text(one, "label")).append(". ").append(text(one, "value")).append(". ").append(text(term, "name")).append(". ").append(text(term, "description")).append(". ");
                }
            }
            for (JsonNode place : everyPlace()) words.append(text(place, "name")).append(". ").append(text(place, "description")).append(". ").append(text(place, "location_type")).append(". ");
            JsonNode organisation = organisation();
            if (organisation != null) words.append(text(organisation, "name")).append(". ");
            for (JsonNode phone : phones()) words.append(text(phone, "description")).append(". ");
            return words.toString();
        }

        private List<JsonNode> everyPlace() {
            List<JsonNode> found = new ArrayList<>();
            for (String list : PLACES) {
                for (JsonNode place : all(service, list)) {
                    found.add(place);
                    found.addAll(all(place, "location"));
                }
            }
            return found;
        }

        private void remember(JsonNode place) {
            if (hidden && !text(place, "name").isEmpty()) lines.add(text(place, "name"));
            for (String list : ADDRESSES) for (JsonNode address : all(place, list)) for (String line : LINES) if (!text(address, line).isEmpty()) lines.add(text(address, line));
        }

        /** Plain words without an address, no longer than there is room for. */
        private String words(String field, String typed, int most, boolean needed) {
            String plain = PlainText.of(typed);
            if (field.equals("name") || most <= 120) plain = plain.replaceAll("\\s*\\n\\s*", " ");
            String without = PlainText.withoutAddresses(plain, hidden, lines);
            if (!without.equals(plain)) note(field, "said where it is: the sentence was left out, no address is kept here");
            String cut = PlainText.cut(without, most);
            if (!cut.equals(without)) note(field, "was longer than " + most + " characters and was cut");
            if (needed && cut.isEmpty()) grave(field, plain.isEmpty() ? "is missing" : "holds nothing but where it is");
            return cut;
        }

        private @Nullable String some(String field, String typed, int most) {
            String words = words(field, typed, most, false);
            return words.isEmpty() ? null : words;
        }

        private @Nullable JsonNode organisation() {
            JsonNode one = service.path("organization");
            if (one.isArray() && !one.isEmpty()) one = one.get(0);
            if (!one.isObject()) one = all(service, "organizations").stream().findFirst().orElse(one);
            if (one.isObject()) return one;
            return null;
        }

        private Offerer offerer(JsonNode one, UUID id, String name) {
            // What is said of an organisation may say where its refuge is, whichever of its services it comes with.
            boolean before = hidden;
            hidden = hidden || PlainText.saysRefuge(PlainText.line(text(one, "description")));
            String description = some("organization.description", text(one, "description"), 2000);
            hidden = before;
            Set<String> identifiers = new TreeSet<>();
            for (JsonNode identifier : all(one, "organization_identifiers")) {
                String scheme = text(identifier, "identifier_scheme").toUpperCase(Locale.ROOT), number = text(identifier, "identifier").toUpperCase(Locale.ROOT).replaceAll("\\s", "");
                String whole = number.startsWith(scheme + "-") ? number : scheme + "-" + number;
                if (IDENTIFIER.matcher(whole).matches() && whole.length() < 60) identifiers.add(whole);
                else note("organization_identifiers", "have a number of no scheme we know");
            }
            String web = web("organization.website", first(text(one, "website"), text(one, "url"), text(one, "uri")));
            return new Offerer(id, name, web.isEmpty() ? null : web, description == null || description.equals(name) ? null : description, List.copyOf(identifiers), List.of());
        }

        /** Our own terms alone say what it offers and to whom; words of others are not turned into them. */
        private List<Part> parts() {
            Map<Part.Kind, List<Set<Audience>>> said = new LinkedHashMap<>();
            Map<String, Part.Kind> labels = new LinkedHashMap<>();
            for (JsonNode one : attributes()) {
                Part.Kind kind = named(Part.Kind.class, code(one), "da-need:");
                if (kind == null) continue;
                said.computeIfAbsent(kind, any -> List.of(EnumSet.noneOf(Audience.class), EnumSet.noneOf(Audience.class), EnumSet.noneOf(Audience.class)));
                labels.put(text(one, "label"), kind);
            }
            for (JsonNode one : attributes()) {
                String code = code(one);
                Audience audience = named(Audience.class, code, "da-audience:", "da-gender:", "da-community:");
                if (audience == null) continue;
                Part.Kind about = labels.get(text(one, "label"));
                String value = text(one, "value").toLowerCase(Locale.ROOT).replace('_', ' ');
                for (Map.Entry<Part.Kind, List<Set<Audience>>> part : said.entrySet()) {
                    if (about != null && about != part.getKey()) continue;
                    if (value.matches("does not|no|false|excludes?")) part.getValue().get(1).add(audience);
                    else if (value.matches("|welcomes|yes|true|offers|only")) part.getValue().get(0).add(audience);
                    if (value.equals("only")) part.getValue().get(2).add(audience);
                }
            }
            List<Part> parts = new ArrayList<>();
            said.forEach((kind, who) -> {
                Set<Audience> both = EnumSet.noneOf(Audience.class);
                who.get(0).stream().filter(who.get(1)::contains).forEach(both::add);
                if (!both.isEmpty()) note("attributes", "both welcome somebody and do not");
                who.forEach(set -> set.removeAll(both));
                parts.add(new Part(kind, who.get(0), who.get(1), who.get(2)));
            });
            return parts;
        }

        private List<JsonNode> attributes() {
            return Stream.of("attributes", "service_taxonomys", "service_taxonomies").flatMap(list -> all(service, list).stream()).toList();
        }

        private String code(JsonNode attribute) {
            JsonNode term = attribute.path("taxonomy_term").isObject() ? attribute.path("taxonomy_term") : attribute.path("taxonomy");
            String code = text(term, "code");
            if (CODE.matcher(code).matches()) return code;
            String id = first(text(attribute, "taxonomy_term_id"), text(term, "id"));
            return id.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? terms.code(UUID.fromString(id)).orElse("") : "";
        }

        private <E extends Enum<E>> @Nullable E named(Class<E> kind, String code, String... lists) {
            for (String list : lists) for (E one : kind.getEnumConstants()) if (code.equals(list + key(one))) return one;
            return null;
        }

        private Welcome access(String which) {
            for (JsonNode one : attributes()) {
                String code = code(one), value = text(one, "value").toLowerCase(Locale.ROOT);
                if (code.equals("da-access:" + (which.equals("self-referral") ? "self" : "agency"))) return value.matches("does not|no|false") ? Welcome.NO : Welcome.YES;
            }
            return Welcome.NOT_STATED;
        }

        private List<JsonNode> phones() {
            Set<JsonNode> phones = new LinkedHashSet<>(all(service, "phones"));
            all(service, "contacts").forEach(contact -> phones.addAll(all(contact, "phones")));
            for (String list : PLACES) {
                for (JsonNode place : all(service, list)) {
                    phones.addAll(all(place, "phones"));
                    all(place, "contacts").forEach(contact -> phones.addAll(all(contact, "phones")));
                    all(place, "location").forEach(location -> phones.addAll(all(location, "phones")));
                }
            }
            return List.copyOf(phones);
        }

        private List<WayIn> ways() {
            Map<String, WayIn> ways = new LinkedHashMap<>();
            for (JsonNode phone : phones()) {
                String number = PlainText.line(text(phone, "number")), type = text(phone, "type").toLowerCase(Locale.ROOT);
                if (type.contains("fax")) continue;
                if (!PHONE.matcher(number).matches() || !rings(number)) {
                    note("phones", "have a number that cannot ring");
                    continue;
                }
                if (type.matches("text ?phone|tty|minicom|pager|video")) note("phones", "have a kind we have no room for: an editor may add it");
                else add(ways, new WayIn(type.matches("text|sms|cell_text|text message") ? Way.TEXT : Way.PHONE, number, label(phone), null, null, Set.of()));
            }
            List<String> mails = new ArrayList<>(List.of(text(service, "email")));
            all(service, "contacts").forEach(contact -> mails.add(text(contact, "email")));
            for (String typed : mails) {
                String mail = PlainText.line(typed).replaceFirst("(?i)^mailto:", "");
                if (mail.isEmpty()) continue;
                if (EmailAddress.canArrive(mail)) add(ways, new WayIn(Way.EMAIL, mail, null, null, null, Set.of()));
                else note("email", "is no e-mail address");
            }
            String web = web("url", text(service, "url"));
            if (!web.isEmpty()) add(ways, new WayIn(Way.WEBSITE, web, null, null, null, Set.of()));
            List<WayIn> listed = new ArrayList<>(ways.values());
            if (listed.isEmpty()) note("phones", "are missing, and so is every other way to reach it");
            hours(listed);
            return listed;
        }

        private void add(Map<String, WayIn> ways, WayIn way) {
            if (ways.size() < 40) ways.putIfAbsent(way.way() + way.value().replaceAll("[^\\p{L}\\d@.]", ""), way);
        }

        private @Nullable String label(JsonNode phone) {
            return some("phones", text(phone, "description"), 80);
        }

        private boolean rings(String number) {
            int digits = number.replaceAll("\\D", "").length();
            return digits >= 3 && digits <= 6 || org.alongside.shared.Phone.read(number).isPresent();
        }

        /** Hours of a service are those of its telephone, else of its first way in; those that name a way of ours are that one's. */
        private void hours(List<WayIn> ways) {
            List<JsonNode> rows = new ArrayList<>();
            for (String list : List.of("schedules", "schedule", "regular_schedules", "regular_schedule")) rows.addAll(all(service, list));
            if (rows.isEmpty()) {
                List<List<JsonNode>> perPlace = PLACES.stream().flatMap(list -> all(service, list).stream()).map(this::rows).filter(some -> !some.isEmpty()).distinct().toList();
                if (perPlace.size() > 1) note("schedules", "differ from place to place: an editor has to write them");
                else if (!perPlace.isEmpty()) rows.addAll(perPlace.get(0));
            }
            if (!all(service, "holiday_schedules").isEmpty()) note("schedules", "have holidays of their own: an editor has to write them");
            if (rows.isEmpty() || ways.isEmpty()) return;
            Map<Way, List<JsonNode>> byWay = new LinkedHashMap<>();
            for (JsonNode row : rows) {
                String how = text(row, "attending_type").toUpperCase(Locale.ROOT);
                Way way = Stream.of(Way.values()).filter(one -> one.name().equals(how)).findFirst().orElseGet(() -> ways.stream().map(WayIn::way).filter(one -> one == Way.PHONE).findFirst().orElse(ways.get(0).way()));
                byWay.computeIfAbsent(way, any -> new ArrayList<>()).add(row);
            }
            byWay.forEach((way, of) -> WeekHours.read(of, today, doubts).ifPresent(hours -> {
                for (int at = 0; at < ways.size(); at++) {
                    WayIn one = ways.get(at);
                    if (one.way() != way) continue;
                    if (hours.length() > 2000 || !isReadable(hours)) note("schedules", "cannot be read: an editor has to write them");
                    else ways.set(at, new WayIn(one.way(), one.value(), one.label(), one.free(), hours, nations()));
                    return;
                }
            }));
        }

        private boolean isReadable(String hours) {
            try {
                org.alongside.directory.OpeningHours.read(hours, Set.of(), null);
                return true;
            } catch (IllegalArgumentException unreadable) {
                return false;
            }
        }

        private List<JsonNode> rows(JsonNode place) {
            List<JsonNode> rows = new ArrayList<>();
            for (String list : List.of("schedules", "schedule", "regular_schedules", "regular_schedule")) {
                rows.addAll(all(place, list));
                all(place, "location").forEach(location -> rows.addAll(all(location, list)));
            }
            return rows;
        }

        /** The nation whose bank holidays it keeps, where it works in one alone. */
        private Set<Nation> nations() {
            Set<Nation> nations = EnumSet.noneOf(Nation.class);
            for (String area : serves()) {
                if (area.equals("UK")) return Set.of();
                Stream.of(Nation.values()).filter(nation -> nation.name().equals(area)).forEach(nations::add);
                places.find(area).forEach(place -> nations.add(place.nation()));
            }
            return nations.size() == 1 ? nations : Set.of();
        }

        private Set<String> serves() {
            Set<String> areas = new LinkedHashSet<>();
            List<JsonNode> said = Stream.of("service_areas", "service_area").flatMap(list -> all(service, list).stream()).toList();
            for (JsonNode area : said) {
                Optional<String> known = Stream.of(text(area, "extent"), text(area, "name"), text(area, "service_area"), text(area, "description")).filter(words -> !words.isEmpty() && words.length() <= 80).map(words -> area(words)).flatMap(Optional::stream).findFirst();
                if (known.isPresent()) areas.add(known.get());
                else note("service_areas", "name a place we do not know");
            }
            return areas.isEmpty() ? from.serves() : areas;
        }

        private Optional<String> area(String typed) {
            return Reading.this.area(PlainText.line(typed));
        }

        /** Of an address the first half of the postcode, and nothing else. */
        private List<String> offices() {
            Set<String> offices = new TreeSet<>();
            for (JsonNode place : everyPlace()) {
                if (text(place, "location_type").equalsIgnoreCase("virtual")) continue;
                for (String list : ADDRESSES) {
                    for (JsonNode address : all(place, list)) {
                        if (text(address, "address_type").equalsIgnoreCase("postal")) continue;
                        outcode(first(text(address, "postal_code"), text(address, "postcode"))).ifPresent(offices::add);
                    }
                }
                outcode(text(place, "name").split(",")[0]).ifPresent(offices::add);
            }
            return List.copyOf(offices);
        }

        private Optional<String> outcode(String typed) {
            String half = typed.isBlank() ? null : Places.outcode(typed);
            return half == null || !half.matches("[A-Z]{1,2}[0-9][A-Z0-9]?") || places.ofOutcode(half) == null ? Optional.empty() : Optional.of(half);
        }

        private List<String> languages() {
            Set<String> codes = new TreeSet<>();
            for (JsonNode one : all(service, "languages")) {
                String said = Stream.of("code", "name", "language").map(field -> text(one, field)).filter(words -> !words.isEmpty()).findFirst().orElse("");
                Optional<String> code = Stream.of("code", "name", "language").map(field -> PlainText.line(text(one, field))).filter(words -> !words.isEmpty()).map(Languages::code).flatMap(Optional::stream).filter(tag -> tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")).findFirst();
                if (code.isPresent()) codes.add(code.get());
                else if (!said.isEmpty()) note("languages", "name one we do not know");
            }
            return List.copyOf(codes);
        }

        private Conditions conditions(String status) {
            Set<RiskLevel> risks = EnumSet.noneOf(RiskLevel.class);
            for (JsonNode one : attributes()) {
                RiskLevel level = named(RiskLevel.class, code(one), "da-risk:");
                if (level != null) risks.add(level);
            }
            String interpreters = text(service, "interpretation_services").toLowerCase(Locale.ROOT);
            if (!interpreters.isEmpty() && !interpreters.equals("an interpreter can be found.") && !interpreters.matches("yes|no|none|true|false")) note("interpretation_services", "are told in words: an editor has to look");
            Welcome interpreter = interpreters.matches("yes|true|an interpreter can be found\\.") ? Welcome.YES : interpreters.matches("no|none|false") ? Welcome.NO : Welcome.NOT_STATED;
            Integer youngest = age("minimum_age"), oldest = age("maximum_age");
            if (youngest != null && oldest != null && youngest > oldest) {
                note("minimum_age", "is above the highest age");
                youngest = oldest = null;
            }
            String alert = text(service, "alert").startsWith("Made up for a demonstration") ? "" : text(service, "alert");
            String note = first(text(service, "fees_description"), all(service, "cost_options").stream().map(cost -> first(text(cost, "amount_description"), "")).filter(words -> !words.isEmpty()).findFirst().orElse(""));
            return new Conditions(status.equals("temporarily closed"), some("alert", alert, 300), interpreter, access("agency"), some("application_process", text(service, "application_process"), 600), cost(), some("fees_description", note, 300), youngest, oldest, risks);
        }

        private Cost cost() {
            List<JsonNode> options = all(service, "cost_options");
            String fees = text(service, "fees").toLowerCase(Locale.ROOT);
            boolean charged = options.stream().anyMatch(one -> one.path("amount").asDouble(0) > 0 || text(one, "amount").matches(".*[1-9].*") || text(one, "option").matches("(?i)charged|paid"));
            boolean free = fees.matches("free|none|free of charge|no charge") || options.stream().anyMatch(one -> text(one, "option").matches("(?i)free.*") || text(one, "amount").matches("0+(\\.0+)?"));
            if (charged && free) note("cost_options", "are both free and not");
            return charged == free ? Cost.NOT_STATED : charged ? Cost.CHARGED : Cost.FREE;
        }

        private @Nullable Integer age(String field) {
            List<String> said = new ArrayList<>(List.of(text(service, field)));
            for (String list : List.of("eligibilitys", "eligibilities", "eligibility")) all(service, list).forEach(one -> said.add(text(one, field)));
            String age = said.stream().filter(words -> !words.isEmpty()).findFirst().orElse("");
            if (age.isEmpty()) return null;
            if (!age.matches("\\d{1,3}(\\.\\d+)?") || Double.parseDouble(age) > 120) {
                note(field, "is no age in years");
                return null;
            }
            return (int) Double.parseDouble(age);
        }

        /** Only https; what was written without is taken as if it were, and said so. */
        private String web(String field, String typed) {
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
            if (isWeb(address)) return address;
            note(field, "is no web address");
            return "";
        }
    }

    static boolean isWeb(String address) {
        return address.matches("https://[^\\s/?#@\"<>]+\\.[^\\s/?#@\"<>.]{2,}([/?#][^\\s\"<>]*)?") && address.length() <= 300;
    }

    /** An area as the directory names them; empty when there is none of this name. */
    Optional<String> area(String typed) {
        String words = typed.strip();
        String big = words.toUpperCase(Locale.ROOT).replace('_', ' ');
        if (big.matches("UK|GB|UNITED KINGDOM|THE UNITED KINGDOM|GREAT BRITAIN|UK[- ]?WIDE|NATIONAL|NATIONWIDE")) return Optional.of("UK");
        if (NATIONS.contains(big)) return Optional.of(big.replace(' ', '_'));
        if (words.matches("[A-Z]{1,2}") && places.ofOutcode(words + "1") != null) return Optional.of(words);
        String half = Places.outcode(words);
        if (half != null) return places.ofOutcode(half) == null ? Optional.empty() : Optional.of(half);
        List<Place> found = places.find(words);
        return found.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    static List<JsonNode> all(JsonNode of, String list) {
        JsonNode found = of.path(list);
        return found.isArray() ? found.valueStream().filter(JsonNode::isObject).toList() : found.isObject() ? List.of(found) : List.of();
    }

    static String first(String... some) {
        return Stream.of(some).filter(one -> !one.isEmpty()).findFirst().orElse("");
    }

    private static String clipped(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Letters and digits only. */
    static String fold(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }
}
