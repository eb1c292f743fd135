package org.alongside.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.evaluation.Sheets.Sheet;
import org.alongside.instruments.Instruments;
import org.alongside.training.Cohorts;
import org.alongside.training.Course;
import org.alongside.training.Courses;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AlongsideTest
class ReportPagesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String CLOSED = path(DemoEvaluations.CLOSED), OPEN = path(DemoEvaluations.OPEN);
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Evaluations evaluations;
    @Autowired Sheets sheets;
    @Autowired Instruments instruments;
    @Autowired JdbcClient sql;
    @Autowired Courses courses;
    @Autowired Cohorts cohorts;

    @Test
    void the_illustration_has_the_published_figures_and_says_that_it_is_one() throws Exception {
        Document page = desk.page(World.LEE, get(CLOSED));

        assertThat(page.text()).contains("An illustration. Nobody gave these answers").contains("5 of 25 people were confident before, 18 of 25 after").contains("13 of 31 people were confident before, 31 of 31 after").contains("6 of 31 people were confident before, 31 of 31 after")
                .contains("20 %").contains("72 %").contains("What such figures can and cannot show").contains("Newcombe").doesNotContain("caused by");
        assertThat(page.select("figure.diverging")).hasSizeGreaterThanOrEqualTo(7).allSatisfy(chart -> assertThat(chart.select("table")).hasSize(1));
        assertThat(page.select("figure.slope")).isNotEmpty();
        assertThat(page.select("[id]").stream().map(Element::id).toList()).doesNotHaveDuplicates();
    }

    @Test
    void a_percentage_never_stands_without_its_people() throws Exception {
        for (String address : List.of(CLOSED, CLOSED + "/outside")) {
            for (Element row : desk.page(World.LEE, get(address)).select("tr:matches(\\d %)")) assertThat(row.text()).as(address).matches("(?s).*\\d.* of .*\\d.*");
        }
    }

    @Test
    void what_leaves_shows_no_number_that_is_kept_back() throws Exception {
        Report report = world.as(World.LEE, () -> Report.of(evaluations.one(DemoEvaluations.CLOSED), evaluations.counted(DemoEvaluations.CLOSED), Optional.empty(), List.of(), true));
        Document outside = desk.page(World.CAM, get(CLOSED));

        assertThat(outside.text()).contains("all but fewer than 5 of 31 after").contains("This is what may leave").doesNotContain("With every number").doesNotContain("31 of 31");
        for (Asked asked : report.counted()) {
            Element section = outside.select("#question-" + asked.number()).first().parent();
            boolean cells = asked.change().flatMap(Paired::table).isPresent();
            assertThat(section.text().contains("is not shown: one of these numbers")).as(asked.question().ask()).isEqualTo(!cells);
            if (!cells) assertThat(section.text()).doesNotContain("McNemar").doesNotContain("improved");
        }
        assertThat(desk.page(World.LEE, get(CLOSED)).text()).as("the control: for those who hold the answers").contains("31 of 31").contains("McNemar");
        assertThat(desk.page(World.LEE, get(CLOSED + "/outside")).select("main .asked").text()).isEqualTo(outside.select("main .asked").text());
    }

    @Test
    void whoever_does_not_hold_the_answers_reads_what_may_leave_and_others_nothing() throws Exception {
        assertThat(desk.page(World.CAM, get("/desk/evaluations/reports")).select("main a[href=" + CLOSED + "]")).hasSize(1);
        for (String address : List.of(CLOSED, CLOSED + "/outside", CLOSED + ".pdf", CLOSED + "/data")) {
            for (Actor.Worker stranger : List.of(World.MINA, World.ROBIN, World.ASH, World.NIA)) assertThat(desk.send(stranger, get(address)).getStatus()).as(address + " " + stranger).isEqualTo(404);
            assertThat(desk.send(World.CAM, get(address)).getStatus()).as(address).isEqualTo(200);
        }
        assertThat(desk.send(World.CAM, get("/desk/evaluations/" + DemoEvaluations.CLOSED.id())).getStatus()).isEqualTo(404);
    }

    @Test
    void nothing_leaves_while_answers_come_in_and_the_job_that_counts_sees_none_of_them() throws Exception {
        assertThat(desk.page(World.CAM, get(OPEN)).text()).contains("There is none yet").contains("once the evaluation is closed");
        assertThat(desk.page(World.LEE, get(OPEN)).text()).contains("Still open");
        for (String address : List.of(OPEN + ".pdf", OPEN + "/data")) assertThat(desk.send(World.LEE, get(address)).getRedirectedUrl()).isEqualTo(OPEN + "/outside");
        EvaluationId one = planned(IdentityMode.TICKET, List.of(4), List.of(5));

        assertThat(counted(one)).isZero();
        world.as(World.LEE, () -> evaluations.close(one, World.LEE));
        assertThat(counted(one)).as("the control: it is closed").isEqualTo(2);
    }

    private int counted(EvaluationId one) {
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Reports.REPORT), () -> sql.sql("select count(*) from evaluation.sheet where evaluation_id = :id").param("id", one.id()).query(Integer.class).single());
    }

    @Test
    void nobody_one_person_and_groups_without_a_link_are_all_reported() throws Exception {
        for (IdentityMode identity : IdentityMode.values()) {
            for (List<Integer> answers : List.of(List.<Integer>of(), List.of(3), IntStream.range(0, 14).mapToObj(person -> 1 + person % 5).toList())) {
                EvaluationId one = planned(identity, answers, answers.stream().map(place -> Math.min(5, place + 1)).toList());
                assertThat(desk.page(World.LEE, get(path(one))).text()).contains("What limits this").contains("Nothing is known about referrals");
                world.as(World.LEE, () -> evaluations.close(one, World.LEE));
                Document outside = desk.page(World.CAM, get(path(one)));
                assertThat(outside.text()).contains("What leaves");
                if (answers.size() < 10) assertThat(outside.select("main").text()).contains(identity.pairs() ? "Not shown: fewer than ten people" : answers.isEmpty() ? "Nobody answered this" : "Too few people");
                else assertThat(outside.text()).contains(identity.pairs() ? "the same people" : "not the same people");
                for (String as : List.of(".pdf", "/data")) assertThat(desk.send(World.CAM, get(path(one) + as)).getStatus()).isEqualTo(200);
            }
        }
    }

    private EvaluationId planned(IdentityMode identity, List<Integer> before, List<Integer> after) {
        UUID id = UUID.randomUUID();
        world.as(World.LEE, () -> evaluations.plan(id, new Plan("Tested", "x", List.of(new QuestionSet(instruments.current("confidence"), "fairly"), new QuestionSet(instruments.current("event-feedback"), null)), identity, 3, true, DAY), World.LEE));
        Evaluation one = world.as(World.LEE, () -> evaluations.one(new EvaluationId(id)));
        List<Sheet> all = new ArrayList<>();
        for (int person = 0; person < before.size(); person++) {
            UUID pair = identity.pairs() ? UUID.randomUUID() : null;
            all.add(sheet(pair, Wave.BEFORE, before.get(person)));
            all.add(sheet(pair, Wave.AFTER, after.get(person)));
        }
        if (!all.isEmpty()) world.as(World.LEE, () -> sheets.put(one, all, "PAPER"));
        return one.id();
    }

    private Sheet sheet(@Nullable UUID pair, Wave wave, int place) {
        List<Integer> places = new ArrayList<>(Collections.nCopies(7, place));
        for (int question = 0; question < 5; question++) places.add(wave == Wave.AFTER ? Integer.valueOf(1 + place % 3) : null);
        return new Sheet(UUID.randomUUID(), pair, DAY, new Answered(wave, null, places, Map.of()), null);
    }

    @Test
    void the_document_opens_is_tagged_and_keeps_back_what_the_page_does() throws Exception {
        try (PDDocument document = Loader.loadPDF(desk.send(World.CAM, get(CLOSED + ".pdf")).getContentAsByteArray())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            String words = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(words).contains("An illustration.").contains("all but fewer than 5 of 31 after").contains("What limits this").doesNotContain("31 of 31");
            assertThat(words).contains("Answers before and after: the numbers");
            boolean drawn = false;
            for (PDPage page : document.getPages()) drawn |= page.getResources().getXObjectNames().iterator().hasNext();
            assertThat(drawn).as("and the pictures").isTrue();
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document).strip()).as("its pages have numbers").startsWith("2");
        }
    }

    @Test
    void the_data_package_is_what_it_says_it_is_and_the_same_each_time() throws Exception {
        MockHttpServletResponse answer = desk.send(World.CAM, get(CLOSED + "/data"));
        Map<String, String> files = files(answer.getContentAsByteArray());
        JsonNode described = JsonMapper.shared().readTree(files.get("datapackage.json"));

        assertThat(described.path("profile").asString()).isEqualTo("tabular-data-package");
        assertThat(described.path("resources")).hasSize(7);
        int keptBack = 0;
        for (JsonNode resource : described.path("resources")) {
            List<CsvRecord> rows;
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(files.remove(resource.path("path").asString()))) {
                rows = csv.stream().toList();
            }
            List<JsonNode> fields = new ArrayList<>(resource.path("schema").path("fields").values());
            assertThat(rows.get(0).getFields()).isEqualTo(fields.stream().map(field -> field.path("name").asString()).toList());
            List<String> missing = resource.path("schema").path("missingValues").values().stream().map(JsonNode::asString).toList();
            assertThat(missing).containsExactly("", "[c]");
            for (CsvRecord row : rows.subList(1, rows.size())) {
                for (int at = 0; at < fields.size(); at++) {
                    String cell = row.getField(at);
                    if (cell.equals("[c]")) keptBack++;
                    if (!missing.contains(cell)) assertThat(cell).matches(type(fields.get(at).path("type").asString()));
                }
            }
        }
        assertThat(keptBack).isPositive();
        assertThat(files.keySet()).containsExactly("datapackage.json", "README.md");
        assertThat(Arrays.equals(answer.getContentAsByteArray(), desk.send(World.LEE, get(CLOSED + "/data")).getContentAsByteArray())).as("the same bytes for everybody").isTrue();
    }

    private static String type(String type) {
        return switch (type) {
            case "integer" -> "-?\\d+";
            case "number" -> "-?\\d+(\\.\\d+)?";
            case "boolean" -> "true|false";
            case "yearmonth" -> "\\d{4}-\\d\\d";
            default -> "(?s).+";
        };
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void a_commissioner_is_told_how_many_came_as_everybody_is() throws Exception {
        EvaluationId one = planned(IdentityMode.TICKET, List.of(), List.of());
        UUID course = UUID.randomUUID(), cohort = UUID.randomUUID();
        world.as(World.LEE, () -> {
            courses.add(new Course(course, "Reported course " + course, "", "", ""), World.LEE);
            cohorts.plan(cohort, course, new Cohorts.Plan(true, "", "", 5, 24, one.id(), Map.of()), TestClock.START.plusSeconds(86400), TestClock.START.plusSeconds(90000), World.LEE);
            for (int person = 0; person < 12; person++) {
                sql.sql("insert into training.trained (registration_id, organisation_id, cohort_id, course_id, person, sector, on_day, minutes, code, code_fingerprint, initials) values (:id, access.organisation(), :cohort, :course, :id::text, 'HOUSING', '2026-11-20', 60, '', :id::text, 'AB')")
                        .param("id", UUID.randomUUID()).param("cohort", cohort).param("course", course).update();
            }
            evaluations.close(one, World.LEE);
        });

        assertThat(desk.page(World.LEE, get(path(one))).select("tr:contains(Came)").first().text()).isEqualTo("Came 12");
        assertThat(desk.page(World.LEE, get(path(one) + "/outside")).select("tr:contains(Came)").first().text()).isEqualTo("Came about 10");
        assertThat(desk.page(World.CAM, get(path(one))).select("tr:contains(Came)").first().text()).isEqualTo("Came about 10");
    }

    @Test
    void who_took_a_report_away_is_written_down() throws Exception {
        int before = taken();
        desk.send(World.CAM, get(CLOSED + "/data"));

        assertThat(taken()).isEqualTo(before + 1);
    }

    private int taken() {
        return world.as(World.PRIYA, () -> sql.sql("select count(*) from audit.entry where subject_id = :id and detail = 'report taken away: data'").param("id", DemoEvaluations.CLOSED.id()).query(Integer.class).single());
    }

    private static String path(EvaluationId id) {
        return "/desk/evaluations/" + id.id() + "/report";
    }
}
