package org.alongside.referral.web;

import java.util.Arrays;
import java.util.List;
import org.alongside.referral.Part;
import org.alongside.shared.Problems;

/** Exactly what was chosen and typed about passing a referral on. */
record PassOnForm(String to, List<String> parts, String agreed, String why) {
    /** Proposed at first: how contact is safe and what is happening; the rest is for the person to agree to. */
    static final PassOnForm EMPTY = new PassOnForm("", List.of(Part.SAFE_CONTACT.name(), Part.SITUATION.name(), Part.PERSON.name()), "", "");

    PassOnForm {
        to = to == null ? "" : to;
        parts = parts == null ? List.of() : List.copyOf(parts);
        agreed = agreed == null ? "" : agreed;
        why = why == null ? "" : why;
    }

    Problems problems() {
        Problems problems = new Problems();
        if (to.isBlank() || !to.matches("[0-9a-f-]{36}")) problems.add("to", "Choose an organisation");
        if (Arrays.stream(Part.values()).noneMatch(part -> parts.contains(part.name()))) problems.add("parts", "Choose what to pass on");
        if (!List.of("YES", "NO").contains(agreed)) problems.add("agreed", "Say whether the person agreed");
        if (agreed.equals("NO") && why.isBlank()) problems.add("why", "Say why it is passed on without agreement");
        if (why.length() > 2000) problems.add("why", "Use 2,000 characters or fewer");
        return problems;
    }
}
