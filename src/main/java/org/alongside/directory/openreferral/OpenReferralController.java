package org.alongside.directory.openreferral;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.directory.Place;
import org.alongside.directory.Places;
import org.alongside.directory.openreferral.Hsds.Page;
import org.alongside.shared.NotFound;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The directory for other programs: open, read only, from memory. Lists can be asked for by POST too, so that what is searched for stays out of addresses and logs. */
@Controller
@EnableConfigurationProperties(OpenReferralSettings.class)
@RequestMapping("/open-referral")
class OpenReferralController {
    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");
    private static final int MOST_ON_A_PAGE = 500, USUAL = 50;
    private final Directory directory;
    private final Places places;
    private final Projection projection;
    private final Taxonomies taxonomies;
    private final Terms terms;
    private final OpenReferralSettings settings;
    private volatile @Nullable ById byId;

    OpenReferralController(Directory directory, Places places, Projection projection, Taxonomies taxonomies, Terms terms, OpenReferralSettings settings) {
        this.directory = directory;
        this.places = places;
        this.projection = projection;
        this.taxonomies = taxonomies;
        this.terms = terms;
        this.settings = settings;
    }

    @GetMapping({"", "/"})
    ResponseEntity<byte[]> about(HttpServletRequest request) {
        return json(new Hsds.Api("HSDS-UK-3.0", "https://openreferraluk.org/specifications/3.0", settings.base() + "/openapi.json", "Services for people hurt at home, those around them and those who hurt. No service with a refuge has a place.", new Hsds.Publisher(settings.serviceName(), settings.publicUrl())), request);
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> described(HttpServletRequest request) {
        return json(OpenApi.document(settings.base()), request);
    }

    @RequestMapping(path = "/services", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> services(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        List<Listing> found = listings(asked).toList();
        if (asked.is("minimal")) return json(new Page<>(found.size(), 1, 1, found.size(), true, true, found.isEmpty(), found.stream().map(one -> new Hsds.Minimal(one.id(), Projection.modified(one).toString())).toList()), request);
        return list(found, one -> asked.is("full") ? projection.service(one) : projection.brief(one), asked, request);
    }

    @GetMapping("/services/{id}")
    ResponseEntity<byte[]> service(@PathVariable UUID id, HttpServletRequest request) {
        return json(projection.service(directory.service(id).orElseThrow(() -> new NotFound("service", id))), request);
    }

    @RequestMapping(path = "/service_at_locations", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> places(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        String postcode = asked.words("postcode");
        if (postcode != null) {
            // Without a distance it asks who serves there; with one, who is near.
            Place place = places.ofOutcode(postcode);
            if (place == null) throw new Asked.Wrong("postcode", "is not a postcode we know");
            Integer metres = asked.number("proximity", 0, 1_000_000);
            if (metres == null) return at(listings(asked, one -> one.serves().includes(place)).flatMap(At::all), asked, request);
            Predicate<Place> near = office -> place.milesTo(office) * 1609.344 <= metres;
            return at(listings(asked, one -> one.offices().stream().anyMatch(near)).flatMap(At::all).filter(at -> near.test(at.office)), asked, request);
        }
        return at(listings(asked).flatMap(At::all), asked, request);
    }

    /** One service at one of its offices. */
    private record At(Listing service, int which, Place office) {
        static Stream<At> all(Listing service) {
            return IntStream.range(0, service.offices().size()).mapToObj(which -> new At(service, which, service.offices().get(which)));
        }
    }

    private ResponseEntity<byte[]> at(Stream<At> found, Asked asked, HttpServletRequest request) {
        return list(found.toList(), at -> projection.places(at.service, asked.is("full") ? projection.service(at.service) : projection.brief(at.service)).get(at.which), asked, request);
    }

    @GetMapping("/service_at_locations/{id}")
    ResponseEntity<byte[]> place(@PathVariable UUID id, HttpServletRequest request) {
        return json(Optional.ofNullable(byId().places.get(id)).map(at -> projection.places(at.service, projection.service(at.service)).get(at.which)).orElseThrow(() -> new NotFound("service_at_location", id)), request);
    }

    @RequestMapping(path = "/organizations", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> organisations(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        boolean withServices = asked.is("full") || asked.is("full_service");
        return list(byOrganisation(listings(asked)).values(), services -> organisation(services, withServices), asked, request);
    }

    @GetMapping("/organizations/{id}")
    ResponseEntity<byte[]> organisation(@PathVariable UUID id, HttpServletRequest request) {
        List<Listing> services = byId().organisations.get(id);
        if (services == null) throw new NotFound("organization", id);
        return json(organisation(services, true), request);
    }

    /** Where everything of one state of the directory is, worked out when it is first asked for. */
    private record ById(List<Listing> of, Map<UUID, At> places, Map<UUID, List<Listing>> organisations) {}

    private ById byId() {
        List<Listing> all = directory.all(null);
        ById known = byId;
        if (known == null || known.of != all) {
            Map<UUID, At> at = new HashMap<>();
            all.stream().flatMap(At::all).forEach(one -> at.put(Projection.placeId(one.service, one.office), one));
            byId = known = new ById(all, at, byOrganisation(all.stream()));
        }
        return known;
    }

    private Hsds.Organization organisation(List<Listing> services, boolean withServices) {
        return projection.organisation(services.get(0), withServices ? services.stream().map(one -> new Hsds.Named(one.id(), one.name(), Projection.status(one))).toList() : List.of());
    }

    private static Map<UUID, List<Listing>> byOrganisation(Stream<Listing> services) {
        return services.collect(Collectors.groupingBy(Listing::organisationId, LinkedHashMap::new, Collectors.toList()));
    }

    @RequestMapping(path = "/taxonomies", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> taxonomies(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        return list(taxonomies.taxonomies().stream().filter(one -> asked.finds(one.name(), one.description())).toList(), Function.identity(), asked, request);
    }

    @GetMapping("/taxonomies/{id}")
    ResponseEntity<byte[]> taxonomy(@PathVariable UUID id, HttpServletRequest request) {
        return json(taxonomies.taxonomies().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("taxonomy", id)), request);
    }

    /** Our terms stand side by side, none below another: the top ones are all of them, and none has a parent. */
    @RequestMapping(path = "/taxonomy_terms", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> terms(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        UUID taxonomy = asked.id("taxonomy_id");
        boolean belowAnother = asked.id("parent_id") != null;
        return list(taxonomies.terms().stream().filter(one -> !belowAnother && (taxonomy == null || one.taxonomyId().equals(taxonomy)) && asked.finds(one.name(), one.taxonomy())).toList(), Function.identity(), asked, request);
    }

    @GetMapping("/taxonomy_terms/{id}")
    ResponseEntity<byte[]> term(@PathVariable UUID id, HttpServletRequest request) {
        return json(taxonomies.terms().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("taxonomy_term", id)), request);
    }

    /** Every filter that was asked for holds at once. */
    private Stream<Listing> listings(Asked asked) {
        return listings(asked, one -> true);
    }

    private Stream<Listing> listings(Asked asked, Predicate<Listing> more) {
        UUID term = asked.id("taxonomy_term_id"), taxonomy = asked.id("taxonomy_id"), organisation = asked.id("organization_id");
        Instant after = asked.moment("modified_after");
        Predicate<Listing> wanted = term == null ? more : more.and(terms.offered(term));
        if (taxonomy != null) wanted = wanted.and(terms.spokenOf(taxonomy));
        if (organisation != null) wanted = wanted.and(one -> one.organisationId().equals(organisation));
        if (after != null) wanted = wanted.and(one -> Projection.modified(one).isAfter(after));
        return directory.all(asked.words("search"), wanted);
    }

    private static <F, T> ResponseEntity<byte[]> list(Collection<F> found, Function<F, T> written, Asked asked, HttpServletRequest request) {
        List<F> all = List.copyOf(found);
        if ("ndjson".equals(asked.words("format"))) {
            StringBuilder lines = new StringBuilder();
            all.forEach(one -> lines.append(Hsds.JSON.writeValueAsString(written.apply(one))).append('\n'));
            return answer(lines.toString().getBytes(StandardCharsets.UTF_8), LINES, request);
        }
        Integer page = asked.number("page", 1, Integer.MAX_VALUE), perPage = asked.number("per_page", 1, MOST_ON_A_PAGE);
        Page<F> some = Page.of(all, page == null ? 1 : page, perPage == null ? USUAL : perPage);
        return json(new Page<>(some.totalItems(), some.totalPages(), some.pageNumber(), some.size(), some.firstPage(), some.lastPage(), some.empty(), some.contents().stream().map(written).toList()), request);
    }

    private static ResponseEntity<byte[]> json(Object object, HttpServletRequest request) {
        return answer(Hsds.JSON.writeValueAsBytes(object), MediaType.APPLICATION_JSON, request);
    }

    private static ResponseEntity<byte[]> answer(byte[] body, MediaType type, HttpServletRequest request) {
        long[] hash = MurmurHash3.hash128x64(body);
        String tag = '"' + Long.toHexString(hash[0]) + "-" + Long.toHexString(hash[1]) + '"';
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(tag);
        headers.setCacheControl("no-cache");
        headers.setAccessControlAllowOrigin("*");
        boolean known = tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH)) && request.getMethod().equals("GET");
        return known ? ResponseEntity.status(304).headers(headers).build() : ResponseEntity.ok().headers(headers).contentType(type).body(body);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> wrong(Asked.Wrong wrong) {
        return refused(400, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<byte[]> notFound() {
        return refused(404, "There is nothing with this id.");
    }

    private static ResponseEntity<byte[]> refused(int status, String why) {
        return ResponseEntity.status(status).header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*").contentType(MediaType.APPLICATION_JSON).body(Hsds.JSON.writeValueAsBytes(Map.of("error", why)));
    }
}
