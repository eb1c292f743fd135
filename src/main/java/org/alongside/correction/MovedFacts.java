package org.alongside.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.SafeContact;
import org.jspecify.annotations.Nullable;

/**
 * Safety: all that goes over the wall with somebody. What is no component of this does not go: no plan, no note, no address, no safe place, nobody around them, nothing that anybody else said.
 *
 * @param otherNames given and family names in turn @param phone their own; over there nobody knows whether it is safe @param danger what is known of danger to somebody else, in the words of whoever moves them @param cameFrom where they were referred from, as whoever moves them wrote it
 */
public record MovedFacts(String givenName, String familyName, String knownAs, List<Name> otherNames, @Nullable LocalDate bornOn, String gender, String pronouns, String languages, boolean interpreterNeeded, @Nullable String phone, Certainty certainty,
        String danger, String cameFrom) {
    public record Name(String given, String family) {
        public String words() {
            return (given + " " + family).strip();
        }
    }

    public About about() {
        return new About(givenName, familyName, knownAs, bornOn, pronouns, gender, languages, interpreterNeeded, "", "");
    }

    /** Their number, of which nobody knows anything: ask again. */
    SafeContact contact() {
        return phone == null ? SafeContact.NOT_ASKED : new SafeContact(phone, null, Map.of(), "", "", "", true, "", null, null);
    }

    /** What becomes a note on the other side; empty for nothing. */
    String note() {
        return ((danger.isBlank() ? "" : "Danger to somebody else: " + danger) + (cameFrom.isBlank() ? "" : "\nReferred from: " + cameFrom)).strip();
    }
}
