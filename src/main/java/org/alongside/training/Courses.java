package org.alongside.training;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is taught. */
@Service
@Transactional
public class Courses {
    public static final Role[] WRITE = {Role.TRAINER, Role.MANAGER}, READ = {Role.TRAINER, Role.MANAGER, Role.COMMISSIONER};
    private final JdbcClient sql;
    private final AuditTrail audit;
    private final Clock clock;

    Courses(JdbcClient sql, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of the acting organisation that were not put away, by title. */
    @Transactional(readOnly = true)
    public List<Course> all() {
        return sql.sql("select id, title, title_cy, about, about_cy from training.course where organisation_id = access.organisation() and put_away_at is null order by lower(title), id limit 200").query(Course.class).list();
    }

    /** NotFound for one that is not there for whoever asks. */
    @Transactional(readOnly = true)
    public Course one(UUID id) {
        return sql.sql("select id, title, title_cy, about, about_cy from training.course where id = :id and put_away_at is null").param("id", id).query(Course.class).optional().orElseThrow(() -> new NotFound("course", id));
    }

    /** Writes down a new course; its id is made with the form, so that a second press finds the first. */
    public void add(Course course, Actor.Worker me) {
        me.mustBe(WRITE);
        int added = sql.sql("insert into training.course (id, title, title_cy, about, about_cy, made_by, made_at) values (:id, :title, :titleCy, :about, :aboutCy, :me, :now) on conflict (id) do nothing").params(words(course))
                .param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added > 0) audit.changed("course", course.id(), "added");
    }

    private static Map<String, Object> words(Course course) {
        return Map.of("id", course.id(), "title", course.title(), "titleCy", course.titleCy(), "about", course.about(), "aboutCy", course.aboutCy());
    }

    public void change(Course course, Actor.Worker me) {
        me.mustBe(WRITE);
        one(course.id());
        sql.sql("update training.course set title = :title, title_cy = :titleCy, about = :about, about_cy = :aboutCy where id = :id").params(words(course)).update();
        audit.changed("course", course.id(), "changed");
    }

    /** It is offered no more; the cohorts it had stay. */
    public void putAway(UUID id, Actor.Worker me) {
        me.mustBe(WRITE);
        one(id);
        sql.sql("update training.course set put_away_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("course", id, "put away");
    }
}
