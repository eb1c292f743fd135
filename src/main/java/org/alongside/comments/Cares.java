package org.alongside.comments;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.shared.Worded;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an organisation promises about comments, and the words it wishes to have marked or kept apart. */
@Service
@Transactional
public class Cares {
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Cares(AuditTrail audit, JdbcClient sql, Clock clock) {
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    public enum Effect implements Worded {
        MARK("Mark it for the moderator"),
        SPAM("Keep the comment apart as advertising");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    public record WordRule(UUID id, String words, Effect effect) {}

    @Transactional(readOnly = true)
    public Care of(Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        return sql.sql("select hours, within_hours, hard_a_day, version from comments.care where organisation_id = access.organisation()").query((row, number) -> new Care(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4))).optional().orElse(Care.USUAL);
    }

    /** RuleBroken when the hours cannot be read, or somebody else changed them meanwhile. */
    public void promise(Care care, Actor.Worker me) {
        me.mustBe(Role.MANAGER);
        try {
            if (!care.opening().areStated()) throw new RuleBroken("comments.hours", "Write on which days and at what times somebody reads");
        } catch (IllegalArgumentException unreadable) {
            throw new RuleBroken("comments.hours", "Write the hours like this: Monday to Friday 9am-5pm");
        }
        int kept = sql.sql("""
                insert into comments.care (hours, within_hours, hard_a_day, version) values (:hours, :within, :hard, 1)
                on conflict (organisation_id) do update set hours = excluded.hours, within_hours = excluded.within_hours, hard_a_day = excluded.hard_a_day, version = comments.care.version + 1 where comments.care.version = :version
                """).param("hours", care.hours()).param("within", care.within()).param("hard", care.hardADay()).param("version", care.version()).update();
        if (kept == 0) throw new RuleBroken("comments.care-changed", "Somebody else changed this meanwhile. Look at it again; what you typed is still here.");
        audit.changed("care of comments", me.organisation().id(), "changed");
    }

    /** In the order of the alphabet. */
    @Transactional(readOnly = true)
    public List<WordRule> rules(Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        return sql.sql("select id, words, effect from comments.word_rule order by words").query(WordRule.class).list();
    }

    /** RuleBroken when these words have a rule. */
    public void add(UUID id, String words, Effect effect, Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        try {
            sql.sql("insert into comments.word_rule (id, words, effect, added_at) values (:id, :words, :effect, :now) on conflict (id) do nothing").param("id", id).param("words", words.toLowerCase(Locale.UK)).param("effect", effect.name()).param("now", Times.at(clock.instant())).update();
        } catch (DuplicateKeyException twice) {
            throw new RuleBroken("comments.rule-twice", "There is a rule for these words already.");
        }
        audit.changed("word rule", id, "added");
    }

    public void remove(UUID id, Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        if (sql.sql("delete from comments.word_rule where id = :id").param("id", id).update() == 0) throw new NotFound("word rule", id);
        audit.changed("word rule", id, "removed");
    }
}
