package org.alongside.helpline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.shared.NotFound;
import org.alongside.shared.SmallNumbers;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often a week somebody asked a line about their own behaviour; never who. */
@Service
@Transactional
public class BehaviourWeeks {
    private final JdbcClient sql;

    BehaviourWeeks(JdbcClient sql) {
        this.sql = sql;
    }

    /** By Monday, from that one on; a week that is missing had none. Safety: a number leaves this room protected only, since with the log of one side the rest could be somebody. */
    @Transactional(readOnly = true)
    public Map<LocalDate, SmallNumbers.Shown> since(LocalDate monday, Actor.Worker me) {
        if (me.side() == null) throw new NotFound();
        me.mustBe(Role.FACILITATOR, Role.MANAGER, Role.SAFEGUARDING_LEAD);
        Map<LocalDate, SmallNumbers.Shown> weeks = new HashMap<>();
        sql.sql("select week, contacts from helpline.behaviour_week where organisation_id = access.organisation() and week >= :monday").param("monday", monday)
                .query((row, number) -> weeks.put(row.getObject("week", LocalDate.class), SmallNumbers.alone(row.getInt("contacts")))).list();
        return weeks;
    }

    void count(HelplineContact contact) {
        if (contact.caller() == HelplineContact.Caller.OWN_BEHAVIOUR || contact.issue() == HelplineContact.Issue.OWN_BEHAVIOUR) add(contact.startedAt(), 1);
    }

    void add(Instant at, int contacts) {
        sql.sql("insert into helpline.behaviour_week (week, contacts) values (:week, :contacts) on conflict (organisation_id, week) do update set contacts = helpline.behaviour_week.contacts + :contacts")
                .param("week", Times.day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))).param("contacts", contacts).update();
    }
}
