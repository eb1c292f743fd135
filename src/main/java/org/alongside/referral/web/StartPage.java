package org.alongside.referral.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.referral.Asking;
import org.alongside.shared.Problems;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;

/** @param gone whether there was nothing to go on with, {@code busy} whether too many began from the same place just now */
record StartPage(Problems problems, boolean gone, boolean busy) {
    static StartPage of(Set<String> query) {
        Problems problems = new Problems();
        if (query.contains("choose")) problems.add("asking", "referral.start.choose");
        return new StartPage(problems, query.contains("gone"), query.contains("busy"));
    }

    List<Option> options(Frame frame) {
        return Stream.of(Asking.values()).map(asking -> new Option(asking.name(), frame.sayOrKeep("referral.start." + asking.name()))).toList();
    }
}
