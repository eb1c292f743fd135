package org.alongside.instruments.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.instruments.Shelf;
import org.alongside.instruments.Shelved;
import org.alongside.instruments.Shelved.Status;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SetPages {
    private final Shelf shelf;
    private final Organisations organisations;

    SetPages(Shelf shelf, Organisations organisations) {
        this.shelf = shelf;
        this.organisations = organisations;
    }

    SetsPage all(List<String> mistakes, Problems problems, Actor.Worker me) {
        boolean mayChange = mayChange(me);
        Map<InstrumentKind, List<Shelved>> byKind = shelf.all().stream().filter(one -> mayChange || one.status() == Status.IN_USE).collect(Collectors.groupingBy(one -> one.instrument().kind()));
        return new SetsPage(Stream.of(InstrumentKind.values()).filter(byKind::containsKey).map(kind -> new SetsPage.Group(kind.words(), byKind.get(kind))).toList(), mayChange, mistakes, problems);
    }

    SetPage one(UUID id, Problems problems, Actor.Worker me) {
        Shelved set = shelf.one(id);
        Instrument instrument = set.instrument();
        Instrument replaces = set.own() && set.status() != Status.IN_USE ? shelf.all().stream().filter(other -> other.own() && other.status() == Status.IN_USE).map(Shelved::instrument).filter(other -> other.key().equals(instrument.key())).findFirst().orElse(null) : null;
        List<String> raises = instrument.scales().stream().flatMap(scale -> scale.bands().stream().filter(band -> band.raises() != null)
                .map(band -> scale.title() + " from " + band.from().toPlainString() + " to " + band.to().toPlainString() + ": the worker is asked to look again when they chose a level below " + band.raises() + ".")).toList();
        return new SetPage(set, new AnswerSheet(instrument, Map.of()), replaces, set.last() == null ? "" : organisations.nameOf(set.last()), mayChange(me), raises, problems);
    }

    private static boolean mayChange(Actor.Worker me) {
        return me.is(Shelf.ROLES);
    }
}
