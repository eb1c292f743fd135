package org.alongside.programme;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.people.PersonId;

/** A partner of a participant, as this side knows them. @param offered whether contact was offered to them: all that comes back over the wall */
public record Partner(UUID pair, PersonId person, String name, Kind kind, WorkerId by, Instant at, boolean offered) {}
