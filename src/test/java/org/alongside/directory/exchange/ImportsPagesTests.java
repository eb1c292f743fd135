package org.alongside.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.directory.Directory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** The pages by which an editor takes a directory in, looks at what became of it, and shows or takes it back. */
@AlongsideTest
class ImportsPagesTests {
    private static final String PATH = "/desk/directory/imports";
    @Autowired Desk desk;
    @Autowired World world;
    @Autowired Comparison comparison;
    @Autowired Directory directory;
    @Autowired JdbcClient sql;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private MockMultipartFile sheet(String lines) {
        return new MockMultipartFile("file", "sheet-" + mark + ".csv", "text/csv", ("Ref,Name,Organisation,Summary,Serves,Offers\n" + lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_sheet_comes_in_waits_and_shows_when_an_editor_says_so() throws Exception {
        desk.done(World.ALEX, multipart(PATH).file(sheet("1,Outreach " + mark + ",Offerer " + mark + ",Words,Bradford,outreach\n2,<b>Bold</b> " + mark + ",Offerer " + mark + ",,Atlantis,outreach\n")));
        UUID run = world.as(World.ALEX, () -> sql.sql("select id from directory.import_run where feed = :feed").param("feed", "sheet-" + mark + ".csv").query(UUID.class).single());
        assertThat(desk.page(World.ALEX, get(PATH + "/" + run)).select("#progress").text()).contains("2 services read");
        Acting.as(new Actor.Job(Directory.IMPORTED, Imports.JOB), () -> comparison.decide(run, done -> { }));

        Document page = desk.page(World.ALEX, get(PATH + "/" + run));
        Document held = desk.page(World.ALEX, get(PATH + "/" + run + "?list=HELD"));
        UUID service = world.as(World.ALEX, () -> sql.sql("select service_id from directory.staged where run_id = :run and external_id = '1'").param("run", run).query(UUID.class).single());

        assertThat(page.select("#list").text()).contains("New and changed: 1", "Held back: 1");
        assertThat(page.select("ul.lines").text()).contains("Outreach " + mark, "New");
        assertThat(held.select("ul.lines").text()).contains("Bold " + mark, "do not say where it works", "is missing");
        assertThat(held.html()).doesNotContain("<b>Bold");
        assertThat(directory.service(service)).isEmpty();

        desk.done(World.ALEX, post(PATH + "/" + run + "/publication"));
        assertThat(directory.service(service)).isPresent();
        assertThat(desk.page(World.ALEX, get(PATH)).select("table").text()).contains("sheet-" + mark + ".csv", "Done");

        desk.done(World.ALEX, post(PATH + "/" + run + "/undoing").param("record", "1").param("list", "NEW"));
        assertThat(directory.service(service)).isEmpty();
        assertThat(desk.page(World.ALEX, get(PATH + "/" + run + "?list=NEW")).select("ul.lines").text()).contains("Taken back");
        TestDatabase.asOwner("delete from directory.staged where run_id = '" + run + "'");
        TestDatabase.asOwner("delete from directory.import_run where id = '" + run + "'");
    }

    @Test
    void what_cannot_be_read_or_reached_is_said_beside_the_field_and_nothing_is_kept() throws Exception {
        int before = runs();

        Document none = desk.page(World.ALEX, multipart(PATH).param("source", ""));
        Document plain = desk.page(World.ALEX, multipart(PATH).param("source", "http://council.example/"));
        Document nowhere = desk.page(World.ALEX, multipart(PATH).param("source", "https://council.example/").param("serves", "Atlantis"));
        Document web = desk.page(World.ALEX, multipart(PATH).file(new MockMultipartFile("file", "x.csv", "text/csv", "<html></html>".getBytes(StandardCharsets.UTF_8))));

        for (Document page : new Document[] {none, plain, nowhere, web}) assertThat(page.select(".govuk-error-summary")).hasSize(1);
        assertThat(plain.select("#source").val()).isEqualTo("http://council.example/");
        assertThat(runs()).isEqualTo(before);
    }

    // Safety: from the desk nobody makes this machine read what stands behind its own door.
    @Test
    void an_address_asked_for_at_the_desk_may_never_be_private() throws Exception {
        desk.done(World.ALEX, multipart(PATH).param("source", "https://localhost.localdomain/" + mark).param("name", mark).param("allowPrivate", "yes"));

        assertThat(world.as(World.ALEX, () -> sql.sql("select allow_private from directory.import_run where feed = :feed").param("feed", mark).query(Boolean.class).single())).isFalse();
        TestDatabase.asOwner("delete from directory.import_run where feed = '" + mark + "'");
    }

    @Test
    void the_template_has_every_column_and_is_read_back() throws Exception {
        String template = desk.send(World.ALEX, get(PATH + "/template")).getContentAsString(StandardCharsets.UTF_8);

        assertThat(Sheet.headings(Table.csv(template.getBytes(StandardCharsets.UTF_8), "template"))).hasSize(Sheet.Column.values().length);
    }

    @Test
    void these_pages_are_there_for_directory_editors_alone() throws Exception {
        for (String path : new String[] {PATH, PATH + "/template", PATH + "/" + UUID.randomUUID()}) {
            assertThat(desk.send(World.SAL, get(path)).getStatus()).isEqualTo(404);
            assertThat(desk.send(World.MINA, get(path)).getStatus()).isEqualTo(404);
        }
    }

    private int runs() {
        return world.as(World.ALEX, () -> sql.sql("select count(*) from directory.import_run").query(Integer.class).single());
    }
}
