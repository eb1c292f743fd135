package org.alongside.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Cost;
import org.alongside.directory.Entry;
import org.alongside.directory.Nation;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.QualityMark;
import org.alongside.directory.QualityScheme;
import org.alongside.directory.WayIn;
import org.alongside.directory.Welcome;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is understood of what others write, what is not, and what is dropped before anybody can read it. */
class ReadingTests {
    private static final String ENOUGH = """
            "id": "a1", "name": "Outreach", "description": "Someone to talk to.", "status": "active", "organization": {"id": "o1", "name": "A charity"}, "service_areas": [{"name": "Bradford"}]""";

    @Test
    void a_service_of_open_referral_uk_3_is_read() {
        Given given = Readers.one("""
                {"id": "9d3c1b9e-59b8-4c2e-9e0b-000000000001", "name": "Outreach", "description": "Someone to talk to.", "url": "https://charity.example/outreach", "email": "hello@charity.example", "status": "active",
                 "organization": {"id": "9d3c1b9e-59b8-4c2e-9e0b-000000000002", "name": "A charity", "description": "A charity", "organization_identifiers": [{"identifier_scheme": "GB-CHC", "identifier": "1234567"}]},
                 "contacts": [{"phones": [{"number": "01632 960001", "description": "Office"}]}], "minimum_age": 16, "maximum_age": 25,
                 "service_areas": [{"name": "Bradford"}, {"name": "Atlantis"}], "languages": [{"name": "Polish"}, {"code": "ur"}, {"name": "Klingonese"}], "cost_options": [{"option": "Free", "amount": 0}],
                 "service_at_locations": [{"location": {"location_type": "physical", "latitude": 53.7938, "longitude": -1.7564, "addresses": [{"address_1": "1 High Street", "postal_code": "BD1 1AA", "address_type": "physical"}]}}],
                 "schedules": [{"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "09:30", "closes_at": "13:00"}, {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "13:30:00", "closes_at": "16:30:00"}],
                 "attributes": [{"taxonomy_term": {"id": "x", "code": "ESD:123", "name": "Women only"}}]}""");

        Entry entry = given.entry();
        assertThat(given.isHeld()).isFalse();
        assertThat(entry.ways()).containsExactly(new WayIn(Way.PHONE, "01632 960001", "Office", null, "Mo-Fr 09:30-13:00; Mo-Fr 13:30-16:30", Set.of(Nation.ENGLAND)),
                new WayIn(Way.EMAIL, "hello@charity.example", null, null, null, Set.of()), new WayIn(Way.WEBSITE, "https://charity.example/outreach", null, null, null, Set.of()));
        assertThat(entry.offices()).containsExactly("BD1");
        assertThat(entry.serves()).containsExactly("Bradford");
        assertThat(entry.languages()).containsExactly("pl", "ur");
        assertThat(entry.conditions().cost()).isEqualTo(Cost.FREE);
        assertThat(entry.conditions().youngest()).isEqualTo(16);
        assertThat(given.offeredBy().identifiers()).containsExactly("GB-CHC-1234567");
        assertThat(given.offeredBy().description()).isNull();
        assertThat(entry.parts()).as("words of others are not turned into ours").isEmpty();
        assertThat(given.doubts()).extracting(Doubt::field).containsExactlyInAnyOrder("service_areas", "languages", "attributes");
    }

    @Test
    void a_standard_that_another_alongside_names_is_kept_with_its_last_day_and_said_on_until_then() {
        Given given = Readers.one("{" + ENOUGH + """
                , "attributes": [{"label": "Respect accreditation, Full", "value": "holds to 2027-03-31", "taxonomy_term": {"code": "da-quality:respect"}}, {"label": "Leading Lights", "value": "holds to 2026-10-31", "taxonomy_term": {"code": "da-quality:leading-lights"}},
                  {"label": "A mark", "value": "holds", "taxonomy_term": {"code": "da-quality:other"}}, {"label": "Broken", "value": "holds to 2027-02-31", "taxonomy_term": {"code": "da-quality:other"}}, {"label": "Somebody else's", "value": "holds", "taxonomy_term": {"code": "ESD:77"}}]}""");

        assertThat(given.offeredBy().marks()).containsExactly(new QualityMark("Respect accreditation, Full", null, LocalDate.of(2027, 3, 31)), new QualityMark("Leading Lights", null, LocalDate.of(2026, 10, 31)), new QualityMark("A mark", null, null));

        JsonNode written = Readers.TERMS.service(new Whole(given.entry(), given.offeredBy()).shown(Readers.PLACES, null));
        assertThat(Json.all(written, "attributes").stream().map(one -> one.path("taxonomy_term").path("code").asString() + " " + one.path("label").asString() + " " + one.path("value").asString()))
                .as("not the one that ran out").containsExactly("da-quality:respect Respect accreditation, Full holds to 2027-03-31", "da-quality:other A mark holds");
        assertThat(written.path("accreditations").asString()).isEqualTo("Respect accreditation, Full (to 2027-03-31); A mark");
    }

    @Test
    void a_standard_that_is_named_after_an_address_is_not_kept() {
        Given given = Readers.one("{" + ENOUGH + """
                , "locations": [{"name": "x", "addresses": [{"address_1": "Rosemarker Cottage"}]}], "attributes": [{"label": "Rosemarker Cottage", "value": "holds", "taxonomy_term": {"code": "da-quality:other"}}, {"label": "Another mark", "value": "holds", "taxonomy_term": {"code": "da-quality:other"}}]}""");

        assertThat(given.offeredBy().marks()).extracting(QualityMark::scheme).as("control: the other one is").containsExactly("Another mark");
    }

    @Test
    void a_standard_is_known_by_the_names_people_give_it() {
        assertThat(Stream.of("Respect", "respect accredited (full)", "Leading Lights", "Women’s Aid National Quality Standards", "Imkaan", "Irrespective", "ISO 9001").map(name -> new QualityMark(name, null, null).known()))
                .containsExactly(QualityScheme.RESPECT, QualityScheme.RESPECT, QualityScheme.LEADING_LIGHTS, QualityScheme.WOMENS_AID, QualityScheme.IMKAAN, QualityScheme.OTHER, QualityScheme.OTHER);
    }

    @Test
    void older_shapes_are_read_too() {
        Given given = Readers.one("""
                {"service_id": "77", "name": "Old", "description": "Old shape", "status": "active", "url": "charity.example", "organization": [{"id": "3", "name": "A charity", "url": "http://charity.example"}],
                 "regular_schedule": [{"byday": "MO", "opens_at": "9:00", "closes_at": "17.00"}], "contacts": [{"email": "x@charity.example", "phones": [{"number": "(01632) 960-002"}]}],
                 "eligibilitys": [{"eligibility": "adults", "minimum_age": "18.0", "maximum_age": "99"}], "service_area": [{"service_area": "LS", "extent": null}], "languages": [{"language": "English"}],
                 "service_at_locations": [{"location": {"physical_addresses": [{"postal_code": "LS1 4DY"}]}}]}""");

        assertThat(given.isHeld()).isFalse();
        assertThat(given.externalId()).isEqualTo("77");
        assertThat(given.entry().serves()).containsExactly("LS");
        assertThat(given.entry().offices()).containsExactly("LS1");
        assertThat(given.entry().ways()).extracting(WayIn::value).containsExactly("(01632) 960-002", "x@charity.example", "https://charity.example");
        assertThat(given.entry().ways().get(0).hours()).isEqualTo("Mo 09:00-17:00");
        assertThat(given.entry().conditions().youngest()).isEqualTo(18);
        assertThat(given.offeredBy().website()).isEqualTo("https://charity.example");
    }

    @Test
    void what_has_no_name_no_words_no_organisation_or_no_area_is_held_with_a_reason_for_each_field() {
        Given given = Readers.one("{\"id\": \"x\"}");

        assertThat(given.isHeld()).isTrue();
        assertThat(given.doubts().stream().filter(Doubt::grave)).extracting(Doubt::field).containsExactlyInAnyOrder("name", "description", "organization", "service_areas");
        assertThat(Readers.one("[]").isHeld()).isTrue();
        assertThat(Readers.one("{" + ENOUGH.replace("active", "defunct") + "}").doubts()).anyMatch(doubt -> doubt.grave() && doubt.field().equals("status"));
    }

    @Test
    void a_record_without_an_id_is_found_again_by_its_name() {
        Given one = Readers.one("{" + ENOUGH.replace("\"id\": \"a1\", \"name\"", "\"name\"") + "}"), again = Readers.one("{" + ENOUGH.replace("\"id\": \"a1\", \"name\": \"Outreach\"", "\"name\": \"  OUTREACH \"") + "}");

        assertThat(one.externalId()).isEqualTo(again.externalId()).startsWith("name:");
        assertThat(one.doubts()).extracting(Doubt::field).contains("id");
    }

    @Test
    void script_and_html_are_taken_off_however_often_they_are_wrapped() {
        Given given = Readers.one("""
                {"id": "a1", "name": "<script>alert(1)</script><b>Out</b>reach &amp; more", "description": "<p>First.</p><p onclick=x>Second &amp;lt;img src=x onerror=alert(1)&amp;gt;.</p><style>p{}</style>",
                 "status": "active", "organization": {"id": "o1", "name": "A <i>charity</i>"}, "service_areas": [{"name": "Bradford"}], "url": "javascript:alert(1)", "phones": [{"number": "01632 960001", "description": "<svg/onload=alert(1)>Office"}]}""");

        assertThat(given.entry().name()).isEqualTo("Outreach & more");
        assertThat(given.entry().summary()).isEqualTo("First. Second .");
        assertThat(given.offeredBy().name()).isEqualTo("A charity");
        assertThat(given.entry().ways()).containsExactly(new WayIn(Way.PHONE, "01632 960001", "Office", null, null, Set.of()));
        assertThat(PlainText.of("Tom & Jo <3 a < b")).isEqualTo("Tom & Jo <3 a < b");
        assertThat(PlainText.of("a\u202Eb\u0000c\u200Bd")).isEqualTo("abcd");
    }

    @Test
    void hours_that_are_no_plain_week_are_read_date_by_date() {
        for (String row : List.of("\"freq\": \"MONTHLY\", \"byday\": \"1MO\", \"opens_at\": \"09:00\", \"closes_at\": \"17:00\"", "\"freq\": \"WEEKLY\", \"interval\": 2, \"dtstart\": \"2026-11-02\", \"byday\": \"MO\", \"opens_at\": \"09:00\", \"closes_at\": \"17:00\"",
                "\"freq\": \"WEEKLY\", \"byday\": \"MO\", \"until\": \"2027-01-01\", \"opens_at\": \"09:00\", \"closes_at\": \"17:00\"")) {
            Given given = Readers.one("{" + ENOUGH + ", \"phones\": [{\"number\": \"01632 960001\"}], \"schedules\": [{" + row + "}]}");
            String hours = given.entry().ways().get(0).hours();

            assertThat(hours).as(row).startsWith("on 20").contains("09:00-17:00");
            assertThat(OpeningHours.read(hours, Set.of(), null).areStated()).isTrue();
            assertThat(given.doubts()).as(row).extracting(Doubt::field).doesNotContain("schedules");
        }
    }

    @Test
    void hours_that_cannot_be_read_stay_not_stated() {
        for (String row : List.of("\"freq\": \"WEEKLY\", \"interval\": 2, \"byday\": \"MO\", \"opens_at\": \"09:00\", \"closes_at\": \"17:00\"", "\"freq\": \"WEEKLY\", \"byday\": \"MO\", \"opens_at\": \"09:00\"", "\"freq\": \"YEARLY\", \"byday\": \"MO\", \"opens_at\": \"09:00\", \"closes_at\": \"17:00\"",
                "\"freq\": \"WEEKLY\", \"opens_at\": \"09:00\", \"closes_at\": \"17:00\"", "\"description\": \"Monday to Friday 9 to 5\"")) {
            Given given = Readers.one("{" + ENOUGH + ", \"phones\": [{\"number\": \"01632 960001\"}], \"schedules\": [{" + row + "}]}");

            assertThat(given.isHeld()).isFalse();
            assertThat(given.entry().ways().get(0).hours()).as(row).isNull();
            assertThat(given.doubts()).as(row).extracting(Doubt::field).contains("schedules");
        }
    }

    // Safety: where a refuge is must be gone before anything of it is written down.
    @Test
    void where_a_refuge_is_is_dropped_while_it_is_read() {
        String where = """
                , "url": "https://maps.example/?q=53.79381,-1.75642", "service_at_locations": [{"location": {"name": "Rose Cottage", "latitude": 53.7938, "longitude": -1.7564, "addresses": [{"address_1": "12 Rose Lane", "city": "Bradford", "postal_code": "BD1 2ZZ"}]}}],
                "application_process": "Come to 12 Rose Lane. Ring first.", "fees_description": "Free. Near Rose Cottage.", "phones": [{"number": "01632 960001", "description": "At BD1 2ZZ"}]""";
        for (String said : List.of("\"name\": \"Westermouth Refuge\", \"description\": \"We are at 12 Rose Lane, BD1 2ZZ. A safe place.\"", "\"name\": \"Housing\", \"description\": \"Safe accommodation for women. Find us at 53.7938, -1.7564!\"",
                "\"name\": \"Housing\", \"description\": \"For women.\", \"attributes\": [{\"taxonomy_term\": {\"name\": \"Women's refuges\"}}]", "\"name\": \"Housing\", \"description\": \"For women.\", \"attributes\": [{\"taxonomy_term\": {\"code\": \"da-need:refuge\"}, \"value\": \"offers\", \"label\": \"a safe place to stay\"}]")) {
            Given given = Readers.one("{\"id\": \"a1\", \"status\": \"active\", \"organization\": {\"id\": \"o\", \"name\": \"Home\", \"description\": \"Home. The refuge is 4 Hill Street.\"}, \"service_areas\": [{\"name\": \"Bradford\"}], " + said + where + "}");
            String all = Whole.JSON.writeValueAsString(given);

            assertThat(given.hasRefuge()).isTrue();
            assertThat(given.entry().offices()).isEmpty();
            assertThat(all).doesNotContain("BD1", "Rose", "53.79", "1.756", "Hill Street", "maps.example");
            assertThat(all).contains("01632 960001", "Ring first.");
        }
        assertThat(Readers.one("{" + ENOUGH + where + "}").entry().offices()).as("control: an office that is none of a refuge").containsExactly("BD1");
    }

    @Test
    void a_postcode_stays_in_no_words_whoever_wrote_them() {
        Given given = Readers.one("{" + ENOUGH.replace("Someone to talk to.", "Someone to talk to. Come to BD1 2ZZ on Mondays. Ring first.") + "}");

        assertThat(given.entry().summary()).isEqualTo("Someone to talk to. Ring first.");
        assertThat(given.doubts()).anyMatch(doubt -> doubt.field().equals("description") && !doubt.grave());
    }

    @Test
    void long_words_are_cut_at_a_sentence_and_that_is_said() {
        Given given = Readers.one("{" + ENOUGH.replace("Someone to talk to.", "A sentence of some length. ".repeat(40)) + "}");

        assertThat(given.entry().summary()).hasSizeBetween(500, 600).endsWith("length.");
        assertThat(given.doubts()).anyMatch(doubt -> doubt.field().equals("description") && doubt.words().contains("cut"));
    }

    @Test
    void whoever_is_welcomed_and_not_at_once_is_not_stated() {
        Given given = Readers.one("{" + ENOUGH + """
                , "attributes": [{"taxonomy_term": {"code": "da-need:outreach"}, "label": "x", "value": "offers"}, {"taxonomy_term": {"code": "da-gender:men"}, "label": "x", "value": "welcomes"}, {"taxonomy_term": {"code": "da-gender:men"}, "label": "x", "value": "does not"},
                 {"taxonomy_term": {"code": "da-gender:women"}, "label": "x", "value": "perhaps"}, {"taxonomy_term": {"code": "da-access:self"}, "value": "does not"}]}""");

        assertThat(given.entry().parts().get(0).welcomes()).isEmpty();
        assertThat(given.entry().parts().get(0).doesNot()).isEmpty();
        assertThat(given.entry().referSelf()).isEqualTo(Welcome.NO);
    }

    @Test
    void files_are_known_by_what_is_in_them() throws IOException {
        assertThat(Readers.file("[{" + ENOUGH + "},{" + ENOUGH + "}]")).hasSize(2);
        assertThat(Readers.file("{\"total_items\": 1, \"contents\": [{" + ENOUGH + "}]}")).hasSize(1);
        assertThat(Readers.file("{" + ENOUGH + "}\n{" + ENOUGH + "}\n")).hasSize(2);
        assertThat(Readers.FILES.read(("[{" + ENOUGH + "},{\"id\":").getBytes(StandardCharsets.UTF_8), Readers.FROM).brokenOff()).contains("after 1");
        for (String none : List.of("<html></html>", "{\"a\"", "")) assertThatThrownBy(() -> Readers.file(none)).as(none).isInstanceOf(CannotRead.class);
        Map<String, String> tables = Map.of("data/services.csv", "id,organization_id,name,description,status\n1,2,Outreach,Words,active\n", "data/organizations.csv", "id,name\n2,A charity\n", "data/service_areas.csv", "id,service_id,name\n1,1,Leeds\n",
                "data/phones.csv", "id,contact_id,number\n1,5,01632 960004\n", "data/contacts.csv", "id,service_id,email\n5,1,a@b.example\n", "data/locations.csv", "id,name\n7,Office\n", "data/service_at_locations.csv", "id,service_id,location_id\n8,1,7\n", "data/addresses.csv", "id,location_id,address_1,postal_code\n9,7,1 High Street,LS1 4DY\n");

        Entry entry = Readers.FILES.read(zip(tables), Readers.FROM).services().get(0).entry();

        assertThat(entry.serves()).containsExactly("Leeds");
        assertThat(entry.ways()).extracting(WayIn::value).containsExactly("01632 960004", "a@b.example");
        assertThat(entry.offices()).containsExactly("LS1");
        assertThatThrownBy(() -> Readers.FILES.read(zip(Map.of("readme.txt", "x")), Readers.FROM)).isInstanceOf(CannotRead.class);
    }

    // Safety: a small file must not fill the memory of the machine.
    @Test
    void a_zip_that_unpacks_to_far_more_than_it_is_is_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("services.csv"));
            byte[] nothing = new byte[1 << 20];
            for (int mega = 0; mega < 100; mega++) zip.write(nothing);
        }

        assertThat(out.size()).isLessThan(200_000);
        assertThatThrownBy(() -> Readers.FILES.read(out.toByteArray(), Readers.FROM)).isInstanceOf(CannotRead.class).hasMessageContaining("more than we unpack");
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
