package org.alongside.directory.assurance;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the public says is wrong. Nothing of it is shown to anybody but those who keep the entry; they look, ring, and change it or leave it. */
@Service
@Transactional
public class Suggestions {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String WORDS = "directory.suggestion.words";
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Suggestions(JdbcClient sql, Seal seal, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Takes down what somebody says about a published service, or about a line that comes with the software. */
    public void say(Listing service, Suggestion.About about, @Nullable String words) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into directory.suggestion (id, organisation_id, service_id, about, words, said_at) values (:id, coalesce((select organisation_id from directory.service where id = :service and published), :common), :service, :about, :words, :now)").param("common", Directory.IMPORTED.id()).param("id", id).param("about", about.name())
                .param("words", words == null ? null : seal.close(words, WORDS, id), Types.BINARY).param("now", Times.at(clock.instant())).param("service", service.id()).update();
    }

    /** What was said about one service, the newest first. */
    @Transactional(readOnly = true)
    public List<Suggestion> about(UUID service) {
        return read("service_id = :service", service);
    }

    /** What waits about lines that come with the software and have no entry. */
    @Transactional(readOnly = true)
    public List<Suggestion> aboutLines() {
        return read("dealt_at is null and :service::uuid is null and not exists (select from directory.service s where s.id = service_id)", null);
    }

    private List<Suggestion> read(String which, @Nullable UUID service) {
        return sql.sql("select id, service_id, about, words, said_at, used from directory.suggestion where " + which + " order by said_at desc, id limit 100").param("service", service)
                .query((row, n) -> new Suggestion(row.getObject("id", UUID.class), row.getObject("service_id", UUID.class), Suggestion.About.valueOf(row.getString("about")), seal.open(row.getBytes("words"), WORDS, row.getObject("id", UUID.class)), Times.instant(row, "said_at"), row.getObject("used", Boolean.class))).list();
    }

    /** Services about which something waits, and how much. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> waiting() {
        record One(UUID serviceId, int waits) {}
        return sql.sql("select service_id, count(*)::int as waits from directory.suggestion where dealt_at is null group by service_id").query(One.class).list().stream().collect(Collectors.toMap(One::serviceId, One::waits));
    }

    /** An editor looked into it. @param used whether they changed the entry for it */
    public void deal(UUID service, UUID suggestion, boolean used, Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        int dealt = sql.sql("update directory.suggestion set dealt_by = :me, dealt_at = :now, used = :used where id = :id and service_id = :service and dealt_at is null").param("me", me.worker().id()).param("now", Times.at(clock.instant()))
                .param("used", used).param("id", suggestion).param("service", service).update();
        if (dealt == 0 && about(service).stream().noneMatch(one -> one.id().equals(suggestion))) throw new NotFound("suggestion", suggestion);
    }

    /** Forgets what was said long ago, as the keeper's job. */
    int forget() {
        return sql.sql("delete from directory.suggestion where said_at < :old").param("old", Times.at(clock.instant().minus(KEPT))).update();
    }
}
