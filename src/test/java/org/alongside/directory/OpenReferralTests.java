package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.AlongsideTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other programs read the directory as two standards say, page by page or whole, and find no more in it than anybody does. */
@AlongsideTest
class OpenReferralTests {
    private static final String AT = "/open-referral";
    private static final Path SCHEMAS = Path.of("../shared/data/schemas");
    private static final List<String> LISTS = List.of("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms");
    @Autowired MockMvc web;
    @Autowired Directory directory;

    @Test
    void every_answer_of_a_full_crawl_is_valid_in_both_standards() throws Exception {
        assumeTrue(Files.isDirectory(SCHEMAS), "the schemas are not beside the repository");
        SchemaRegistry uk = registry("https://openreferraluk.org/specifications/3.0/schema/", "oruk-3.0/"), world = registry("https://raw.githubusercontent.com/openreferral/specification/3.1-dev/schema/", "hsds-3.1-dev/");
        List<String> problems = new ArrayList<>();
        check(uk, "https://openreferraluk.org/specifications/3.0/schema/api_details.json", json(get(AT + "/")), problems);
        int checked = 0;
        for (String list : LISTS) {
            String object = list.equals("taxonomies") ? "taxonomy" : list.substring(0, list.length() - 1);
            List<JsonNode> all = new ArrayList<>(contents(json(get(AT + "/" + list).param("per_page", "500"))));
            if (!list.startsWith("taxonom")) all.addAll(contents(json(get(AT + "/" + list).param("per_page", "500").param("full", "true"))));
            for (String id : ids(all)) all.add(json(get(AT + "/" + list + "/" + id)));
            for (JsonNode one : all) {
                check(uk, "https://openreferraluk.org/specifications/3.0/schema/" + object + ".json", one, problems);
                check(world, "https://raw.githubusercontent.com/openreferral/specification/3.1-dev/schema/" + object + ".json", one, problems);
                checked++;
            }
        }
        assertThat(problems).isEmpty();
        assertThat(checked).isGreaterThan(200);
        List<String> control = new ArrayList<>();
        check(uk, "https://openreferraluk.org/specifications/3.0/schema/service.json", JsonMapper.shared().readTree("{\"id\":\"x\",\"name\":\"y\"}"), control);
        assertThat(control).as("the control: no id and no status").hasSizeGreaterThanOrEqualTo(1);
    }

    private static SchemaRegistry registry(String prefix, String folder) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas((String iri) -> iri.startsWith(prefix) ? read(SCHEMAS.resolve(folder + iri.substring(prefix.length()))) : null));
    }

    private static String read(Path schema) {
        try {
            return Files.readString(schema);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void check(SchemaRegistry registry, String schema, JsonNode one, List<String> problems) {
        Schema its = registry.getSchema(SchemaLocation.of(schema));
        its.validate(one.toString(), InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))).forEach(error -> problems.add(schema.replaceAll(".*/", "") + " " + error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"})
    void pages_of_every_size_hold_each_once_and_say_where_they_are(String list) throws Exception {
        Set<String> all = ids(contents(json(get(AT + "/" + list).param("per_page", "500"))));
        for (int size = 1; size <= 100; size += size < 10 ? 1 : 13) {
            Set<String> walked = new TreeSet<>();
            int page = 1, pages;
            do {
                JsonNode one = json(get(AT + "/" + list).param("page", "" + page).param(page % 2 == 0 ? "perPage" : "per_page", "" + size));
                pages = one.path("total_pages").asInt();
                assertThat(one.path("total_items").asInt()).isEqualTo(all.size());
                assertThat(one.path("page_number").asInt()).isEqualTo(page);
                assertThat(one.path("size").asInt()).isEqualTo(one.path("contents").size()).isEqualTo(page < pages ? size : all.size() - (pages - 1) * size);
                assertThat(one.path("first_page").asBoolean()).isEqualTo(page == 1);
                assertThat(one.path("last_page").asBoolean()).isEqualTo(page == pages);
                assertThat(one.path("empty").asBoolean()).isFalse();
                contents(one).forEach(item -> assertThat(walked.add(item.path("id").asString())).isTrue());
            } while (++page <= pages);
            assertThat(walked).isEqualTo(all);
        }
        assertThat(json(get(AT + "/" + list).param("page", "100000")).path("empty").asBoolean()).isTrue();
        Set<String> streamed = new TreeSet<>();
        MockHttpServletResponse lines = send(get(AT + "/" + list).param("format", "ndjson"));
        assertThat(lines.getContentType()).startsWith("application/x-ndjson");
        lines.getContentAsString().lines().forEach(line -> streamed.add(JsonMapper.shared().readTree(line).path("id").asString()));
        assertThat(streamed).isEqualTo(all);
    }

    @Test
    void filters_hold_all_at_once_and_by_post_the_same_as_by_get() throws Exception {
        Set<String> all = ids(contents(json(get(AT + "/services").param("per_page", "500"))));
        JsonNode men = contents(json(get(AT + "/taxonomy_terms").param("search", "men").param("per_page", "500"))).stream().filter(one -> one.path("code").asString().equals("da-gender:men")).findFirst().orElseThrow();
        Set<String> forMen = ids(contents(json(get(AT + "/services").param("per_page", "500").param("taxonomy_term_id", men.path("id").asString()))));
        Set<String> both = ids(contents(json(get(AT + "/services").param("per_page", "500").param("taxonomy_term_id", men.path("id").asString()).param("search", "Harbour House"))));

        assertThat(forMen).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(both).isNotEmpty().hasSizeLessThan(forMen.size());
        assertThat(all).containsAll(forMen);
        assertThat(forMen).containsAll(both);
        assertThat(ids(contents(json(post(AT + "/services").contentType(MediaType.APPLICATION_JSON).content("{\"per_page\": 500, \"taxonomy_term_id\": \"" + men.path("id").asString() + "\", \"search\": \"Harbour House\"}"))))).isEqualTo(both);
        assertThat(ids(contents(json(post(AT + "/services").param("per_page", "500").param("taxonomy_term_id", men.path("id").asString()).param("search", "Harbour House"))))).isEqualTo(both);
        assertThat(json(get(AT + "/services").param("modified_after", "2999-01-01")).path("empty").asBoolean()).isTrue();
        assertThat(ids(contents(json(get(AT + "/services").param("modified_after", "1999-01-01T00:00:00Z").param("per_page", "500"))))).isEqualTo(all);
        assertThat(ids(contents(json(get(AT + "/services").param("minimal", "true"))))).isEqualTo(all);
    }

    @Test
    void a_standard_that_holds_finds_the_services_of_whoever_keeps_it_and_one_that_ran_out_is_not_spoken_of() throws Exception {
        JsonNode other = contents(json(get(AT + "/taxonomy_terms").param("per_page", "500"))).stream().filter(one -> one.path("code").asString().equals("da-quality:other")).findFirst().orElseThrow();

        List<JsonNode> found = contents(json(get(AT + "/services").param("per_page", "500").param("full", "true").param("taxonomy_term_id", other.path("id").asString())));

        assertThat(found).extracting(one -> one.path("name").asString()).contains("Harbour House support");
        assertThat(found).extracting(one -> one.path("accreditations").asString()).containsOnly("Westermouth Safe Services mark, Silver (to 2027-06-30)");
    }

    @Test
    void a_filter_finds_what_says_so_in_its_attributes_and_nothing_else() throws Exception {
        List<JsonNode> all = contents(json(get(AT + "/services").param("per_page", "500").param("full", "true")));
        int found = 0;
        for (JsonNode term : contents(json(get(AT + "/taxonomy_terms").param("per_page", "500")))) {
            Set<String> offered = ids(all.stream().filter(one -> said(one, "taxonomy_term_id", term.path("id").asString(), "does not")).toList());
            assertThat(ids(contents(json(get(AT + "/services").param("per_page", "500").param("taxonomy_term_id", term.path("id").asString()))))).as(term.path("code").asString()).isEqualTo(offered);
            found += offered.size();
        }
        for (JsonNode taxonomy : contents(json(get(AT + "/taxonomies").param("per_page", "500")))) {
            Set<String> spoken = ids(all.stream().filter(one -> contents(one, "attributes").stream().anyMatch(said -> said.path("taxonomy_term").path("taxonomy_id").equals(taxonomy.path("id")))).toList());
            assertThat(ids(contents(json(get(AT + "/services").param("per_page", "500").param("taxonomy_id", taxonomy.path("id").asString()))))).as(taxonomy.path("name").asString()).isEqualTo(spoken);
        }
        assertThat(found).as("the control: something is offered").isGreaterThan(50);
    }

    private static boolean said(JsonNode service, String name, String id, String but) {
        return contents(service, "attributes").stream().anyMatch(said -> said.path(name).asString().equals(id) && !said.path("value").asString().equals(but));
    }

    private static List<JsonNode> contents(JsonNode object, String list) {
        List<JsonNode> all = new ArrayList<>();
        object.path(list).forEach(all::add);
        return all;
    }

    @Test
    void what_cannot_be_read_is_refused_with_a_reason() throws Exception {
        for (String wrong : List.of("per_page=0", "per_page=501", "per_page=x", "page=-1", "organization_id=x", "modified_after=yesterday")) {
            MockHttpServletResponse answer = send(get(AT + "/services?" + wrong));
            assertThat(answer.getStatus()).as(wrong).isEqualTo(400);
            assertThat(answer.getContentAsString()).contains(wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(send(get(AT + "/service_at_locations").param("postcode", "QQ99")).getStatus()).isEqualTo(400);
        assertThat(send(post(AT + "/services").contentType(MediaType.APPLICATION_JSON).content("{")).getStatus()).isEqualTo(400);
        assertThat(send(post(AT + "/services").contentType(MediaType.APPLICATION_JSON).content("[1]")).getStatus()).isIn(200, 400);
        for (String list : LISTS) for (String id : List.of("x", "00000000-0000-4000-8000-00000000dead")) assertThat(send(get(AT + "/" + list + "/" + id)).getStatus()).isEqualTo(404);
    }

    @Test
    void what_did_not_change_is_not_sent_again_and_any_page_may_read_it() throws Exception {
        MockHttpServletResponse first = send(get(AT + "/services"));

        assertThat(first.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(send(get(AT + "/services").header("If-None-Match", first.getHeader("ETag"))).getStatus()).isEqualTo(304);
        assertThat(send(get(AT + "/services").header("If-None-Match", "\"other\"")).getStatus()).isEqualTo(200);
        assertThat(first.getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void no_service_with_a_refuge_has_a_place_and_none_has_an_address() throws Exception {
        Set<String> refuges = new TreeSet<>();
        directory.all(null).stream().filter(one -> one.parts().stream().anyMatch(part -> part.kind() == Part.Kind.REFUGE)).forEach(one -> refuges.add(one.id().toString()));
        List<JsonNode> places = contents(json(get(AT + "/service_at_locations").param("per_page", "500")));

        assertThat(refuges).isNotEmpty();
        assertThat(places).isNotEmpty().noneMatch(one -> refuges.contains(one.path("service_id").asString()));
        for (String refuge : refuges) {
            String whole = send(get(AT + "/services/" + refuge)).getContentAsString();
            assertThat(whole).doesNotContain("latitude", "address", "service_at_locations", "location");
        }
        assertThat(send(get(AT + "/services").param("full", "true").param("per_page", "500")).getContentAsString()).doesNotContain("address_1", "postal_code");
    }

    @Test
    void optional_fields_without_a_value_are_left_out() throws Exception {
        String all = send(get(AT + "/services").param("full", "true").param("per_page", "500")).getContentAsString();

        assertThat(all).doesNotContain(":null", ":\"\"", ":[]", ":{}");
    }

    private JsonNode json(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = send(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getContentAsString());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private static List<JsonNode> contents(JsonNode page) {
        List<JsonNode> contents = new ArrayList<>();
        page.path("contents").forEach(contents::add);
        return contents;
    }

    private static Set<String> ids(List<JsonNode> some) {
        Set<String> ids = new TreeSet<>();
        some.forEach(one -> ids.add(one.path("id").asString()));
        return ids;
    }
}
