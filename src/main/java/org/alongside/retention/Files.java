package org.alongside.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.alongside.disclosure.InformationRequests;
import org.alongside.people.PersonFiles;
import org.alongside.people.PersonId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whose time is up: by what the rooms that hold a file tell, never by a second copy of it. */
@Service
@Transactional
public class Files {
    /** A child's file is kept until they turn this, whatever the clock of the case says: it is theirs to ask for. */
    public static final int A_CHILDS_FILE_UNTIL = 25;
    private final ObjectProvider<Keeps> rooms;
    private final Rules rules;
    private final PersonFiles people;
    private final InformationRequests requests;
    private final Clock clock;

    Files(ObjectProvider<Keeps> rooms, Rules rules, PersonFiles people, InformationRequests requests, Clock clock) {
        this.rooms = rooms;
        this.rules = rules;
        this.people = people;
        this.requests = requests;
        this.clock = clock;
    }

    /** A file whose time is up on that day. */
    public record Due(File file, KeptKind kind, LocalDate on) {}

    /** Files whose time is up by this day, those that ended first. Held ones, those of children and of whoever asks for what we hold are not among them. */
    public List<Due> dueBy(LocalDate day, int limit) {
        Map<KeptKind, Rule> decided = rules.all();
        Map<UUID, Due> due = new LinkedHashMap<>();
        for (Keeps room : rooms) {
            Rule rule = decided.get(room.kind());
            if (rule != null && rule.isInForce(day)) dueBy(day, limit, room, rule, decided).forEach(one -> due.putIfAbsent(one.file().record(), one));
        }
        return due.values().stream().sorted(Comparator.comparing(Due::on).thenComparing(one -> one.file().record())).limit(limit).toList();
    }

    /** Goes on past those who must stay, however many they are, so that they never hide the others. */
    private List<Due> dueBy(LocalDate day, int limit, Keeps room, Rule rule, Map<KeptKind, Rule> decided) {
        List<Due> due = new ArrayList<>();
        List<File> some;
        for (int skip = 0; due.size() < limit; skip += some.size()) {
            some = room.endedBefore(rule.endedBefore(day), skip, limit);
            Map<PersonId, LocalDate> files = dueOn(some.stream().map(File::person).filter(Objects::nonNull).toList(), decided);
            for (File file : some) {
                LocalDate on = file.person() == null ? rule.dueOn(file.ended()) : files.get(file.person());
                if (on != null && !on.isAfter(day)) due.add(new Due(file, room.kind(), on));
            }
            if (some.size() < limit) break;
        }
        return due;
    }

    /** Whether this file's time is up now: asked once more before it goes. */
    boolean isDue(PersonId person, LocalDate today) {
        LocalDate on = dueOn(List.of(person), rules.all()).get(person);
        return on != null && !on.isAfter(today);
    }

    /** When the whole of these people's files may go: the latest day that any room asks for. Those who must stay are left out. */
    private Map<PersonId, LocalDate> dueOn(Collection<PersonId> persons, Map<KeptKind, Rule> decided) {
        Set<PersonId> stay = new HashSet<>(people.heldOrBornAfter(persons, Times.day(clock.instant()).minusYears(A_CHILDS_FILE_UNTIL)));
        stay.addAll(requests.openAbout(persons));
        Map<PersonId, LocalDate> latest = new HashMap<>();
        for (Keeps room : rooms) {
            Rule rule = decided.get(room.kind());
            room.neededUntil(persons).forEach((person, until) -> {
                if (rule == null || until.equals(Instant.MAX)) stay.add(person);
                else latest.merge(person, rule.dueOn(until), (one, other) -> one.isAfter(other) ? one : other);
            });
        }
        latest.keySet().removeAll(stay);
        return latest;
    }

    /** How long one person's file stays. @param on null when nothing of it goes by itself; {@code because} then says why */
    public record Standing(@Nullable LocalDate on, String because) {}

    public Standing standing(PersonId person) {
        List<PersonId> one = List.of(person);
        Map<KeptKind, Rule> decided = rules.all();
        LocalDate on = dueOn(one, decided).get(person);
        if (on != null) return new Standing(on, "");
        if (people.isHeld(person)) return new Standing(null, "It is held.");
        if (!requests.openAbout(one).isEmpty()) return new Standing(null, "Somebody asks for what we hold about this person.");
        List<Keeps> holding = rooms.stream().filter(room -> !room.neededUntil(one).isEmpty()).toList();
        if (holding.isEmpty()) return new Standing(null, "It goes with the file of whoever named this person.");
        if (holding.stream().anyMatch(room -> room.neededUntil(one).containsValue(Instant.MAX))) return new Standing(null, "A case or a referral is open.");
        if (holding.stream().anyMatch(room -> !decided.containsKey(room.kind()))) return new Standing(null, "Nobody has decided yet how long such files are kept.");
        return new Standing(null, "A child’s file is kept until they turn " + A_CHILDS_FILE_UNTIL + ".");
    }

    /** Whether nobody in the house has anything of this person: named by somebody else only. */
    boolean isOnlyNamed(PersonId person) {
        return rooms.stream().allMatch(room -> room.neededUntil(List.of(person)).isEmpty()) && !people.isHeld(person) && !isAskedFor(person);
    }

    boolean isAskedFor(PersonId person) {
        return !requests.openAbout(List.of(person)).isEmpty();
    }

    /** Goes on only when this file may be erased before its time. */
    public void mustNotBeNeeded(PersonId person) {
        List<PersonId> one = List.of(person);
        // Safety: what a court, an inquiry or the person needs is not erased, whoever agrees.
        if (people.isHeld(person)) throw new RuleBroken("retention.held", "This file is held. Whoever may let it go must do that first.");
        if (isAskedFor(person)) throw new RuleBroken("retention.asked-for", "Somebody asks for what we hold about this person. Answer that first.");
        if (rooms.stream().anyMatch(room -> room.neededUntil(one).containsValue(Instant.MAX))) throw new RuleBroken("retention.open", "A case or a referral of this person is open. Close it first.");
    }
}
