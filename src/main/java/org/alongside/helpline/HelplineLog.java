package org.alongside.helpline;

import java.time.Clock;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log of helpline contacts. */
@Service
@Transactional
public class HelplineLog {
    public static final String NOTE = "helpline.contact.note";
    private final JdbcClient sql;
    private final BehaviourWeeks weeks;
    private final Seal seal;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HelplineLog(JdbcClient sql, BehaviourWeeks weeks, Seal seal, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.weeks = weeks;
        this.seal = seal;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Records a contact once; recording the same id again changes nothing. */
    public void record(HelplineContact contact, Actor.Worker me) {
        Side side = me.side();
        if (side == null) throw new NotFound();
        int added = sql.sql("""
                insert into helpline.contact (id, organisation_id, side, worker_id, channel, started_at, minutes, caller, area, issue, safe_now, done, signpost, called_before, referred, note, recorded_at)
                values (:id, :organisation, :side, :worker, :channel, :startedAt, :minutes, :caller, :area, :issue, :safeNow, :done, :signpost, :calledBefore, :referred, :note, :now)
                on conflict (id) do nothing
                """).param("id", contact.id()).param("organisation", me.organisation().id()).param("side", side.name()).param("worker", me.worker().id())
                .param("channel", contact.channel().name()).param("startedAt", Times.at(contact.startedAt())).param("minutes", contact.minutes()).param("caller", contact.caller().name())
                .param("area", contact.area()).param("issue", contact.issue().name()).param("safeNow", contact.safeNow().name())
                .param("done", contact.done().stream().map(Enum::name).sorted().toArray(String[]::new)).param("signpost", contact.signpost())
                .param("calledBefore", contact.calledBefore()).param("referred", contact.referred())
                .param("note", contact.note().isBlank() ? null : seal.close(contact.note().strip(), NOTE, contact.id())).param("now", Times.at(clock.instant())).update();
        if (added == 0) return;
        weeks.count(contact);
        trail.changed("helpline contact", contact.id(), "recorded");
        events.publishEvent(new HelplineEvent.Recorded(contact.id(), me.organisation(), side, contact.channel(), contact.caller(), contact.issue(), contact.safeNow(), contact.minutes(),
                contact.referred(), clock.instant()));
    }
}
