package org.alongside.documents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.disclosure.Source;
import org.alongside.documents.DocumentKind;
import org.alongside.documents.Documents;
import org.alongside.documents.Documents.NewDocument;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** What is said about a file to be added, as typed. A browser forgets which file was chosen. */
record DocumentForm(@Nullable String once, @Nullable String kind, @Nullable String title, @Nullable String source, @Nullable TypedDate dated) {
    DocumentForm {
        dated = dated == null ? TypedDate.NONE : dated;
    }

    static DocumentForm empty() {
        return new DocumentForm(UUID.randomUUID().toString(), null, null, null, null);
    }

    Optional<NewDocument> read(Clock clock, Problems problems) {
        DocumentKind its = Typed.oneNeeded(DocumentKind.class, kind, "kind", "Choose what it is", problems);
        String called = Typed.wordsNeeded(title, "title", "Say in a few words what it is", problems);
        if (called != null && called.length() > Documents.LONGEST_TITLE) problems.add("title", "Write no more than 200 characters");
        Source from = Typed.oneNeeded(Source.class, source, "source", "Choose where it comes from", problems);
        LocalDate day = dated.read("dated", problems).orElse(null);
        if (day != null && day.isAfter(Times.day(clock.instant()))) problems.add("dated", "Enter a day that is not to come");
        return its == null || called == null || from == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new NewDocument(Typed.id(once), its, called, from, day));
    }
}
