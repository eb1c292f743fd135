package org.alongside.referral.web;

import java.util.Arrays;
import java.util.List;
import org.alongside.disclosure.Basis;
import org.alongside.disclosure.Because;
import org.alongside.referral.Part;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** Exactly what was chosen and typed about passing a referral on. */
record PassOnForm(String to, List<String> parts, String basis, String why, String told, String notTold) {
    /** Proposed at first: how contact is safe and what is happening; the rest is for the person to agree to. */
    static final PassOnForm EMPTY = new PassOnForm("", List.of(Part.SAFE_CONTACT.name(), Part.SITUATION.name(), Part.PERSON.name()), "", "", "", "");
    static final List<Option> BASES = Option.of(Basis.values());

    PassOnForm {
        to = to == null ? "" : to;
        parts = parts == null ? List.of() : List.copyOf(parts);
        basis = basis == null ? "" : basis;
        why = why == null ? "" : why;
        told = told == null ? "" : told;
        notTold = notTold == null ? "" : notTold;
    }

    Problems problems() {
        Problems problems = new Problems();
        if (to.isBlank() || !to.matches("[0-9a-f-]{36}")) problems.add("to", "Choose an organisation");
        if (Arrays.stream(Part.values()).noneMatch(part -> parts.contains(part.name()))) problems.add("parts", "Choose what to pass on");
        if (BASES.stream().noneMatch(option -> option.value().equals(basis))) problems.add("basis", "Choose on what basis it may be passed on");
        else if (!agreed()) {
            if (why.isBlank()) problems.add("why", "Say why it is passed on without agreement");
            if (!List.of("YES", "NO").contains(told)) problems.add("told", "Say whether they have been told");
            if (told.equals("NO") && notTold.isBlank()) problems.add("notTold", "Say why they were not told");
        }
        if (why.length() > 2000) problems.add("why", "Use 2,000 characters or fewer");
        if (notTold.length() > 2000) problems.add("notTold", "Use 2,000 characters or fewer");
        return problems;
    }

    /** For a form without problems. */
    Because because() {
        return agreed() ? Because.THEY_AGREED : new Because(Basis.valueOf(basis), why, told.equals("YES"), told.equals("YES") ? "" : notTold);
    }

    private boolean agreed() {
        return basis.equals(Basis.AGREED.name());
    }
}
