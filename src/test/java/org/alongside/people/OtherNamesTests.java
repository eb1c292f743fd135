package org.alongside.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class OtherNamesTests {
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired People people;
    @Autowired OtherNames names;
    @Autowired JdbcClient sql;
    PersonId person;
    String path;

    @BeforeEach
    void record() {
        person = world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Agnieszka", "Othername")), World.MINA));
        path = "/desk/people/" + person.id() + "/names";
    }

    @Test
    void whoever_rings_with_a_name_they_had_before_is_found_by_it_and_by_how_it_sounds() throws Exception {
        assertThat(found("Agnes", "Wilkinsop")).as("the control").isFalse();
        UUID name = add("Agnes", "Wilkinsop");

        assertThat(found("Agnes", "Wilkinsop")).isTrue();
        assertThat(found("Agness", "Wylkinsopp")).as("as it is heard").isTrue();
        assertThat(found("Agnieszka", "Othername")).isTrue();
        assertThat(found("Agnieszka", "Wilkinsop")).as("one of each is nobody's name").isFalse();
        assertThat(desk.page(World.MINA, get("/desk/people/" + person.id())).select("main").text()).contains("Agnes Wilkinsop");

        desk.send(World.TOM, post(path + "/" + name + "/removal"));
        assertThat(found("Agnes", "Wilkinsop")).isFalse();
        assertThat(found("Agness", "Wylkinsopp")).isFalse();
        assertThat(found("Agnieszka", "Othername")).isTrue();
    }

    @Test
    void a_new_name_of_theirs_leaves_the_other_names_found() throws Exception {
        add("Agnes", "Wilkinsop");
        world.as(World.MINA, () -> people.change(person, About.named("Agnieszka", "Newlywed"), 1, World.MINA));

        assertThat(found("Agness", "Wylkinsopp")).isTrue();
        assertThat(found("Agnieszka", "Newlywed")).isTrue();
        assertThat(found("Agnieszka", "Othername")).isFalse();
    }

    @Test
    void a_name_is_there_once_and_ten_are_enough() {
        add("Agnes", "Wilkinsop");
        assertThatThrownBy(() -> add("ágnes", "WILKINSOP")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> add("Agnieszka", "Othername")).as("they are called that already").isInstanceOf(RuleBroken.class);
        for (int i = 0; i < 9; i++) add("Agnes", "Name" + (char) ('a' + i));
        assertThatThrownBy(() -> add("Agnes", "Toomany")).hasMessageContaining("Ten");
        UUID twice = UUID.randomUUID();
        world.as(World.MINA, () -> names.remove(person, names.of(person).get(0).id(), World.MINA));
        world.as(World.MINA, () -> names.add(person, twice, "A", "Twice", World.MINA));
        world.as(World.MINA, () -> names.add(person, twice, "A", "Twice", World.MINA));
        assertThat(world.as(World.MINA, () -> names.of(person))).as("a second press finds the first").hasSize(10);
    }

    @Test
    void every_problem_stands_beside_its_field_and_what_was_typed_stays() throws Exception {
        Document page = desk.page(World.MINA, post(path).param("given", "<b>Ünï</b>"));

        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactly("Enter the family name");
        assertThat(page.selectFirst("#given").val()).isEqualTo("<b>Ünï</b>");
        assertThat(desk.page(World.MINA, post(path).param("given", "Agnieszka").param("family", "Othername")).selectFirst("#given-error").text()).contains("already");
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_finds_any_of_it() throws Exception {
        UUID name = add("Agnes", "Wilkinsop");

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA)) {
            assertThat(desk.send(other, get(path)).getStatus()).as("" + other.worker()).isEqualTo(404);
            assertThat(desk.send(other, post(path + "/" + name + "/removal")).getStatus()).as("" + other.worker()).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select count(*) from people.other_name where id = :id").param("id", name).query(Integer.class).single())).isZero();
            assertThatThrownBy(() -> world.as(other, () -> names.add(person, UUID.randomUUID(), "A", "B", other))).isInstanceOf(NotFound.class);
        }
        PersonId another = world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Kim", "Othername")), World.MINA));
        assertThatThrownBy(() -> world.as(World.MINA, () -> names.remove(another, name, World.MINA))).as("nor by another person").isInstanceOf(NotFound.class);
    }

    private UUID add(String given, String family) {
        UUID id = UUID.randomUUID();
        world.as(World.MINA, () -> names.add(person, id, given, family, World.MINA));
        return id;
    }

    private boolean found(String given, String family) throws Exception {
        return desk.page(World.MINA, post("/desk/people").param("given", given).param("family", family)).select("main a[href=/desk/people/" + person.id() + "]").size() == 1;
    }
}
