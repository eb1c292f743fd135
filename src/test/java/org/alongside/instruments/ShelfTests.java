package org.alongside.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.instruments.Shelved.Status;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class ShelfTests {
    @Autowired Shelf shelf;
    @Autowired Instruments instruments;
    @Autowired JdbcClient sql;
    @Autowired World world;
    final String key = "checklist-" + UUID.randomUUID();

    @Test
    void what_was_loaded_is_asked_only_after_it_was_published() {
        Shelved loaded = load("1", "Is it safe?");

        assertThat(loaded.status()).isEqualTo(Status.LOADED);
        assertThatThrownBy(() -> world.as(World.MINA, () -> instruments.begin(key, UUID.randomUUID()))).isInstanceOf(NotFound.class);
        assertThat(inUse(World.MINA)).doesNotContain(key);

        world.as(World.SAL, () -> shelf.publish(loaded.instrument().id(), World.SAL));
        assertThat(inUse(World.MINA)).contains(key, "risk-prompts", "severity-grid", "safety-assessment");
        assertThat(inUse(World.ROBIN)).as("the whole organisation asks it").contains(key);
        assertThat(inUse(World.ASH)).as("and no other").doesNotContain(key);
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_and_what_was_answered_keeps_its_own() {
        Shelved first = publish(load("1", "Is it safe?"));
        ResponseId old = world.as(World.MINA, () -> instruments.begin(key, UUID.randomUUID()));
        Shelved second = publish(load("2", "Is it safe now?"));
        ResponseId young = world.as(World.MINA, () -> instruments.begin(key, UUID.randomUUID()));

        assertThat(status(first)).isEqualTo(Status.RETIRED);
        assertThat(status(second)).isEqualTo(Status.IN_USE);
        assertThat(asked(old)).isEqualTo("Is it safe?");
        assertThat(asked(young)).isEqualTo("Is it safe now?");
        publish(first);
        assertThat(status(second)).as("and it may go back").isEqualTo(Status.RETIRED);
    }

    @Test
    void a_label_stands_for_one_wording_for_ever() {
        Shelved first = load("1", "Is it safe?");

        assertThat(load("1", "Is it safe?").instrument().hash()).as("the same file finds itself").isEqualTo(first.instrument().hash());
        assertThatThrownBy(() -> load("1", "Is it very safe?")).isInstanceOf(BadInstrument.class).hasMessageContaining("already here with other words").hasMessageContaining("only if its owner changed them");
    }

    @Test
    void what_is_put_away_is_not_begun_any_more_and_what_was_begun_may_be_finished() {
        Shelved set = publish(load("1", "Is it safe?"));
        ResponseId begun = world.as(World.MINA, () -> instruments.begin(key, UUID.randomUUID()));
        world.as(World.SAL, () -> shelf.retire(set.instrument().id(), World.SAL));

        assertThatThrownBy(() -> world.as(World.MINA, () -> instruments.begin(key, UUID.randomUUID()))).isInstanceOf(NotFound.class);
        world.as(World.MINA, () -> instruments.finish(begun));
        assertThat(world.as(World.MINA, () -> instruments.response(begun)).status()).isEqualTo(Response.Status.DONE);
    }

    @Test
    void what_comes_with_alongside_may_be_put_away_and_taken_back_but_not_the_safety_assessment() {
        Shelved ours = named("client-feedback");
        world.as(World.SAL, () -> shelf.retire(ours.instrument().id(), World.SAL));
        try {
            assertThat(world.as(World.MINA, () -> instruments.inUse(InstrumentKind.FEEDBACK))).doesNotContain(ours.instrument());
            assertThat(world.as(World.ASH, () -> instruments.inUse(InstrumentKind.FEEDBACK))).as("another organisation keeps it").contains(ours.instrument());
        } finally {
            world.as(World.SAL, () -> shelf.publish(ours.instrument().id(), World.SAL));
        }
        assertThat(world.as(World.MINA, () -> instruments.inUse(InstrumentKind.FEEDBACK))).contains(ours.instrument());

        UUID needed = named("safety-assessment").instrument().id();
        assertThatThrownBy(() -> world.as(World.SAL, () -> shelf.retire(needed, World.SAL))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void only_those_in_charge_load_publish_and_put_away() {
        UUID set = load("1", "Is it safe?").instrument().id();

        for (Actor.Worker other : List.of(World.MINA, World.JO, World.ROBIN)) {
            assertThatThrownBy(() -> world.as(other, () -> shelf.publish(set, other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> shelf.retire(set, other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> shelf.load("x", file("9", "x"), other))).isInstanceOf(NotFound.class);
            assertThat(world.as(other, () -> sql.sql("update instruments.shelf set status = 'IN_USE' where key = :key").param("key", key).update())).as("past the application").isZero();
        }
        assertThatThrownBy(() -> world.as(World.ASH, () -> shelf.one(set))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_words_one_service_may_use_are_not_read_by_another() {
        String hash = load("1", "Is it safe?").instrument().hash();
        String read = "select count(*) from instruments.instrument_version where hash = :hash";

        assertThat(world.as(World.ASH, () -> sql.sql(read).param("hash", hash).query(Integer.class).single())).isZero();
        assertThat(world.as(World.MINA, () -> sql.sql(read).param("hash", hash).query(Integer.class).single())).as("the control: its own reads them").isOne();
        Shelved theirs = world.as(World.NIA, () -> shelf.all()).stream().findFirst().orElseThrow();
        assertThat(theirs.own()).isFalse();
    }

    @Test
    void a_file_may_not_call_itself_by_a_name_of_ours_or_call_itself_needed() {
        assertThatThrownBy(() -> world.as(World.SAL, () -> shelf.load("x", file("1", "x").replace(key, "safety-assessment"), World.SAL))).isInstanceOf(BadInstrument.class).hasMessageContaining("comes with Alongside");
        assertThatThrownBy(() -> world.as(World.SAL, () -> shelf.load("x", file("1", "x") + "needed: true\n", World.SAL))).isInstanceOf(BadInstrument.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> shelf.load("x", "#".repeat(Shelf.LONGEST + 1), World.SAL))).isInstanceOf(BadInstrument.class).hasMessageContaining("too long");
    }

    @Test
    void what_a_scale_came_to_is_kept_when_the_answers_are_finished_and_never_changes() {
        publish(load("1", "Is it safe?"));
        ResponseId id = world.as(World.MINA, () -> instruments.begin(key, UUID.randomUUID()));
        Instrument asked = world.as(World.MINA, () -> instruments.response(id)).sheet().instrument();
        world.as(World.MINA, () -> instruments.save(id, 0, AnswerSheet.read(asked, Map.of("a.safe", new String[] {"yes"})::get)));
        assertThat(world.as(World.MINA, () -> instruments.response(id)).scores()).isEmpty();
        world.as(World.MINA, () -> instruments.finish(id));

        Score kept = world.as(World.MINA, () -> instruments.response(id)).scores().get(0);
        assertThat(kept.inWords()).isEqualTo("1");
        assertThat(kept.band()).isEqualTo("reached");
        assertThat(kept.engine()).isEqualTo(Scale.ENGINE);
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("update instruments.score set value = 0").update())).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("insert into instruments.score (response_id, scale, engine, answered, missing, prorated, computed_at) values (:id, 'more', 1, 1, 0, false, now())").param("id", id.id()).update()))
                .rootCause().hasMessageContaining("row-level security");
    }

    private Shelved load(String label, String ask) {
        return world.as(World.SAL, () -> shelf.load("checklist.yaml", file(label, ask), World.SAL));
    }

    private String file(String label, String ask) {
        return """
                key: %s
                version: "%s"
                kind: risk
                title: Checklist of a service
                about: For tests.
                licence: {kind: permission-needed, holder: Somebody, notice: Shown by permission., evidence: In the office}
                sections:
                  - {key: a, title: A, items: [{key: safe, ask: "%s", kind: yes-no}]}
                scales:
                  - {key: ticks, title: Ticks, method: count, items: [safe], bands: [{from: 1, to: 1, key: reached, text: Reached, raises: high}]}
                """.formatted(key, label, ask);
    }

    private Shelved publish(Shelved set) {
        world.as(World.SAL, () -> shelf.publish(set.instrument().id(), World.SAL));
        return set;
    }

    private Status status(Shelved set) {
        return world.as(World.SAL, () -> shelf.one(set.instrument().id())).status();
    }

    private String asked(ResponseId id) {
        return world.as(World.MINA, () -> instruments.response(id)).sheet().instrument().items().get(0).ask();
    }

    private List<String> inUse(Actor.Worker who) {
        return world.as(who, () -> instruments.inUse(InstrumentKind.RISK)).stream().map(Instrument::key).toList();
    }

    private Shelved named(String ours) {
        return world.as(World.SAL, () -> shelf.all()).stream().filter(one -> one.instrument().key().equals(ours)).findFirst().orElseThrow();
    }
}
