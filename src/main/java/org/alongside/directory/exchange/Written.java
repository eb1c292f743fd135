package org.alongside.directory.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.directory.Edition;
import org.alongside.directory.Editions;
import org.alongside.directory.Entry;
import org.alongside.directory.EntryRows;
import org.alongside.directory.Field;
import org.alongside.directory.Kept;
import org.alongside.directory.exchange.Staged.State;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a run wrote, made public or taken back. */
@Component
class Written {
    private final Stages stages;
    private final EntryRows rows;
    private final Editions editions;
    private final JdbcClient sql;

    Written(Stages stages, EntryRows rows, Editions editions, JdbcClient sql) {
        this.stages = stages;
        this.rows = rows;
        this.editions = editions;
        this.sql = sql;
    }

    /** Takes back what one record did, while nobody changed the service since. */
    void undo(UUID run, String externalId) {
        ImportRun of = stages.locked(run).orElseThrow(() -> new NotFound("import_run", run));
        record Row(String state, @Nullable UUID serviceId, @Nullable String before, @Nullable Integer written) {}
        Row row = sql.sql("select state, service_id, before::text, written from directory.staged where run_id = :run and external_id = :id").param("run", run).param("id", externalId).query(Row.class).optional().orElse(null);
        State state = row == null ? State.STAGED : State.valueOf(row.state);
        if (row == null || row.serviceId == null || !EnumSet.of(State.ACCEPTED, State.CHANGED, State.MERGED).contains(state)) throw new RuleBroken("imports.nothing-to-undo", "There is nothing to take back.");
        if (row.written != null) {
            sql.sql("select id from directory.service where id = :id for update").param("id", row.serviceId).query().listOfRows();
            Kept kept = one(row.serviceId);
            if (kept.version() != row.written && !onlyShown(kept, row.written)) throw new RuleBroken("imports.changed-since", "Somebody changed this entry since. Look at its history, and put back what you want from there.");
            if (row.before != null) {
                Entry before = Whole.JSON.readValue(row.before, Entry.class);
                rows.write(before, kept.keeper(), kept.ownFields());
                editions.add(before, kept.keeper(), Edition.How.UNDONE);
            } else {
                sql.sql("update directory.service set published = false, version = version + 1 where id = :id").param("id", row.serviceId).update();
                editions.add(kept.entry(), kept.keeper(), Edition.How.UNDONE);
            }
        }
        sql.sql("update directory.staged set state = 'UNDONE', undone_from = :state, before = null, written = null where run_id = :run and external_id = :id").param("state", row.state).param("run", of.id()).param("id", externalId).update();
    }

    /** Making it public counts as a version; nothing of what it says is another for it. */
    private boolean onlyShown(Kept kept, int written) {
        List<Edition> history = editions.of(kept.entry().id());
        return kept.version() == written + 1 && !history.isEmpty() && history.get(0).how() == Edition.How.PUBLISHED && history.size() > 1 && Field.between(history.get(1).entry(), kept.entry()).isEmpty();
    }

    /** Makes public what a run brought, but what a person took out before. @param me null for the run itself @return how many */
    int publish(ImportRun run, Actor.@Nullable Worker me) {
        List<UUID> services = stages.publishable(run.id());
        sql.sql("update directory.service set published = true, version = version + :more where id = any (:ids)").param("more", me == null ? 0 : 1).param("ids", services.toArray(UUID[]::new)).update();
        if (me != null) rows.read("s.id = any (:ids)", services).forEach(kept -> editions.add(kept.entry(), run.keeper(), Edition.How.PUBLISHED));
        return services.size();
    }

    private Kept one(UUID id) {
        return rows.read("s.id = any (:ids)", List.of(id)).findFirst().orElseThrow(() -> new NotFound("service", id));
    }
}
