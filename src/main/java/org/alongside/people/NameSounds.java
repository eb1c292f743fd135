package org.alongside.people;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the names of each person sound like, beside the person: written with every change, and once for whoever was here before there were sounds. */
@Component
class NameSounds {
    /** The name the database policies know the job by that reads older names. */
    static final String HEAR = "hear-names";
    private static final int AT_ONCE = 500;
    private static final String UNHEARD = """
            from people.person p where p.organisation_id = access.organisation() and p.side = access.side() and not exists (select from people.name_sound s where s.person_id = p.id)""";
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    NameSounds(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    private record Called(String given, String family, String known) {}

    /** A new person's, in the transaction of whoever calls. */
    void record(PersonId person, String given, String family, String known) {
        record(person, List.of(new Called(given, family, known)));
    }

    private void record(PersonId person, List<Called> names) {
        Set<List<String>> pairs = new LinkedHashSet<>();
        for (Called called : names) {
            Set<String> first = new TreeSet<>(Sounds.ofGiven(called.given));
            first.addAll(Sounds.ofGiven(called.known));
            for (String one : Sounds.of(called.family)) first.forEach(other -> pairs.add(List.of(one, other)));
        }
        List<@Nullable String> families = new ArrayList<>(), givens = new ArrayList<>();
        pairs.forEach(pair -> {
            families.add(pair.get(0));
            givens.add(pair.get(1));
        });
        if (families.isEmpty()) {
            families.add(null);
            givens.add(null);
        }
        sql.sql("insert into people.name_sound (person_id, family_sound, given_sound) select :person, family, given from unnest(:families::text[], :givens::text[]) as pair (family, given)")
                .param("person", person.id()).param("families", families.toArray(String[]::new)).param("givens", givens.toArray(String[]::new)).update();
    }

    /** Those of a person whose names or other names changed, in the transaction of whoever calls. */
    void change(PersonId person, About about) {
        alone(person);
        sql.sql("delete from people.name_sound where person_id = :person").param("person", person.id()).update();
        record(person, every(person, new Called(about.givenName(), about.familyName(), about.knownAs())));
    }

    private List<Called> every(PersonId person, Called first) {
        return Stream.concat(Stream.of(first), sql.sql("select given_name as given, family_name as family, '' as known from people.other_name where person_id = :person").param("person", person.id()).query(Called.class).list().stream()).toList();
    }

    private record Unheard(UUID id, String givenName, String familyName, String knownAs) {}

    /** Gives sounds to everybody of the acting organisation and side who has none yet; a second instance at the same work finds them there. */
    void hear() {
        List<UUID> unheard;
        do {
            unheard = transaction.execute(status -> sql.sql("select p.id " + UNHEARD + " order by p.id limit :limit").param("limit", AT_ONCE).query(UUID.class).list());
            unheard.forEach(this::listenTo);
        } while (!unheard.isEmpty());
    }

    private void listenTo(UUID id) {
        transaction.executeWithoutResult(status -> {
            PersonId person = new PersonId(id);
            alone(person);
            sql.sql("select p.id, p.given_name, p.family_name, p.known_as " + UNHEARD + " and p.id = :id").param("id", id).query(Unheard.class).optional()
                    .ifPresent(one -> record(person, every(person, new Called(one.givenName, one.familyName, one.knownAs))));
        });
    }

    /** Until the transaction ends, nobody else writes this person's sounds: a name that changes meanwhile is read after it changed, not before. */
    private void alone(PersonId person) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:person, 8))").param("person", person.id().toString()).query().singleRow();
    }

    @Configuration(proxyBeanMethods = false)
    static class Hearing {
        @Bean
        OneTimeTask<Void> olderNamesAreHeard(NameSounds sounds) {
            return Jobs.task(HEAR, (organisation, row) -> {
                for (Side side : Side.values()) Acting.as(new Actor.Job(organisation, HEAR, side), sounds::hear);
            });
        }

        @Bean
        ApplicationRunner olderNamesAreAskedFor(Organisations organisations, Jobs jobs, TransactionTemplate transaction) {
            return arguments -> Acting.as(new Actor.Installer(), () -> {
                transaction.executeWithoutResult(status -> organisations.all().forEach(organisation -> jobs.ask(HEAR, organisation, organisation.id(), Clock.systemUTC().instant())));
            });
        }
    }
}
