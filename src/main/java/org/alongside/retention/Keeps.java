package org.alongside.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.people.PersonId;

/** A room that holds part of people's files, knows when it last needed them, and can erase its part. */
public interface Keeps {
    KeptKind kind();

    /** Files whose last record here ended before this moment, the oldest first, without the first {@code skip}: those the acting worker or job may see. */
    List<File> endedBefore(Instant moment, int skip, int limit);

    /** Of these people, those of whom there is anything here: when the last of it ended, {@link Instant#MAX} while something is open. */
    Map<PersonId, Instant> neededUntil(Collection<PersonId> people);

    /** Erases everything about this person here and in the rooms below. Called by the job "erase", in the transaction of the whole file. @param counted whether a number of it stays */
    void erase(PersonId person, boolean counted);

    /** Erases one record that belongs to nobody's file. RuleBroken when it is needed again. */
    void eraseRecord(UUID record);
}
