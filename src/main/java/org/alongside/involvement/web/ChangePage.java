package org.alongside.involvement.web;

import java.util.List;
import org.alongside.involvement.Change;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** What a group asked for, and what became of it. @param statement the words of the statement it belongs to; null for none */
record ChangePage(SteeringGroup group, Change change, boolean runs, @Nullable String statement, List<Option> statements, ChangeForm form, Problems problems) {
    String path() {
        return "/desk/involvement/changes/" + change.id();
    }
}
