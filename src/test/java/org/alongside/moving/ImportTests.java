package org.alongside.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.operator.CannotStart;
import org.alongside.people.Channel;
import org.alongside.people.Decision;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.retention.HoldReason;
import org.alongside.retention.Holds;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old cases of another system. {@code bin/drill import} brings 20,000 in, takes them back and brings them in again ({@code -Dalongside.cases}). */
@AlongsideTest
class ImportTests {
    private static final int MANY = Integer.getInteger("alongside.cases", 150);
    private static final String MAPPING = """
            dates: dd/MM/yyyy
            columns:
              reference: Client ID
              given-name: First name
              family-name: Surname
              born-on: DOB
              gender: Gender
              phone: Mobile
              email: Email
              call-safe: OK to call?
              email-safe: OK to mail?
              safe-checked-on: Contact checked
              address: Address
              postcode: Postcode
              opened-on: Referred
              closed-on: Closed
              closed-because: Outcome
              worker: Key worker
              case-note: Notes
            words:
              call-safe: {"ok": "yes", "do not": "never", "?": "unknown"}
              closed-because: {"Completed": "finished", "Disengaged": "lost-touch"}
              worker: {"M. Okafor": "Mina Okafor", "left": ""}
            """;
    private static final String HEADINGS = "Client ID,First name,Surname,DOB,Gender,Mobile,Email,OK to call?,OK to mail?,Contact checked,Address,Postcode,Referred,Closed,Outcome,Key worker,Notes\n";

    @Autowired World world;
    @Autowired Imports imports;
    @Autowired People people;
    @Autowired Cases cases;
    @Autowired Holds holds;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    @TempDir Path folder;

    private final List<UUID> brought = new ArrayList<>();

    @AfterEach
    void takeBack() {
        brought.forEach(id -> imports.undo(id, World.SAL, done -> {}));
        clock.back();
    }

    @Test
    void a_line_becomes_a_person_and_their_case_at_the_days_it_had() throws IOException {
        bring("A1,Tess,Brought,05/03/1990,woman,07700 900123,tess@example.org,ok,no,01/11/2026,1 Old Road,WM1 1AA,12/06/2024,01/02/2025,Completed,M. Okafor,\"She said: \"\"enough\"\".\nSecond line\"");

        CaseFacts facts = facts("A1");
        assertThat(facts.isClosed()).isTrue();
        assertThat(facts.worker()).isEqualTo(World.MINA.worker());
        assertThat(world.as(World.MINA, () -> people.find(facts.person())).orElseThrow().about()).satisfies(about -> {
            assertThat(about.displayName()).isEqualTo("Tess Brought");
            assertThat(about.bornOn()).isEqualTo(LocalDate.of(1990, 3, 5));
        });
        assertThat(world.as(World.MINA, () -> people.mayContact(facts.person(), Channel.PHONE)).verdict()).as("she said so three weeks ago").isEqualTo(Decision.Verdict.ALLOWED);
        assertThat(world.as(World.MINA, () -> people.mayContact(facts.person(), Channel.EMAIL)).maySend()).isFalse();
        assertThat(world.as(World.MINA, () -> sql.sql("select to_char(opened_at, 'YYYY-MM-DD') || ' ' || to_char(closed_at, 'YYYY-MM-DD') from casework.client_case where id = :id").param("id", facts.id().id()).query(String.class).single())).isEqualTo("2024-06-12 2025-02-01");
        assertThat(world.as(World.MINA, () -> sql.sql("select headline from casework.moment where case_id = :id order by happened_at, headline").param("id", facts.id().id()).query(String.class).list()))
                .containsExactly("Case began, before it came here", "From the system before this one", "Case closed: We finished what we set out to do");
        assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from people.address where person_id = :id and not guarded").param("id", facts.person().id()).query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void what_nobody_knows_about_safe_contact_is_asked_again_before_anything_is_used() throws IOException {
        bring("""
                B1,Una,Unknown,,,07700 900124,una@example.org,?,yes,,,,12/06/2024,,,,
                B2,Vera,Undated,,,07700 900125,vera@example.org,ok,yes,,,,12/06/2024,,,,
                B3,Wim,Never,,,07700 900126,,do not,,,,,12/06/2024,,,,""");

        assertThat(call("B1").verdict()).as("one live call").isEqualTo(Decision.Verdict.ASK_FIRST);
        assertThat(call("B2").verdict()).as("safe once, but nobody knows when").isEqualTo(Decision.Verdict.RECHECK);
        assertThat(call("B3").reason()).isEqualTo(Decision.Reason.NEVER);
        for (PersonId person : List.of(facts("B1").person(), facts("B2").person())) assertThat(world.as(World.MINA, () -> people.mayContact(person, Channel.EMAIL)).maySend()).isFalse();
    }

    @Test
    void a_line_that_is_wrong_says_which_field_and_never_what_stands_in_it() throws IOException {
        CaseFile read = read("""
                C1,,,,,,,,,,,,12/06/2024,,,,
                C2,Ann,Wrong,31/02/1990,,not a number,nobody,perhaps,,,,,,,,,
                C2,Ann,Wrong,,,,,,,,,,13/06/2024,12/06/2024,Vanished,Nobody Here,
                ,Ann,Wrong,,,,,,,,,,12/06/2030,,Completed,,
                C5,Ann,Right,,,,,,,,,,12/06/2024,,,left,""");

        assertThat(read.cases()).extracting(OldCase::reference).containsExactly("C5");
        assertThat(read.wrong()).extracting(one -> one.line() + " " + one.column().key()).containsExactly("2 given-name", "3 born-on", "3 opened-on", "3 phone", "3 email", "3 call-safe",
                "4 reference", "4 closed-on", "4 closed-because", "4 worker", "5 reference", "5 opened-on", "5 closed-because");
        assertThat(read.wrong().toString()).doesNotContain("Ann", "not a number", "nobody,", "perhaps", "Vanished", "Nobody Here");
    }

    @Test
    void a_mapping_or_a_file_that_is_none_is_refused_with_what_is_wrong() {
        Map<String, String> wrong = Map.of("", "the mapping must be", "columns: 7", "columns must be", "columns: {nose: x}", "no column called nose", "columns: {reference: x}", "must name opened-on", "a: [", "cannot be read",
                "dates: QQ\ncolumns: {reference: x, opened-on: y}", "dates must say", "dings: {}\ncolumns: {}", "no part called dings");
        wrong.forEach((yaml, words) -> assertThatThrownBy(() -> Mapping.read(yaml)).as(yaml).isInstanceOf(CannotStart.class).hasMessageContaining(words));
        assertThatThrownBy(() -> Mapping.read("!!javax.script.ScriptEngineManager []")).as("nothing in it is executed").isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> CaseFile.read(file("Client ID,Other\n1,2\n"), Mapping.read(MAPPING), Set.of(), LocalDate.now(clock))).isInstanceOf(CannotStart.class).hasMessageContaining("has no heading");
        assertThatThrownBy(() -> CaseFile.read(Files.write(folder.resolve("latin.csv"), (HEADINGS + "1,Zo\u00eb").getBytes(StandardCharsets.ISO_8859_1)), Mapping.read(MAPPING), Set.of(), LocalDate.now(clock))).isInstanceOf(CannotStart.class).hasMessageContaining("UTF-8");
    }

    @Test
    void who_may_be_one_person_is_asked_about_and_brought_in_as_was_answered() throws IOException {
        bring("D1,Dora,Double,01/01/1980,,,,,,,,,12/06/2020,,,,");
        PersonId dora = facts("D1").person();
        CaseFile read = read("""
                D2,Dora,Double,01/01/1980,,,,,,,,,12/06/2021,,,,
                D3,Dora,Double,01/01/1980,,,,,,,,,12/06/2022,,,,
                D4,Emil,Twice,02/02/1982,,07700 900127,,,,,,,12/06/2023,,,,
                D5,Emilio,Twice,,,07700 900127,,,,,,,12/06/2024,,,,""");
        List<Question> questions = imports.questions(read.cases(), World.SAL);

        assertThat(questions).extracting(one -> one.one().line() + (one.other() != null ? " is line " + one.other().line() : one.known().equals(dora.id()) ? " is Dora" : "?")).containsExactly("2 is Dora", "3 is Dora", "5 is line 4");
        assertThat(world.as(World.PRIYA, () -> sql.sql("select count(*) from audit.entry where detail = 'import doubles' and :dora = any (subject_ids)").param("dora", dora.id()).query(Integer.class).single())).as("who learned that she is known here is in the trail").isPositive();
        OldCase emil = read.cases().get(2);
        assertThatThrownBy(() -> imports.bring(read.cases(), Map.of(new Question(emil, null, dora.id()), Question.Answer.LEAVE, questions.get(2), Question.Answer.SAME), World.SAL, done -> {})).isInstanceOf(RuleBroken.class).hasMessageContaining("left out");
        assertThat(imports.notHere(read.cases(), World.SAL)).as("and nothing came in").hasSize(4);
        brought.add(imports.bring(read.cases(), Map.of(questions.get(0), Question.Answer.SAME, questions.get(1), Question.Answer.LEAVE, questions.get(2), Question.Answer.SAME), World.SAL, done -> {}));
        assertThat(facts("D2").person()).isEqualTo(dora);
        assertThat(facts("D5").person()).isEqualTo(facts("D4").person());
        assertThat(imports.notHere(read.cases(), World.SAL)).extracting(OldCase::reference).containsExactly("D3");
    }

    @Test
    void undoing_leaves_what_somebody_worked_with_since_and_who_is_held() throws IOException {
        bring("""
                E1,Gone,Again,,,,,,,,,,12/06/2024,,,,
                E2,Worked,With,,,,,,,,,,12/06/2024,,,,
                E3,Held,Here,,,,,,,,,,12/06/2024,01/01/2025,Completed,,
                E4,Known,Better,,,,,,,,,,12/06/2024,,,,""");
        CaseFacts gone = facts("E1"), worked = facts("E2"), held = facts("E3"), better = facts("E4");
        clock.pass(Duration.ofHours(1));
        world.as(World.MINA, () -> cases.tell(worked.id(), new TimelineEntry(MomentKind.NOTE, clock.instant(), World.MINA.worker(), "Rang", null)));
        UUID hold = UUID.randomUUID();
        world.as(World.SAL, () -> holds.place(hold, held.person(), HoldReason.COURT, "x", World.SAL));
        world.as(World.MINA, () -> people.change(better.person(), people.find(better.person()).orElseThrow().about().describedAs("she/her", "woman"), 1, World.MINA));

        Imports.Undone undone = imports.undo(brought.get(0), World.SAL, done -> {});

        assertThat(undone.kept()).containsExactlyInAnyOrder(worked.id().id(), held.id().id(), better.id().id());
        assertThat(world.as(World.MINA, () -> people.find(gone.person()))).isEmpty();
        assertThat(world.as(World.MINA, () -> people.find(worked.person()))).isPresent();
        brought.clear();
    }

    @Test
    void only_a_manager_brings_in_or_takes_back_and_only_on_their_side() throws IOException {
        bring("F1,Own,Side,,,,,,,,,,12/06/2024,,,,");
        for (Actor.Worker other : List.of(World.MINA, World.TOM, World.PRIYA, World.ALEX, World.ASH)) {
            assertThatThrownBy(() -> imports.bring(List.of(), Map.of(), other, done -> {})).as(other.toString()).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> imports.undo(brought.get(0), other, done -> {})).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> imports.undo(brought.get(0), World.KIT, done -> {})).as("the manager behind the wall").isInstanceOf(NotFound.class);
    }

    @Test
    void many_are_brought_in_with_no_doubles_taken_back_and_brought_in_again() throws IOException {
        CaseFile read = read(generated());
        assertThat(read.wrong()).isEmpty();
        assertThat(read.cases()).hasSize(MANY);
        long before = persons();
        UUID first = timed("brought in", () -> bring(read));
        assertThat(persons() - before).as("people, who have one case or two").isEqualTo(MANY - MANY / 10);
        assertThat(cases(first)).isEqualTo(MANY);
        assertThat(imports.notHere(read.cases(), World.SAL)).as("the same file again brings nothing").isEmpty();

        timed("taken back", () -> imports.undo(first, World.SAL, done -> {}));
        assertThat(persons()).as("as it was before").isEqualTo(before);
        assertThat(imports.notHere(read.cases(), World.SAL)).hasSize(MANY);

        UUID again = timed("brought in again", () -> bring(read));
        assertThat(cases(again)).isEqualTo(MANY);
        assertThat(persons() - before).isEqualTo(MANY - MANY / 10);
    }

    private UUID bring(CaseFile read) {
        Map<Question, Question.Answer> answers = imports.questions(read.cases(), World.SAL).stream().collect(Collectors.toMap(one -> one, one -> Question.Answer.SAME));
        UUID id = imports.bring(read.cases(), answers, World.SAL, done -> {});
        brought.add(id);
        return id;
    }

    private <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T done = work.get();
        System.out.printf("%,d cases %s in %.1f s%n", MANY, what, (System.nanoTime() - start) / 1e9);
        return done;
    }

    /** Every tenth line is a second case of the person of the line before. */
    private String generated() {
        Random random = new Random(7);
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < MANY; number++) {
            int person = number % 10 == 9 ? number - 1 : number;
            LocalDate opened = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000));
            boolean closed = random.nextInt(10) > 0;
            lines.append("G").append(number).append(",Given").append(person).append(",Generated,").append(day(LocalDate.of(1950, 1, 1).plusDays(person))).append(",woman,,,ok,,,1 Road ").append(person).append(",WM1 1AA,").append(day(opened)).append(',')
                    .append(closed ? day(opened.plusDays(random.nextInt(300))) : "").append(',').append(closed ? "Disengaged" : "").append(",M. Okafor,Note ").append(number).append('\n');
        }
        return lines.toString();
    }

    private static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private long persons() {
        return world.as(World.SAL, () -> sql.sql("select count(*) from people.person").query(Long.class).single());
    }

    private int cases(UUID id) {
        return imports.all(World.SAL).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().cases();
    }

    private void bring(String lines) throws IOException {
        CaseFile read = read(lines);
        assertThat(read.wrong()).isEmpty();
        brought.add(imports.bring(read.cases(), new HashMap<>(), World.SAL, done -> {}));
    }

    private CaseFile read(String lines) throws IOException {
        return CaseFile.read(file(HEADINGS + lines), Mapping.read(MAPPING), imports.colleagues(World.SAL).keySet(), LocalDate.of(2026, 11, 20));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), "\ufeff" + text);
    }

    private Decision call(String reference) {
        PersonId person = facts(reference).person();
        return world.as(World.MINA, () -> people.mayContact(person, Channel.PHONE));
    }

    private CaseFacts facts(String reference) {
        UUID id = world.as(World.SAL, () -> sql.sql("select case_id from moving.imported where reference_key = :key").param("key", imports.key(reference, World.SAL)).query(UUID.class).single());
        return world.as(World.SAL, () -> cases.facts(new CaseId(id)));
    }
}
