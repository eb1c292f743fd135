package org.alongside.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class TrailTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired AuditTrail trail;
    @Autowired JdbcClient sql;

    final UUID record = UUID.randomUUID();

    @Test
    void the_trail_reads_as_sentences() throws Exception {
        world.as(World.MINA, () -> trail.looked("case", record));
        world.as(World.TOM, () -> trail.changed("referral", record, "accepted"));
        world.as(World.TOM, () -> trail.listed("referral", "inbox", List.of(record, UUID.randomUUID())));

        assertThat(page("/desk/audit?record=" + record).select("tbody td:nth-child(2)").eachText())
                .containsExactly("Tom Reyes saw a list (inbox) of 2 referral records", "Tom Reyes: referral accepted", "Mina Okafor opened case");
    }

    @Test
    void it_narrows_by_colleague_kind_of_act_and_day() throws Exception {
        world.as(World.MINA, () -> trail.looked("case", record));
        world.as(World.TOM, () -> trail.changed("case", record, "closed"));
        String today = sql.sql("select (now() at time zone 'Europe/London')::date::text").query(String.class).single();

        assertThat(lines("&worker=" + World.TOM.worker().id())).containsExactly("Tom Reyes: case closed");
        assertThat(lines("&act=LOOKED")).containsExactly("Mina Okafor opened case");
        assertThat(lines("&day=" + today)).hasSize(2);
        assertThat(lines("&day=2001-01-01")).isEmpty();
    }

    @Test
    void it_goes_on_after_fifty_entries_without_losing_or_repeating_one() throws Exception {
        world.as(World.MINA, () -> {
            for (int i = 0; i < 70; i++) trail.changed("case", record, "step " + i);
        });

        Document first = page("/desk/audit?record=" + record);
        Document second = page(first.select(".pages a[rel=next]").attr("href"));
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(Stream.concat(first.select("tbody td:nth-child(2)").eachText().stream(), second.select("tbody td:nth-child(2)").eachText().stream()).distinct()).hasSize(70);
        assertThat(second.select(".pages a[rel=next]")).isEmpty();
        assertThat(second.select(".pages a[rel=prev]").attr("href")).isEqualTo("/desk/audit?record=" + record);
    }

    @Test
    void reading_the_trail_is_itself_in_the_trail() throws Exception {
        page("/desk/audit?record=" + record);

        assertThat(page("/desk/audit?record=" + record).select("tbody td:nth-child(2)").eachText()).contains("Priya Nand opened the trail");
    }

    @Test
    void only_the_leads_of_the_same_organisation_read_it() throws Exception {
        world.as(World.MINA, () -> trail.changed("case", record, "opened"));

        for (Actor.Worker worker : List.of(World.MINA, World.TOM, World.SAL, World.ALEX, World.ROBIN)) mvc.perform(get("/desk/audit").with(world.signedIn(worker))).andExpect(status().isNotFound());
        mvc.perform(get("/desk/audit").param("record", record.toString()).with(world.signedIn(World.NIA))).andExpect(status().isOk()).andExpect(content().string(not(containsString("Mina Okafor"))));
    }

    @Test
    void a_refusal_is_kept_with_who_asked_what_was_asked_and_for_which_record() throws Exception {
        mvc.perform(get("/desk/team/" + record + "/leaving").with(world.signedIn(World.ALEX))).andExpect(status().isNotFound());
        mvc.perform(get("/desk/team/" + record).with(world.signedIn(World.MINA))).andExpect(status().isNotFound());

        assertThat(lines("&act=REFUSED")).containsExactly("Mina Okafor asked for a former colleague and was refused, GET /desk/team/{id}",
                "Alex Moss asked for a former colleague and was refused, GET /desk/team/{id}/leaving");
    }

    @Test
    void what_somebody_typed_into_an_address_is_not_kept_and_a_page_shown_is_no_refusal() throws Exception {
        long before = refusals();
        mvc.perform(get("/desk/Jane-Smith-of-Mill-Lane").with(world.signedIn(World.MINA))).andExpect(status().isNotFound());
        mvc.perform(get("/desk/account").with(world.signedIn(World.MINA))).andExpect(status().isOk());

        mvc.perform(get("/desk/team/Jane-Smith-of-Mill-Lane").with(world.signedIn(World.MINA))).andExpect(status().isNotFound());

        assertThat(refusals()).isEqualTo(before + 1);
        assertThat(world.as(World.PRIYA, () -> sql.sql("select kind || ' ' || detail from audit.entry where act = 'REFUSED' order by sequence desc limit 1").query(String.class).single())).isEqualTo("page GET /desk/team/{id}");
    }

    @Test
    void the_form_leads_to_an_address_that_holds_ids_only() throws Exception {
        mvc.perform(post("/desk/audit").with(world.signedIn(World.PRIYA)).param("worker", World.TOM.worker().id().toString()).param("act", "LOOKED").param("record", ""))
                .andExpect(redirectedUrl("/desk/audit?worker=" + World.TOM.worker().id() + "&act=LOOKED"));
        mvc.perform(post("/desk/audit").with(world.signedIn(World.PRIYA)).param("record", "Jane Smith").param("day", "yesterday")).andExpect(status().isOk())
                .andExpect(content().string(containsString("Enter the whole number of the record"))).andExpect(content().string(containsString("Enter a day like"))).andExpect(content().string(containsString("value=\"Jane Smith\"")));
    }

    @Test
    void an_empty_answer_says_so() throws Exception {
        assertThat(page("/desk/audit?record=" + record + "&day=2001-01-01").select(".empty").text()).contains("Nothing in the trail matches this");
    }

    private List<String> lines(String more) throws Exception {
        return page("/desk/audit?record=" + record + more).select("tbody td:nth-child(2)").eachText().stream().map(line -> line.replaceFirst("^Refused ", "")).filter(line -> !line.contains("the trail")).toList();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(World.PRIYA))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private long refusals() {
        return world.as(World.PRIYA, () -> sql.sql("select count(*) from audit.entry where act = 'REFUSED' and worker_id = :mina").param("mina", World.MINA.worker().id()).query(Long.class).single());
    }
}
