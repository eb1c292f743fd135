package org.alongside.known.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.known.HowKnown;
import org.alongside.known.Known;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record KnownPage(List<Known> people, KnownForm form, Problems problems) {
    List<Option> ways() {
        return Stream.of(HowKnown.values()).map(one -> new Option(one.name(), one.words())).toList();
    }
}
