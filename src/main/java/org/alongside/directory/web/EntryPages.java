package org.alongside.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.directory.Directory;
import org.alongside.directory.Edition;
import org.alongside.directory.Entries;
import org.alongside.directory.Entries.Lines;
import org.alongside.directory.Entries.Opened;
import org.alongside.directory.Entries.Shown;
import org.alongside.directory.Field;
import org.alongside.directory.Listing;
import org.alongside.directory.assurance.Assurers;
import org.alongside.directory.assurance.Links;
import org.alongside.directory.assurance.Suggestions;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what those who keep the directory see. */
@Component
@Transactional(readOnly = true)
class EntryPages {
    private final Entries entries;
    private final Organisations organisations;
    private final Suggestions suggestions;
    private final Assurers assurers;
    private final Links links;
    private final Directory directory;

    EntryPages(Directory directory, Entries entries, Organisations organisations, Suggestions suggestions, Assurers assurers, Links links) {
        this.entries = entries;
        this.organisations = organisations;
        this.suggestions = suggestions;
        this.assurers = assurers;
        this.links = links;
        this.directory = directory;
    }

    EntriesPage list(Shown shown, @Nullable String words, int page, Actor.Worker me) {
        Lines lines = entries.lines(shown, words, (page - 1) * EntriesPage.SHOWN, EntriesPage.SHOWN, me);
        return new EntriesPage(shown, words, page, lines, entries.organisations(null, me), suggestions.waiting(), suggestions.aboutLines().stream().map(said -> new EntriesPage.AboutLine(said, directory.service(said.service()).map(Listing::name).orElse("A line that is gone"))).toList());
    }

    EntryPage one(Opened opened, Problems problems) {
        List<EntryPage.Past> past = new ArrayList<>();
        List<Edition> editions = opened.editions();
        for (int at = 0; at < editions.size(); at++) {
            Edition one = editions.get(at);
            Set<Field> changed = at + 1 == editions.size() ? Set.of() : Field.between(editions.get(at + 1).entry(), one.entry());
            boolean differs = opened.kept() != null && !Field.between(opened.kept().entry(), one.entry()).isEmpty();
            past.add(new EntryPage.Past(one, who(one), changed.stream().map(Field::words).toList(), differs));
        }
        return new EntryPage(opened, opened.draft() == null ? "" : who(opened.draft().savedBy()), past, suggestions.about(opened.id()), assurers.of(opened.id()).orElse(null), links.broken(opened.id()), problems);
    }

    private String who(Edition edition) {
        return edition.madeBy() != null ? who(edition.madeBy()) : edition.how() == Edition.How.CONFIRMED ? "the service itself" : "the computer";
    }

    private String who(UUID worker) {
        return organisations.nameOf(new WorkerId(worker));
    }

    /** @param opened null for a new one */
    EditPage edit(@Nullable Opened opened, EntryForm form, Problems problems, Actor.Worker me) {
        List<Option> offerers = entries.organisations(null, me).stream().map(one -> new Option(one.offerer().id().toString(), one.offerer().name())).toList();
        return new EditPage(opened == null ? null : opened.id(), form, problems, offerers);
    }
}
