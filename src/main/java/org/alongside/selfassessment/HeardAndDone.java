package org.alongside.selfassessment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.audit.AuditTrail;
import org.alongside.involvement.Heard;
import org.alongside.involvement.Involvement;
import org.alongside.involvement.InvolvementEvent;
import org.alongside.shared.NotFound;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changed because survivors asked for it, as evidence. Safety: only the two sentences that anybody may read of it, for as long as they may: reviewers of other organisations read evidence. */
@Service
@Transactional
public class HeardAndDone {
    static final String FOLLOWS = "evidence-follows-heard";
    private static final String TITLE = "Survivors asked for it, and it was done";
    private final SelfAssessments assessments;
    private final Shelf shelf;
    private final Involvement involvement;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    HeardAndDone(SelfAssessments assessments, Shelf shelf, Involvement involvement, Jobs jobs, AuditTrail audit, ApplicationEventPublisher events, JdbcClient sql, Clock clock) {
        this.assessments = assessments;
        this.shelf = shelf;
        this.involvement = involvement;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    /** What the acting organisation has made public of this statement and does not stand beside it yet. */
    @Transactional(readOnly = true)
    public List<Heard> notShown(SelfAssessment assessment, String statement) {
        List<UUID> here = sql.sql("select e.change_id from selfassessment.shown s join selfassessment.evidence e on e.id = s.evidence_id where s.assessment_id = :id and s.statement_id = :statement and e.change_id is not null and e.taken_at is null")
                .param("id", assessment.id().id()).param("statement", statement).query(UUID.class).list();
        return involvement.heard(assessment.organisation(), assessment.standard().key(), statement).stream().filter(one -> !here.contains(one.change())).toList();
    }

    /** Puts it beside the statement to which it belongs. NotFound when it is not public, or belongs elsewhere. */
    public void use(SelfAssessmentId id, String statement, UUID change, Actor.Worker me) {
        SelfAssessment assessment = assessments.own(id, me);
        Heard heard = involvement.heard(assessment.organisation(), assessment.standard().key(), statement).stream().filter(one -> one.change().equals(change)).findFirst().orElseThrow(() -> new NotFound("change", change));
        sql.sql("""
                insert into selfassessment.evidence (id, kind, title, words, change_id, collected_on, owner_id, added_by, added_at) values (:id, 'LISTENED', :title, :words, :change, :on, :me, :me, :now)
                on conflict (organisation_id, change_id) where taken_at is null do nothing
                """).param("id", UUID.randomUUID()).param("title", TITLE).param("words", words(heard)).param("change", change).param("on", heard.on()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        shelf.use(id, statement, List.of(evidence(change).orElseThrow()), me);
    }

    private Optional<UUID> evidence(UUID change) {
        return sql.sql("select id from selfassessment.evidence where change_id = :change and organisation_id = access.organisation() and taken_at is null").param("change", change).query(UUID.class).optional();
    }

    private static String words(Heard heard) {
        return "We heard: " + heard.heard() + "\nWe did: " + heard.did();
    }

    @EventListener
    void on(InvolvementEvent.PublicWordsChanged changed) {
        Acting.current().filter(Actor.Worker.class::isInstance).map(Actor.Worker.class::cast).ifPresent(me -> jobs.ask(FOLLOWS, me.organisation(), changed.change(), clock.instant()));
    }

    /** For the job: what is public is read here as it is today, and what is not is gone. */
    void follow(OrganisationId organisation, UUID change) {
        evidence(change).ifPresent(evidence -> {
            Optional<Heard> heard = involvement.heard(change);
            heard.ifPresent(one -> sql.sql("update selfassessment.evidence set words = :words, collected_on = :on where id = :id").param("words", words(one)).param("on", one.on()).param("id", evidence).update());
            if (heard.isPresent()) return;
            sql.sql("update selfassessment.evidence set words = '', taken_at = :now, taken_why = 'It is no longer public.' where id = :id").param("now", Times.at(clock.instant())).param("id", evidence).update();
            audit.changed("evidence", evidence, "taken away");
            sql.sql("select distinct assessment_id from selfassessment.shown where evidence_id = :id").param("id", evidence).query(UUID.class).list().forEach(shown -> events.publishEvent(new SelfAssessmentEvent.GroundChanged(new SelfAssessmentId(shown))));
        });
    }
}
