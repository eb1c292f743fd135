package org.alongside.people;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Names;
import org.alongside.shared.Seal;

/** One address written two ways is one fingerprint: its numbers with its postcode, or its first line when the house has a name only. */
public final class AddressKey {
    private static final Pattern NUMBER = Pattern.compile("\\d+[a-z]?\\b");

    private AddressKey() {
    }

    /** Empty when there is no postcode or no line: half an address would match half a street. */
    public static Optional<String> of(Seal seal, OrganisationId organisation, String lines, String postcode) {
        String code = Names.postcode(postcode);
        String words = Names.key(lines);
        if (code.isEmpty() || words.isEmpty()) return Optional.empty();
        String numbers = NUMBER.matcher(words).results().map(MatchResult::group).collect(Collectors.joining(" "));
        String house = numbers.isEmpty() ? Names.key(lines.strip().split("[\\n,]")[0]) : numbers;
        return Optional.of(seal.fingerprint("people.address/" + organisation.id(), house + "/" + code));
    }
}
