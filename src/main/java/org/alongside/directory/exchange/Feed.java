package org.alongside.directory.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Another directory behind an address: pages of services, each whole or to be asked for one by one; or a file. */
final class Feed {
    static final int PER_PAGE = 50, MOST_PAGES = 4_000;
    private static final List<String> NESTED = List.of("phones", "contacts", "schedules", "regular_schedules", "regular_schedule", "service_areas", "service_at_locations", "languages", "attributes", "eligibilitys", "cost_options", "service_taxonomys");
    /** Some servers refuse what they do not know; the validator's spelling is some other servers' only one. */
    private static final List<String> WISHES = List.of("per_page=%d&perPage=%d&full=true", "per_page=%d", "");
    private final Fetch fetch;
    private final URI services;
    private int wish;

    /** @param services whole ones @param last whether none come after @param all how many the server says there are; null when it does not */
    record Page(List<JsonNode> services, boolean last, @Nullable Integer all) {}

    /** Either pages or the one file. */
    record Opened(@Nullable Feed feed, byte @Nullable [] file) {}

    private Feed(Fetch fetch, URI services) {
        this.fetch = fetch;
        this.services = services;
    }

    static Opened open(URI typed, Fetch fetch) throws IOException {
        // Which page, is ours to say.
        URI address = URI.create(typed.toString().replaceAll("(?i)(?<=[?&])(page|per_?page)=[^&#]*&?", "").replaceFirst("[?&](?=#|$)", ""));
        byte[] body = fetch.get(address).body();
        JsonNode one = object(body);
        if (one == null) return new Opened(null, body);
        if (lists(one)) return new Opened(new Feed(fetch, address), null);
        if (one.has("name") && (one.has("id") || one.has("service_id"))) return new Opened(null, body);
        return new Opened(new Feed(fetch, with(address, address.getRawPath() == null || address.getRawPath().endsWith("/") ? "services" : "/services")), null);
    }

    /** A feed that was opened before, at the page where one stopped. */
    static Feed again(URI services, Fetch fetch) {
        return new Feed(fetch, services);
    }

    URI address() {
        return services;
    }

    private static boolean lists(JsonNode one) {
        return SourceFile.LISTS.stream().anyMatch(list -> one.path(list).isArray());
    }

    private static URI with(URI address, String more) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(address.toString().replaceFirst("[?#].*$", "") + more + query);
    }

    /** Null for anything but one JSON object. */
    private static @Nullable JsonNode object(byte[] body) {
        if (SourceFile.first(body) != '{') return null;
        try {
            return SourceFile.JSON.readerFor(JsonNode.class).with(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(body);
        } catch (JacksonException several) {
            return null;
        }
    }

    /** @param number from 1 on */
    Page page(int number) throws IOException {
        JsonNode page = asked(number);
        List<JsonNode> services = new ArrayList<>();
        for (JsonNode one : SourceFile.listed(page)) services.add(whole(one));
        int pages = page.path("total_pages").asInt(page.path("totalPages").asInt(0));
        JsonNode total = page.has("total_items") ? page.path("total_items") : page.path("totalElements");
        boolean last = services.isEmpty() || page.path("last_page").asBoolean(page.path("last").asBoolean(false)) || page.path("empty").asBoolean(false) || pages > 0 && number >= pages || page.isArray() || number >= MOST_PAGES;
        return new Page(services, last, total.canConvertToInt() && total.isNumber() ? total.asInt() : null);
    }

    private JsonNode asked(int number) throws IOException {
        for (; ; wish++) {
            String wishes = String.format(Locale.ROOT, WISHES.get(wish), PER_PAGE, PER_PAGE);
            String query = "page=" + number + (wishes.isEmpty() ? "" : "&" + wishes);
            URI at = URI.create(services + (services.getRawQuery() == null ? "?" : "&") + query);
            try {
                return tree(fetch, at);
            } catch (Fetch.Refused refused) {
                if (refused.status >= 500 || refused.status == 429 || wish == WISHES.size() - 1) throw refused;
            }
        }
    }

    /** Half an answer is asked for again. */
    private static JsonNode tree(Fetch fetch, URI at) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                return SourceFile.JSON.readTree(fetch.get(at).body());
            } catch (JacksonException broken) {
                if (attempt == 2) throw new IOException("The server sends half a page, or no JSON");
            }
        }
    }

    /** In lists services may stand with the little that is said once; all of it is asked for then. */
    private JsonNode whole(JsonNode one) throws IOException {
        String id = Json.first(Json.text(one, "id"), Json.text(one, "service_id"));
        if (!one.isObject() || id.isEmpty() || NESTED.stream().anyMatch(one::has)) return one;
        try {
            JsonNode all = tree(fetch, URI.create(services.toString().replaceFirst("[?#].*$", "") + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")));
            return all.isObject() && all.has("name") ? all : one;
        } catch (Fetch.Refused gone) {
            if (gone.status >= 500) throw gone;
            return one;
        }
    }
}
