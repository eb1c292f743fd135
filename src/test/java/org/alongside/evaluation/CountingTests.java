package org.alongside.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.evaluation.Counted.Question;
import org.alongside.evaluation.Sheets.Sent;
import org.alongside.evaluation.Sheets.Sheet;
import org.alongside.evaluation.Sheets.SoFar;
import org.alongside.instruments.Instruments;
import org.alongside.shared.Sector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlongsideTest
class CountingTests {
    @Autowired World world;
    @Autowired Evaluations evaluations;
    @Autowired Instruments instruments;
    @Autowired Sheets sheets;

    @Test
    void each_person_is_counted_once_with_their_answers_side_by_side() {
        Evaluation one = plan(IdentityMode.TICKET);
        Card ada = Card.random(), ben = Card.random(), cas = Card.random();
        answer(one, Wave.BEFORE, ada, Sector.HOUSING, "a-little");
        answer(one, Wave.BEFORE, ben, Sector.POLICE, "not-my-role");
        answer(one, Wave.BEFORE, cas, null, "somewhat");
        answer(one, Wave.AFTER, ada, Sector.HOUSING, "very");
        answer(one, Wave.AFTER, ben, Sector.POLICE, "fairly");
        answer(one, Wave.AFTER, Card.random(), Sector.POLICE, null);
        answer(one, Wave.FOLLOW_UP, ada, Sector.HOUSING, "fairly");

        Counted counted = world.as(World.SAL, () -> evaluations.counted(one.id()));

        assertThat(counted.sheets()).isEqualTo(Map.of(Wave.BEFORE, 3, Wave.AFTER, 3, Wave.FOLLOW_UP, 1, Wave.LOOKING_BACK, 0));
        assertThat(counted.pairs()).isEqualTo(Map.of(Compared.BEFORE_AFTER, 2, Compared.BEFORE_FOLLOW_UP, 1, Compared.AFTER_FOLLOW_UP, 1, Compared.LOOKING_BACK_AFTER, 0));
        assertThat(counted.unmatched(Compared.BEFORE_AFTER, Wave.AFTER)).isEqualTo(1);
        assertThat(soFar(one)).as("the pages count sheets alike").isEqualTo(new SoFar(Map.of(Wave.BEFORE, 3, Wave.AFTER, 3, Wave.FOLLOW_UP, 1), 2));
        Question identify = counted.questions().get(0);
        assertThat(identify.all().get(Wave.BEFORE)).containsExactly(0, 0, 1, 1, 0, 0, 1);
        assertThat(identify.all().get(Wave.AFTER)).containsExactly(1, 0, 0, 0, 1, 1, 0);
        assertThat(identify.both().get(Compared.BEFORE_AFTER)[2][5]).isEqualTo(1);
        assertThat(identify.both().get(Compared.BEFORE_AFTER)[6][4]).isEqualTo(1);
        assertThat(identify.unmatched(Compared.BEFORE_AFTER, Wave.BEFORE).orElseThrow()).containsExactly(0, 0, 0, 1, 0, 0, 0);
        assertThat(identify.unmatched(Compared.BEFORE_AFTER, Wave.AFTER).orElseThrow()).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(identify.bySector().get(Sector.HOUSING)[2][5]).isEqualTo(1);
        assertThat(identify.choices()).extracting(Counted.Choice::counts).containsExactly(false, false, false, true, true, false);
        assertThat(identify.choices()).extracting(Counted.Choice::step).containsExactly(1, 2, 3, 4, 5, null);
        assertThat(counted.sectors()).extracting(Counted.InSector::sector).containsExactly(Sector.HOUSING, Sector.POLICE, null);
        assertThat(counted.questions()).as("left blank is not the same as not asked").allSatisfy(question -> assertThat(question.all().get(Wave.BEFORE)[0]).isEqualTo(question.key().equals("identify") ? 0 : 3));
    }

    @Test
    void without_any_link_two_groups_are_counted_and_nobody_is_paired() {
        Evaluation one = plan(IdentityMode.UNLINKED);
        for (int sent = 0; sent < 3; sent++) answer(one, Wave.BEFORE, null, Sector.HEALTH, "a-little");
        for (int sent = 0; sent < 2; sent++) answer(one, Wave.AFTER, null, Sector.HEALTH, "very");

        Counted counted = world.as(World.SAL, () -> evaluations.counted(one.id()));

        assertThat(counted.sheets()).containsEntry(Wave.BEFORE, 3).containsEntry(Wave.AFTER, 2);
        assertThat(counted.pairs()).isEmpty();
        assertThat(soFar(one)).isEqualTo(new SoFar(Map.of(Wave.BEFORE, 3, Wave.AFTER, 2), 0));
        assertThat(counted.questions()).allSatisfy(question -> assertThat(question.both()).isEmpty());
        assertThat(counted.questions().get(0).all().get(Wave.AFTER)).containsExactly(0, 0, 0, 0, 0, 2, 0);
    }

    private SoFar soFar(Evaluation one) {
        return Acting.as(World.SAL, () -> sheets.soFar(one.id()));
    }

    private Evaluation plan(IdentityMode identity) {
        Plan plan = new Plan("Counting", "A course.", List.of(new QuestionSet(instruments.current("confidence"), "fairly")), identity, 3, true, LocalDate.of(2026, 11, 20));
        EvaluationId id = world.as(World.SAL, () -> evaluations.plan(UUID.randomUUID(), plan, World.SAL));
        return world.as(World.SAL, () -> evaluations.one(id));
    }

    private void answer(Evaluation one, Wave wave, @Nullable Card card, @Nullable Sector sector, @Nullable String chosen) {
        Map<String, String> sent = new HashMap<>();
        if (sector != null) sent.put("sector", sector.name());
        if (chosen != null) sent.put("confidence.identify", chosen);
        Sheet sheet = new Sheet(UUID.randomUUID(), sheets.pair(one, card, null).orElse(null), sheets.today(), Answered.read(one, wave, "", sent::get), null);
        assertThat(Acting.as(World.anyone(), () -> sheets.send(one, sheet))).isEqualTo(Sent.TAKEN);
    }
}
