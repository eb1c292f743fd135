package org.alongside.directory.openreferral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The objects of the Human Services Data Specification that we have something to say in, with the names it gives them. What has no value is left out, never null or empty.
 * Source: openreferral/specification, HSDS 3.1; openreferraluk.org, HSDS-UK 3.0.
 */
final class Hsds {
    static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(any -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY)).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private Hsds() {
    }

    /** @param size how many are on this page @param pageNumber from 1 on */
    record Page<T>(int totalItems, int totalPages, int pageNumber, int size, boolean firstPage, boolean lastPage, boolean empty, @JsonInclude(JsonInclude.Include.ALWAYS) List<T> contents) {
        static <T> Page<T> of(List<T> all, int page, int perPage) {
            int pages = Math.max(1, (all.size() + perPage - 1) / perPage);
            List<T> contents = all.subList(Math.min(all.size(), (page - 1) * perPage), Math.min(all.size(), page * perPage));
            return new Page<>(all.size(), pages, page, contents.size(), page == 1, page >= pages, contents.isEmpty(), contents);
        }
    }

    record Api(String version, String profile, String openapiUrl, String description, Publisher publisher) {}

    record Publisher(String name, String website) {}

    record Minimal(UUID id, String modifiedDate) {}

    record Organization(UUID id, String name, String description, @Nullable String website, List<Identifier> organizationIdentifiers, List<Named> services) {}

    /** @param identifierScheme as org-id.guide calls it */
    record Identifier(UUID id, UUID organizationId, String identifierScheme, String identifierType, String identifier) {}

    /** A service by its name alone. */
    record Named(UUID id, String name, String status) {}

    /** @param lastModified with its zone @param assuredDate the day on which a person last checked it */
    record Service(UUID id, UUID organizationId, String name, String description, @Nullable String url, @Nullable String email, String status, @Nullable String assuredDate, @Nullable String alert, String lastModified, @Nullable String applicationProcess,
            @Nullable String interpretationServices, @Nullable String feesDescription, @Nullable String fees, @Nullable Integer minimumAge, @Nullable Integer maximumAge, @Nullable String accreditations, Organization organization, List<Phone> phones, List<CostOption> costOptions, List<Schedule> schedules, List<ServiceArea> serviceAreas, List<ServiceAtLocation> serviceAtLocations, List<Language> languages, List<Attribute> attributes) {}

    /** @param type voice or textphone */
    record Phone(UUID id, UUID serviceId, String number, String type, @Nullable String description) {}

    /** @param byday two letters a day, by the clock on the wall in the United Kingdom; a time of closing not later than that of opening is on the next day */
    record Schedule(UUID id, UUID serviceId, String freq, int interval, String byday, String opensAt, String closesAt, @Nullable String validFrom, @Nullable String validTo, String description, @Nullable String notes, String attendingType) {}

    /** @param amount in pounds, where it is nothing */
    record CostOption(UUID id, UUID serviceId, String option, @Nullable Integer amount, @Nullable String currency, @Nullable String amountDescription) {}

    record ServiceArea(UUID id, UUID serviceId, String name, String extent, String extentType) {}

    record Language(UUID id, UUID serviceId, String name, @Nullable String code) {}

    /** Roughly: the middle of an outward code, to two decimals of a degree. */
    record Location(UUID id, String locationType, String name, double latitude, double longitude) {}

    /** @param service only where it is asked for from the place */
    record ServiceAtLocation(UUID id, UUID serviceId, UUID locationId, Location location, @Nullable Service service) {}

    record Taxonomy(UUID id, String name, String description, String uri, String version) {}

    record Term(UUID id, String name, String description, String taxonomy, UUID taxonomyId, String termUri, String code) {}

    /** @param value welcomes, does not, only: or offers, of a part itself @param label the part of the service it is about */
    record Attribute(UUID id, UUID linkId, UUID taxonomyTermId, String linkType, String linkEntity, String value, String label, Term taxonomyTerm) {}
}
