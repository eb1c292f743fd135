package org.alongside.selfassessment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.selfassessment.EvidenceKind;
import org.alongside.selfassessment.NewEvidence;
import org.alongside.selfassessment.Shelf;
import org.alongside.organisations.Colleague;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Evidence, as typed. @param nobody ticked when it holds nothing about anybody they work with */
record EvidenceForm(@Nullable String once, @Nullable String kind, @Nullable String title, @Nullable String words, @Nullable String link, @Nullable String heard, @Nullable String asked, @Nullable TypedDate collected, @Nullable TypedDate expires, @Nullable String owner, @Nullable String nobody,
        @Nullable String detailsWhy) {
    EvidenceForm {
        collected = collected == null ? TypedDate.NONE : collected;
        expires = expires == null ? TypedDate.NONE : expires;
    }

    static EvidenceForm empty(WorkerId me, LocalDate today) {
        return new EvidenceForm(UUID.randomUUID().toString(), null, null, null, null, null, null, TypedDate.of(today), null, me.id().toString(), null, null);
    }

    Optional<NewEvidence> read(List<Colleague> colleagues, Problems problems) {
        EvidenceKind its = Typed.oneNeeded(EvidenceKind.class, kind, "kind", "Choose how it is shown", problems);
        String called = Typed.wordsNeeded(title, "title", Shelf.LONGEST_TITLE, "Say what it is", problems);
        String said = Typed.words(words, "words", problems);
        if (said == null && its == EvidenceKind.SEEN) problems.add("words", "Say who saw what, where and when");
        if (said == null && its == EvidenceKind.LISTENED) problems.add("words", "Say how they were asked, and what they said, in words that point to nobody");
        String address = its == EvidenceKind.LINK ? address(problems) : null;
        Integer heardFrom = its == EvidenceKind.LISTENED ? people(heard, "heard", problems) : null, of = its == EvidenceKind.LISTENED ? people(asked, "asked", problems) : null;
        if (heardFrom != null && of != null && of < heardFrom) problems.add("asked", "Enter how many were asked: not fewer than answered");
        LocalDate from = collected.needed("collected", "Enter the day it was collected", problems).orElse(null), until = expires.read("expires", problems).orElse(null);
        Colleague keeper = colleagues.stream().filter(one -> one.id().id().toString().equals(owner)).findFirst().orElse(null);
        if (keeper == null) problems.add("owner", "Choose who looks after it");
        if (!"yes".equals(nobody)) problems.add("nobody", "Look through it first: nobody you work with may be found in it");
        String why = Typed.words(detailsWhy, "detailsWhy", problems);
        if (its == null || called == null || from == null || keeper == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new NewEvidence(its, called, said == null ? "" : said, address, heardFrom, of, from, until, keeper.id(), why == null ? "" : why));
    }

    private @Nullable String address(Problems problems) {
        Optional<String> address = Typed.address(link);
        if (address.isEmpty()) problems.add("link", "Enter an address that begins with https://");
        return address.orElse(null);
    }

    private static @Nullable Integer people(@Nullable String typed, String field, Problems problems) {
        return Typed.number(typed, field, 1, 999_999, "Enter a number of people, like 12", problems);
    }
}
