package org.alongside.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class FromAgenciesTests {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    @Autowired World world;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;
    @Autowired FromAgencies agencies;
    @Autowired JdbcClient sql;

    @Test
    void a_professionals_referral_is_counted_for_the_agency_they_name_however_they_spell_it_and_nobody_elses_is() {
        String agency = "O’Neill Homes " + UUID.randomUUID();
        send(Asking.FOR_SOMEONE, agency);
        send(Asking.FOR_SOMEONE, "oneill  homes " + agency.substring(14).toUpperCase());
        send(Asking.MYSELF, agency);

        assertThat(world.as(World.LEE, () -> agencies.byMonth(List.of(agency)))).isEqualTo(Map.of(NOVEMBER, 2));
        assertThat(world.as(World.CAM, () -> agencies.byMonth(List.of("Another " + agency)))).isEmpty();
        for (Actor.Worker other : List.of(World.MINA, World.ASH, World.ROBIN)) assertThat(world.as(other, () -> agencies.byMonth(List.of(agency)))).as("" + other).isEmpty();
    }

    @Test
    void the_count_leads_to_no_referral_and_holds_no_name() {
        assertThat(sql.sql("select column_name from information_schema.columns where table_schema = 'referral' and table_name = 'from_agency'").query(String.class).list()).containsExactlyInAnyOrder("id", "organisation_id", "month", "agency", "about_behaviour");
        String agency = "Seaview Surgery " + UUID.randomUUID();
        send(Asking.FOR_SOMEONE, agency);
        assertThat(world.as(World.LEE, () -> sql.sql("select agency from referral.from_agency").query(String.class).list())).isNotEmpty().noneMatch(written -> written.toLowerCase().contains("seaview"));
    }

    private void send(Asking asking, String agency) {
        Actor.Holder visitor = new Actor.Holder(UUID.randomUUID().toString());
        Acting.as(visitor, () -> {
            Draft draft = drafts.begin(asking, visitor);
            drafts.answer(before -> Map.of(Question.CHANNELS, "NONE", Question.REFERRER_ORGANISATION, asking.isProfessional() ? agency : "", Question.WORDS, agency, Question.RECEIVER, DemoTown.HARBOUR_HOUSE.id().toString()));
            referrals.receive(draft.id());
        });
    }
}
