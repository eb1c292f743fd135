package org.alongside.safetyplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.safetyplan.SafetyPlans.Written;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class SafetyPlansTests {
    static final LocalDate SOON = LocalDate.of(2026, 12, 4);
    static final String ODD = "👩‍👩‍👧 \u202Eodd <script>alert(1)</script>\n\n" + "a".repeat(100_000);
    @Autowired SafetyPlans plans;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired World world;
    CaseId id;

    @BeforeEach
    void open() {
        id = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown")), World.MINA), null, World.MINA));
    }

    @Test
    void a_draft_keeps_every_word_and_what_was_declined() {
        save(World.MINA, PlanSection.PETS, 0, new PlanPart(ODD, List.of("who"), List.of("pack")));

        assertThat(draft().part(PlanSection.PETS)).isEqualTo(new PlanPart(ODD, List.of("who"), List.of("pack")));
        assertThat(world.as(World.MINA, () -> sql.sql("select encode(words, 'escape') from safetyplan.draft_part where case_id = :id").param("id", id.id()).query(String.class).single())).doesNotContain("script");
    }

    @Test
    void two_people_in_two_parts_do_not_meet_and_in_one_part_lose_nothing() {
        assertThat(save(World.MINA, PlanSection.PETS, 0, words("The cat"))).isEmpty();
        assertThat(save(World.TOM, PlanSection.MONEY, 0, words("A jar"))).isEmpty();
        assertThat(save(World.TOM, PlanSection.PETS, 0, words("The dog"))).containsExactly(PlanSection.PETS);

        assertThat(draft().part(PlanSection.PETS).words()).isEqualTo("The cat");
        assertThat(save(World.TOM, PlanSection.PETS, 1, words("The cat and the dog"))).isEmpty();
        assertThat(draft().part(PlanSection.PETS).words()).isEqualTo("The cat and the dog");
    }

    @Test
    void an_agreed_version_stays_as_it_was_when_the_plan_goes_on() {
        agree("The cat goes to Sam");
        save(World.MINA, PlanSection.PETS, 1, words("The cat comes along"));
        AgreedPlan second = world.as(World.MINA, () -> plans.agree(id, Map.of(), KeptWhere.ONLY_HERE, "", SOON, World.MINA));

        assertThat(second.number()).isEqualTo(2);
        assertThat(agreed(1).part(PlanSection.PETS).words()).isEqualTo("The cat goes to Sam");
        assertThat(agreed(2).part(PlanSection.PETS).words()).isEqualTo("The cat comes along");
        assertThat(agreed(1).kept()).isEqualTo(KeptWhere.PAPER);
    }

    @Test
    void nobody_can_change_or_remove_an_agreed_version_in_the_database() {
        agree("The cat goes to Sam");

        for (String statement : List.of("update safetyplan.agreed set number = 9", "update safetyplan.agreed_part set words = null")) {
            assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql(statement).update())).as(statement).rootCause().hasMessageContaining("permission denied");
        }
        for (String table : List.of("safetyplan.agreed_part", "safetyplan.agreed")) assertThat(world.as(World.MINA, () -> sql.sql("delete from " + table).update())).as("only the eraser removes").isZero();
    }

    @Test
    void an_empty_plan_is_not_agreed_and_neither_is_one_somebody_else_is_writing_in() {
        assertThatThrownBy(() -> world.as(World.MINA, () -> plans.agree(id, Map.of(), KeptWhere.PAPER, "", SOON, World.MINA))).isInstanceOf(RuleBroken.class);
        save(World.TOM, PlanSection.PETS, 0, words("The dog"));
        assertThatThrownBy(() -> world.as(World.MINA, () -> plans.agree(id, Map.of(PlanSection.PETS, new Written(0, words("The cat"))), KeptWhere.PAPER, "", SOON, World.MINA)))
                .isInstanceOfSatisfying(SavedMeanwhile.class, told -> assertThat(told.parts()).containsExactly(PlanSection.PETS));
        assertThat(world.as(World.MINA, () -> plans.agreed(id, World.MINA))).isEmpty();
    }

    @Test
    void printing_asks_first_holds_their_words_only_and_leaves_a_row_in_the_ledger() {
        agree("The cat goes to Sam");
        assertThatThrownBy(() -> world.as(World.MINA, () -> plans.print(id, 1, false, false, headings(), "Harbour House", World.MINA))).isInstanceOf(RuleBroken.class);
        assertThat(ledger()).isZero();

        assertThat(world.as(World.MINA, () -> plans.print(id, 1, true, false, headings(), "Harbour House", World.MINA)).passages()).extracting("words").containsExactly("The cat goes to Sam");
        assertThat(world.as(World.MINA, () -> plans.print(id, 1, true, true, headings(), "Harbour House", World.MINA)).passages()).extracting("words").containsExactly("The cat goes to Sam", "Harbour House");
        assertThat(ledger()).isEqualTo(2);
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_finds_a_plan_or_a_row() {
        agree("The cat goes to Sam");

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA)) {
            assertThatThrownBy(() -> world.as(other, () -> plans.draft(id, other))).as("" + other.worker()).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> plans.agreed(id, other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> save(other, PlanSection.PETS, 1, words("x"))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> plans.print(id, 1, true, false, headings(), "", other))).isInstanceOf(NotFound.class);
            for (String table : List.of("draft_part where case_id = :id", "agreed where case_id = :id", "agreed_part p where exists (select from safetyplan.agreed a where a.id = p.agreed_id and a.case_id = :id)")) {
                assertThat(world.as(other, () -> sql.sql("select count(*) from safetyplan." + table).param("id", id.id()).query(Integer.class).single())).as(table).isZero();
            }
        }
    }

    @Test
    void a_plan_is_refused_to_the_other_side_and_to_the_wrong_roles_also_where_a_policy_was_forgotten() {
        for (Actor.Worker other : List.of(World.ROBIN, World.JO, World.ALEX)) assertThatThrownBy(() -> world.as(World.MINA, () -> plans.facts(id, other))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.MINA, () -> plans.facts(id, World.MINA)).id()).isEqualTo(id);
    }

    private int ledger() {
        return world.as(World.MINA, () -> sql.sql("select count(*) from disclosure.release where person_id = :person and purpose = 'CLIENT_KEEPS'").param("person", cases.facts(id).person().id()).query(Integer.class).single());
    }

    private void agree(String pets) {
        world.as(World.MINA, () -> plans.agree(id, Map.of(PlanSection.PETS, new Written(0, words(pets))), KeptWhere.PAPER, "", SOON, World.MINA));
    }

    private AgreedPlan agreed(int number) {
        return world.as(World.MINA, () -> plans.agreed(id, number, World.MINA));
    }

    private DraftPlan draft() {
        return world.as(World.MINA, () -> plans.draft(id, World.MINA));
    }

    private Set<PlanSection> save(Actor.Worker me, PlanSection section, int revision, PlanPart part) {
        return world.as(me, () -> plans.save(id, Map.of(section, new Written(revision, part)), me));
    }

    private static PlanPart words(String words) {
        return new PlanPart(words, List.of(), List.of());
    }

    private static Map<PlanSection, String> headings() {
        Map<PlanSection, String> headings = new EnumMap<>(PlanSection.class);
        for (PlanSection section : PlanSection.values()) headings.put(section, section.key());
        return headings;
    }
}
