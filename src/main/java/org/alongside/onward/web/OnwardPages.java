package org.alongside.onward.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseLooks;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.onward.Account;
import org.alongside.onward.Onward;
import org.alongside.onward.Onward.Said;
import org.alongside.organisations.Organisations;
import org.alongside.people.CountedAs;
import org.alongside.shared.Problems;
import org.alongside.shared.SmallNumbers;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class OnwardPages {
    private final CaseLooks looks;
    private final Onward onward;
    private final Directory directory;
    private final Organisations organisations;
    private final Clock clock;

    OnwardPages(CaseLooks looks, Onward onward, Directory directory, Organisations organisations, Clock clock) {
        this.looks = looks;
        this.onward = onward;
        this.directory = directory;
        this.organisations = organisations;
        this.clock = clock;
    }

    OnwardPage of(UUID caseId, OnwardForm form, @Nullable UUID refused, Map<String, String> typed, Problems problems) {
        CaseLooks.Look look = looks.look(caseId);
        return new OnwardPage(caseId, look.who(), look.facts().isClosed(), Times.day(clock.instant()), onward.of(look.id()).stream().map(one -> new OnwardPage.Row(one, organisations.nameOf(one.by()),
                one.told() == null ? "" : organisations.nameOf(one.told().by()))).toList(), directory.names(300), form, refused, typed, problems);
    }

    SaidPage said(Actor.Worker me) {
        Map<UUID, List<Said>> byService = onward.said(me).stream().collect(Collectors.groupingBy(Said::service));
        return new SaidPage(byService.entrySet().stream().map(entry -> {
            Listing listing = directory.service(entry.getKey()).orElse(null);
            return new SaidPage.Row(entry.getKey(), listing == null ? "A service that is no longer in the directory" : listing.name() + ", " + listing.organisation(), listing == null, cells(entry.getValue()));
        }).sorted(Comparator.comparing(SaidPage.Row::name)).toList());
    }

    /** Each answer, and men beside it. No total stands there from which a hidden number could be worked out. */
    static List<SaidPage.Cell> cells(List<Said> said) {
        return Stream.of(Account.BELIEVED, Account.DISMISSED, Account.REFUSED_GENDER).flatMap(account -> {
            List<Said> these = said.stream().filter(one -> one.account() == account).toList();
            int all = these.stream().mapToInt(Said::clients).sum(), men = these.stream().filter(one -> one.countedAs() == CountedAs.MAN).mapToInt(Said::clients).sum();
            // Safety: a number of men is shown only when neither they nor everybody else are few enough to be somebody.
            boolean apart = all > 0 && men > 0 && SmallNumbers.mayStandBeside(List.of(all, men, all - men));
            return Stream.of(new SaidPage.Cell(account.words(), SmallNumbers.words(all)), new SaidPage.Cell("of them men", all == 0 ? "none" : men == 0 && !SmallNumbers.isSmall(all) ? "none" : apart ? String.valueOf(men) : "not shown"));
        }).toList();
    }
}
