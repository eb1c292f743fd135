package org.alongside.ui.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import java.util.UUID;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.FramesForTests;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;

class TroublePagesTests {
    private final TroublePages pages = new TroublePages(FramesForTests.frames());
    private final MockMvc door = MockMvcBuilders.standaloneSetup(new Breaks(), pages).setControllerAdvice(pages).setViewResolvers(FramesForTests.pages()).build();

    @Controller
    static class Breaks {
        @GetMapping("/breaks/{how}")
        String page(@PathVariable String how) {
            throw switch (how) {
                case "not-found" -> new NotFound();
                case "refused" -> new RuleBroken("referral.already-decided", "This referral has been decided already.");
                case "changed" -> new OptimisticLockingFailureException("version");
                case "too-many-tries" -> new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
                case "too-big" -> new MaxUploadSizeExceededException(10);
                case "no-connection" -> new CannotGetJdbcConnectionException("away", new SQLException());
                case "no-transaction" -> new CannotCreateTransactionException("away");
                case "wrapped" -> new IllegalStateException(new CannotCreateTransactionException("away"));
                default -> new IllegalStateException("Alex Example, 1 Secret Street");
            };
        }

        @GetMapping("/numbered/{number}")
        String numbered(@PathVariable UUID number) {
            return "never";
        }
    }

    @ParameterizedTest
    @CsvSource({"not-found, 404, We cannot find this page", "refused, 409, We could not do that", "changed, 409, Someone else changed this", "too-many-tries, 429, Too many tries", "too-big, 413, That was too big to send", "no-connection, 503, Part of this service is not working right now",
            "no-transaction, 503, Part of this service is not working right now", "wrapped, 503, Part of this service is not working right now", "anything, 500, Something went wrong here"})
    void whatever_breaks_the_page_stays_calm(String how, int status, String title) throws Exception {
        MockHttpServletResponse response = door.perform(get("/breaks/" + how)).andReturn().getResponse();
        Document page = Jsoup.parse(response.getContentAsString());

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(page.expectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select("#exit[href=/leave]")).hasSize(1);
        assertThat(page.select("a[href=tel:08082000247]")).hasSize(1);
        assertThat(page.text()).contains("999").doesNotContain("Secret", "Exception");
        assertThat(page.title()).isEqualTo("Local support");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void what_a_person_typed_reaches_no_log(CapturedOutput log) throws Exception {
        door.perform(get("/breaks/anything"));

        assertThat(log.getAll()).contains("A page broke: java.lang.IllegalStateException at org.alongside").doesNotContain("Secret Street");
    }

    @Test
    void a_rule_that_was_broken_says_which_in_its_own_words() throws Exception {
        assertThat(door.perform(get("/breaks/refused")).andReturn().getResponse().getContentAsString()).contains("This referral has been decided already.");
    }

    @Test
    void an_address_that_makes_no_sense_is_only_a_page_we_do_not_have() throws Exception {
        assertThat(door.perform(get("/numbered/not-a-number")).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"403, 403, We could not accept that", "404, 404, We cannot find this page", "405, 404, We cannot find this page", "400, 404, We cannot find this page", "401, 404, We cannot find this page", "413, 413, That was too big to send",
            "429, 429, Too many tries", "500, 500, Something went wrong here", "502, 500, Something went wrong here", "503, 503, Part of this service is not working right now"})
    void what_is_refused_at_the_door_gets_its_page_too(int refused, int status, String title) throws Exception {
        MockHttpServletResponse response = door.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, refused)).andReturn().getResponse();

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(Jsoup.parse(response.getContentAsString()).expectFirst("h1").text()).isEqualTo(title);
    }

    @Test
    void a_database_that_is_away_behind_the_door_is_said_so() throws Exception {
        MockHttpServletResponse response = door.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new CannotCreateTransactionException("away"))).andReturn().getResponse();

        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void the_error_address_by_itself_is_no_page() throws Exception {
        assertThat(door.perform(get("/error")).andReturn().getResponse().getStatus()).isEqualTo(404);
    }
}
