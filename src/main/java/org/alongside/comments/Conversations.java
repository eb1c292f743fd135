package org.alongside.comments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.helpline.Topic;
import org.alongside.organisations.Organisations;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of the house, as the rooms they belong to tell of them. */
@Service
@Transactional
public class Conversations {
    private final Organisations organisations;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Clock clock;

    Conversations(Organisations organisations, Jobs jobs, JdbcClient sql, Clock clock) {
        this.organisations = organisations;
        this.jobs = jobs;
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps a conversation as it is now: the first time, and whenever its title, its place or its end changed. As a worker of its organisation, or as its job "engagement". */
    public void keep(Conversation one) {
        sql.sql("""
                insert into comments.conversation (id, organisation_id, title, path, topic, shown, closes_at) values (:id, :organisation, :title, :path, :topic, :shown, :closes)
                on conflict (id) do update set title = excluded.title, path = excluded.path, topic = excluded.topic, shown = excluded.shown, closes_at = excluded.closes_at
                """).param("id", one.id()).param("organisation", one.organisation().id()).param("title", one.title()).param("path", one.path()).param("topic", one.topic().name()).param("shown", one.shown())
                .param("closes", Times.atOrNull(one.closesAt()), Types.TIMESTAMP_WITH_TIMEZONE).update();
        // Asked for here and not with each comment: many of those come at once.
        jobs.ask(Comments.ROUND, one.organisation(), one.organisation().id(), clock.instant().plus(CommentClock.ROUND));
    }

    /** RuleBroken while the organisation has nobody who would read: two who moderate, and a safeguarding lead. Safety: nobody is asked to speak where nobody listens. */
    @Transactional(readOnly = true)
    public void mustBeRead(OrganisationId organisation) {
        if (organisations.withRole(organisation, null, Moderation.ROLES).size() < 2 || organisations.withRole(organisation, null, Role.SAFEGUARDING_LEAD).isEmpty()) {
            throw new RuleBroken("comments.nobody-reads", "Before people can comment, your organisation needs two people who moderate and a safeguarding lead. An administrator gives these roles.");
        }
    }

    static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(row.getObject("id", UUID.class), new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("title"), row.getString("path"), Topic.valueOf(row.getString("topic")), row.getBoolean("shown"), Times.instantOrNull(row, "closes_at"));
    }
}
