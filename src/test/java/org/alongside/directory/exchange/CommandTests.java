package org.alongside.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.operator.CannotStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** The operator's two commands, but for opening the house. */
@AlongsideTest
class CommandTests {
    @Autowired ApplicationContext house;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @TempDir Path folder;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String said = "";

    @AfterEach
    void nothing_stays() {
        TestDatabase.asOwner("delete from directory.staged where run_id in (select id from directory.import_run where feed = '" + mark + "')");
        TestDatabase.asOwner("delete from directory.import_run where feed = '" + mark + "'");
        TestDatabase.asOwner("delete from directory.service_part where service_id in (select id from directory.service where feed = '" + mark + "')");
        TestDatabase.asOwner("delete from directory.edition where service_id in (select id from directory.service where feed = '" + mark + "')");
        TestDatabase.asOwner("delete from directory.service where feed = '" + mark + "'");
    }

    private int taken(String... arguments) throws Exception {
        ImportDirectory command = new ImportDirectory();
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(out));
        line.parseArgs(arguments);
        command.check();
        int status = command.run(house);
        said = out.toString();
        return status;
    }

    private Path sheet() throws IOException {
        return Files.writeString(folder.resolve("sheet.csv"), "Ref,Name,Organisation,Summary,Serves,Offers\n1,Outreach " + mark + ",Offerer " + mark + ",Words,Bradford,outreach\n2,,,,,\n3,Nameless,,,,\n");
    }

    private int services() {
        return world.as(World.ALEX, () -> sql.sql("select count(*) from directory.service where feed = :feed").param("feed", mark).query(Integer.class).single());
    }

    @Test
    void a_file_is_taken_in_with_a_report_and_only_looked_at_when_asked() throws Exception {
        String file = sheet().toString();

        assertThat(taken(file, "--name", mark, "--dry-run")).isZero();
        assertThat(said).contains("Only looked. 3 services: 1 new", "2 held back", "Held back because:");
        assertThat(services()).isZero();

        assertThat(taken(file, "--name", mark)).isZero();
        assertThat(said).contains("3 services: 1 new", "1 can be made public at /desk/directory/imports/");
        assertThat(taken(file, "--name", mark, "--publish")).isZero();
        assertThat(said).contains("0 new, 0 changed, 1 as before");
        assertThat(world.as(World.anyone(), () -> sql.sql("select count(*) from directory.service where feed = :feed").param("feed", mark).query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void a_machine_beside_this_one_is_asked_only_when_that_is_allowed() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/services", exchange -> {
            byte[] page = ("{\"total_pages\": 1, \"contents\": [{\"id\": \"1\", \"name\": \"Outreach " + mark + "\", \"description\": \"Words\", \"organization\": {\"name\": \"Offerer " + mark + "\"}, \"service_areas\": [{\"name\": \"Leeds\"}]}]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/services";

            assertThatThrownBy(() -> taken(address, "--name", mark)).isInstanceOf(CannotStart.class).hasMessageContaining("https");
            assertThatThrownBy(() -> taken(address.replace("http:", "https:"), "--name", mark)).isInstanceOf(CannotStart.class).hasMessageContaining("not on the open net");
            assertThat(taken(address, "--name", mark, "--allow-private")).isZero();
            assertThat(services()).isEqualTo(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_cannot_be_read_is_said_in_a_line() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<html></html>");

        assertThatThrownBy(() -> taken(page.toString(), "--name", mark)).isInstanceOf(CannotStart.class).hasMessageContaining("web page");
        assertThatThrownBy(() -> taken(folder.resolve("none.csv").toString())).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> taken(page.toString(), "--serves", "Atlantis")).isInstanceOf(CannotStart.class).hasMessageContaining("Atlantis");
    }

    @Test
    void everything_public_goes_out_in_three_forms_that_are_read_back_alike() throws Exception {
        for (String form : new String[] {"json", "ndjson", "zip"}) {
            ExportDirectory command = new ExportDirectory();
            new CommandLine(command).setOut(new PrintWriter(new StringWriter())).parseArgs(folder.resolve("directory." + form).toString());
            command.check();
            assertThat(command.run(house)).isZero();
            assertThatThrownBy(command::check).isInstanceOf(CannotStart.class);
        }

        var json = Readers.FILES.read(Files.readAllBytes(folder.resolve("directory.json")), Readers.FROM).services();
        assertThat(json).hasSizeGreaterThan(5).noneMatch(Given::isHeld);
        assertThat(Readers.FILES.read(Files.readAllBytes(folder.resolve("directory.ndjson")), Readers.FROM).services()).isEqualTo(json);
        assertThat(Readers.FILES.read(Files.readAllBytes(folder.resolve("directory.zip")), Readers.FROM).services().stream().map(given -> new Whole(given.entry(), given.offeredBy()))).containsExactlyInAnyOrderElementsOf(json.stream().map(given -> new Whole(given.entry(), given.offeredBy())).toList());
        assertThatThrownBy(() -> {
            ExportDirectory command = new ExportDirectory();
            new CommandLine(command).parseArgs("x.pdf");
            command.check();
        }).isInstanceOf(CannotStart.class);
    }
}
