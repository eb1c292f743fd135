package org.alongside.involvement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a group met, who came, and what was said, in nobody's name. */
@Service
@Transactional
public class GroupMeetings {
    private static final String NEEDS = "involvement.meeting.access_needs", SAID = "involvement.meeting.said", SUPPORT = "involvement.meeting.support";
    private static final String FACTS = "select m.*, coalesce((select array_agg(c.member_id) from involvement.came c where c.meeting_id = m.id), '{}') as came from involvement.meeting m ";
    private static final int MOST = 200;
    private final Groups groups;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    GroupMeetings(Groups groups, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.groups = groups;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<GroupMeeting> of(UUID group, Actor.Worker me) {
        groups.mustRun(group, me);
        return sql.sql(FACTS + "where m.group_id = :group order by m.held_on desc, m.id limit :most").param("group", group).param("most", MOST).query(this::meeting).list();
    }

    @Transactional(readOnly = true)
    public GroupMeeting one(UUID id, Actor.Worker me) {
        Groups.mustBeOfTheSide(me);
        return sql.sql(FACTS + "where m.id = :id").param("id", id).query(this::meeting).optional().orElseThrow(() -> new NotFound("steering group meeting", id));
    }

    /** Plans one, or writes down one that was. @param id made with the form, so that a second press finds the first */
    public void plan(UUID id, UUID group, LocalDate on, String agenda, String accessNeeds, Actor.Worker me) {
        groups.mustRun(group, me);
        int planned = sql.sql("insert into involvement.meeting (id, group_id, held_on, agenda, access_needs, made_by, made_at) values (:id, :group, :on, :agenda, :needs, :me, :now) on conflict (id) do nothing").param("id", id).param("group", group).param("on", on)
                .param("agenda", agenda).param("needs", seal.closeWords(accessNeeds, NEEDS, id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (planned > 0) audit.changed("steering group meeting", id, "planned");
    }

    /** @param came ids of members of this group @param revision as it was read; RuleBroken when somebody else saved meanwhile */
    public void save(UUID id, LocalDate on, GroupMeeting.Words words, Set<UUID> came, int revision, Actor.Worker me) {
        GroupMeeting meeting = one(id, me);
        int saved = sql.sql("update involvement.meeting set held_on = :on, agenda = :agenda, access_needs = :needs, said = :said, support = :support, revision = revision + 1 where id = :id and revision = :revision").param("on", on).param("agenda", words.agenda())
                .param("needs", seal.closeWords(words.accessNeeds(), NEEDS, id)).param("said", seal.closeWords(words.said(), SAID, id)).param("support", seal.closeWords(words.support(), SUPPORT, id)).param("id", id).param("revision", revision).update();
        if (saved == 0) throw new RuleBroken("involvement.meanwhile", "Somebody else saved this meanwhile. What you wrote is still here: open the page again beside it, and put the two together.");
        sql.sql("delete from involvement.came where meeting_id = :id").param("id", id).update();
        sql.sql("insert into involvement.came (meeting_id, member_id, group_id) select :id, m.id, m.group_id from involvement.member m where m.group_id = :group and m.id = any (:came)").param("id", id).param("group", meeting.group()).param("came", came.toArray(UUID[]::new)).update();
        audit.changed("steering group meeting", id, "written");
    }

    private GroupMeeting meeting(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        GroupMeeting.Words words = new GroupMeeting.Words(row.getString("agenda"), seal.openWords(row.getBytes("access_needs"), NEEDS, id), seal.openWords(row.getBytes("said"), SAID, id), seal.openWords(row.getBytes("support"), SUPPORT, id));
        return new GroupMeeting(id, row.getObject("group_id", UUID.class), row.getObject("held_on", LocalDate.class), words, Stream.of((UUID[]) row.getArray("came").getArray()).collect(Collectors.toSet()), row.getInt("revision"));
    }
}
