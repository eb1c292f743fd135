package org.alongside.commissioning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.commissioning.Request;
import org.alongside.improvement.Plan;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param preview what the commissioner would read; null where nobody looked at it @param known whether the numbers come from the service's own records @param opens whether the form is open @param why of declining, as typed */
record AnswerPage(Request request, @Nullable Request preview, AnswerForm form, List<Plan> plans, boolean known, boolean opens, @Nullable String why, LocalDate today, Problems problems) {
    String path() {
        return "/desk/commissioning/asked-of-us/" + request.id();
    }

    List<Option> choices() {
        return Stream.concat(plans.stream().map(one -> new Option(one.id().toString(), one.title())), Stream.of(new Option("", "We have none"))).toList();
    }
}
