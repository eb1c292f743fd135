package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.people.Channel;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.alongside.ui.Row;
import org.jspecify.annotations.Nullable;

/** @param theirs what a colleague saved meanwhile; null when nobody did */
record ContactPage(UUID id, ContactForm form, Problems problems, List<Option> answers, @Nullable List<Row> theirs) {
    List<Channel> channels() {
        return List.of(Channel.values());
    }
}
