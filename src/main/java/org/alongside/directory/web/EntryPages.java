package org.alongside.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.directory.Edition;
import org.alongside.directory.Entries;
import org.alongside.directory.Entries.Lines;
import org.alongside.directory.Entries.Opened;
import org.alongside.directory.Entries.Shown;
import org.alongside.directory.Field;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what those who keep the directory see. */
@Component
class EntryPages {
    private final Entries entries;
    private final Organisations organisations;

    EntryPages(Entries entries, Organisations organisations) {
        this.entries = entries;
        this.organisations = organisations;
    }

    EntriesPage list(Shown shown, @Nullable String words, int page, Actor.Worker me) {
        Lines lines = entries.lines(shown, words, (page - 1) * EntriesPage.SHOWN, EntriesPage.SHOWN, me);
        return new EntriesPage(shown, words, page, lines, entries.organisations(null, me));
    }

    EntryPage one(Opened opened, Problems problems) {
        List<EntryPage.Past> past = new ArrayList<>();
        List<Edition> editions = opened.editions();
        for (int at = 0; at < editions.size(); at++) {
            Edition one = editions.get(at);
            Set<Field> changed = at + 1 == editions.size() ? Set.of() : Field.between(editions.get(at + 1).entry(), one.entry());
            boolean differs = opened.kept() != null && !Field.between(opened.kept().entry(), one.entry()).isEmpty();
            past.add(new EntryPage.Past(one, who(one.madeBy()), changed.stream().map(Field::words).toList(), differs));
        }
        return new EntryPage(opened, opened.draft() == null ? "" : who(opened.draft().savedBy()), past, problems);
    }

    private String who(@Nullable UUID worker) {
        return worker == null ? "An import" : organisations.nameOf(new WorkerId(worker));
    }

    /** @param opened null for a new one */
    EditPage edit(@Nullable Opened opened, EntryForm form, Problems problems, Actor.Worker me) {
        List<Option> offerers = entries.organisations(null, me).stream().map(one -> new Option(one.offerer().id().toString(), one.offerer().name())).toList();
        return new EditPage(opened == null ? null : opened.id(), form, problems, offerers);
    }
}
