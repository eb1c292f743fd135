package org.alongside.known;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody a worker said they know. @param endedAt since when new records are not compared with them any more; null while they are */
public record Known(UUID id, Person person, Instant saidAt, @Nullable Instant endedAt) {
    /** Empty words for what the worker does not know. @param otherNames each as it is said, the given name first */
    public record Person(HowKnown how, String givenName, String familyName, List<String> otherNames, @Nullable LocalDate bornOn, String phone, String address, String postcode) {
        public String name() {
            return (givenName + " " + familyName).strip();
        }
    }
}
