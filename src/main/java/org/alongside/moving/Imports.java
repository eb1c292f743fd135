package org.alongside.moving;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.PastCases;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.NewAddress;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonFiles;
import org.alongside.people.PersonId;
import org.alongside.retention.Eraser;
import org.alongside.shared.Names;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Old cases brought in, each line in a transaction of its own, so that what is in is in and the rest can follow. */
@Service
class Imports {
    private final People people;
    private final Addresses addresses;
    private final PersonFiles files;
    private final PastCases cases;
    private final Organisations organisations;
    private final Eraser eraser;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(People people, Addresses addresses, PersonFiles files, PastCases cases, Organisations organisations, Eraser eraser, AuditTrail audit, JdbcClient sql, Seal seal, TransactionTemplate transaction, Clock clock) {
        this.people = people;
        this.addresses = addresses;
        this.files = files;
        this.cases = cases;
        this.organisations = organisations;
        this.eraser = eraser;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who works with cases on this side, by name; a name that two share is nobody's. */
    Map<String, WorkerId> colleagues(Actor.Worker me) {
        List<Colleague> all = Acting.as(me, () -> transaction.execute(status -> organisations.colleagues().stream().filter(one -> one.side() == me.side()).toList()));
        Map<String, Long> names = all.stream().collect(Collectors.groupingBy(Colleague::name, Collectors.counting()));
        return all.stream().filter(one -> names.get(one.name()) == 1).collect(Collectors.toMap(Colleague::name, Colleague::id));
    }

    /** Lines of the file that are not here yet. */
    List<OldCase> notHere(List<OldCase> all, Actor.Worker me) {
        Set<String> here = Acting.as(me, () -> transaction.execute(status -> new HashSet<>(sql.sql("select reference_key from moving.imported where organisation_id = access.organisation() and side = access.side()").query(String.class).list())));
        return all.stream().filter(one -> !here.contains(key(one.reference(), me))).toList();
    }

    /** Who may be somebody else: in the file, or here already. The first resemblance of each line is asked about. */
    List<Question> questions(List<OldCase> all, Actor.Worker me) {
        Map<String, OldCase> seen = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        Acting.as(me, () -> transaction.executeWithoutResult(status -> {
            for (OldCase one : all) {
                PersonId known = people.lookalike(one.about(), one.contact().phone(), me).orElse(null);
                OldCase other = resembles(one).stream().map(seen::get).filter(Objects::nonNull).findFirst().orElse(null);
                resembles(one).forEach(key -> seen.putIfAbsent(key, one));
                if (known != null) questions.add(new Question(one, null, known.id()));
                else if (other != null) questions.add(new Question(one, other, null));
            }
            // Safety: whoever asks learns who is known here; that is a look like any other.
            audit.listed("person", "import doubles", questions.stream().map(Question::known).filter(Objects::nonNull).distinct().toList());
        }));
        return questions;
    }

    /** Said to be the person of a line that is left out: then there is nobody to be. */
    private static void mustBeSomebody(Map<Question, Question.Answer> answers) {
        Set<OldCase> left = answers.entrySet().stream().filter(one -> one.getValue() == Question.Answer.LEAVE).map(one -> one.getKey().one()).collect(Collectors.toSet());
        answers.forEach((question, answer) -> {
            if (answer == Question.Answer.SAME && question.other() != null && left.contains(question.other())) throw new RuleBroken("moving.same-as-nobody", "Line " + question.one().line() + " is said to be the person of " + question.mayBe() + ", which is left out.");
        });
    }

    private static List<String> resembles(OldCase one) {
        List<String> keys = new ArrayList<>();
        if (one.about().bornOn() != null) keys.add(Names.key(one.about().familyName()) + "/" + Names.key(one.about().givenName()) + "/" + one.about().bornOn());
        if (one.contact().phone() != null) keys.add(one.contact().phone());
        return keys;
    }

    /** @param answers for each line that was asked about @return the import, by which it can be undone */
    UUID bring(List<OldCase> all, Map<Question, Question.Answer> answers, Actor.Worker me, LongConsumer progress) {
        me.mustBe(Role.MANAGER);
        mustBeSomebody(answers);
        UUID id = UUID.randomUUID();
        Map<String, WorkerId> colleagues = colleagues(me);
        Map<OldCase, Question> asked = answers.keySet().stream().collect(Collectors.toMap(Question::one, one -> one));
        Map<OldCase, PersonId> persons = new HashMap<>();
        Acting.as(me, () -> {
            transaction.executeWithoutResult(status -> sql.sql("insert into moving.import (id, begun_by, begun_at) values (:id, :by, :now)").param("id", id).param("by", me.worker().id()).param("now", Times.at(clock.instant())).update());
            long done = 0;
            for (OldCase one : all) {
                Question question = asked.get(one);
                Question.Answer answer = question == null ? Question.Answer.NEW : answers.get(question);
                if (answer != Question.Answer.LEAVE) {
                    PersonId same = answer == Question.Answer.NEW ? null : question.known() != null ? new PersonId(question.known()) : persons.get(question.other());
                    persons.put(one, transaction.execute(status -> bring(id, one, same, colleagues, me)));
                }
                progress.accept(++done);
            }
        });
        return id;
    }

    private PersonId bring(UUID id, OldCase one, @Nullable PersonId same, Map<String, WorkerId> colleagues, Actor.Worker me) {
        PersonId person = same != null ? same : people.record(new NewPerson(me.side(), one.about(), one.contact()), me);
        if (same == null && !(one.address() + one.postcode()).isBlank()) addresses.record(person, new NewAddress(AddressKind.HOME, one.address(), one.postcode(), "", false, false), me);
        CaseId made = cases.record(new PastCases.PastCase(person, one.openedOn().atTime(LocalTime.NOON).atZone(Times.LONDON).toInstant(),
                one.closedOn() == null ? null : one.closedOn().atTime(LocalTime.NOON).atZone(Times.LONDON).toInstant(), one.because(), colleagues.get(one.worker()), one.note().isBlank() ? null : one.note()), me);
        sql.sql("insert into moving.imported (reference_key, import_id, case_id, person_id, made_person, imported_at) values (:key, :import, :case, :person, :made, :now)").param("key", key(one.reference(), me)).param("import", id)
                .param("case", made.id()).param("person", person.id()).param("made", same == null).param("now", Times.at(clock.instant())).update();
        return person;
    }

    /** One import. @param cases how many of it are still here */
    record Import(UUID id, OffsetDateTime begunAt, @Nullable OffsetDateTime undoneAt, int cases) {}

    List<Import> all(Actor.Worker me) {
        me.mustBe(Role.MANAGER);
        return Acting.as(me, () -> transaction.execute(status -> sql.sql("""
                select i.id, i.begun_at, i.undone_at, (select count(*) from moving.imported m where m.import_id = i.id) as cases from moving.import i
                 where organisation_id = access.organisation() and side = access.side() order by i.begun_at desc limit 50
                """).query(Import.class).list()));
    }

    private record Brought(UUID caseId, UUID personId, boolean madePerson, OffsetDateTime importedAt) {}

    /** What undoing did. @param kept cases that somebody worked with since, or whose person is held: they stay */
    record Undone(int cases, List<UUID> kept) {}

    /** Takes an import back, the last line first. */
    Undone undo(UUID id, Actor.Worker me, LongConsumer progress) {
        me.mustBe(Role.MANAGER);
        List<Brought> brought = Acting.as(me, () -> transaction.execute(status -> {
            if (sql.sql("select id from moving.import where id = :id").param("id", id).query(UUID.class).optional().isEmpty()) throw new NotFound("import", id);
            audit.changed("import", id, "to be taken back");
            return sql.sql("select case_id, person_id, made_person, imported_at from moving.imported where import_id = :id order by imported_at desc, made_person").param("id", id).query(Brought.class).list();
        }));
        List<UUID> kept = new ArrayList<>();
        Acting.as(new Actor.Job(me.organisation(), Eraser.ERASE, me.side()), () -> {
            long done = 0;
            for (Brought one : brought) {
                if (!takenBack(one)) kept.add(one.caseId());
                progress.accept(++done);
            }
            transaction.executeWithoutResult(status -> sql.sql("update moving.import set undone_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update());
        });
        return new Undone(brought.size() - kept.size(), kept);
    }

    private boolean takenBack(Brought one) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                // Safety: what somebody wrote since is work with a person, and is not undone with the import.
                if (!isUntouched(one)) return false;
                boolean last = sql.sql("select not exists (select from moving.imported where person_id = :person and case_id <> :case)").param("person", one.personId()).param("case", one.caseId()).query(Boolean.class).single();
                if (one.madePerson() && last) eraser.takeBack(new PersonId(one.personId()));
                else cases.takeBack(new CaseId(one.caseId()));
                return true;
            }));
        } catch (RuleBroken held) {
            return false;
        }
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from moving.imported where case_id = :case").param("case", erased.id().id()).update();
    }

    private boolean isUntouched(Brought one) {
        Instant brought = one.importedAt().toInstant();
        return (!one.madePerson() || files.isUntouchedSince(new PersonId(one.personId()), brought)) && cases.isUntouchedSince(new CaseId(one.caseId()), brought);
    }

    String key(String reference, Actor.Worker me) {
        return seal.fingerprint("moving.reference/" + me.organisation().id(), reference);
    }
}
