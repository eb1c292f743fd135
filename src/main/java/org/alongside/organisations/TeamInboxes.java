package org.alongside.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether referrals may be sent to a team, when somebody reads them, and within how many days they are answered. */
@Service
@Transactional
public class TeamInboxes {
    private final JdbcClient sql;

    TeamInboxes(JdbcClient sql) {
        this.sql = sql;
    }

    public record Inbox(UUID id, String team, Side side, boolean staffed, Set<DayOfWeek> days, @Nullable LocalTime at, int answersWithinDays) {}

    public List<Inbox> all(Actor.Worker me) {
        me.mustBe(Role.ADMINISTRATOR);
        return sql.sql("select * from organisations.team where organisation_id = access.organisation() order by side desc, name").query(TeamInboxes::inbox).list();
    }

    public Inbox one(Actor.Worker me, UUID id) {
        return all(me).stream().filter(inbox -> inbox.id.equals(id)).findFirst().orElseThrow(() -> new NotFound("team", id));
    }

    /** Throws RuleBroken when a staffed inbox has no day, no hour, or an answer later than 30 days. */
    public void change(Actor.Worker me, UUID id, boolean staffed, Set<DayOfWeek> days, @Nullable LocalTime at, int answersWithinDays) {
        one(me, id);
        // Safety: nobody is told that their referral will be read unless we know when.
        if (staffed && days.isEmpty()) throw new RuleBroken("inbox.days", "Choose the days on which somebody reads the inbox");
        if (staffed && at == null) throw new RuleBroken("inbox.at", "Enter the time by which somebody reads it, like 9:30");
        if (staffed && (answersWithinDays < 1 || answersWithinDays > 30)) throw new RuleBroken("inbox.within", "Enter a number of days from 1 to 30");
        sql.sql("update organisations.team set receives = :staffed, read_on = :days, read_at = :at, answers_within_days = :within where id = :id")
                .param("staffed", staffed).param("days", days.stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new))
                .param("at", at).param("within", answersWithinDays < 1 ? null : answersWithinDays).param("id", id).update();
    }

    private static Inbox inbox(ResultSet row, int number) throws SQLException {
        ReadingTimes times = ReadingTimes.of((Integer[]) row.getArray("read_on").getArray(), LocalTime.NOON);
        return new Inbox(row.getObject("id", UUID.class), row.getString("name"), Side.valueOf(row.getString("side")), row.getBoolean("receives"),
                times.days(), row.getObject("read_at", LocalTime.class), row.getInt("answers_within_days"));
    }
}
