package org.alongside.comments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Protected;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people talk about, in numbers that name nobody, and in the words of those who said that they may be quoted. */
@Service
@Transactional
public class Themes {
    private static final int MOST_QUOTES = 500;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Themes(AuditTrail audit, JdbcClient sql, Clock clock) {
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    public record Theme(UUID id, String name) {}

    /** By name. */
    @Transactional(readOnly = true)
    public List<Theme> all(Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        return sql.sql("select id, name from comments.theme order by lower(name)").query(Theme.class).list();
    }

    /** RuleBroken when there is one of that name. */
    public void add(UUID id, String name, Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        try {
            sql.sql("insert into comments.theme (id, name, added_at) values (:id, :name, :now) on conflict (id) do nothing").param("id", id).param("name", name).param("now", Times.at(clock.instant())).update();
        } catch (DuplicateKeyException twice) {
            throw new RuleBroken("comments.theme-twice", "There is a theme of that name already.");
        }
        audit.changed("theme", id, "added");
    }

    /** It is on no comment any more. */
    public void remove(UUID id, Actor.Worker me) {
        me.mustBe(Role.MANAGER);
        if (sql.sql("delete from comments.theme where id = :id").param("id", id).update() == 0) throw new NotFound("theme", id);
        audit.changed("theme", id, "removed");
    }

    /** @return what one comment is about */
    @Transactional(readOnly = true)
    public Set<UUID> of(UUID comment) {
        return Set.copyOf(sql.sql("select theme_id from comments.tag where comment_id = :id").param("id", comment).query(UUID.class).list());
    }

    /** A conversation of the organisation. */
    @Transactional(readOnly = true)
    public List<Conversation> conversations(Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        return sql.sql("select * from comments.conversation order by shown desc, title, id").query((row, number) -> Conversations.conversation(row)).list();
    }

    /** Words somebody agreed to have quoted, as they were shown, in nobody's name. */
    public record Quote(String theme, String words) {}

    /** @param themes with how many comments were about each; some are about several @param shown how many are shown in all */
    public record Analysis(Map<String, Protected> themes, Protected shown, List<Quote> quotes) {}

    /** Of what is shown. Safety: counts are protected, since a conversation may be small; quotes are those of people who agreed, without the name, the newest 500. @param conversation null for all */
    @Transactional(readOnly = true)
    public Analysis analysis(@Nullable UUID conversation, Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        List<String> names = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        sql.sql("""
                select t.name, count(p.comment_id)::int as comments from comments.theme t left join comments.tag g on g.theme_id = t.id
                  left join comments.published p on p.comment_id = g.comment_id and (:conversation::uuid is null or p.conversation_id = :conversation::uuid) group by t.id, t.name order by lower(t.name)
                """).param("conversation", conversation).query(row -> {
            names.add(row.getString("name"));
            counts.add(row.getInt("comments"));
        });
        int shown = sql.sql("select count(*)::int from comments.published p join comments.conversation v on v.id = p.conversation_id where (:conversation::uuid is null or p.conversation_id = :conversation::uuid) and p.organisation_id = access.organisation()").param("conversation", conversation).query(Integer.class).single();
        List<Quote> quotes = sql.sql("""
                select coalesce((select string_agg(t.name, ', ' order by lower(t.name)) from comments.tag g join comments.theme t on t.id = g.theme_id where g.comment_id = c.id), '') as theme, p.words
                  from (select id, decided_at from comments.comment where may_quote and state = 'PUBLISHED' and (:conversation::uuid is null or conversation_id = :conversation::uuid) order by decided_at desc limit :most) c join comments.published p on p.comment_id = c.id
                 order by 1, c.decided_at, c.id
                """).param("conversation", conversation).param("most", MOST_QUOTES).query(Quote.class).list();
        return new Analysis(Protected.parts(names, counts), Protected.whole(shown), quotes);
    }
}
