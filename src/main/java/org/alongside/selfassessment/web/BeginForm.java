package org.alongside.selfassessment.web;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;
import org.jspecify.annotations.Nullable;

/** By what an organisation assesses itself, as typed. @param edition as "key/edition" @param from the earlier one of which the answers come along */
record BeginForm(@Nullable String once, @Nullable String edition, @Nullable String about, @Nullable String from) {
    record Read(Standard standard, Edition edition, String about, @Nullable SelfAssessmentId from) {}

    static BeginForm empty() {
        return new BeginForm(UUID.randomUUID().toString(), null, null, null);
    }

    /** The next one of the same: by the version that is read today. */
    static BeginForm after(SelfAssessment one) {
        return new BeginForm(UUID.randomUUID().toString(), one.standard().key() + "/" + one.edition().key(), one.about(), one.id().id().toString());
    }

    Optional<Read> read(Standards standards, Problems problems) {
        String[] parts = edition == null ? new String[0] : edition.split("/", 2);
        Standard standard = parts.length == 2 ? standards.one(parts[0]).orElse(null) : null;
        Edition which = standard == null ? null : Stream.of(Edition.values()).filter(one -> one.key().equals(parts[1]) && one != Edition.SURVIVORS && standard.editions().contains(one)).findFirst().orElse(null);
        if (which == null) problems.add("edition", "Choose by what you assess yourselves");
        String part = Typed.fitting(about, "about", SelfAssessments.LONGEST_PART, problems);
        return which == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(standard, which, part, from == null || from.isBlank() ? null : new SelfAssessmentId(Typed.id(from))));
    }
}
