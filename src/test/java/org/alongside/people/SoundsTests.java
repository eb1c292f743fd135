package org.alongside.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class SoundsTests {
    @Autowired World world;
    @Autowired People people;
    @Autowired PersonFiles files;
    @Autowired NameSounds sounds;
    @Autowired OneTimeTask<Void> olderNamesAreHeard;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;

    /** Nobody else in the demo town is called that. */
    final String family = "Zub" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").replaceAll("(.)", "$1o");

    @ParameterizedTest
    @CsvSource({"Catherine, Kathryn", "Read, Reid", "Thompson, Thomson", "Shaun, Sean", "Johnston, Jonson", "Rachel, Rachael", "MacDonald, McDonald",
            "Wójcik, Woycik", "Szymański, Shimanski", "Kowalczyk, Kovalchik", "Agnieszka, Agnieshka", "Jadwiga, Yadviga", "Małgorzata, Malgojata",
            "Mohammed, Muhammad", "Choudhury, Chaudhry", "Hussain, Husein", "Lakshmi, Laxmi", "Jaswinder, Jasvinder", "Khatun, Khatoon",
            "Siobhán, Shivaun", "Niamh, Neve", "Caoimhe, Keeva", "Saoirse, Sersha", "O'Neill, Oneil", "Docherty, Dougherty",
            "Llewellyn, Lewellin", "Cerys, Kerris", "Ffion, Fion", "Dafydd, Davith", "Rhys, Reece", "Smith-Jones, Smyth Jones"})
    void names_that_sound_alike_have_a_sound_in_common(String one, String other) {
        assertThat(alike(one, other)).as(Sounds.of(one) + " " + Sounds.of(other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Read, Brown", "Catherine, Margaret", "Mohammed, Mahmood Khan", "Siobhán, Simone", "Patel, Begum", "Smith, Smithson", "Smith-Jones, Jones", "Subramaniam, Subra", "Nowak, Kowalska", "Иван, Ольга", "Иван Smith, Smith", "李, 王", "3, 4", "J, Joe", "Hh, Hha"})
    void names_that_do_not_sound_alike_have_none_in_common(String one, String other) {
        assertThat(alike(one, other)).as(Sounds.of(one) + " " + Sounds.of(other)).isFalse();
    }

    @Test
    void whoever_was_written_down_by_ear_is_found_after_the_exact_matches_under_a_heading_of_their_own() throws Exception {
        PersonId exact = person("Kathryn", family), sounding = person("Catherine", family.replace("Z", "S")), known = known("Bernadette", family, "Katharine"), stranger = person("Margaret", family), half = person("Kathryn", "Brown");

        Document page = found(World.MINA, "Kathryn", family);

        assertThat(page.select("h2").eachText()).containsSequence("Found", "Sounds like it");
        assertThat(ids(page, "Found")).containsExactly(exact);
        assertThat(ids(page, "Sounds like it")).containsExactlyInAnyOrder(sounding, known);
        assertThat(page.text()).as("Control: they are there").doesNotContain("Margaret", "Brown");
        assertThat(ids(found(World.MINA, "Margaret", family), "Found")).containsExactly(stranger);
        assertThat(ids(found(World.MINA, "Kathryn", "Brown"), "Found")).contains(half);
    }

    @Test
    void the_first_of_several_given_names_is_enough_and_the_birth_date_stays_exact() throws Exception {
        PersonId person = world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Mohammed Ali", family).bornOn(LocalDate.of(1990, 3, 4))), World.MINA));

        Document page = found(World.MINA, "Muhammad", family);

        assertThat(page.text()).contains("Nobody with exactly this name");
        assertThat(ids(page, "Sounds like it")).containsExactly(person);
        assertThat(search(World.MINA, "given", "Muhammad", "family", family, "born.day", "4", "born.month", "3", "born.year", "1990")).contains(person.id().toString());
        assertThat(search(World.MINA, "given", "Muhammad", "family", family, "born.day", "5", "born.month", "3", "born.year", "1990")).doesNotContain(person.id().toString());
    }

    @Test
    void half_a_name_finds_nobody_by_sound() throws Exception {
        PersonId person = person("Catherine", family);

        assertThat(search(World.MINA, "family", family)).contains("Enter both names, or neither").doesNotContain(person.id().toString());
        assertThat(search(World.MINA, "given", "Katherine")).contains("Enter both names, or neither").doesNotContain(person.id().toString());
        assertThat(search(World.MINA, "given", "K", "family", family)).doesNotContain(person.id().toString());
        assertThat(search(World.MINA, "given", "Katherine", "family", family)).as("Control").contains(person.id().toString());
    }

    @Test
    void a_name_in_another_script_is_found_exactly_and_never_together_with_others() throws Exception {
        String hers = "Петренко" + family.replaceAll("[^abce]", "").replace('a', 'а').replace('b', 'б').replace('c', 'ц').replace('e', 'е');
        PersonId olga = person("Ольга", hers), ivan = person("Иван", "Коваленко"), mixed = person("Иван", "Smith Коваленко"), one = known("", "", "Catherine" + family);

        Document page = found(World.MINA, "ольга", hers.toUpperCase());

        assertThat(ids(page, "Found")).containsExactly(olga);
        assertThat(page.select("h2").eachText()).doesNotContain("Sounds like it");
        for (PersonId silent : List.of(olga, ivan, mixed, one)) assertThat(heard(silent)).as("heard, without a sound").containsExactly("null null");
        assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from people.name_sound a join people.name_sound b on b.family_sound = a.family_sound where a.person_id = :one and b.person_id = :other")
                .param("one", olga.id()).param("other", ivan.id()).query(Integer.class).single())).isZero();
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("insert into people.name_sound (person_id, family_sound, given_sound) values (:id, '', '')").param("id", olga.id()).update())).isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("check");
    }

    @Test
    void nobody_is_found_by_sound_across_the_wall_or_in_another_organisation() throws Exception {
        PersonId person = person("Catherine", family);

        assertThat(search(World.SAL, "given", "Kathryn", "family", family)).as("Control").contains(person.id().toString());
        assertThat(search(World.ROBIN, "given", "Kathryn", "family", family)).doesNotContain(person.id().toString());
        assertThat(search(World.ASH, "given", "Kathryn", "family", family)).doesNotContain(person.id().toString());
        for (Actor other : List.of(World.ROBIN, World.ASH, World.ALEX, World.anyone(), new Actor.Job(World.MINA.organisation(), "send-message"), new Actor.Job(World.ASH.organisation(), NameSounds.HEAR, Side.SUPPORT),
                new Actor.Job(World.MINA.organisation(), NameSounds.HEAR, Side.CHANGE), new Actor.Job(World.MINA.organisation(), NameSounds.HEAR))) {
            assertThat(world.as(other, () -> heardIn(person))).as(other.toString()).isEmpty();
        }
    }

    @Test
    void a_name_that_changes_takes_its_sounds_with_it_and_an_erased_person_leaves_none() throws Exception {
        PersonId person = person("Catherine", family);
        assertThat(heard(person)).isNotEmpty();

        world.as(World.MINA, () -> people.change(person, About.named("Margaret", family), 1, World.MINA));

        assertThat(search(World.MINA, "given", "Kathryn", "family", family)).doesNotContain(person.id().toString());
        assertThat(search(World.MINA, "given", "Margret", "family", family)).contains(person.id().toString());
        world.as(new Actor.Job(World.MINA.organisation(), "erase", Side.SUPPORT), () -> files.erase(person));
        assertThat(heard(person)).isEmpty();
    }

    @Test
    void fifty_are_shown_at_a_time_exact_ones_first_each_once_and_each_list_is_in_the_trail() throws Exception {
        Set<PersonId> exact = new TreeSet<>(Comparator.comparing(PersonId::id)), sounding = new TreeSet<>(Comparator.comparing(PersonId::id));
        IntStream.range(0, 50).forEach(i -> exact.add(person("Kathryn", family)));
        IntStream.range(0, 53).forEach(i -> sounding.add(person("Catherine", family)));

        Document first = found(World.MINA, "Kathryn", family), second = next(first), third = next(second);

        assertThat(ids(first, "Found")).containsExactlyInAnyOrderElementsOf(exact);
        assertThat(first.select("h2").eachText()).doesNotContain("Sounds like it");
        assertThat(ids(second, "Sounds like it")).hasSize(50);
        assertThat(ids(third, "Sounds like it")).hasSize(3);
        assertThat(third.select("h2").eachText()).doesNotContain("Found");
        assertThat(third.select("input[name=after]")).isEmpty();
        assertThat(Stream.concat(ids(second, "Sounds like it").stream(), ids(third, "Sounds like it").stream()).toList()).containsExactlyInAnyOrderElementsOf(sounding);
        for (Document page : List.of(second, third)) {
            List<UUID> shown = ids(page, "Sounds like it").stream().map(PersonId::id).toList();
            assertThat(world.as(World.PRIYA, () -> sql.sql("select subject_ids from audit.entry where act = 'LISTED' and detail = 'people search' and :id = any (subject_ids)").param("id", shown.get(0)).query((row, number) -> (UUID[]) row.getArray(1).getArray()).single()))
                    .containsExactlyElementsOf(shown);
        }
    }

    @Test
    void whoever_was_here_before_there_were_sounds_is_given_theirs_once_by_one_or_two_instances_and_nobody_else() throws Exception {
        List<PersonId> before = IntStream.range(0, 20).mapToObj(i -> person("Catherine", family)).toList();
        PersonId silent = person("Ольга", "Петренко");
        Stream.concat(before.stream(), Stream.of(silent)).forEach(this::forget);
        assertThat(search(World.MINA, "given", "Kathryn", "family", family)).as("Control").doesNotContain(before.get(0).id().toString());
        Actor.Job job = new Actor.Job(World.MINA.organisation(), NameSounds.HEAR, Side.SUPPORT);

        Acting.as(new Actor.Job(World.MINA.organisation(), NameSounds.HEAR, Side.CHANGE), sounds::hear);
        assertThat(heard(before.get(0))).as("not from the other side").isEmpty();
        CompletableFuture.allOf(CompletableFuture.runAsync(() -> Acting.as(job, sounds::hear)), CompletableFuture.runAsync(() -> Acting.as(job, sounds::hear))).join();
        List<String> once = heard(before.get(0));
        olderNamesAreHeard.execute(new TaskInstance<>(NameSounds.HEAR, World.MINA.organisation().id() + "/" + World.MINA.organisation().id()), null);

        assertThat(once).isNotEmpty().doesNotHaveDuplicates();
        assertThat(before).allSatisfy(person -> assertThat(heard(person)).isEqualTo(once));
        assertThat(heard(silent)).containsExactly("null null");
        assertThat(ids(found(World.MINA, "Kathryn", family), "Sounds like it")).containsExactlyInAnyOrderElementsOf(before);
        assertThatThrownBy(() -> world.as(job, () -> sql.sql("insert into people.name_sound (person_id, organisation_id, side, family_sound, given_sound) values (:id, :other, 'SUPPORT', 'X', 'X')")
                .param("id", silent.id()).param("other", World.ASH.organisation().id()).update())).rootCause().hasMessageContaining("row-level security");
        assertThat(world.as(job, () -> sql.sql("update people.person set notes = null where id = :id").param("id", silent.id()).update())).as("the job changes nobody").isZero();
        assertThat(world.as(job, () -> sql.sql("delete from people.name_sound where person_id = :id").param("id", silent.id()).update())).isZero();
    }

    @Test
    void the_job_hears_the_older_names_of_both_sides() {
        PersonId here = person("Catherine", family), there = world.as(World.ROBIN, () -> people.record(new NewPerson(Side.CHANGE, About.named("Catherine", family)), World.ROBIN));
        forget(here);
        world.as(World.ROBIN, () -> sql.sql("delete from people.name_sound where person_id = :id").param("id", there.id()).update());

        olderNamesAreHeard.execute(new TaskInstance<>(NameSounds.HEAR, World.MINA.organisation().id() + "/" + World.MINA.organisation().id()), null);

        assertThat(heard(here)).isNotEmpty().isEqualTo(world.as(World.ROBIN, () -> heardIn(there)));
    }

    @Test
    void each_start_asks_for_the_older_names_of_every_organisation() {
        assertThat(sql.sql("select count(*) from access.scheduled_tasks where task_name = :job and task_instance like :of").param("job", NameSounds.HEAR).param("of", World.MINA.organisation().id() + "/%").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void the_page_says_where_a_case_reference_is_looked_for_to_those_who_may_go_there() throws Exception {
        assertThat(page(get("/desk/people"), World.MINA).select("main a[href=/desk/cases]").text()).isEqualTo("Find it under Cases");
        assertThat(page(get("/desk/people"), World.JO).select("main a[href=/desk/cases]")).isEmpty();
    }

    /** Equality is leakproof, so the index answers before row security is asked of each row; anything else would read everybody. */
    @Test
    void a_search_by_sound_is_answered_from_the_index_behind_row_security() {
        String plan = world.as(World.MINA, () -> {
            sql.sql("set local enable_seqscan = off").update();
            return String.join("\n", sql.sql("""
                    explain select s.person_id from people.name_sound s where s.organisation_id = access.organisation() and s.side = access.side()
                       and s.family_sound = any (array['RT', 'R0']) and s.given_sound = any (array['K0RN', 'KTRN'])
                    """).query(String.class).list());
        });

        assertThat(plan).contains("name_sound_by_sound").containsPattern("Index Cond: .*family_sound = ANY.*given_sound = ANY");
    }

    private static boolean alike(String one, String other) {
        return !Collections.disjoint(Sounds.of(one), Sounds.of(other));
    }

    private PersonId person(String given, String family) {
        return world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named(given, family)), World.MINA));
    }

    private PersonId known(String given, String family, String known) {
        return world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, new About(given, family, known, null, "", "", "", false, "", "")), World.MINA));
    }

    private void forget(PersonId person) {
        world.as(World.MINA, () -> sql.sql("delete from people.name_sound where person_id = :id").param("id", person.id()).update());
    }

    private List<String> heard(PersonId person) {
        return world.as(World.MINA, () -> heardIn(person));
    }

    private List<String> heardIn(PersonId person) {
        return sql.sql("select coalesce(family_sound, 'null') || ' ' || coalesce(given_sound, 'null') from people.name_sound where person_id = :id order by 1").param("id", person.id()).query(String.class).list();
    }

    private Document found(Actor.Worker worker, String given, String family) throws Exception {
        return Jsoup.parse(search(worker, "given", given, "family", family));
    }

    private Document next(Document page) throws Exception {
        Element more = page.select("form:has(input[name=after])").first();
        return Jsoup.parse(search(World.MINA, more.select("input").stream().filter(field -> !field.attr("name").startsWith("_")).flatMap(field -> Stream.of(field.attr("name"), field.val())).toArray(String[]::new)));
    }

    private static List<PersonId> ids(Document page, String heading) {
        Element list = page.select("h2:containsOwn(" + heading + ") ~ ul").first();
        return list == null ? List.of() : list.select("a").stream().map(link -> new PersonId(UUID.fromString(link.attr("href").replaceAll(".*/", "")))).toList();
    }

    private String search(Actor.Worker worker, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/desk/people");
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return body(request, worker);
    }

    private Document page(MockHttpServletRequestBuilder request, Actor.Worker worker) throws Exception {
        return Jsoup.parse(body(request, worker));
    }

    private String body(MockHttpServletRequestBuilder request, Actor.Worker worker) throws Exception {
        return mvc.perform(request.with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
