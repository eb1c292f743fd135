package org.alongside.commissioning.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.commissioning.Period;
import org.alongside.organisations.Organisations.Elsewhere;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record AskPage(List<Elsewhere> others, AskForm form, LocalDate today, Problems problems) {
    /** Services first, then public bodies. */
    List<Option> services() {
        return others.stream().sorted((one, other) -> Boolean.compare(one.isPublicBody(), other.isPublicBody())).map(one -> new Option(one.id().id().toString(), one.name())).toList();
    }

    List<Option> periods() {
        return Period.over(today).stream().map(one -> new Option(one.key(), one.words())).toList();
    }
}
