package org.alongside.directory.openreferral;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.directory.Place;
import org.alongside.directory.Places;
import org.alongside.directory.openreferral.Hsds.Page;
import org.alongside.directory.openreferral.Hsds.Service;
import org.alongside.shared.NotFound;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    private final OpenReferralSettings settings;

    OpenReferralController(Directory directory, Places places, Projection projection, Taxonomies taxonomies, OpenReferralSettings settings) {
        this.directory = directory;
        this.places = places;
        this.projection = projection;
        this.taxonomies = taxonomies;
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

    @GetMapping("/services")
    ResponseEntity<byte[]> services(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        return services(new Asked(asked), request);
    }

    @PostMapping("/services")
    ResponseEntity<byte[]> servicesByPost(HttpServletRequest request) {
        return services(Asked.of(request), request);
    }

    private ResponseEntity<byte[]> services(Asked asked, HttpServletRequest request) {
        List<Listing> found = listings(asked).toList();
        if (asked.is("minimal")) return json(new Page<>(found.size(), 1, 1, found.size(), true, true, found.isEmpty(), found.stream().map(one -> new Hsds.Minimal(one.id(), Projection.modified(one).toString())).toList()), request);
        return list(found, one -> asked.is("full") ? projection.service(one) : projection.service(one).brief(), asked, request);
    }

    @GetMapping("/services/{id}")
    ResponseEntity<byte[]> service(@PathVariable UUID id, HttpServletRequest request) {
        return json(projection.service(directory.service(id).orElseThrow(() -> new NotFound("service", id))), request);
    }

    @GetMapping("/service_at_locations")
    ResponseEntity<byte[]> places(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        return places(new Asked(asked), request);
    }

    @PostMapping("/service_at_locations")
    ResponseEntity<byte[]> placesByPost(HttpServletRequest request) {
        return places(Asked.of(request), request);
    }

    private ResponseEntity<byte[]> places(Asked asked, HttpServletRequest request) {
        Stream<Listing> found = listings(asked).filter(one -> one.office() != null);
        String postcode = asked.words("postcode");
        if (postcode != null) {
            // Without a distance it asks who serves there; with one, who is near.
            Place place = places.ofOutcode(postcode);
            if (place == null) throw new Asked.Wrong("postcode", "is not a postcode we know");
            Integer metres = asked.number("proximity", 0, 1_000_000);
            found = found.filter(one -> metres == null ? one.serves().includes(place) : one.office() != null && place.milesTo(one.office()) * 1609.344 <= metres);
        }
        return list(found.toList(), one -> projection.place(one, asked.is("full") ? projection.service(one) : projection.service(one).brief()).get(0), asked, request);
    }

    @GetMapping("/service_at_locations/{id}")
    ResponseEntity<byte[]> place(@PathVariable UUID id, HttpServletRequest request) {
        return json(directory.all(null).stream().filter(one -> projection.place(one, null).stream().anyMatch(at -> at.id().equals(id))).findFirst().map(one -> projection.place(one, projection.service(one)).get(0)).orElseThrow(() -> new NotFound("service_at_location", id)), request);
    }

    @GetMapping("/organizations")
    ResponseEntity<byte[]> organisations(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        return organisations(new Asked(asked), request);
    }

    @PostMapping("/organizations")
    ResponseEntity<byte[]> organisationsByPost(HttpServletRequest request) {
        return organisations(Asked.of(request), request);
    }

    private ResponseEntity<byte[]> organisations(Asked asked, HttpServletRequest request) {
        boolean withServices = asked.is("full") || asked.is("full_service");
        return list(byOrganisation(listings(asked)).values(), services -> organisation(services, withServices), asked, request);
    }

    @GetMapping("/organizations/{id}")
    ResponseEntity<byte[]> organisation(@PathVariable UUID id, HttpServletRequest request) {
        List<Listing> services = byOrganisation(directory.all(null).stream()).get(id);
        if (services == null) throw new NotFound("organization", id);
        return json(organisation(services, true), request);
    }

    private Hsds.Organization organisation(List<Listing> services, boolean withServices) {
        return projection.organisation(services.get(0), withServices ? services.stream().map(one -> new Hsds.Named(one.id(), one.name(), "active")).toList() : List.of());
    }

    private static Map<UUID, List<Listing>> byOrganisation(Stream<Listing> services) {
        return services.collect(Collectors.groupingBy(Listing::organisationId, LinkedHashMap::new, Collectors.toList()));
    }

    @GetMapping("/taxonomies")
    ResponseEntity<byte[]> taxonomies(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        return taxonomies(new Asked(asked), request);
    }

    @PostMapping("/taxonomies")
    ResponseEntity<byte[]> taxonomiesByPost(HttpServletRequest request) {
        return taxonomies(Asked.of(request), request);
    }

    private ResponseEntity<byte[]> taxonomies(Asked asked, HttpServletRequest request) {
        return list(taxonomies.taxonomies().stream().filter(one -> asked.finds(one.name(), one.description())).toList(), Function.identity(), asked, request);
    }

    @GetMapping("/taxonomies/{id}")
    ResponseEntity<byte[]> taxonomy(@PathVariable UUID id, HttpServletRequest request) {
        return json(taxonomies.taxonomies().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("taxonomy", id)), request);
    }

    @GetMapping("/taxonomy_terms")
    ResponseEntity<byte[]> terms(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        return terms(new Asked(asked), request);
    }

    @PostMapping("/taxonomy_terms")
    ResponseEntity<byte[]> termsByPost(HttpServletRequest request) {
        return terms(Asked.of(request), request);
    }

    /** Our terms stand side by side, none below another: the top ones are all of them, and none has a parent. */
    private ResponseEntity<byte[]> terms(Asked asked, HttpServletRequest request) {
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
        UUID term = asked.id("taxonomy_term_id"), taxonomy = asked.id("taxonomy_id"), organisation = asked.id("organization_id");
        Instant after = asked.moment("modified_after");
        Stream<Listing> found = directory.all(asked.words("search")).stream().filter(one -> organisation == null || one.organisationId().equals(organisation)).filter(one -> after == null || Projection.modified(one).isAfter(after));
        if (term == null && taxonomy == null) return found;
        return found.filter(one -> {
            Service service = projection.service(one);
            return (term == null || service.attributes().stream().anyMatch(attribute -> attribute.taxonomyTermId().equals(term) && !attribute.value().equals("does not")))
                    && (taxonomy == null || service.attributes().stream().anyMatch(attribute -> attribute.taxonomyTerm().taxonomyId().equals(taxonomy)));
        });
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
        String tag = '"' + DigestUtils.sha256Hex(body).substring(0, 32) + '"';
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
